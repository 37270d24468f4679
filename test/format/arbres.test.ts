/** Les huit arbres de stratégie vus sur le terrain tiennent dans le format, et l'acte les dit dans leurs mots. */
import { describe, expect, it } from 'vitest';
import { actions, chemin, ecrire } from './fabrique.ts';

const plan = (texte: string): Readonly<Record<string, string>> => ({ 'plan/plan.yaml': texte });

describe('arbres de stratégie', () => {
  it('Communauté urbaine Creusot Montceau : axe, thématique, objectif stratégique, action ; enjeux à part', async () => {
    const acte = await ecrire({
      ...plan(`axes:\n  maillage:\n    titre: Mailler le territoire\n    thematiques:\n      petite-enfance:\n        titre: Petite enfance\n        objectifs:\n          cooperer:\n            titre: Coopérer entre communes\n            actions:\n${actions(14)}`),
      'enjeux.md': '# Petite enfance\n\n- Trouver une place près de chez soi.\n',
    });
    expect(acte.constats).toEqual([]);
    expect(acte.plan.levels).toEqual(['Axe', 'Thématique', 'Objectif stratégique']);
    expect(chemin(acte, 0)).toBe('1 Mailler le territoire / 1.1 Petite enfance / 1.1.1 Coopérer entre communes / 1.1.1.1 Ouvrir un relais petite enfance');
    expect(acte.texte('diagnostic')).toContain('Petite enfance\nTrouver une place près de chez soi.');
    expect(acte.texte('objectifs')).toContain('Axe 1 : Mailler le territoire\nPetite enfance\nCoopérer entre communes');
  });

  it('Coëvrons : thématique, axe, action', async () => {
    const acte = await ecrire(
      plan(`thematiques:\n  petite-enfance:\n    titre: Petite enfance\n    axes:\n      places:\n        titre: Des places partout\n        actions:\n${actions(10)}      qualite:\n        titre: Un accueil de qualité\n        actions:\n          former: { titre: Former les professionnels, pilotes: [pays], echeances: [2026], indicateurs: [Nombre de sessions] }\n`),
    );
    expect(acte.constats).toEqual([]);
    expect(acte.plan.levels).toEqual(['Thématique', 'Axe']);
    expect(chemin(acte, 3)).toBe('1 Petite enfance / 1.2 Un accueil de qualité / 1.2.1 Former les professionnels');
    // Le niveau porte le nom d'une thématique connue : ses actions en héritent sans la redire.
    expect(acte.plan.rows[3]?.thematiques).toEqual(['Petite enfance']);
    expect(acte.texte('objectifs')).toContain('Thématique 1 : Petite enfance\nDes places partout\nUn accueil de qualité');
  });

  it('Baugé-en-Anjou : thématique, enjeu, objectif, action prioritaire', async () => {
    const acte = await ecrire({
      'strategie.yaml': 'libelles: { objectifs: Objectif, actions: Action prioritaire }\n',
      ...plan(`thematiques:\n  parentalite:\n    titre: Parentalité\n    enjeux:\n      reperes:\n        titre: Donner des repères\n        objectifs:\n          lieux:\n            titre: Ouvrir des lieux\n            actions:\n${actions(14)}`),
    });
    expect(acte.constats).toEqual([]);
    expect(acte.plan.levels).toEqual(['Thématique', 'Enjeu', 'Objectif']);
    expect(acte.plan.actionLabel).toBe('Action prioritaire');
    expect(chemin(acte, 2)).toBe('1 Parentalité / 1.1 Donner des repères / 1.1.1 Ouvrir des lieux / 1.1.1.3 Créer un lieu d’accueil enfants-parents');
  });

  it('Angers : enjeux partagés, actions existantes, à consolider, à développer', async () => {
    const lignes = [['ludo', 'Faire vivre la ludothèque', 'existante'], ['clubs', 'Soutenir les clubs', 'à consolider'], ['sejours', 'Créer des séjours', 'à développer']].map(
      ([id, titre, offre]) => `          ${id as string}: { titre: ${titre as string}, pilotes: [pays], echeances: [2025], offre: ${offre as string}, indicateurs: [Nombre d’enfants] }\n`,
    );
    const acte = await ecrire(plan(`thematiques:\n  enfance:\n    titre: Enfance\n    enjeux:\n      temps-libre:\n        titre: Un temps libre pour tous\n        actions:\n${lignes.join('')}${actions(10)}`));
    expect(acte.constats).toEqual([]);
    expect(acte.plan.levels).toEqual(['Thématique', 'Enjeu']);
    expect(acte.plan.rows.slice(0, 3).map((r) => r.offre)).toEqual(['existante', 'à consolider', 'à développer']);
  });

  it('Aubergenville : quatre axes et leurs objectifs, ni pilote ni date ; le plan viendra par avenant', async () => {
    const acte = await ecrire({
      'convention.yaml': "modele: quatorze-articles\nhypothese: 1\nperiode:\n  debut: '2025-01-01'\n  fin: '2028-12-31'\nsignature:\n  lieu: Valbourg\ndiagnostic_attendu_le: '2025-06-30'\n",
      'calendrier.yaml': '- quand: Mars 2025\n  etape: Rencontre des habitants\n  lot: diagnostic\n',
      ...plan('axes:\n  parcours:\n    titre: Parcours éducatif\n    objectifs:\n      rythmes: { titre: Respecter les rythmes de l’enfant }\n'),
    });
    // Un objectif sans action se signale, sans empêcher l'acte.
    expect(acte.constats.map((c) => c.split(' ').slice(0, 3).join(' '))).toEqual(['avertissement CTG4205 plan/plan.yaml:5:7']);
    expect(acte.projet.plan.noeuds.map((n) => `${n.numero} ${n.titre}`)).toEqual(['1 Parcours éducatif', '1.1 Respecter les rythmes de l’enfant']);
    expect(acte.texte('diagnostic')).toContain('Rencontre des habitants');
    expect(acte.texte('diagnostic')).toContain('30 juin 2025');
  });

  it('Ardèche : thème, axe stratégique, action', async () => {
    const acte = await ecrire({
      'strategie.yaml': 'libelles: { thematiques: Thème, axes: Axe stratégique }\n',
      ...plan(`thematiques:\n  sante:\n    titre: Santé\n    axes:\n      prevention:\n        titre: Prévenir\n        actions:\n${actions(10)}`),
    });
    expect(acte.constats).toEqual([]);
    expect(acte.plan.levels).toEqual(['Thème', 'Axe stratégique']);
    expect(acte.texte('objectifs')).toContain('Thème 1 : Santé\nPrévenir');
  });

  it('Sud-Avesnois : thématique, puis directement les fiches, dont gouvernance et service public de la petite enfance', async () => {
    const acte = await ecrire({
      ...plan(`thematiques:\n  gouvernance:\n    titre: Gouvernance\n    actions:\n      piloter: { titre: Piloter la convention, pilotes: [pays], echeances: [2025], indicateurs: [Réunions tenues] }\n  sppe:\n    titre: Service public de la petite enfance\n    actions:\n${actions(6)}`),
      'fiches-actions/01-piloter.md': '---\nactions: [piloter]\n---\n\n## Actions à mettre en place\n\n- Réunir le comité.\n\n## Indicateurs\n\n- Réunions tenues.\n',
    });
    expect(acte.constats).toEqual([]);
    expect(acte.plan.levels).toEqual(['Thématique']);
    expect(chemin(acte, 1)).toBe('2 Service public de la petite enfance / 2.1 Ouvrir un relais petite enfance');
    expect(acte.plan.rows[0]?.fiche?.label).toMatch(/^Fiche-action\s1$/);
  });

  it('2C2R : ambition, objectif, objectif opérationnel, action', async () => {
    const acte = await ecrire({
      'strategie.yaml': 'synthese: Un territoire où l’on grandit bien.\nlibelles: { axes: Ambition }\n',
      ...plan(`axes:\n  accueillir:\n    titre: Accueillir\n    objectifs:\n      places:\n        titre: Des places\n        objectifs_operationnels:\n          creches:\n            titre: Des crèches\n            actions:\n${actions(14)}`),
    });
    expect(acte.constats).toEqual([]);
    expect(acte.plan.levels).toEqual(['Ambition', 'Objectif stratégique', 'Objectif opérationnel']);
    expect(acte.texte('objectifs')).toContain('Un territoire où l’on grandit bien.\nAmbition 1 : Accueillir\nDes places\nDes crèches');
  });

  it('AQTA : par événement de vie, chacun couvrant des thématiques de la Caf', async () => {
    const acte = await ecrire({
      'strategie.yaml': 'libelles: { thematiques: Événement de vie }\nthematiques:\n  devenir-parent:\n    titre: Devenir parent\n    couvre: [petite-enfance, parentalite]\n  grandir:\n    titre: Grandir\n    couvre: [enfance, jeunesse]\n',
      ...plan('thematiques:\n  devenir-parent:\n    titre: Devenir parent\n    objectifs:\n      accueil:\n        titre: Être accueilli\n        actions:\n          relais: { titre: Ouvrir un relais, pilotes: [pays], echeances: [2025], indicateurs: [Ouvert ou non] }\n  grandir:\n    titre: Grandir\n    objectifs:\n      loisirs:\n        titre: Se détendre\n        actions:\n          mercredi: { titre: Accueillir le mercredi, pilotes: [pays], echeances: [2025], indicateurs: [Nombre d’enfants] }\n'),
    });
    // Les trois thématiques du modèle sont couvertes par celles du territoire.
    expect(acte.constats).toEqual([]);
    expect(acte.plan.levels).toEqual(['Événement de vie', 'Objectif stratégique']);
    expect(acte.plan.rows.map((r) => r.thematiques)).toEqual([['Devenir parent'], ['Grandir']]);
  });
});

