import { describe, expect, it } from 'vitest';
import { chercheurDeResidus } from '../../src/rules/aide/residus.ts';
import { reglagesDe } from '../../src/rules/reglages.ts';

const { liste } = reglagesDe('CTG4001');
const residus = chercheurDeResidus({ partout: liste('partout'), enTete: liste('en_tete'), sansSuite: liste('sans_suite'), enAttente: liste('mots_en_attente'), verbes: liste('verbes_voulus') });
const trouves = (texte: string, seul = true): readonly string[] => residus({ texte, seul }).map((p) => texte.slice(p.start, p.end));

describe('restes de modèle', () => {
  it.each([
    ['la commune de XXXX, représentée par son maire', ['XXXX']],
    ['en date du XX/XX/20 figurant en annexe', ['XX/XX/20']],
    ['Fait à Versailles, le XX/XX/2022.', ['XX/XX/2022']],
    ['le XX/XX/XXXX', ['XX/XX/XXXX']],
    ['vote du 12/XX/2025', ['12/XX/2025']],
    ['vu la délibération du xxxxxxx', ['xxxxxxx']],
    ['délibération n° … du ….', ['…', '….']],
    ['délibération n°...', ['...']],
    ['la communauté de communes de ... en date du', ['...']],
    ['Monsieur… représentera', ['…']],
    ['…', ['…']],
    ['la commune (communauté de communes de...)', ['...']],
    ['Cette convention comporte ... pages', ['...']],
    ['Signé le ____________', ['____________']],
    ['en 202X', ['202X']],
    ['du 1er janvier 20..', ['20..']],
    ['Bonjour {{ commune.nom }}', ['{{ commune.nom }}']],
    ['[Nom de la commune]', ['[Nom de la commune]']],
    ['À compléter', ['À compléter']],
    ['à préciser', ['à préciser']],
    ['Budget : à définir avec la Caf', ['à définir']],
    ['Pilote à définir', ['à définir']],
    ['Les moyens (à préciser) suivront', ['(à préciser']],
    ['(à adapter en fonction du nombre de signataires)', ['(à adapter']],
    ['Attention, il peut y avoir plusieurs champs', ['Attention,']],
    ['Ne lister que les missions utiles', ['Ne lister que']],
    ['(Les joindre)', ['Les joindre']],
    ['SPECIMEN', ['SPECIMEN']],
    ['1ere hypothèse : diagnostic engagé', ['1ere hypothèse']],
  ])('voit %j', (texte, attendus) => {
    expect(trouves(texte)).toEqual(attendus);
  });

  it.each([
    'Danse, cirque, théâtre…',
    'des activités (cirque, danse…) pour tous',
    'des activités (cirque, danse...) pour tous',
    'des activités (cirque, danse …)',
    'des professionnels (CHS ; CMP ...)',
    'un guichet unique (avec le RPE ....)',
    'des livres, des jeux, etc.…',
    'Il disait : « Les familles attendent… »',
    'une offre « […] de qualité »',
    'une offre (…) de qualité',
    'le patrimoine du XXe siècle',
    'taille XXL',
    'les modalités restent à définir',
    'le lieu est encore à préciser.',
    'Aider les familles à définir leurs besoins',
    'Inviter chacun à compléter, seul ou accompagné, son dossier',
    'une attention, une écoute',
    'pour les joindre, appeler la mairie',
    'actions à venir',
    'un exemplaire pour chaque signataire',
  ])('laisse %j', (texte) => {
    expect(trouves(texte)).toEqual([]);
  });

  it('ne prend pas la fin d’un morceau pour la fin d’une phrase', () => {
    // « … à définir **les besoins** » : le gras est un autre morceau.
    expect(trouves('Le groupe aide à définir ', false)).toEqual([]);
    expect(trouves('…', false)).toEqual([]);
  });
});
