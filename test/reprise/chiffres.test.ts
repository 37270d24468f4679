import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaDiagnostic } from '../../schemas/diagnostic.ts';
import { formerYaml } from '../../src/fmt/yaml.ts';
import { codesUtiles, type Dites, JEUX, lireColonne, type Perimetre, RELEVE_LE, type RepriseChiffres, reprendreChiffres } from '../../src/reprise/chiffres/index.ts';
import { Refus } from '../../src/reprise/classeur.ts';
import { lireTableaux } from '../../src/reprise/lire.ts';
import { copier, ctg, dansUnDossier, ecrire } from '../cli/outils.ts';
import { classeur } from './outils.ts';

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
const reprendre = (fichier: string | Uint8Array, perimetre: Perimetre, dites: Dites | null = null): RepriseChiffres => {
  const utiles = codesUtiles(perimetre);
  const octets = typeof fichier === 'string' ? new TextEncoder().encode(fichier) : fichier;
  return reprendreChiffres(lireTableaux(octets, 1_000_000, (cases) => cases.some((c) => utiles.has(c))), perimetre, dites);
};
const chiffres = (r: RepriseChiffres): Record<string, Record<string, unknown>> => Object.assign({}, ...[...r.fichiers.values()].map((texte) => (parse(texte) as { chiffres: object }).chiffres)) as Record<string, Record<string, unknown>>;
const raison = (essai: () => unknown): string => {
  try {
    essai();
  } catch (error) {
    if (error instanceof Refus) return `${error.message} | ${error.conseil}`;
    throw error;
  }
  return 'accepté';
};

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
    expect([...r.fichiers.values()].join('')).not.toMatch(/: 0$/m);
    expect(r.remarques).toEqual([{ ou: 'F1', sorte: 'non repris', texte: expect.stringContaining('non publié pour Ambérieu-en-Bugey') }]);
    expect(r.pieges.join(' ')).toMatch(/arrondis à 5.*secret statistique.*pas habitants.*décembre/);
  });

  it('écrit un fichier à la forme du diagnostic, déjà mis en forme, ses pièges en commentaire', () => {
    for (const perimetre of [DEUX, UNE]) {
      const [[chemin = '', texte = ''] = []] = reprendre(CAF, perimetre).fichiers;
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
    expect(raison(() => reprendre('code;valeur\n71153;12\n', DEUX))).toMatch(/jeu de données.*colonnes : A code, B valeur.*--colonne "code=commune".*s_ben_com_f/);
    expect(raison(() => reprendre('IRIS;COM;P21_POP\n711530101;71153;12\n', DEUX))).toContain('IRIS');
    expect(raison(() => reprendre('dtreffre;numcomdo;indfoy_ndur\n2024-12;99999;10\n', DEUX))).toContain('aucun chiffre du territoire');
  });

  it('chaque jeu dit d’où il vient, ses pièges, et le jour du relevé', () => {
    expect(RELEVE_LE).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(JEUX.length).toBeGreaterThanOrEqual(4);
    for (const jeu of JEUX) expect([(jeu.source ?? '').length > 10, jeu.pieges.length > 0, jeu.colonnes.length > 0]).toEqual([true, true, true]);
  });
});

