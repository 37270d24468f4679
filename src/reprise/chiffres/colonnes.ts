/** Un fichier que ctg ne connaît pas, dont la personne dit les colonnes : « NB_PLACES=effectif ». */
import { enIdentifiant, guillemets } from '../../base/francais.ts';
import { adresse, type Feuille, lettres, Refus, TITRES } from '../classeur.ts';
import type { Jeu } from './jeux.ts';

/** Ce qu'une colonne peut être. Un effectif se somme entre communes ; un taux, une médiane, jamais. */
export const SORTES = ['commune', 'annee', 'effectif', 'taux'] as const;
export type Sorte = (typeof SORTES)[number];

export interface Dites {
  /** Par titre, ou par lettre de colonne. */
  readonly colonnes: ReadonlyMap<string, Sorte>;
  readonly annee: number | null;
  readonly source: string | null;
  /** Nom du fichier repris, sans son extension. */
  readonly fichier: string;
}

const LETTRE = /^[A-Z]{1,3}$/;

/** Lit « titre=sorte ». */
export function lireColonne(valeur: string): readonly [string, Sorte] {
  const [, titre = '', mot = ''] = /^(.*)=([^=]*)$/s.exec(valeur) ?? [];
  const sorte = SORTES.find((s) => s === mot.trim() || (s === 'annee' && mot.trim() === 'année'));
  if (sorte === undefined || titre.trim() === '') throw new Refus(`${guillemets(valeur)} ne dit pas ce qu’est une colonne`, `Écrivez son titre ou sa lettre, « = », puis l’un de ces mots : ${SORTES.join(', ')}. Exemple : --colonne "CODGEO=commune" --colonne "NB_PLACES=effectif"`);
  return [titre.trim(), sorte];
}

/** La ligne de titres et le jeu que ces colonnes décrivent. */
export function jeuDit(feuille: Feuille, { colonnes, annee, source, fichier }: Dites): { readonly ligne: number; readonly jeux: readonly Jeu[] } {
  const demandees = [...colonnes.keys()];
  /** La colonne que désigne un titre ; à défaut, une lettre (« NB » est d'abord un titre). */
  const colonneDe = (cle: string, titres: readonly string[]): number => {
    const parTitre = titres.findIndex((t) => t !== '' && enIdentifiant(t) === enIdentifiant(cle));
    return parTitre !== -1 || !LETTRE.test(cle) ? parTitre : titres.findIndex((t, i) => t !== '' && lettres(i) === cle);
  };
  const debut = feuille.lignes.slice(0, TITRES);
  const ligne = debut.findIndex((titres) => demandees.every((cle) => colonneDe(cle, titres) !== -1));
  if (ligne === -1) {
    const titres = debut.reduce<readonly string[]>((large, l) => (l.filter((c) => c !== '').length > large.filter((c) => c !== '').length ? l : large), []);
    throw new Refus(`aucune ligne n’a toutes ces colonnes : ${demandees.join(', ')}`, `Titres lus : ${titres.map((t, i) => `${lettres(i)} ${t}`).slice(0, 20).join(', ')}.`);
  }
  const titres = feuille.lignes[ligne] ?? [];
  const sortes = new Map([...colonnes].map(([cle, sorte]) => [colonneDe(cle, titres), sorte]));
  const deSorte = (sorte: Sorte): readonly number[] => [...sortes].flatMap(([colonne, s]) => (s === sorte ? [colonne] : []));
  const [commune, autre] = deSorte('commune');
  if (commune === undefined || autre !== undefined) throw new Refus('il faut dire quelle colonne, et une seule, porte le code Insee des communes', 'Exemple : --colonne "CODGEO=commune"');
  const mesures = [...deSorte('effectif'), ...deSorte('taux')].sort((a, b) => a - b);
  if (mesures.length === 0) throw new Refus('aucune colonne n’est dite « effectif » ou « taux »', 'Exemple : --colonne "NB_PLACES=effectif". Un effectif se somme entre communes, un taux jamais.');
  const [quand] = deSorte('annee');
  if (quand === undefined && annee === null) throw new Refus('rien ne dit de quelle année sont ces chiffres', 'Nommez la colonne (--colonne "AN=annee"), ou donnez l’année : --annee 2024');
  const exact = (colonne: number): string => (titres[colonne] ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const double = mesures.find((c) => titres.filter((t) => t.toLowerCase() === titres[c]?.toLowerCase()).length > 1);
  if (double !== undefined) throw new Refus(`deux colonnes ont le même titre, ${guillemets(titres[double] ?? '')} (${adresse(feuille, ligne, double)})`, 'Donnez-leur deux titres dans le tableur, enregistrez, puis recommencez.');
  const jeu: Jeu = {
    id: enIdentifiant(fichier) || 'chiffres',
    titre: fichier,
    echelle: 'commune',
    code: exact(commune),
    annee: quand === undefined ? null : exact(quand),
    ...(annee === null ? {} : { anneeDite: annee }),
    reconnaitre: [],
    source,
    pieges: [
      'ctg ne connaît pas ce jeu de données : vérifiez ce que compte chaque colonne, à quelle date, et comment les petits nombres y sont tenus secrets.',
      ...(source === null ? ['Sa source n’est pas dite : écrivez-la avant le conseil (source:).'] : []),
      'Les libellés sont les titres des colonnes, sans unité : récrivez-les pour un lecteur.',
    ],
    colonnes: mesures.map((c) => ({ colonne: exact(c), id: enIdentifiant(titres[c] ?? '') || `colonne-${lettres(c).toLowerCase()}`, libelle: titres[c] ?? '', unite: '', somme: sortes.get(c) === 'effectif' })),
  };
  return { ligne, jeux: [jeu] };
}
