/** Quel chiffre se dessine, et comment : d'après les données qu'il porte, ou ce que demande son champ `graphique`. */
import { NBSP, nombre } from '../../base/francais.ts';
import type { Block, ChiffreItem, Graphique } from '../../document/arbre.ts';
import { alternative, type Barres, type Carte, type Dessin, donnees, type Evolution, type Pyramide } from '../../document/dessin.ts';
import { sourceChiffre, valeurChiffre } from '../../model/chiffres.ts';
import type { Chiffre, Projet } from '../../resolve/projet.ts';
import { tableOf } from './fragment.ts';

/** Au-delà, une courbe veut toute la largeur. */
const POINTS_DANS_UNE_CARTE = 5;

/** « 35,1 % », « 93 305 » : une autre unité qu'un pour cent se lit à côté de la valeur en grand. */
function mesure(chiffre: Chiffre, raw: number): { readonly value: string; readonly raw: number } {
  const unite = chiffre.value.unite ?? '';
  return { value: unite.startsWith('%') ? `${nombre(raw)}${NBSP}%` : nombre(raw), raw };
}

function barres(chiffre: Chiffre): Barres | null {
  const { valeur, comparaisons = [], zone, annee } = chiffre.value;
  if (valeur === null || comparaisons.length === 0) return null;
  const value = `${valeurChiffre(chiffre) ?? ''}${mesure(chiffre, valeur).value.endsWith('%') ? `${NBSP}%` : ''}`;
  return {
    type: 'barres',
    bars: [
      { label: zone ?? 'Territoire', value, raw: valeur, own: true },
      ...comparaisons.map((c) => ({ label: c.annee === undefined || c.annee === annee ? c.zone : `${c.zone} (${String(c.annee)})`, ...mesure(chiffre, c.valeur), own: false })),
    ],
  };
}

function evolution(chiffre: Chiffre): Evolution | null {
  const { valeur, evolution: points, annee } = chiffre.value;
  if (valeur === null || points === undefined) return null;
  const all = [...points, ...(annee === undefined || points.some((p) => p.annee === annee) ? [] : [{ annee, valeur }])];
  return { type: 'evolution', points: all.toSorted((a, b) => a.annee - b.annee).map((p) => ({ label: String(p.annee), year: p.annee, ...mesure(chiffre, p.valeur) })) };
}

function pyramide(chiffre: Chiffre): Pyramide | null {
  const { valeur, ages } = chiffre.value;
  if (valeur === null || ages === undefined) return null;
  return { type: 'pyramide', left: 'Femmes', right: 'Hommes', rows: ages.toReversed().map(({ age, femmes, hommes }) => ({ label: age, left: mesure(chiffre, femmes), right: mesure(chiffre, hommes) })) };
}

/** Les communes du contour fourni, de la plus forte valeur à la plus faible ; celles qui n'en ont pas ensuite. */
function carte(projet: Projet, chiffre: Chiffre): Carte | null {
  const { valeur, communes } = chiffre.value;
  if (valeur === null || communes === undefined || projet.contours.size === 0) return null;
  const all = [...projet.contours.values()].map((contour) => ({ label: contour.nom, rings: contour.anneaux, ...(communes[contour.code] === undefined ? { value: null, raw: null } : mesure(chiffre, communes[contour.code] as number)) }));
  const sorted = all.toSorted((a, b) => (b.raw ?? Number.NEGATIVE_INFINITY) - (a.raw ?? Number.NEGATIVE_INFINITY) || (a.label < b.label ? -1 : 1));
  return { type: 'carte', communes: sorted.map((commune, i) => ({ rank: i + 1, ...commune })) };
}

/** Le dessin d'un chiffre, ou null : le chiffre va alors au tableau. Une valeur tue ne se dessine jamais. */
function dessin(projet: Projet, chiffre: Chiffre): Dessin | null {
  const { graphique, motif } = chiffre.value;
  if (graphique === 'aucun' || motif !== undefined) return null;
  const sortes = { pyramide: () => pyramide(chiffre), carte: () => carte(projet, chiffre), evolution: () => evolution(chiffre), barres: () => barres(chiffre) };
  if (graphique !== undefined) return sortes[graphique]();
  for (const faire of Object.values(sortes)) {
    const fait = faire();
    if (fait !== null) return fait;
  }
  return null;
}

/** « Revenu médian (€ par an, 2018) », « Habitants par âge, CUCM (habitants) » : une courbe dit ses années, des barres leurs zones. */
function indicateur({ value: { libelle, zone, unite, annee } }: Chiffre, fait: Dessin): string {
  const sujet = fait.type === 'barres' || zone === undefined ? libelle : `${libelle}, ${zone}`;
  const details = [unite === '%' ? undefined : unite, fait.type === 'evolution' || annee === undefined ? undefined : String(annee)].filter((s) => s !== undefined);
  return details.length === 0 ? sujet : `${sujet} (${details.join(', ')})`;
}

export interface Dessines {
  readonly cartes: readonly ChiffreItem[];
  readonly graphiques: readonly Graphique[];
  /** Chiffres sans dessin : le tableau les dit. */
  readonly autres: readonly Chiffre[];
}

export function dessiner(projet: Projet, chiffres: readonly Chiffre[]): Dessines {
  const cartes: ChiffreItem[] = [];
  const graphiques: Graphique[] = [];
  const autres: Chiffre[] = [];
  for (const chiffre of chiffres) {
    const fait = dessin(projet, chiffre);
    if (fait === null) autres.push(chiffre);
    else if (fait.type === 'barres' || (fait.type === 'evolution' && fait.points.length <= POINTS_DANS_UNE_CARTE)) cartes.push(item(chiffre, fait));
    else graphiques.push(seul(chiffre, fait));
  }
  return { cartes, graphiques, autres };
}

function item(chiffre: Chiffre, fait: Barres | Evolution): ChiffreItem {
  const { value } = chiffre;
  return { id: chiffre.id, label: value.libelle, value: valeurChiffre(chiffre) ?? '', raw: value.valeur ?? 0, unit: value.unite ?? '', zone: value.zone ?? '', source: sourceChiffre(chiffre), dessin: fait, alt: alternative(fait, value.libelle), indicator: indicateur(chiffre, fait) };
}

function seul(chiffre: Chiffre, fait: Dessin): Graphique {
  const { value } = chiffre;
  const total = [valeurChiffre(chiffre), value.unite].filter((s) => s !== null && s !== undefined).join(NBSP);
  const title = [value.libelle, value.zone].filter((s) => s !== undefined).join(', ');
  return { type: 'graphique', id: chiffre.id, title: `${title}${NBSP}: ${total}`, dessin: fait, alt: alternative(fait, title), data: fait.type === 'carte' ? tableau(fait) : null, source: sourceChiffre(chiffre), indicator: indicateur(chiffre, fait) };
}

/** Le tableau d'une carte : le dessin n'y écrit que des rangs. */
function tableau(fait: Carte): Graphique['data'] {
  const { head, rows } = donnees(fait);
  const [block] = tableOf(rows, head.map((title, i) => ({ title, width: [12, 60, 28][i] as number, align: i === 1 ? ('left' as const) : ('right' as const), value: (row: readonly string[]) => row[i] as string })));
  return block?.type === 'table' ? block : null;
}

export const graphiquesDe = ({ cartes, graphiques }: Dessines): readonly Block[] => [...(cartes.length === 0 ? [] : [{ type: 'chiffres' as const, items: cartes }]), ...graphiques];