describe('titres sous d’autres lignes, fichiers en longueur, plusieurs jeux', () => {
  it('les titres se cherchent, dans la bonne feuille d’un classeur', () => {
    const octets = classeur([
      { nom: 'Lisez-moi', lignes: [['Recensement de la population'], ['Mise en ligne le 27/06/2024']] },
      { nom: 'COM', lignes: [['Population'], [], ['Code', 'Population en 2021'], ['CODGEO', 'P21_POP'], ['71153', 21000], ['01004', 14000]] },
    ]);
    const r = reprendre(octets, { ...DEUX, pris: [] });
    expect(chiffres(r)['population']).toMatchObject({ valeur: 35000, annee: 2021 });
    const csv = `Extraction du 01/02/2025\n\n${CAF.slice(1)}`;
    expect(chiffres(reprendre(csv, DEUX))).toEqual(chiffres(reprendre(CAF, DEUX)));
  });

  it('le quotient familial n’est pas pris pour les prestations : une tranche, une mesure', () => {
    const ligne = (tranche: string, n: number): string => `2024-12;71153;${tranche};${n}\n2024-12;01004;${tranche};10\n`;
    const r = reprendre(`dtreffre;numcomdo;qf_400;indfoy_ndur\n${ligne('Moins de 400 euros', 300)}${ligne('Entre 400 et 799 euros', 700)}`, DEUX);
    expect([...r.fichiers.keys()]).toEqual(['diagnostic/quotient-familial.yaml']);
    expect(chiffres(r)).toMatchObject({ 'foyers-qf-moins-400': { valeur: 310 }, 'foyers-qf-400-799': { valeur: 710 } });
    expect(chiffres(r)['foyers-qf-800-1199']).toBeUndefined();
    expect(r.remarques).toEqual([]);
  });

  it('un fichier mensuel ne donne que décembre ; le département a ses propres chiffres', () => {
    const r = reprendre('dtreffre;numdep;indfoy_ndur\n2024-11-01;71;90000\n2024-12-01;71;91000\n2025-03-01;71;92000\n', DEUX);
    expect([...r.fichiers.keys()]).toEqual(['diagnostic/prestations-caf-departement.yaml']);
    expect(chiffres(r)).toMatchObject({ 'foyers-allocataires-departement': { valeur: 91000, annee: 2024, echelle: 'département', zone: 'Saône-et-Loire' } });
    expect(chiffres(r)['foyers-allocataires-departement']?.['evolution']).toBeUndefined();
  });

  it('le dossier complet de l’Insee donne un fichier par sujet', () => {
    const r = reprendre('CODGEO;P21_POP;C21_MEN;C21_FAM;C21_FAMMONO;P21_LOG;P21_RP;P21_RP_LOCHLMV;MED21;TP6021\n71153;21000;10000;5000;1200;13000;10500;2600;20400;19,5\n01004;14000;6000;3500;700;7000;6100;1500;21800;s\n', { ...DEUX, pris: [] });
    expect([...r.fichiers.keys()]).toEqual(['population-insee', 'familles-insee', 'logement-insee', 'revenus-insee'].map((f) => `diagnostic/${f}.yaml`));
    expect(chiffres(r)).toMatchObject({ 'familles-monoparentales': { valeur: 1900, annee: 2021 }, 'residences-hlm': { valeur: 4100 }, 'niveau-de-vie-median-01004': { valeur: 21800 }, 'taux-pauvrete-71153': { valeur: 19.5 } });
    expect(chiffres(r)['taux-pauvrete-01004']).toBeUndefined();
    expect(r.pieges.join(' ')).toMatch(/Pas de millésime 2022/);
  });

  it('Filosofi et la BPE en longueur : la bonne mesure, la bonne sorte de lieu ; un équipement absent vaut zéro', () => {
    const filosofi = reprendre('GEO;GEO_OBJECT;FILOSOFI_MEASURE;UNIT_MEASURE;UNIT_MULT;CONF_STATUS;OBS_STATUS;TIME_PERIOD;OBS_VALUE\n71153;COM;MED_SL;EUR;0;F;A;2023;21000\n71153;UU2020;MED_SL;EUR;0;F;A;2023;1\n71153;COM;PR_MD60;PT;0;C;;2023;\n', UNE);
    expect(chiffres(filosofi)).toEqual({ 'niveau-de-vie-median': expect.objectContaining({ valeur: 21000, annee: 2023 }) });
    expect(filosofi.remarques.map((r) => r.texte).join()).toContain('Taux de pauvreté : non publié pour Le Creusot');
    const bpe = reprendre('GEO;GEO_OBJECT;FACILITY_TYPE;BPE_MEASURE;TIME_PERIOD;OBS_VALUE\n71153;COM;D502;FACILITIES;2024;3\n71153;COM;D509;FACILITIES;2024;2\n71153;BV2022;D502;FACILITIES;2024;9\n71153;COM;B207;FACILITIES;2024;8\n01004;COM;B207;FACILITIES;2024;5\n', DEUX);
    expect(chiffres(bpe)).toMatchObject({ 'etablissements-jeune-enfant': { valeur: 5, communes: { '71153': 5, '01004': 0 } }, 'relais-petite-enfance': { valeur: 0 } });
    expect(bpe.remarques).toEqual([]);
  });

  it('les places d’accueil se somment', () => {
    const r = reprendre('annee;numcom;nomcom;tot_offre_com;pl_eaje_com\n2023;71153;Le Creusot;400;120\n2023;01004;Ambérieu;200;80\n', DEUX);
    expect(chiffres(r)).toMatchObject({ 'places-accueil': { valeur: 600, thematique: 'petite-enfance' }, 'places-eaje': { valeur: 200 } });
  });
});

