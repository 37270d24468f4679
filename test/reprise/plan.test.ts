import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaPlan } from '../../schemas/plan.ts';
import { formerYaml } from '../../src/fmt/yaml.ts';
import { copier, ctg, dansUnDossier, ecrire, fichiers } from '../cli/outils.ts';
import { Refus } from '../../src/reprise/classeur.ts';
import { lireTableaux } from '../../src/reprise/lire.ts';
import { type Demande, lireImposee, type Reprise, reprendrePlan, type Territoire } from '../../src/reprise/plan/index.ts';
import { classeur } from './outils.ts';

const TERRITOIRE: Territoire = {
  acteurs: [
    { id: 'caf', noms: ['Caf', 'Caisse d’allocations familiales du Val-Modèle'] },
    { id: 'commune', noms: ['Commune de Bourg-Modèle', 'Ville de Bourg-Modèle'] },
    { id: 'pmi', noms: ['PMI', 'Protection maternelle et infantile'] },
  ],
  thematiques: new Map([['petite-enfance', 'Petite enfance'], ['parentalite', 'Parentalité'], ['enfance', 'Enfance']]),
  libelles: new Map(),
  pris: ['caf', 'commune', 'pmi'],
  choix: { offre: ['existante'], avancement: ['à venir', 'en cours'], priorite: ['haute', 'moyenne', 'basse'] },
  ctgYaml: '# yaml-language-server: $schema=.vscode/schemas/ctg.schema.json\nformat: 1\n',
};
const reprendre = (octets: Uint8Array, demande: Partial<Demande> = {}): Reprise => reprendrePlan(lireTableaux(octets), TERRITOIRE, { feuilles: [], imposees: new Map(), ...demande });
const texte = (s: string): Uint8Array => new TextEncoder().encode(s);
const valeurs = (r: Reprise): unknown => [...r.fichiers.values()].map((t) => parse(t));
const notes = (r: Reprise): readonly string[] => r.remarques.map((m) => `${m.ou} ${m.sorte} : ${m.texte}`.replace(/[\u00A0\u202F]/g, ' '));

describe('un classeur comme on en reçoit', () => {
  const recu = classeur([
    { nom: 'Lisez-moi', lignes: [['Ce classeur est à compléter par chaque service']] },
    {
      nom: 'Plan',
      lignes: [
        ['PLAN D’ACTIONS DE LA CTG'],
        [null],
        ['Axes', 'OBJECTIFS\nOPÉRATIONNELS', 'Actions', 'Pilote(s)', 'Partenaires', 'Calendrier', null, null, 'Indicateurs d’évaluation', 'Budget'],
        [null, null, null, null, null, 2025, 2026, 2027, null, null],
        ['Axe 1 : Accueillir', '1.1 Informer', '1. Ouvrir un guichet', 'CAF 71', '• PMI\n• École de musique', 'x', 'X', null, '- Familles reçues\n- Délai', 12000],
        [null, null, '2. Publier un guide', 'Ville de Bourg-Modèle / Caf', null, null, null, 'fin d’année', null, null],
        [null, '1.2 Former', '3. Former les équipes', 'La Caf', null, null, 'x', null, null, null],
        ['AXE 2 : Soutenir les parents'],
        [null, 'Objectif 2.1 – Écouter', '4. Ouvrir un lieu d’écoute', null, null, null, null, null, null, null],
      ],
      fusions: ['A1:J1', 'F3:H3', 'A5:A7', 'B5:B6', 'A8:J8', 'D6:D6'],
    },
    { nom: 'Ancien', lignes: [['Action', 'Pilote'], ['Vieille action', 'Caf']], cachee: true },
  ]);
  const reprise = reprendre(recu);

  it('donne ses axes, ses objectifs, ses actions, sans leurs numéros', () => {
    expect(valeurs(reprise)).toEqual([
      {
        axes: {
          accueillir: {
            titre: 'Accueillir',
            objectifs_operationnels: {
              informer: {
                titre: 'Informer',
                actions: {
                  'ouvrir-guichet': { titre: 'Ouvrir un guichet', pilotes: ['caf-71'], partenaires: ['pmi', 'ecole-musique'], echeances: [2025, 2026], indicateurs: ['Familles reçues', 'Délai'] },
                  'publier-guide': { titre: 'Publier un guide', pilotes: ['commune', 'caf'], echeances: [2027] },
                },
              },
              former: { titre: 'Former', actions: { 'former-equipes': { titre: 'Former les équipes', pilotes: ['caf'], echeances: [2026] } } },
            },
          },
        },
      },
      { axes: { 'soutenir-parents': { titre: 'Soutenir les parents', objectifs_operationnels: { ecouter: { titre: 'Écouter', actions: { 'ouvrir-lieu-ecoute': { titre: 'Ouvrir un lieu d’écoute' } } } } } } },
    ]);
  });

  it('dit ce qu’il n’a pas pu placer, case par case, et ce qui est à vérifier', () => {
    expect(notes(reprise)).toEqual([
      'Plan!J3 non repris : colonne « Budget » : titre de colonne inconnu ; 1 case (J5)',
      'Plan!D5 à vérifier : « CAF 71 » est déclaré comme nouvel acteur (caf-71), mais ressemble à « caf », déjà connu',
      'Plan!H6 à vérifier : « fin d’année » dans la colonne 2027 : 2027 est gardé comme échéance, ce texte ne l’est pas',
    ]);
    expect([...reprise.acteurs]).toEqual([['caf-71', 'CAF 71'], ['ecole-musique', 'École de musique']]);
  });

  it('a la forme d’un plan, avec sa ligne d’éditeur', () => {
    expect(reprise.fichiers.size).toBe(2);
    for (const [chemin, source] of reprise.fichiers) {
      expect(chemin).toMatch(/^plan\/\d-[a-z0-9-]+\.yaml$/);
      expect(source).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.vscode\/schemas\/plan\.schema\.json\n/);
      expect(schemaPlan.safeParse(parse(source)).success).toBe(true);
      expect(formerYaml(source)).toEqual({ ok: true, texte: source });
    }
  });
});

