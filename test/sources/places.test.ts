import { describe, expect, it } from 'vitest';
import { indesirables, extrait } from '../../src/base/caracteres.ts';
import { memoryHost } from '../../src/host/memory.ts';
import { readImage } from '../../src/sources/images.ts';
import { DIRECTORIES, intendedExtension, LIMITS, nameParts, ROOT_FILES, stem } from '../../src/sources/places.ts';
import { readSources } from '../../src/sources/read.ts';
import { png } from '../entrees/fautes.ts';

describe('noms de fichiers', () => {
  it.each([
    ['03-le-creusot.yaml', 3, 'le-creusot'], ['3_le-creusot.yaml', 3, 'le-creusot'], ['010. caf.yaml', 10, 'caf'], ['caf.yaml', Number.POSITIVE_INFINITY, 'caf'],
    ['2025.yaml', Number.POSITIVE_INFINITY, '2025'], ['2c2r.yaml', Number.POSITIVE_INFINITY, '2c2r'], ['1-2-3.yaml', 1, '2-3'],
  ])('%s : ordre %d, identifiant %s', (nom, order, id) => {
    expect(nameParts(nom, '.yaml')).toEqual({ order, id });
  });
  it.each([
    ['a.yaml', '.yaml'], ['a.yml', '.yaml'], ['a.YAML', '.yaml'], ['a.yaml.txt', '.yaml'], ['a.md', '.md'], ['a.markdown', '.md'], ['a.md.txt', '.md'], ['a.txt', null], ['a.docx', null], ['yaml', null],
  ])('%s se voulait %s', (nom, attendu) => {
    expect(intendedExtension(nom)).toBe(attendu);
  });
  it('retire une extension même mal écrite', () => {
    expect(['a.yaml', 'a.YML', 'a.yaml.txt', 'enjeux.md.txt', 'a.b.md'].map(stem)).toEqual(['a', 'a', 'a', 'enjeux', 'a.b']);
  });
  it('chaque endroit convenu est de son extension', () => {
    for (const { file } of ROOT_FILES) expect(file).toMatch(/^[a-z]+\.(yaml|md|geojson)$/);
    expect(new Set(DIRECTORIES.map((d) => `${d.directory}${d.extension}`)).size).toBe(DIRECTORIES.length);
  });
});

describe('readSources', () => {
  const lire = (files: Record<string, string>) => readSources(memoryHost({ files: { 'ctg.yaml': 'format: 1', 'convention.yaml': 'a: 1', 'territoire.yaml': 'a: 1', ...files } }));
  it('suit les numéros, puis les noms', () => {
    const [{ files }] = lire({ 'plan/b.yaml': 'a: 1', 'plan/10-z.yaml': 'a: 1', 'plan/2-y.yaml': 'a: 1', 'plan/a.yaml': 'a: 1', 'plan/2-x.yaml': 'a: 1' });
    expect(files.filter((f) => f.kind === 'plan').map((f) => f.path)).toEqual(['plan/2-x.yaml', 'plan/2-y.yaml', 'plan/10-z.yaml', 'plan/a.yaml', 'plan/b.yaml']);
  });
  it('distingue les chiffres et les textes d’un même dossier, et laisse les images', () => {
    const [{ files }, diagnostics] = lire({ 'diagnostic/01-a.yaml': 'a: 1', 'diagnostic/01-a.md': 'a', 'diagnostic/carte.png': 'x', 'diagnostic/.cache.yaml': 'x' });
    expect(files.filter((f) => f.path.startsWith('diagnostic/')).map((f) => [f.kind, f.id])).toEqual([['diagnostic', 'a'], ['texte-diagnostic', 'a']]);
    expect(diagnostics).toEqual([]);
  });
  it('ce qui n’est pas lu se sait : les absences n’y sont pas des fautes', () => {
    const [{ unread }] = lire({ 'acteurs.yaml': '', 'plan/Mon Plan.yaml': 'a: 1', 'signataires/a.yml': 'a: 1' });
    expect([...unread].sort()).toEqual(['acteurs', 'plan', 'signataire']);
  });
  it('lit un fichier à la limite, pas au-delà', () => {
    const [, sans] = lire({ 'glossaire.yaml': `a: ${'x'.repeat(LIMITS.text - 3)}` });
    expect(sans).toEqual([]);
    const [, avec] = lire({ 'glossaire.yaml': `a: ${'x'.repeat(LIMITS.text - 2)}` });
    expect(avec.map((d) => d.code)).toEqual(['CTG0004']);
  });
});

describe('images', () => {
  it('lit les dimensions', () => {
    expect(readImage(png(640, 480), 'a.png')).toEqual({ ok: true, media: 'image/png', width: 640, height: 480 });
    const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 1, 0xe0, 2, 0x80, 3, 0, 0, 0, 0, 0xff, 0xd9]);
    expect(readImage(jpeg, 'a.jpg')).toEqual({ ok: true, media: 'image/jpeg', width: 640, height: 480 });
    const svg = (texte: string) => readImage(new TextEncoder().encode(texte), 'a.svg');
    expect(svg('<svg width="20mm" height="10" viewBox="0 0 1 1"></svg>')).toMatchObject({ ok: true, width: 20, height: 10 });
    expect(svg('<?xml version="1.0"?><svg viewBox="0,0,30,40"/>')).toMatchObject({ ok: true, width: 30, height: 40 });
  });
  it('un JPEG tronqué ou abîmé ne fait pas tourner en rond', () => {
    for (const octets of [[0xff, 0xd8], [0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0xff, 0xd8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]]) {
      expect(readImage(new Uint8Array(octets), 'a.jpg').ok).toBe(false);
    }
  });
});

describe('caractères', () => {
  it('laisse le français, les tabulations et les fins de ligne', () => {
    expect(indesirables('« L’été, à Écuisses » — 1 234,5 €\u00A0; œuvre\u202F!\t\r\n🎉')).toEqual([]);
  });
  it('compte et situe les autres', () => {
    expect(indesirables('a\u200Bb\u200Bc\u202E').map(({ index, point, fois }) => [index, point, fois])).toEqual([[1, 'U+200B', 2], [5, 'U+202E', 1]]);
  });
  it('abrège sans couper un caractère', () => {
    expect(extrait('🎉'.repeat(10), 3)).toBe('🎉🎉🎉…');
    expect(extrait('deux\nlignes')).toBe('deux…');
    expect(extrait('court')).toBe('court');
  });
});