describe('ce que les arbres partagent', () => {
  it('un objectif commun à plusieurs thématiques se dit une fois, sur l’objectif', async () => {
    const acte = await ecrire(plan('axes:\n  maillage:\n    titre: Mailler\n    objectifs:\n      cooperer:\n        titre: Coopérer entre communes\n        thematique: petite-enfance\n        thematiques_associees: [enfance, parentalite]\n        actions:\n          reseau: { titre: Créer un réseau, pilotes: [pays], echeances: [2025], indicateurs: [Créé ou non] }\n          charte: { titre: Écrire une charte, thematiques_associees: [handicap, enfance], pilotes: [pays], echeances: [2025], indicateurs: [Écrite ou non] }\n'));
    expect(acte.constats).toEqual([]);
    expect(acte.plan.rows.map((r) => r.thematiques)).toEqual([
      ['Petite enfance', 'Enfance', 'Parentalité'],
      ['Petite enfance', 'Enfance', 'Parentalité', 'Handicap et inclusion'],
    ]);
  });

  it('« communes » désigne toutes les communes, sans être déclaré', async () => {
    const acte = await ecrire(plan(`axes:\n  a:\n    titre: Axe\n    pilotes: [communes]\n    objectifs:\n      b:\n        titre: Objectif\n        actions:\n${actions(10).replaceAll('pilotes: [pays], ', '')}`));
    expect(acte.constats).toEqual([]);
    expect(acte.plan.rows.map((r) => r.pilotes)).toEqual([['Communes'], ['Communes'], ['Communes']]);
  });

  it('un territoire peut toujours nommer lui-même cet acteur', async () => {
    const acte = await ecrire({
      'acteurs.yaml': 'communes:\n  nom: Les trois communes\n',
      ...plan(`axes:\n  a:\n    titre: Axe\n    objectifs:\n      b:\n        titre: Objectif\n        actions:\n${actions(10).replaceAll('[pays]', '[communes]')}`),
    });
    expect(acte.plan.rows[0]?.pilotes).toEqual(['Les trois communes']);
  });
});
