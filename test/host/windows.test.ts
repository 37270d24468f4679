/** Un territoire tel que Windows le rend : barres inverses, noms réservés, casse, fins de ligne ; le même acte, ou un message clair. */
import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../../src/host/host.ts';
import { memoryHost } from '../../src/host/memory.ts';
import { nodeHost } from '../../src/host/node.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { RACINE } from '../cli/outils.ts';
import { sansEmpreinte } from '../golden/instantanes.ts';

const exemple = path.join(RACINE, 'examples/minimal');
const SOURCES = Object.fromEntries(
  readdirSync(exemple, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && !/attendu|sortie/.test(e.parentPath))
    .map((e) => path.relative(exemple, path.join(e.parentPath, e.name)))
    .map((nom) => [nom, readFileSync(path.join(exemple, nom), 'utf8')]),
);
const livre = nodeHost(RACINE, { packageRoot: RACINE, env: {} });
const hote = (files: Record<string, string>): Host => memoryHost({ files, resources: livre, label: 'C:\\CTG\\Bourg' });
const windows = (files: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(files).map(([nom, texte]) => [nom.replaceAll('/', '\\'), texte]));
const constats = async (plus: Record<string, string>): Promise<string[]> => (await compile(hote(windows({ ...SOURCES, ...plus })), { targets: ['html'] })).diagnostics.map((d) => `${d.code} ${d.message} ${d.hint ?? ''}`.replace(/[\u00A0\u202F]/g, ' '));
const ANNEXE = '# Une annexe\n\n';
const html = async (files: Record<string, string>): Promise<string> => {
  const { outputs } = await compile(hote(files), { targets: ['html'] });
  expect(outputs).toHaveLength(1);
  return new TextDecoder().decode(outputs[0]?.bytes);
};

describe('Windows', () => {
  it('les mêmes sources donnent le même acte : barres inverses, CRLF, marque d’ordre des octets, fins de ligne mêlées', async () => {
    const attendu = await html(SOURCES);
    expect(attendu.length).toBeGreaterThan(10_000);
    const change = (f: (texte: string, i: number) => string): Record<string, string> => windows(Object.fromEntries(Object.entries(SOURCES).map(([nom, texte], i) => [nom, f(texte, i)])));
    const mele = (texte: string): string => texte.split('\n').map((ligne, i) => (i % 2 === 0 ? `${ligne}\r` : ligne)).join('\n').replace(/\r$/, '');
    // L'empreinte tient compte des octets des sources : elle seule change.
    expect(await html(windows(SOURCES))).toBe(attendu);
    for (const f of [(t: string) => t.replaceAll('\n', '\r\n'), (t: string) => `\uFEFF${t}`, mele, (t: string, i: number) => (i % 2 === 0 ? t : t.replaceAll('\n', '\r\n'))]) expect(sansEmpreinte(await html(change(f)))).toBe(sansEmpreinte(attendu));
  });

  it.each([
    ['plan/aux.yaml'], ['plan/con.yaml'], ['plan/com1.yaml'],
  ])('%s : refusé partout, car Windows ne saurait pas l’ouvrir', async (nom) => {
    const { 'plan/plan.yaml': plan, ...reste } = SOURCES;
    const { diagnostics } = await compile(hote(windows({ ...reste, [nom]: plan ?? '' })), { targets: ['html'] });
    expect(diagnostics.map((d) => [d.code, d.message])).toEqual([['CTG0018', expect.stringContaining('est réservé par Windows')]]);
  });

  it.each([
    ['annexes/Carte.MD', 'carte.md'],
    ['annexes/carte.md.txt', 'carte.md'],
    ['Annexes/carte.md', 'annexes/'],
    ['ANNEXES/carte.md', 'annexes/'],
    ['signataires/Pays.yaml', 'pays.yaml'],
    ['annexes/Notre carte (copie).md', 'notre-carte-copie.md'],
  ])('%s : dit le nom attendu', async (nom, attendu) => {
    const vus = await constats({ [nom]: ANNEXE });
    expect(vus.some((c) => c.startsWith('CTG00') && c.includes(attendu)), vus.join('\n')).toBe(true);
  });

  it.each([
    ['images/carte.svg', 'images/Carte.svg'],
    ['images/École.svg', 'images/ÉCOLE.svg'],
    ['annexes/carte.md', 'Annexes/carte.md'],
  ])('%s et %s : un seul fichier sous Windows, et c’est dit avant', async (un, autre) => {
    const vus = await constats({ [un]: ANNEXE, [autre]: ANNEXE });
    expect(vus.filter((c) => c.startsWith('CTG0020') && c.includes('sous Windows et macOS')), vus.join('\n')).toHaveLength(1);
    expect((await constats({ [un]: ANNEXE })).filter((c) => c.startsWith('CTG0020'))).toEqual([]);
  });

  it.each([
    ['C:\\Images\\carte.png'], ['\\\\serveur\\partage\\carte.png'], ['/carte.png'],
  ])('une image citée par %s : hors du dossier, jamais ouverte', async (cite) => {
    const vus = await constats({ 'articles/champs-collectivite.md': `${SOURCES['articles/champs-collectivite.md'] ?? ''}\n![La carte](<${cite}>)\n` });
    expect(vus.filter((c) => c.startsWith('CTG0007') && c.includes('mène hors du dossier du territoire')), vus.join('\n')).toHaveLength(1);
  });

  it('des barres inverses dans un texte, que Markdown mange : introuvable, et le conseil dit d’écrire « / »', async () => {
    const vus = await constats({ 'articles/champs-collectivite.md': `${SOURCES['articles/champs-collectivite.md'] ?? ''}\n![La carte](..\\..\\carte.png)\n` });
    expect(vus.filter((c) => c.startsWith('CTG0013') && c.includes('les dossiers se séparent par « / »')), vus.join('\n')).toHaveLength(1);
  });
});
