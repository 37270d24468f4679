/** D'une colonne à ses valeurs, par code et par année. Une case blanchie est absente, jamais zéro. */
import { guillemets } from '../../base/francais.ts';
import { adresse, type Feuille, texte } from '../classeur.ts';
import type { Remarque } from '../plan/lignes.ts';
import { type ColonneJeu, type ColonneTrouvee, type Jeu, trouver } from './jeux.ts';

export interface Serie {
  readonly parCode: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** Codes dont une case est tenue secrète. */
  readonly blanchis: ReadonlySet<string>;
}

/** Ce qu'écrivent Insee et Caf à la place d'un nombre qu'ils ne publient pas. */
const BLANCHI = /^(?:|s|ns|nd|c|\*|XX|N\/?A.*|secret)$/i;
const nombreDe = (t: string): number | null => (/^-?\d[\d\s\u00A0\u202F]*(?:[.,]\d+)?$/.test(t) ? Number(t.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.')) : null);
/** « 2024 », « 2024-12 », « 2024-12-01 », « 202412 ». */
const dateDe = (t: string): { readonly annee: number; readonly mois: number | null } | null => {
  const vu = /^((?:19|20)\d{2})(?:-?(\d{2}))?(?:-?\d{2})?$/.exec(t);
  return vu === null ? null : { annee: Number(vu[1]), mois: vu[2] === undefined ? null : Number(vu[2]) };
};
/** Excel perd le zéro de tête des départements 01 à 09. */
export const codeDe = (t: string): string => (/^\d{4}$/.test(t) ? `0${t}` : t);

interface Place {
  readonly feuille: Feuille;
  /** Ligne des titres. */
  readonly entete: number;
  readonly jeu: Jeu;
  readonly utiles: ReadonlySet<string>;
  readonly remarques: Remarque[];
}

export function lireSerie({ feuille, entete, jeu, utiles, remarques }: Place, voulue: ColonneJeu, colonnes: readonly ColonneTrouvee[]): Serie {
  const titres = feuille.lignes[entete] ?? [];
  const une = (modele: string): number | null => trouver(titres, modele)[0]?.colonne ?? null;
  const code = une(jeu.code) ?? 0;
  const colonneAnnee = jeu.annee === null ? null : une(jeu.annee);
  const conditions = Object.entries(voulue.si ?? {}).map(([modele, admis]) => [une(modele), new Set([admis].flat().map((a) => a.toLowerCase()))] as const);
  const parCode = new Map<string, Map<number, number>>();
  const blanchis = new Set<string>();
  for (let ligne = entete + 1; ligne < feuille.lignes.length; ligne++) {
    const cle = codeDe(texte(feuille, ligne, code));
    if (!utiles.has(cle)) continue;
    const date = colonneAnnee === null ? null : dateDe(texte(feuille, ligne, colonneAnnee));
    if (jeu.mois !== undefined && date?.mois !== jeu.mois) continue;
    const compte = conditions.map(([colonne, admis]) => colonne !== null && admis.has(texte(feuille, ligne, colonne).toLowerCase()));
    const annees = parCode.get(cle) ?? new Map<number, number>();
    for (const { colonne, annee } of colonnes) {
      const quand = annee ?? date?.annee ?? jeu.anneeDite ?? null;
      if (jeu.absenceVautZero === true && quand !== null) parCode.set(cle, annees.set(quand, annees.get(quand) ?? 0));
      if (compte.includes(false)) continue;
      const brut = texte(feuille, ligne, colonne);
      const valeur = nombreDe(brut);
      const ou = adresse(feuille, ligne, colonne);
      if (BLANCHI.test(brut)) blanchis.add(cle);
      else if (valeur === null || quand === null) remarques.push({ ou, sorte: 'non repris', texte: `${guillemets(brut)} : ${valeur === null ? 'ce n’est pas un nombre' : 'aucune année sur cette ligne'}` });
      else if (jeu.absenceVautZero === true) parCode.set(cle, annees.set(quand, (annees.get(quand) ?? 0) + valeur));
      else if (annees.has(quand)) remarques.push({ ou, sorte: 'à vérifier', texte: `deux lignes pour ${cle} en ${quand} : la première est gardée` });
      else parCode.set(cle, annees.set(quand, valeur));
    }
  }
  return { parCode, blanchis };
}
