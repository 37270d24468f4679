import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaDiagnostic } from '../../schemas/diagnostic.ts';
import { formerYaml } from '../../src/fmt/yaml.ts';
import { codesUtiles, JEUX, type Perimetre, RELEVE_LE, type RepriseChiffres, reprendreChiffres } from '../../src/reprise/chiffres/index.ts';
import { Refus } from '../../src/reprise/classeur.ts';
import { lireTableaux } from '../../src/reprise/lire.ts';
import { copier, ctg, dansUnDossier, ecrire } from '../cli/outils.ts';

/** Les codes sont vrais ; les valeurs sont inventées, rondes à dessein. */
const DEUX: Perimetre = {
  nom: 'Les deux communes',
  echelle: 'bassin',
  communes: new Map([['71153', 'Le Creusot'], ['01004', 'Ambérieu-en-Bugey']]),
  epci: { siren: '247100290', nom: 'Communauté urbaine Creusot Montceau' },
  departement: { code: '71', nom: 'Saône-et-Loire' },
  pris: ['population'],
  ctgYaml: null,
};
const UNE: Perimetre = { ...DEUX, nom: 'Le Creusot', echelle: 'commune', communes: new Map([['71153', 'Le Creusot']]), pris: [] };
const reprendre = (csv: string, perimetre: Perimetre): RepriseChiffres => {
  const utiles = codesUtiles(perimetre);
  const [feuille] = lireTableaux(new TextEncoder().encode(csv), 1_000_000, (cases) => cases.some((c) => utiles.has(c)));
  if (feuille === undefined) throw new Error('pas de tableau');
  return reprendreChiffres(feuille, perimetre);
};
const chiffres = (r: RepriseChiffres): Record<string, Record<string, unknown>> => (parse(r.texte) as { chiffres: Record<string, Record<string, unknown>> }).chiffres;

const CAF = `\uFEFFdtreffre;numcomdo;nomcom;indfoy_ndur;indnbp_ndur;indfoy_rsa
2023-12;71153;Le Creusot;5000;11000;900
2024-12;71153;Le Creusot;5100;11100;905
2023-12;01004;Ambérieu-en-Bugey;2500;6000;
2024-12;01004;Ambérieu-en-Bugey;2600;6100;
2024-12;99999;Ailleurs;10;10;10
2024-12;;;15;15;15
`;

describe('un fichier communal de data.caf.fr', () => {
  it('donne la somme des communes, chaque commune et l’évolution', () => {
    expect(chiffres(reprendre(CAF, DEUX))['foyers-allocataires']).toEqual({
      libelle: 'Foyers allocataires de la Caf', valeur: 7700, annee: 2024, echelle: 'bassin', zone: 'Les deux communes', unite: 'foyers', arrondi: 'à 5 près',
      evolution: [{ annee: 2023, valeur: 7500 }, { annee: 2024, valeur: 7700 }],
      communes: { '71153': 5100, '01004': 2600 },
    });
  });

  it('une case blanchie est absente, jamais zéro : pas de somme, et c’est dit', () => {
    const r = reprendre(CAF, DEUX);
    expect(chiffres(r)['foyers-rsa']).toBeUndefined();
    expect(chiffres(r)['foyers-rsa-71153']).toMatchObject({ valeur: 905, zone: 'Le Creusot', echelle: 'commune' });
    expect(chiffres(r)['foyers-rsa-01004']).toBeUndefined();
    expect(r.texte).not.toMatch(/: 0$/m);
    expect(r.remarques).toEqual([{ ou: 'F1', sorte: 'non repris', texte: expect.stringContaining('non publié pour Ambérieu-en-Bugey') }]);
    expect(r.pieges.join(' ')).toMatch(/arrondis à 5.*secret statistique.*pas habitants.*décembre/);
  });

  it('écrit un fichier à la forme du diagnostic, déjà mis en forme, ses pièges en commentaire', () => {
    for (const perimetre of [DEUX, UNE]) {
      const { texte, chemin } = reprendre(CAF, perimetre);
      expect(chemin).toBe('diagnostic/prestations-caf.yaml');
      expect(schemaDiagnostic.safeParse(parse(texte)).error).toBeUndefined();
      expect(formerYaml(texte)).toEqual({ ok: true, texte });
      expect(texte).toContain('# - Effectifs arrondis à 5');
      expect(texte).toContain('data.caf.fr');
    }
  });
});