describe('un fichier inconnu, dont on dit les colonnes', () => {
  const dire = (...colonnes: string[]): Dites => ({ colonnes: new Map(colonnes.map(lireColonne)), annee: null, source: null, fichier: 'Places de crèche 2024' });
  const CSV = 'Service petite enfance\n\nCode INSEE;Ville;Nombre de places;Part (%);Année\n71153;Le Creusot;120;12,5;2024\n01004;Ambérieu;80;10;2024\n';

  it('un effectif se somme, un taux non ; le titre est cherché sous d’autres lignes', () => {
    const r = reprendre(CSV, DEUX, { ...dire('Code Insee=commune', 'nombre de places=effectif', 'D=taux', 'Année=année'), source: 'Service petite enfance' });
    expect([...r.fichiers.keys()]).toEqual(['diagnostic/places-de-creche-2024.yaml']);
    expect(chiffres(r)).toMatchObject({ 'nombre-de-places': { libelle: 'Nombre de places', valeur: 200, annee: 2024 }, 'part-71153': { valeur: 12.5 }, 'part-01004': { valeur: 10 } });
    const [texte = ''] = r.fichiers.values();
    expect(schemaDiagnostic.safeParse(parse(texte)).error).toBeUndefined();
    expect(texte).toContain('source: Service petite enfance');
    expect(r.pieges.join(' ')).toContain('ctg ne connaît pas ce jeu');
  });

  it('un titre de deux lettres est un titre avant d’être une lettre de colonne', () => {
    const r = reprendre('INSEE;NB;AN\n71153;120;2024\n', UNE, dire('INSEE=commune', 'NB=effectif', 'AN=annee'));
    expect(chiffres(r)).toMatchObject({ nb: { valeur: 120, annee: 2024 } });
  });

  it('sans rien dire, l’exemple proposé désigne les bonnes colonnes', () => {
    expect(raison(() => reprendre(CSV.replace('71153;Le Creusot', 'x;71153').replace('01004;Ambérieu', 'y;01004'), DEUX))).toContain('--colonne "Ville=commune" --colonne "Nombre de places=effectif"');
    expect(raison(() => reprendre('a;b\nx;y\n', DEUX))).toContain('--colonne "CODGEO=commune" --colonne "NOMBRE=effectif"');
  });

  it('ce qui manque est dit, avec ce qu’on a lu', () => {
    const dit = (...colonnes: string[]): string => raison(() => reprendre(CSV, DEUX, dire(...colonnes)));
    expect(dit('Code INSEE=commune', 'Nombre de places=effectif')).toContain('--annee 2024');
    expect(dit('Nombre de places=effectif')).toContain('code Insee');
    expect(dit('Code INSEE=commune', 'Année=annee')).toContain('Un effectif se somme');
    expect(dit('Insee=commune', 'Nombre de places=effectif')).toMatch(/aucune ligne.*Insee, Nombre.*Titres lus : A Code INSEE, B Ville/);
    expect(raison(() => lireColonne('Ville=nom'))).toContain('commune, annee, effectif, taux');
  });
});

describe('la commande', () => {
  it('un fichier inconnu se reprend en disant ses colonnes ; une année sans colonne est refusée', () =>
    dansUnDossier(async (dossier) => {
      copier('creusot-montceau', dossier);
      ecrire(dossier, { 'places.csv': 'INSEE;PLACES\n71153;120\n' });
      const seul = await ctg(['import', 'chiffres', 'places.csv', '--annee', '2024'], { cwd: dossier });
      expect([seul.code, seul.erreur]).toEqual([2, expect.stringContaining('vont avec --colonne')]);
      const inconnu = await ctg(['import', 'chiffres', 'places.csv'], { cwd: dossier });
      expect(inconnu.erreur).toContain('--colonne "INSEE=commune" --colonne "PLACES=effectif"');
      const repris = await ctg(['import', 'chiffres', 'places.csv', '--colonne', 'INSEE=commune', '--colonne', 'PLACES=effectif', '--annee', '2024'], { cwd: dossier });
      expect([repris.code, repris.erreur]).toEqual([0, '']);
      expect(parse(readFileSync(path.join(dossier, 'diagnostic/places.yaml'), 'utf8'))).toMatchObject({ chiffres: { 'places-71153': { valeur: 120, annee: 2024, zone: 'Le Creusot' } } });
      expect((await ctg(['import', 'chiffres', 'places.csv', '--colonne', 'INSEE=commune', '--annee', 'hier'], { cwd: dossier })).erreur).toContain('attend une année');
    }));

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
