import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile, memoryHost, nodeHost } from '../../src/index.ts';
import { NBSP } from '../../src/base/francais.ts';

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

describe('réglage des seuils et des listes', () => {
  const convention = (mois: number): string => `modele: quatorze-articles\nhypothese: 2\nperiode:\n  debut: '2026-01-01'\n  fin: '2029-12-31'\npreavis:\n  denonciation_mois: ${String(mois)}\n  mise_en_demeure_mois: 1\n`;
  const regle = (lignes: string): string => ctg(`regles:\n  ${lignes}\n`);
  /** Le modèle à quatorze articles, recopié dans le territoire avec d'autres réglages. */
  const modele = (regles: string): Readonly<Record<string, string>> => ({
    'modeles/le-notre.yaml': `${readFileSync(path.join(root, 'templates/modeles/quatorze-articles.yaml'), 'utf8').replace(/^regles:\n(?: .*\n)+/m, '')}regles:\n${regles}`,
    'convention.yaml': convention(18).replace('quatorze-articles', 'le-notre'),
  });

  it('le territoire règle un seuil, avec un motif', async () => {
    expect(await constats({ 'convention.yaml': convention(18) })).toEqual(['avertissement CTG4112']);
    expect(await constats({ 'convention.yaml': convention(18), 'ctg.yaml': regle('CTG4112: { seuils: { denonciation_maximum: 18 }, motif: convenu avec la Caf }') })).toEqual([]);
    expect(await constats({ 'convention.yaml': convention(6), 'ctg.yaml': regle('CTG4112: { seuils: { denonciation_maximum: 3 }, motif: convenu avec la Caf }') })).toEqual(['avertissement CTG4112']);
  });

  it('la gravité et le seuil se règlent ensemble', async () => {
    expect(await constats({ 'convention.yaml': convention(6), 'ctg.yaml': regle('CTG4112: { gravite: information, seuils: { denonciation_maximum: 3 }, motif: essai }') })).toEqual(['information CTG4112']);
  });

  it('le modèle règle un seuil, que le territoire peut régler encore', async () => {
    const mois = (n: number): string => `  CTG4112:\n    seuils: { denonciation_maximum: ${String(n)} }\n    source: Caf du Rhône\n    releve_le: '2026-01-15'\n`;
    expect(await constats(modele(mois(12)))).toEqual(['avertissement CTG4112']);
    expect(await constats(modele(mois(24)))).toEqual([]);
    expect(await constats({ ...modele(mois(24)), 'ctg.yaml': regle('CTG4112: { seuils: { denonciation_maximum: 17 }, motif: essai }') })).toEqual(['avertissement CTG4112']);
  });

  it('le modèle durcit le secret statistique, sans pouvoir l’adoucir ; le territoire durcit encore le modèle', async () => {
    const effectif = (n: number): Readonly<Record<string, string>> => ({ 'diagnostic/a.yaml': `par_defaut: { annee: 2023, source: Caf, unite: foyers, zone: Bourg }\nchiffres:\n  rsa:\n    libelle: Foyers au RSA\n    valeur: ${String(n)}\n` });
    const secret = (n: number): string => `  CTG4210:\n    seuils: { effectif_minimum: ${String(n)} }\n    source: Caf du Rhône\n    releve_le: '2026-01-15'\n`;
    expect(await constats({ ...effectif(8) })).toEqual([]);
    expect(await constats({ ...modele(secret(11)), 'convention.yaml': convention(6).replace('quatorze-articles', 'le-notre'), ...effectif(8) })).toEqual(['erreur CTG4210']);
    expect(await constats({ ...modele(secret(3)), 'convention.yaml': convention(6).replace('quatorze-articles', 'le-notre'), ...effectif(4) })).toEqual(['erreur CTG4210', 'erreur CTG8007']);
    const territoire = (n: number): Readonly<Record<string, string>> => ({ 'ctg.yaml': regle(`CTG4210: { seuils: { effectif_minimum: ${String(n)} }, motif: convenu avec la Caf }`) });
    expect(await constats({ ...effectif(8), ...territoire(11) })).toEqual(['erreur CTG4210']);
    expect(await constats({ ...effectif(4), ...territoire(3) })).toEqual(['erreur CTG8007', 'erreur CTG4210']);
    const durci = { ...modele(secret(11)), 'convention.yaml': convention(6).replace('quatorze-articles', 'le-notre') };
    expect(await constats({ ...durci, ...effectif(12), ...territoire(15) })).toEqual(['erreur CTG4210']);
    expect(await constats({ ...durci, ...effectif(12), ...territoire(7) })).toEqual(['erreur CTG8007']);
  });

  it('une source et un jour sont demandés au modèle', async () => {
    const maison = { ...modele('  CTG4112:\n    seuils: { denonciation_maximum: 24 }\n'), 'convention.yaml': convention(6).replace('quatorze-articles', 'le-notre') };
    expect(await constats(maison)).toEqual(['erreur CTG2001', 'erreur CTG2001']);
  });

  it.each([
    ['CTG4112: { seuils: { denonciation_maximun: 18 }, motif: essai }', 'CTG8006', 3, 'Vouliez-vous dire « denonciation_maximum »\u202F?'],
    ['CTG4112: { seuils: { mois: 18 }, motif: essai }', 'CTG8006', 3, 'Ses seuils : « denonciation_maximum ». « ctg explain CTG4112 » en dit plus.'],
    ['CTG4101: { seuils: { duree: 6 }, motif: essai }', 'CTG8006', 3, 'Cette règle n’a aucun seuil. « ctg explain CTG4101 » en dit plus.'],
    ['CTG4220: { listes: { sigle: [BSR] }, motif: essai }', 'CTG8006', 3, 'Vouliez-vous dire « sigles »\u202F?'],
    ['CTG4112: { seuils: { denonciation_maximum: 61 }, motif: essai }', 'CTG8007', 3, 'Donnez un nombre de 1 à 60 (mois), ou retirez ce réglage.'],
    ['CTG4105: { seuils: { jours_francs: 2 }, motif: essai }', 'CTG8008', 3, 'Retirez ce réglage.'],
    ['CTG4008: { listes: { cogs: ["2028"] }, motif: essai }', 'CTG8010', 3, 'sur le modèle de « 2028-2032 »'],
    ['CTG4109: { listes: { matieres: [aide sociale] }, motif: essai }', 'CTG8010', 3, 'sur le modèle de « 8.10 »'],
    ['CTG4112: { motif: essai }', 'CTG8009', 3, 'Ajoutez « gravite: »'],
    ['CTG4112: { seuils: {}, motif: essai }', 'CTG8009', 3, 'Ajoutez « gravite: »'],
  ])('%s : %s, à la ligne %i', async (lignes, code, ligne, conseil) => {
    const { diagnostics, sources } = await compile(memoryHost({ files: { ...files, 'ctg.yaml': regle(lignes) }, resources: shipped }), { targets: [] });
    expect(diagnostics.map((d) => `${d.severity} ${d.code}`)).toEqual([`erreur ${code}`]);
    const [found] = diagnostics;
    expect(found?.span?.file).toBe('ctg.yaml');
    expect(sources.get('ctg.yaml')?.position(found?.span?.start ?? 0).line).toBe(ligne);
    expect(found?.hint?.replaceAll(NBSP, ' ')).toContain(conseil);
  });

  it.each(['CTG4112: { seuils: { denonciation_maximum: 12.5 }, motif: essai }', 'CTG4112: { seuils: { denonciation_maximum: un an }, motif: essai }', 'CTG4112: { seuils: 12, motif: essai }', 'CTG4220: { listes: { sigles: BSR }, motif: essai }'])('%s : refusé pour sa forme', async (lignes) => {
    const found = await constats({ 'ctg.yaml': regle(lignes) });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^erreur CTG2/);
  });

  it('une liste s’allonge', async () => {
    const texte = { 'articles/preambule.md': 'Le BSR est proposé à tous. [Phrase type à revoir]\n' };
    expect(await constats(texte)).toEqual(['information CTG4220']);
    expect(await constats({ ...texte, 'ctg.yaml': regle('CTG4220: { listes: { sigles: [BSR] }, motif: connu de tous ici }') })).toEqual([]);
    expect(await constats({ ...texte, 'ctg.yaml': regle('CTG4001: { listes: { partout: ["[Phrase type"] }, motif: repère de notre modèle }') })).toEqual(['information CTG4220', 'avertissement CTG4001']);
  });
});

