/** Une faute, un constat : chaque faute courante, seule, sur un exemple sain de vingt communes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { memoryHost } from '../../src/host/memory.ts';
import { nodeHost } from '../../src/host/node.ts';
import { analyze } from '../../src/pipeline/analyze.ts';
import { noCache } from '../../src/pipeline/cache.ts';
import { RACINE } from '../cli/outils.ts';

const exemple = path.join(RACINE, 'examples/creusot-montceau');
const SAIN: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(exemple, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && /\.(?:yaml|md)$/.test(e.name) && !/attendu|sortie/.test(e.parentPath))
    .map((e) => [path.relative(exemple, path.join(e.parentPath, e.name)).split(path.sep).join('/'), readFileSync(path.join(e.parentPath, e.name), 'utf8')]),
);
const resources = nodeHost(RACINE, { packageRoot: RACINE, env: {} });
const lire = (files: Readonly<Record<string, string>>): readonly Diagnostic[] => analyze(memoryHost({ files, resources }), noCache).diagnostics;
const cle = (d: Diagnostic): string => `${d.code} ${d.message}`;
const avant = new Set(lire(SAIN).map(cle));

const PLAN = 'plan/1-maillage.yaml';
const FICHE = 'fiches-actions/01-guichet-unique.md';
const MARMAGNE = 'signataires/09-marmagne.yaml';

/** Fichier, ce qui y est, la faute, le code attendu, le fichier montré, un bout du conseil. */
const FAUTES: readonly (readonly [string, string, string, string, string, string])[] = [
  ['convention.yaml', 'periode:', 'période:', 'CTG2002', 'convention.yaml', '« periode »'],
  ['territoire.yaml', 'departement:', 'departemant:', 'CTG2002', 'territoire.yaml', '« departement »'],
  [PLAN, 'pilotes: [caf, services-petite-enfance]', 'pilote: [caf, services-petite-enfance]', 'CTG2002', PLAN, '« pilotes »'],
  [PLAN, 'pilotes: [caf, services-petite-enfance]', 'pilotes: [cav, services-petite-enfance]', 'CTG3001', PLAN, '« caf »'],
  [PLAN, 'thematique: petite-enfance', 'thematique: petite-enfanse', 'CTG3001', PLAN, '« petite-enfance »'],
  ['ctg.yaml', 'stade: projet', 'stade: projets', 'CTG2003', 'ctg.yaml', '« projet »'],
  ['convention.yaml', 'modele: onze-articles', 'modele: onze-article', 'CTG3004', 'convention.yaml', '« onze-articles »'],
  [FICHE, '## Actions à mettre en place', '## Action à mettre en plasse', 'CTG2008', FICHE, '« Actions à mettre en place »'],
  [FICHE, '[](acteur:services-petite-enfance)', '[](acteurs:services-petite-enfance)', 'CTG3006', FICHE, '« acteur:services-petite-enfance »'],
  [FICHE, '[](acteur:services-petite-enfance)', '[](acteur:service-petite-enfance)', 'CTG3001', FICHE, '« services-petite-enfance »'],
  ['acteurs.yaml', '\nservices-petite-enfance:', '\nservices-petite-enfence:', 'CTG3001', 'calendrier.yaml', '« services-petite-enfence »'],
  ['territoire.yaml', 'nom: Marmagne,', 'nom: Marmange,', 'CTG3013', 'territoire.yaml', 'Écrivez : Marmagne'],
  ['territoire.yaml', 'nom: Écuisses', 'nom: Ecuisses', 'CTG3013', 'territoire.yaml', 'Écrivez : Écuisses'],
  ['territoire.yaml', '71282', '71382', 'CTG4304', 'territoire.yaml', 'Le code de Marmagne est 71282'],
  ['territoire.yaml', 'Saône-et-Loire', 'Saone et Loir', 'CTG4301', 'territoire.yaml', '« Saône-et-Loire »'],
  ['territoire.yaml', '247100290', '247100299', 'CTG4307', 'territoire.yaml', 'Vérifiez les neuf chiffres'],
  [MARMAGNE, 'commune: Marmagne', 'commune: Marmange', 'CTG3003', MARMAGNE, '« Marmagne »'],
  [MARMAGNE, 'categorie: commune', 'categorie: comune', 'CTG2003', MARMAGNE, '« commune »'],
  [MARMAGNE, 'categorie: commune', 'categorie: epci', 'CTG3008', MARMAGNE, ''],
  ['convention.yaml', 'fin: 2026-12-31', 'fin: 31/12/2026', 'CTG2005', 'convention.yaml', 'Écrivez : 2026-12-31'],
  ['convention.yaml', 'fin: 2026-12-31', 'fin: 2026-02-31', 'CTG2007', 'convention.yaml', '2026-02-28'],
  ['convention.yaml', 'fin: 2026-12-31', 'fin: 2016-12-31', 'CTG4101', 'convention.yaml', 'Corrigez'],
  ['convention.yaml', 'denonciation_mois: 3', 'denonciation_mois: trois', 'CTG2006', 'convention.yaml', 'denonciation_mois: 3'],
  [PLAN, 'echeances: [2025]', 'echeances: [2052]', 'CTG4203', PLAN, 'Corrigez l’échéance'],
  [PLAN, 'titre: Renforcer la coop', 'titre: Petite enfance : renforcer la coop', 'CTG1004', PLAN, 'guillemets droits'],
  [PLAN, '            pilotes: [rpe, pmi, caf]', '           pilotes: [rpe, pmi, caf]', 'CTG1005', PLAN, 'Alignez'],
  [PLAN, '            pilotes: [rpe, pmi, caf]', '\t\t\tpilotes: [rpe, pmi, caf]', 'CTG1003', PLAN, 'retapez les espaces'],
  [PLAN, 'pilotes: [rpe, pmi, caf]', 'pilotes: [rpe, pmi, caf', 'CTG1001', PLAN, '« ] »'],
  ['territoire.yaml', '  - { nom: Torcy', '  { nom: Torcy', 'CTG1005', 'territoire.yaml', 'ajoutez le tiret'],
  ['diagnostic/10-communaute-urbaine.yaml', '  part-60-ans-cucm:\n', '', 'CTG1002', 'diagnostic/10-communaute-urbaine.yaml', 'a sans doute été effacée'],
  ['territoire.yaml', 'siren: "247100290"', 'siren: "247100290', 'CTG1009', 'territoire.yaml', 'Fermez le guillemet'],
];