describe('les échéances', () => {
  it.each([
    ['2024-2026', [2024, 2025, 2026], null],
    ['de 2024 à 2026', [2024, 2025, 2026], null],
    ['entre 2024 et 2026', [2024, 2025, 2026], null],
    ['2024 et 2026', [2024, 2026], null],
    ['2024 ; 2026', [2024, 2026], null],
    ['2024-25', [2024, 2025], null],
    ['T1 2025', [2025], 'seule l’année est gardée (2025)'],
    ['1er trimestre 2025', [2025], 'seule l’année'],
    ['Juin 2025', [2025], 'seule l’année'],
    ['30/06/2025', [2025], 'seule l’année'],
    ['dès 2025, si financement', [2025], 'le reste'],
    ['2024-2099', [2024, 2099], 'le reste'],
    ['en continu', undefined, 'aucune année n’y est reconnue'],
  ])('%s', (ecrit, annees, dit) => {
    const r = reprendre(texte(`Axe;Action;Échéance\nA;B;"${ecrit}"\n`));
    expect((valeurs(r) as { axes: { a: { actions: { b: { echeances?: number[] } } } } }[])[0]?.axes.a.actions.b.echeances).toEqual(annees);
    expect(notes(r)).toHaveLength(dit === null ? 0 : 1);
    if (dit !== null) expect(notes(r)[0]).toContain(dit);
  });

  it('une vraie date d’Excel', () => {
    const r = reprendre(classeur([{ nom: 'P', lignes: [['Axe', 'Action', 'Date'], ['A', 'B', { jour: 45838 }]] }]));
    expect(valeurs(r)).toEqual([{ axes: { a: { titre: 'A', actions: { b: { titre: 'B', echeances: [2025] } } } } }]);
    expect(notes(r)).toEqual(['P!C2 à vérifier : « 2025-06-30 » : seule l’année est gardée (2025)']);
  });
});

describe('les écritures d’un CSV', () => {
  const attendu = [{ axes: { eveil: { titre: 'Éveil', actions: { 'fete-ete': { titre: 'Fête, été', pilotes: ['caf'] }, jeu: { titre: 'Jeu', pilotes: ['pmi'] } } } } }];
  const lignes = (s: string): string => `Axe${s}Action${s}Pilotes\r\nÉveil${s}"Fête, été"${s}Caf\r\n${s}Jeu${s}PMI\r\n`;
  const latin = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0));
  it.each([
    ['point-virgule, UTF-8', texte(lignes(';'))],
    ['point-virgule, UTF-8 avec marque', texte(`\uFEFF${lignes(';')}`)],
    ['virgule', texte(lignes(','))],
    ['tabulation', texte(lignes('\t'))],
    ['Windows-1252', latin(lignes(';'))],
    ['« sep=; »', texte(`sep=;\r\n${lignes(';')}`)],
    ['UTF-16 (Texte Unicode)', new Uint8Array([0xff, 0xfe, ...[...lignes('\t')].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])])],
  ])('%s', (_, octets) => expect(valeurs(reprendre(octets))).toEqual(attendu));
});