describe('la clause du secret statistique', () => {
  it.each([
    ['sans réglage', {}, '100', '5'],
    ['durcie par le territoire', { 'ctg.yaml': ctg('regles:\n  CTG4210: { seuils: { effectif_minimum: 11, allocataires_minimum: 1000 }, motif: convenu avec la Caf }\n') }, '1 000', '11'],
  ])('%s : écrit les seuils que la règle applique', async (_, changes, allocataires, effectif) => {
    const { tree } = await compile(memoryHost({ files: { ...files, ...changes }, resources: shipped }), { targets: [] });
    const acte = JSON.stringify(tree).replace(/[\u00A0\u202F]/g, ' ');
    expect(acte).toContain(`moins de ${allocataires} allocataires`);
    expect(acte).toContain(`inférieure à ${effectif} allocataires`);
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

  it('un silence dont la règle ne s’applique qu’à un autre stade n’est pas inutile', async () => {
    const tu = { 'signataires/02-commune.yaml': (files['signataires/02-commune.yaml'] ?? '').replace(/^ {2}joints:.*\n/m, '').replace(/^deliberation:/m, '# ctg-silence CTG4167 : le dossier part demain\n$&') };
    expect(await constats(tu)).toEqual([]);
    expect(await constats({ ...tu, 'ctg.yaml': ctg('stade: conseil\n') })).toEqual([]);
  });

  it('un silence n’est pas dit inutile quand une erreur plus haut a fait taire sa règle', async () => {
    const faux = chiffre('  # ctg-silence CTG4212 : la zone est celle du bassin\n').replace('valeur: 1200', 'valeur: beaucoup');
    expect(await constats({ 'diagnostic/a.yaml': faux })).toEqual([expect.stringMatching(/^erreur CTG2/)]);
  });

  it('une erreur ne se tait pas', async () => {
    const faute = await constats({ 'convention.yaml': (files['convention.yaml'] ?? '').replace(/^(\s*fin:).*$/m, '  # ctg-silence CTG4101 : essai\n$1 2001-01-01') });
    expect(faute).toContain('erreur CTG8005');
    expect(faute).toContain('erreur CTG4101');
  });
});