/** Fichiers effacés : préfixe de leur chemin, et ce que l'on doit lire. */
const EFFACES: readonly (readonly [string, string, string])[] = [
  ['acteurs.yaml', 'CTG3019', 'Remettez acteurs.yaml'],
  ['plan/', 'CTG3019', 'Remettez ce dossier'],
  ['diagnostic/', 'CTG3019', 'Remettez ce dossier'],
  ['signataires/11-montchanin.yaml', 'CTG3001', 'Montchanin est une commune du territoire, et n’a pas de fichier'],
];

const sansInsecables = (texte: string | null | undefined): string => (texte ?? '').replace(/[\u00A0\u202F]/g, ' ');

describe('une faute, un constat', () => {
  it('l’exemple sain n’a pas d’erreur', () => {
    expect(Object.keys(SAIN).length).toBeGreaterThan(40);
    expect(lire(SAIN).filter((d) => d.severity === 'erreur')).toEqual([]);
  });

  it.each(EFFACES)('%s effacé donne une seule erreur, %s', (prefixe, code, conseil) => {
    const restent = Object.fromEntries(Object.entries(SAIN).filter(([nom]) => !nom.startsWith(prefixe)));
    expect(Object.keys(restent).length).toBeLessThan(Object.keys(SAIN).length);
    const erreurs = lire(restent).filter((d) => d.severity === 'erreur' && !avant.has(cle(d)));
    expect(erreurs.map((d) => `${d.code} ${sansInsecables(d.message)}`)).toEqual([expect.stringContaining(code)]);
    expect(sansInsecables(erreurs[0]?.hint)).toContain(conseil);
  });

  it.each(FAUTES)('%s : « %s » devenu « %s » donne %s', (fichier, sain, faute, code, montre, conseil) => {
    const texte = SAIN[fichier] ?? '';
    expect(texte).toContain(sain);
    const nouveaux = lire({ ...SAIN, [fichier]: texte.replace(sain, faute) }).filter((d) => !avant.has(cle(d)));
    expect(nouveaux.map((d) => `${d.code} ${d.span?.file ?? ''}`)).toEqual([`${code} ${montre}`]);
    expect(sansInsecables(nouveaux[0]?.hint)).toContain(conseil);
  });

  it('un identifiant inconnu en dix endroits se dit une fois, et montre les autres', () => {
    const texte = (SAIN['acteurs.yaml'] ?? '').replace('\nservices-petite-enfance:', '\nservices-petite-enfence:');
    const [seul, ...autres] = lire({ ...SAIN, 'acteurs.yaml': texte }).filter((d) => d.code === 'CTG3001');
    expect(autres).toEqual([]);
    expect(seul?.related.length).toBe(10);
    expect(new Set(seul?.related.map((r) => r.span.file)).size).toBeGreaterThan(3);
  });

  it('sans fichier de la Caf, un seul constat : la Caf ne signe pas', () => {
    const { 'signataires/01-caf.yaml': _, ...reste } = SAIN;
    expect(lire(reste).filter((d) => d.severity === 'erreur').map((d) => d.code)).toEqual(['CTG3010']);
  });

  it('un fichier obligatoire presque bien nommé manque, et ne se plaint pas deux fois', () => {
    const { 'convention.yaml': convention = '', ...reste } = SAIN;
    const nouveaux = lire({ ...reste, 'conventions.yaml': convention }).filter((d) => !avant.has(cle(d)));
    expect(nouveaux.map((d) => d.code)).toEqual(['CTG0002']);
    expect(sansInsecables(nouveaux[0]?.hint)).toContain('Renommez conventions.yaml en convention.yaml');
  });
});
