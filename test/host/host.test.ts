import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byCodePoint, type Host, normalizePath } from '../../src/host/host.ts';
import { memoryHost } from '../../src/host/memory.ts';
import { findProject, nodeHost } from '../../src/host/node.ts';
import { recordingHost } from '../../src/host/recording.ts';
import { relativeTo } from '../../src/pipeline/assets.ts';

const FICHIERS = { 'ctg.yaml': 'format: 1\n', 'signataires/01-caf.yaml': 'a', 'signataires/10-pays.yaml': 'b', 'images/périmètre.svg': 'c' };
let base = '';
beforeAll(() => {
  base = mkdtempSync(path.join(tmpdir(), 'ctg-hote-'));
  for (const [nom, texte] of Object.entries(FICHIERS)) {
    mkdirSync(path.dirname(path.join(base, 'projet', nom)), { recursive: true });
    writeFileSync(path.join(base, 'projet', nom), texte);
  }
  writeFileSync(path.join(base, 'secret.txt'), 'secret');
  symlinkSync('../secret.txt', path.join(base, 'projet', 'lien.txt'));
});
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

const hotes: readonly (readonly [string, () => Host])[] = [
  ['disque', () => nodeHost(path.join(base, 'projet'), { packageRoot: base, env: { SOURCE_DATE_EPOCH: '86400' } })],
  ['mémoire posix', () => memoryHost({ files: FICHIERS, epoch: 86_400 })],
  ['mémoire Windows', () => memoryHost({ files: Object.fromEntries(Object.entries(FICHIERS).map(([k, v]) => [k.replaceAll('/', '\\'), v])), epoch: 86_400 })],
];