describe('d’autres jeux', () => {
  it('un taux ne se somme pas ; la ligne du département compare', () => {
    const r = reprendre('annee,numcom,nomcom,txcouv_com,txcouv_eaje_com\n2022,71153,Le Creusot,61.5,20.1\n2023,71153,Le Creusot,62.5,21.1\n2023,01004,Ambérieu,50,\n2023,71,Saône-et-Loire,70.2,19\n', DEUX);
    expect(chiffres(r)['taux-couverture-71153']).toMatchObject({ valeur: 62.5, annee: 2023, comparaisons: [{ zone: 'Saône-et-Loire', echelle: 'département', valeur: 70.2 }] });
    expect(chiffres(r)['taux-couverture-01004']).toMatchObject({ valeur: 50 });
    expect(chiffres(r)['taux-couverture']).toBeUndefined();
    expect(chiffres(r)['taux-couverture-eaje-01004']).toBeUndefined();
  });

  it('l’intercommunalité, par son SIREN', () => {
    const r = reprendre('annee;numepci;nomepci;txcouv_epci\n2023;247100290;CUCM;58,4\n2023;200000001;Autre;1\n', DEUX);
    expect(chiffres(r)).toEqual({ 'taux-couverture-epci': expect.objectContaining({ valeur: 58.4, echelle: 'EPCI', zone: 'Communauté urbaine Creusot Montceau' }) });
  });

  it('l’Insee met l’année dans le nom de la colonne ; un zéro de tête perdu dans Excel ne perd pas la commune', () => {
    const r = reprendre('CODGEO;P16_POP;P21_POP;P21_POP0002;D99\n71153;22000;21600,4;600,123;x\n1004;14000;14500;500;y\n', DEUX);
    expect(chiffres(r)['population-2']).toMatchObject({ valeur: 36100.4, annee: 2021, evolution: [{ annee: 2016, valeur: 36000 }, { annee: 2021, valeur: 36100.4 }] });
    expect(chiffres(r)['enfants-0-2-ans']).toMatchObject({ valeur: 1100.12, thematique: 'petite-enfance' });
  });

  it('rien n’est deviné d’un jeu inconnu, d’un fichier par IRIS, d’un autre territoire', () => {
    const raison = (csv: string): string => {
      try {
        reprendre(csv, DEUX);
      } catch (error) {
        if (error instanceof Refus) return `${error.message} | ${error.conseil}`;
        throw error;
      }
      return 'accepté';
    };
    expect(raison('code;valeur\n71153;12\n')).toMatch(/jeu de données.*colonnes : code, valeur.*s_ben_com_f/);
    expect(raison('IRIS;COM;P21_POP\n711530101;71153;12\n')).toContain('IRIS');
    expect(raison('dtreffre;numcomdo;indfoy_ndur\n2024-12;99999;10\n')).toContain('aucun chiffre du territoire');
  });

  it('chaque jeu dit d’où il vient, ses pièges, et le jour du relevé', () => {
    expect(RELEVE_LE).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(JEUX.length).toBeGreaterThanOrEqual(4);
    for (const jeu of JEUX) expect([jeu.source.length > 10, jeu.pieges.length > 0, jeu.colonnes.length > 0]).toEqual([true, true, true]);
  });
});

describe('la commande', () => {
  it('écrit, dit les pièges, et ne remplace rien', () =>
    dansUnDossier(async (dossier) => {
      copier('creusot-montceau', dossier);
      ecrire(dossier, { 'epci.csv': 'annee;numepci;nomepci;txcouv_epci\n2023;247100290;CUCM;58,4\n' });
      const premier = await ctg(['import', 'chiffres', 'epci.csv'], { cwd: dossier });
      expect([premier.code, premier.erreur]).toEqual([0, '']);
      expect(premier.sortie).toContain('ne les mêlez pas dans une évolution');
      const chemin = path.join(dossier, 'diagnostic/couverture-petite-enfance-epci.yaml');
      expect(existsSync(chemin)).toBe(true);
      const valide = await ctg(['validate', '--format', 'json'], { cwd: dossier });
      const graves = (JSON.parse(valide.sortie) as { diagnostics: { file: string; severity: string; code: string }[] }).diagnostics.filter((d) => d.file?.endsWith('enfance-epci.yaml') && d.severity === 'erreur');
      expect(graves).toEqual([]);
      const avant = readFileSync(chemin, 'utf8');
      const second = await ctg(['import', 'chiffres', 'epci.csv'], { cwd: dossier });
      expect(second.code).toBe(2);
      expect(readFileSync(chemin, 'utf8')).toBe(avant);
    }));
});
