import { describe, expect, it } from 'vitest';
import { espacesInsecables } from '../../src/base/francais.ts';
import { constatsDe } from './projet.ts';

const convention = (debut: string, fin: string, reste = ''): string => `modele: quatorze-articles\nhypothese: 2\nperiode:\n  debut: '${debut}'\n  fin: '${fin}'\n${reste}`;
const commune = (deliberation: string): string =>
  `categorie: commune\ncommune: Bourg-Modèle\nrepresentants:\n  - { civilite: Mme, prenom: Jeanne, nom: Modèle, qualite: maire }\ndeliberation:\n${deliberation}`;

describe('gravité', () => {
  const faute = { 'articles/champs-collectivite.md': 'La ville de XXXX agit.\n' };

  it('monte avec le stade', () => {
    const stades = ['projet', 'conseil', 'signature', 'bilan'].map((stade) => constatsDe('CTG4001', { ...faute, 'ctg.yaml': `format: 1\nstade: ${stade}\n` }));
    expect(stades).toEqual(['avertissement', 'erreur', 'erreur', 'erreur'].map((g) => [`${g} articles/champs-collectivite.md:1`]));
  });

  it('se tait quand un fichier manque à l’appel, pour une règle qui constate une absence', () => {
    const sansArticle = { 'articles/champs-collectivite.md': '<!-- rien -->\n' };
    expect(constatsDe('CTG4006', sansArticle)).toHaveLength(1);
    expect(constatsDe('CTG4006', { ...sansArticle, 'acteurs.yaml': 'pmi: [\n' })).toEqual([]);
  });
});

describe('période', () => {
  it.each([
    ['2026-01-01', '2030-12-31', 0],
    ['2026-01-01', '2031-01-01', 1],
    ['2026-01-01', '2026-12-31', 0],
    ['2026-01-01', '2026-12-30', 1],
    ['2024-02-29', '2029-02-28', 0],
    ['2024-02-29', '2029-03-01', 1],
    ['2026-01-01', '2026-01-01', 1],
    ['signature', '2099-12-31', 0],
  ])('du %s au %s : %i constat', (debut, fin, nombre) => {
    const sansVote = { 'signataires/02-commune.yaml': commune('  numero: a1\n'), 'plan/plan.yaml': 'axes: {}\n' };
    expect(constatsDe('CTG4101', { ...sansVote, 'convention.yaml': convention(debut, fin) })).toHaveLength(nombre);
  });

  it('compte les prolongations pour les échéances, non pour la durée', () => {
    const prolongee = {
      'convention.yaml': convention('2024-01-01', '2027-12-31'),
      'avenants/01-an-de-plus.yaml': "objet: Une année de plus\ntype: prolongation\nnouvelle_fin: '2028-12-31'\n",
    };
    expect(constatsDe('CTG4203', { 'convention.yaml': convention('2024-01-01', '2027-12-31') })).toEqual(['erreur plan/plan.yaml:23']);
    expect(constatsDe('CTG4203', prolongee)).toEqual([]);
    expect(constatsDe('CTG4101', prolongee)).toEqual([]);
  });

  it.each([
    ['CTG, période 2026-2029', 0],
    ['Convention territoriale globale (2026-2029)', 0],
    ['CTG pour les années 2026 à 2029', 0],
    ['Stratégie de déploiement, Cog 2023-2027', 0],
    ['CTG 2026-2029, après le contrat enfance et jeunesse 2022-2025', 0],
    ['CTG, période : 2025-2028', 1],
    ['CTG 2026/2030', 1],
    ['CTG pour la période 2025 - 2028', 1],
  ])('objet voté « %s » : %i constat', (objet, nombre) => {
    expect(constatsDe('CTG4007', { 'signataires/02-commune.yaml': commune(`  objet: '${objet}'\n`) })).toHaveLength(nombre);
  });
});

describe('nombres écrits à la main', () => {
  it.each([
    ['Le plan compte trois actions.', 0],
    ['Le plan compte quatre actions.', 1],
    ['Les quatre axes stratégiques du projet', 1],
    ['Les QUATRE axes répondent au diagnostic.', 1],
    ['Il se décline en 4 axes.', 1],
    ['Les cinq signataires et leurs partenaires', 1],
    ['ses vingt et une fiches-actions, jointes', 0],
    ['ses vingt-deux annexes', 1],
    ['Les quatre actions prioritaires', 0],
    ['Quatre actions sont en cours.', 0],
    ['ces quatre objectifs', 0],
    ['deux des quatre réactions', 0],
    ['Les quatre axes routiers de la commune', 0],
  ])('%s : %i constat', (texte, nombre) => {
    expect(constatsDe('CTG4256', { 'articles/preambule.md': `${texte}\n` })).toHaveLength(nombre);
  });
});

describe('espaces des messages', () => {
  it('deviennent insécables, sans toucher au code', () => {
    expect(espacesInsecables('Ajoutez « titre: x » : deux, trois ; oui ?')).toBe('Ajoutez «\u00A0titre: x\u00A0»\u00A0: deux, trois\u202F; oui\u202F?');
  });
});
