/** Règles de pilotage, d'équipements, d'évaluation et de calendrier, aux cas que leurs pages ne montrent pas. */
import { describe, expect, it } from 'vitest';
import { constatsDe } from './projet.ts';

const bassin = "modele: onze-articles\nperiode:\n  debut: '2026-01-01'\n  fin: '2029-12-31'\n";

describe('comité de pilotage', () => {
  const instance = (reste: string): string => `instances:\n  copil:\n    nom: Comité de pilotage\n${reste}`;

  it('parité et secrétariat ne sont dus que si la clause du modèle les promet', () => {
    const gouvernance = instance('    decisionnelle: true\n    reunions_par_an: { min: 2 }\n');
    expect(constatsDe('CTG4216', { 'gouvernance.yaml': gouvernance })).toHaveLength(1);
    expect(constatsDe('CTG4216', { 'gouvernance.yaml': gouvernance, 'convention.yaml': bassin })).toEqual([]);
    const remplace = '---\nremplace: true\nmotif: Essai\n---\nLes parties se concertent.\n';
    expect(constatsDe('CTG4216', { 'gouvernance.yaml': gouvernance, 'articles/collaboration.md': remplace })).toEqual([]);
  });

  it.each([
    ['    reunions_par_an: { min: 0, max: 3 }\n', 1],
    ['    reunions_par_an: { max: 3 }\n', 0],
    ['    missions: [Valider l’évaluation annuelle]\n', 0],
    ['    reunions_par_an: { min: 0 }\n    missions: [Valider l’évaluation annuelle]\n', 1],
    ['', 1],
  ])('réunions %j : %i constat', (reste, nombre) => {
    expect(constatsDe('CTG4216', { 'gouvernance.yaml': instance(`    decisionnelle: true\n${reste}`), 'convention.yaml': bassin })).toHaveLength(nombre);
  });

  it('se tait si le territoire ne décrit que des postes', () => {
    expect(constatsDe('CTG4216', { 'gouvernance.yaml': 'charges_cooperation:\n  c: { intitule: Chargé, employeur: commune, etp: 1 }\n' })).toEqual([]);
  });
});

describe('équipements', () => {
  const equipement = (reste: string): Record<string, string> => ({ 'equipements.yaml': `e:\n  nom: Essai\n  commune: Bourg-Modèle\n  gestionnaire: { nom: Essai, statut: association }\n${reste}` });
  const territoire = (qui: string): Record<string, string> => ({
    'territoire.yaml': `nom: Bourg-Modèle\ntype: commune\ndepartement: Val-Modèle\ncommunes: [{ nom: Bourg-Modèle }]\ncompetences:\n  - { thematiques: [petite-enfance], exercee_par: [${qui}] }\n`,
    'acteurs.yaml': 'villes: { nom: Villes, signataires: [commune] }\nsyndicat: { nom: Syndicat }\n',
  });
  const bonus = '  type: Multi-accueils\n  cofinanceur: commune\n  bonus_territoire: { assiette: place }\n';

  it.each([
    ['commune', 0],
    ['villes', 0],
    ['syndicat', 1],
    ['syndicat, commune', 0],
  ])('compétence exercée par %s : %i constat', (qui, nombre) => {
    expect(constatsDe('CTG4265', { ...equipement(bonus), ...territoire(qui) })).toHaveLength(nombre);
  });

  it.each([
    ['micro-crèche', '[PSU]', 0],
    ['micro-crèche', '[PAJE]', 1],
    ['Micro-crèche Paje', '[]', 1],
    ['MAM', '[]', 1],
    ['ALSH', '[PS Alsh]', 0],
    ['bébébus', '[PAJE]', 0],
  ])('bonus à une structure %s, prestations %s : %i constat', (type, prestations, nombre) => {
    expect(constatsDe('CTG4275', equipement(`  type: ${type}\n  prestations: ${prestations}\n  cofinanceur: commune\n  bonus_territoire: { assiette: place }\n`))).toHaveLength(nombre);
  });

  it('les types et prestations d’usage sont connus, quels que soient casse, accents et pluriel', () => {
    expect(constatsDe('CTG4215', equipement('  type: Centres sociaux\n  prestations: [ps agc, PS ACF]\n'))).toEqual([]);
    expect(constatsDe('CTG4215', equipement('  type: MULTI-ACCUEILS\n  prestations: [PSU]\n'))).toEqual([]);
    expect(constatsDe('CTG4215', equipement('  type: multi-acueil\n  prestations: [PSUU]\n'))).toHaveLength(2);
  });
});

describe('indicateurs et évaluation', () => {
  it('réunit les indicateurs incomplets en un constat', () => {
    const indicateurs = Array.from({ length: 8 }, (_, i) => `i${String(i)}: { libelle: Indicateur ${String(i)}, actions: [relais] }\n`).join('');
    expect(constatsDe('CTG4218', { 'indicateurs.yaml': indicateurs })).toEqual(['information indicateurs.yaml:1']);
    expect(constatsDe('CTG4218', { 'indicateurs.yaml': indicateurs, 'ctg.yaml': 'format: 1\nstade: conseil\n' })).toEqual(['avertissement indicateurs.yaml:1']);
  });

  it('lit les volumes des fiches-actions, non les autres phrases', () => {
    const fiche = (ligne: string): Record<string, string> => ({ 'fiches-actions/01-relais.md': `---\nactions: [relais]\n---\n## Actions à mettre en place\n\n- Volume de travaux\n\n## Indicateurs\n\n- ${ligne}\n` });
    expect(constatsDe('CTG4218', fiche('Volume de familles reçues'))).toEqual(['information fiches-actions/01-relais.md:10']);
    expect(constatsDe('CTG4218', fiche('Nombre de familles reçues'))).toEqual([]);
    const chiffre = { 'indicateurs.yaml': "familles: { libelle: Familles, actions: [relais], unite: familles, depart: { valeur: 0 }, cible: { valeur: 9, date: '2029-12-31' } }\n" };
    expect(constatsDe('CTG4218', { ...fiche('Volume de familles reçues'), ...chiffre })).toEqual([]);
  });

  it('l’évaluation n’est jugée qu’à la signature', () => {
    expect(['projet', 'conseil', 'signature', 'bilan'].map((stade) => constatsDe('CTG4219', { 'ctg.yaml': `format: 1\nstade: ${stade}\n` }).length)).toEqual([0, 0, 1, 1]);
  });
});

describe('calendrier', () => {
  const etape = (date: string, lot = ''): Record<string, string> => ({ 'calendrier.yaml': `- { quand: Un jour, etape: Comité, date: '${date}'${lot === '' ? '' : `, lot: ${lot}`} }\n` });
  it.each([
    ['2025-11-20', '', 0],
    ['2025-11-21', '', 1],
    ['2027-01-01', 'suivi', 0],
    ['2029-12-31', 'diagnostic', 0],
    ['2030-01-01', 'diagnostic', 1],
  ])('étape du %s (%s) : %i constat', (date, lot, nombre) => {
    expect(constatsDe('CTG4253', etape(date, lot))).toHaveLength(nombre);
  });

  it('attend que toutes les collectivités aient voté', () => {
    const sansVote = 'categorie: commune\ncommune: Bourg-Modèle\nrepresentants:\n  - { civilite: Mme, prenom: Jeanne, nom: Modèle, qualite: maire }\n';
    expect(constatsDe('CTG4253', { ...etape('2026-02-01'), 'signataires/02-commune.yaml': sansVote })).toEqual([]);
  });
});