describe('rien n’est deviné', () => {
  it.each([
    ['une colonne inconnue', 'Axe;Action;Structure\nA;B;Caf\n', ['C1 non repris : colonne « Structure » : titre de colonne inconnu ; 1 case (C2)']],
    ['une thématique inconnue', 'Axe;Action;Thème\nA;B;Petite enfnce\n', ['C2 non repris : « Petite enfnce » n’est pas une thématique connue : déclarez-la dans strategie.yaml. Vouliez-vous dire « Petite enfance » ?']],
    ['deux acteurs, ou un seul', 'Axe;Action;Pilotes\nA;B;"Crèche, école"\n', ['C2 à vérifier : « Crèche, école » a été lu comme 2 acteurs']],
    ['une action hors de tout niveau', 'Axe;Action;Pilotes\n;Z;Caf\nA;B;Caf\n', ['B2 non repris : « Z » : l’action n’est sous aucun axe ni objectif']],
    ['une ligne sans action', 'Axe;Action;Indicateurs\nA;B;Un\n;;Deux\nC;;Trois\nC;D;\n', ['C3 à vérifier : ligne sans action : rattachée à « B »', 'C4 non repris : « Trois » : la ligne n’a pas d’action']],
    ['une note sous le tableau', 'Axe;Action\nA;B\nSource : la Caf\n', ['A3 non repris : « Source : la Caf » : aucune action ne suit']],
    ['un avancement inconnu', 'Axe;Action;État d’avancement\nA;B;bientôt\n', ['C2 non repris : « bientôt » n’est pas une valeur de avancement : à venir, en cours']],
    ['deux colonnes pour une', 'Axe;Axe stratégique;Action\nA;X;B\n', ['B1 non repris : colonne « Axe stratégique » : une autre colonne donne déjà « axe » ; 1 case (B2)']],
  ])('%s', (_, csv, dit) => expect(notes(reprendre(texte(csv)))).toEqual(dit));

  it('un nombre qui commence un titre n’est pas un numéro', () => {
    const r = reprendre(texte('Axe;Action\nA;3 places de crèche\n;10 ateliers\n;3 - 6 ans : un accueil\n;1.5 poste\n'));
    expect(JSON.stringify(valeurs(r))).toMatch(/3 places de crèche.*10 ateliers.*3 - 6 ans : un accueil.*1\.5 poste/);
  });

  it('la personne dit ce qu’est une colonne, par son titre ou sa lettre', () => {
    const csv = texte('Rubrique;Intitulé du projet;Structure;Notes\nA;B;Caf;n\n');
    const r = reprendre(csv, { imposees: new Map(['Rubrique=axe', 'intitulé du PROJET=action', 'C=pilotes', 'Notes=rien'].map(lireImposee)) });
    expect(valeurs(r)).toEqual([{ axes: { a: { titre: 'A', actions: { b: { titre: 'B', pilotes: ['caf'] } } } } }]);
    expect(notes(r)).toEqual([]);
    expect(() => lireImposee('Structure=pilote')).toThrow(Refus);
  });
});