describe.each(hotes)('hôte : %s', (_, creer) => {
  const texte = (host: Host, nom: string): string | null => {
    const result = host.read(nom, 1000);
    return result.ok ? new TextDecoder().decode(result.bytes) : null;
  };
  it('liste un dossier, trié par points de code', () => {
    const listed = creer().list('signataires');
    expect(listed.ok ? listed.entries : []).toEqual([{ name: '01-caf.yaml', kind: 'file' }, { name: '10-pays.yaml', kind: 'file' }]);
    const root = creer().list('');
    expect(root.ok ? root.entries.filter((e) => e.name !== 'lien.txt') : []).toEqual([{ name: 'ctg.yaml', kind: 'file' }, { name: 'images', kind: 'directory' }, { name: 'signataires', kind: 'directory' }]);
  });
  it('lit un fichier, quelle que soit l’écriture de ses accents', () => {
    expect(texte(creer(), 'signataires/01-caf.yaml')).toBe('a');
    expect(texte(creer(), 'images/périmètre.svg'.normalize('NFC'))).toBe('c');
    expect(texte(creer(), 'images/périmètre.svg'.normalize('NFD'))).toBe('c');
    expect(texte(creer(), 'signataires\\01-caf.yaml')).toBe('a');
  });
  it('dit pourquoi il ne lit pas', () => {
    const why = (nom: string, limit = 1000): string => {
      const result = creer().read(nom, limit);
      return result.ok ? 'lu' : result.why;
    };
    expect(why('absent.yaml')).toBe('absent');
    expect(why('ctg.yaml', 3)).toBe('too-big');
    expect(why('../secret.txt')).toBe('outside');
    expect(why('signataires/../../secret.txt')).toBe('outside');
    expect(why('/etc/passwd')).toBe('outside');
    expect(why('C:\\Windows\\win.ini')).toBe('outside');
    expect(why('\\\\serveur\\partage')).toBe('outside');
    expect(why('ctg.yaml\0.png')).toBe('outside');
  });
  it('un dossier inconnu, un nom de rouage', () => {
    for (const nom of ['absent', 'constructor', '__proto__', 'toString']) expect(creer().list(nom)).toEqual({ ok: false, why: 'absent' });
    expect(creer().read('constructor', 10)).toEqual({ ok: false, why: 'absent' });
  });
  it('lit l’heure imposée et fait une empreinte', () => {
    expect(creer().epoch).toBe(86_400);
    expect(creer().hash(['a', 'b'])).toBe(creer().hash(['ab']));
    expect(creer().hash(['a'])).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('le disque', () => {
  const hote = (): Host => nodeHost(path.join(base, 'projet'), { packageRoot: base, env: {} });
  it('ne suit pas un lien qui sort du projet', () => {
    expect(hote().read('lien.txt', 100)).toEqual({ ok: false, why: 'outside' });
  });
  it('ne prend pas un dossier pour un fichier, ni l’inverse', () => {
    expect(hote().read('signataires', 100)).toEqual({ ok: false, why: 'not-a-file' });
    expect(hote().list('ctg.yaml')).toEqual({ ok: false, why: 'absent' });
  });
  it.skipIf(process.platform === 'win32')('ni un tube pour un fichier, même derrière un lien ; il n’attend personne au bout', () => {
    execFileSync('mkfifo', [path.join(base, 'projet', 'tube.yaml')]);
    symlinkSync('tube.yaml', path.join(base, 'projet', 'vers-tube.yaml'));
    const listed = hote().list('');
    expect(listed.ok && listed.entries.filter((e) => e.name.endsWith('tube.yaml'))).toEqual([{ name: 'tube.yaml', kind: 'file' }, { name: 'vers-tube.yaml', kind: 'file' }]);
    expect(hote().read('tube.yaml', 100)).toEqual({ ok: false, why: 'not-a-file' });
    expect(hote().read('vers-tube.yaml', 100)).toEqual({ ok: false, why: 'not-a-file' });
  });
  it('dit qu’un lien tourne en rond, ou ne mène nulle part', () => {
    symlinkSync('rond.yaml', path.join(base, 'projet', 'rond.yaml'));
    symlinkSync('.', path.join(base, 'projet', 'moi'));
    symlinkSync('rien.yaml', path.join(base, 'projet', 'perdu.yaml'));
    expect(hote().read('rond.yaml', 100)).toEqual({ ok: false, why: 'loop' });
    expect(hote().read('perdu.yaml', 100)).toEqual({ ok: false, why: 'absent' });
    expect(hote().read('moi/moi/moi/ctg.yaml', 100).ok).toBe(true);
  });
  it('ignore une heure mal écrite', () => {
    for (const SOURCE_DATE_EPOCH of ['', 'hier', '-1', '1e9', '12345678901234']) expect(nodeHost(base, { packageRoot: base, env: { SOURCE_DATE_EPOCH } }).epoch).toBeNull();
  });
  it('trouve le projet en remontant', () => {
    expect(findProject(path.join(base, 'projet', 'signataires'))).toBe(path.join(base, 'projet'));
    expect(findProject(base)).toBeNull();
  });
  it('rend null pour une ressource absente', () => {
    expect(hote().resource('absente')).toBeNull();
    expect(hote().resources('absentes')).toEqual([]);
  });
});

describe('l’enregistrement', () => {
  it('note ce qui est demandé, trouvé ou non, et ne change rien', () => {
    const { host, reads, lists } = recordingHost(memoryHost({ files: FICHIERS }));
    expect(host.list('signataires').ok).toBe(true);
    expect(host.list('plan').ok).toBe(false);
    expect(host.read('ctg.yaml', 100).ok).toBe(true);
    expect(host.read('acteurs.yaml', 100).ok).toBe(false);
    expect([...lists]).toEqual(['signataires', 'plan']);
    expect([...reads]).toEqual(['ctg.yaml', 'acteurs.yaml']);
    expect(host.label).toBe('/territoire');
  });
});

it.each([
  ['a/b.yaml', 'a/b.yaml'], ['a\\b.yaml', 'a/b.yaml'], ['./a//b', 'a/b'], ['', null], ['..', null], ['a/../b', null], ['/a', null], ['\\a', null], ['c:\\a', null], ['C:a', null], ['a\0b', null],
])('normalizePath(%j) → %j', (chemin, attendu) => {
  expect(normalizePath(chemin)).toBe(attendu);
});

it.each([
  ['articles/a.md', 'carte.png', 'articles/carte.png'], ['articles/a.md', '../images/carte.png', 'images/carte.png'], ['articles/a.md', './x/../carte.png', 'articles/carte.png'],
  ['articles/a.md', '../../carte.png', null], ['articles/a.md', '%2E%2E/%2E%2E/carte.png', null], ['articles/a.md', 'p%C3%A9rim%C3%A8tre.svg', 'articles/périmètre.svg'], ['articles/a.md', '100%.png', 'articles/100%.png'],
  ['a.md', '/etc/passwd', null], ['a.md', 'C:\\x.png', null], ['a.md', 'c:x.png', null], ['a.md', '\\\\s\\x.png', null], ['a.md', 'file:///x', null], ['a.md', 'https://x.fr/a.png', null], ['a.md', 'data:image/png;base64,x', null],
])('depuis %s, %s → %s', (depuis, cite, attendu) => {
  expect(relativeTo(depuis, cite)).toBe(attendu);
});

it('trie par points de code, sans règle de langue', () => {
  expect(['é', 'z', 'Z', 'a', '10', '2'].sort(byCodePoint)).toEqual(['10', '2', 'Z', 'a', 'z', 'é']);
});
