import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile, memoryHost, nodeHost } from '../../src/index.ts';

const root = path.join(import.meta.dirname, '../..');
const shipped = nodeHost(root, { packageRoot: root, env: {} });
const minimal = path.join(root, 'examples/minimal');
const files = Object.fromEntries(
  readdirSync(minimal, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && !e.parentPath.includes('attendu') && !e.parentPath.includes('sortie'))
    .map((e) => path.join(e.parentPath, e.name))
    .map((f) => [path.relative(minimal, f), readFileSync(f, 'utf8')]),
);

/** Codes et gravités des constats de l'exemple minimal, certains fichiers changés. */
async function constats(changes: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { diagnostics } = await compile(memoryHost({ files: { ...files, ...changes }, resources: shipped }), { targets: [] });
  return diagnostics.map((d) => `${d.severity} ${d.code}`);
}

/** Un chiffre sans zone : avertissement CTG4212. */
const chiffre = (silence: string): string => `par_defaut: { annee: 2020, source: Insee, unite: habitants }\nchiffres:\n${silence}  population:\n    libelle: Population\n    valeur: 1200\n`;
const ctg = (regles: string): string => `format: 1\n${regles}`;

describe('réglage des règles dans ctg.yaml', () => {
  it('sans réglage, l’avertissement est là', async () => {
    expect(await constats({ 'diagnostic/a.yaml': chiffre('') })).toEqual(['avertissement CTG4212']);
  });

  it('une gravité se règle, avec un motif', async () => {
    const set = (gravite: string): Promise<readonly string[]> => constats({ 'diagnostic/a.yaml': chiffre(''), 'ctg.yaml': ctg(`regles:\n  CTG4212: { gravite: ${gravite}, motif: zones à venir }\n`) });
    expect(await set('erreur')).toEqual(['erreur CTG4212']);
    expect(await set('information')).toEqual(['information CTG4212']);
    expect(await set('ignorer')).toEqual([]);
  });

  it('un réglage sans motif est refusé', async () => {
    expect(await constats({ 'ctg.yaml': ctg('regles:\n  CTG4212: { gravite: ignorer }\n') })).toEqual(['erreur CTG2001']);
  });

  it('un code inconnu, ou qui n’est pas une règle, est refusé', async () => {
    expect(await constats({ 'ctg.yaml': ctg('regles:\n  CTG4999: { gravite: ignorer, motif: essai }\n') })).toEqual(['erreur CTG8001']);
    expect(await constats({ 'ctg.yaml': ctg('regles:\n  CTG3001: { gravite: ignorer, motif: essai }\n') })).toEqual(['erreur CTG8001']);
  });

  it('une règle non négociable reste une erreur', async () => {
    expect(await constats({ 'ctg.yaml': ctg('regles:\n  CTG4210: { gravite: avertissement, motif: essai }\n') })).toEqual(['erreur CTG8002']);
  });
});

describe('silences dans les sources', () => {
  const avec = (silence: string): Promise<readonly string[]> => constats({ 'diagnostic/a.yaml': chiffre(silence) });

  it('un silence motivé tait l’avertissement de la ligne suivante', async () => {
    expect(await avec('  # ctg-silence CTG4212 : la zone est celle du bassin\n')).toEqual([]);
  });

  it('un silence sans raison ne tait rien et se signale', async () => {
    expect(await avec('  # ctg-silence CTG4212\n')).toEqual(['erreur CTG8003', 'avertissement CTG4212']);
  });

  it('un silence inutile se signale', async () => {
    expect(await avec('  # ctg-silence CTG4252 : pas encore\n')).toEqual(['avertissement CTG8004', 'avertissement CTG4212']);
  });

  it('une erreur ne se tait pas', async () => {
    const faute = await constats({ 'convention.yaml': (files['convention.yaml'] ?? '').replace(/^(\s*fin:).*$/m, '  # ctg-silence CTG4101 : essai\n$1 2001-01-01') });
    expect(faute).toContain('erreur CTG8005');
    expect(faute).toContain('erreur CTG4101');
  });
});