describe('ce qui est refusé, avec sa raison', () => {
  const raison = (octets: Uint8Array, demande: Partial<Demande> = {}): string => {
    try {
      reprendre(octets, demande);
    } catch (error) {
      if (error instanceof Refus) return `${error.message} | ${error.conseil}`.replace(/[\u00A0\u202F]/g, ' ');
      throw error;
    }
    return 'accepté';
  };
  const compose = (mot: string): Uint8Array => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(100).fill(0), ...[...mot].flatMap((c) => [c.charCodeAt(0), 0])]);
  const deux = classeur([{ nom: 'Axe 1', lignes: [['Axe', 'Action'], ['A', 'B']] }, { nom: 'Axe 2', lignes: [['Axe', 'Action'], ['C', 'D']] }]);

  it.each([
    ['vide', new Uint8Array(), /^il est vide/],
    ['feuilles vides', classeur([{ nom: 'P', lignes: [] }]), /^ses feuilles visibles sont vides/],
    ['ancien .xls', compose('Workbook'), /^c’est un ancien classeur Excel \(\.xls\)/],
    ['mot de passe', compose('EncryptedPackage'), /^il est protégé par un mot de passe/],
    ['PDF', texte('%PDF-1.7'), /^c’est un PDF/],
    ['Word', classeur([], { 'word/document.xml': '<a/>', 'xl/workbook.xml': '' }), /abîm|illisible|Word/],
    ['archive tronquée', deux.subarray(0, 200), /abîmée/],
    ['XML avec entités', classeur([], { 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }), /illisible/],
    ['binaire', new Uint8Array([1, 2, 3, 4]), /ni un classeur Excel, ni un CSV/],
    ['sans colonne Action', texte('Axe;Projet\nA;B\n'), /aucune ligne de titres/],
    ['deux feuilles', deux, /2 de ses feuilles .*--feuille "Axe 1" --feuille "Axe 2"/],
    ['trop de colonnes', texte(`Axe;Action${';'.repeat(600)}\nA;B\n`), /plus de 500 colonnes/],
    ['trop de lignes', texte(`Axe;Action\n${'A;B\n'.repeat(50_001)}`), /plus de 50000 lignes/],
  ])('%s', (_, octets, attendu) => expect(raison(octets)).toMatch(attendu));

  it('une feuille inconnue, et deux feuilles demandées dans l’ordre', () => {
    expect(raison(deux, { feuilles: ['Axe 3'] })).toContain('Axe 1, Axe 2');
    expect([...reprendre(deux, { feuilles: ['Axe 2', 'Axe 1'] }).fichiers.keys()]).toEqual(['plan/1-c.yaml', 'plan/2-a.yaml']);
  });

  it('une archive qui gonfle n’est pas décompressée', () => {
    const bombe = classeur([{ nom: 'P', lignes: [['Axe', 'Action'], ['A', 'B']] }], { 'xl/sharedStrings.xml': `<sst>${' '.repeat(101_000_000)}</sst>` });
    expect(bombe.byteLength).toBeLessThan(200_000);
    expect(raison(bombe)).toContain('démesuré');
  }, 60_000);
});

describe('la commande', () => {
  it('ne remplace rien, et ne laisse rien à moitié écrit', () =>
    dansUnDossier(async (dossier) => {
      copier('minimal', dossier);
      ecrire(dossier, { 'plan.csv': 'Axe;Action;Pilotes\nA;B;Ludothèque\nC;D;Caf\n', 'plan/2-c.yaml': '# à moi\n', 'acteurs.yaml': 'pmi:\n  nom: PMI\n' });
      const avant = fichiers(dossier);
      const refus = await ctg(['import', 'plan', 'plan.csv'], { cwd: dossier });
      expect(refus.code).toBe(2);
      expect(refus.erreur).toContain('plan/2-c.yaml');
      expect(fichiers(dossier)).toEqual(avant);
      const essai = await ctg(['import', 'plan', 'plan.csv', '--sortie', 'reprise', '--dry-run'], { cwd: dossier });
      expect([essai.code, essai.erreur]).toEqual([0, '']);
      expect(fichiers(dossier)).toEqual(avant);
      const ailleurs = await ctg(['import', 'plan', 'plan.csv', '--sortie', 'reprise'], { cwd: dossier });
      expect([ailleurs.code, ailleurs.erreur]).toEqual([0, '']);
      expect(fichiers(dossier)).toEqual([...avant, 'reprise/acteurs.yaml', 'reprise/plan/1-a.yaml', 'reprise/plan/2-c.yaml'].sort());
      expect(readFileSync(path.join(dossier, 'plan/2-c.yaml'), 'utf8')).toBe('# à moi\n');
    }));

  it('donne ce qu’il faut ajouter à un acteurs.yaml déjà là', () =>
    dansUnDossier(async (dossier) => {
      copier('minimal', dossier);
      ecrire(dossier, { 'plan.csv': 'Axe;Action;Pilotes\nA;B;Ludothèque\n', 'acteurs.yaml': 'pmi:\n  nom: PMI\n' });
      const { code, sortie } = await ctg(['import', 'plan', 'plan.csv'], { cwd: dossier });
      expect(code).toBe(0);
      expect(sortie).toContain('ludotheque:\n  nom: Ludothèque\n');
      expect(sortie).toContain('Le plan avait déjà');
      expect(readFileSync(path.join(dossier, 'acteurs.yaml'), 'utf8')).toBe('pmi:\n  nom: PMI\n');
    }));
});
