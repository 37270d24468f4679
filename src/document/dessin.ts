/** Ce qu'un graphique montre : des valeurs déjà écrites en français, et les nombres qui servent au seul dessin. */

/** Une valeur : ce qu'elle mesure, comment elle s'écrit (« 35,1 % »), ce qu'elle vaut. */
export interface Mesure { readonly label: string; readonly value: string; readonly raw: number }

/** Le territoire (`own`) en regard d'autres zones. */
export interface Barres { readonly type: 'barres'; readonly bars: readonly (Mesure & { readonly own: boolean })[] }
/** Une mesure par année, de la plus ancienne à la plus récente. */
export interface Evolution { readonly type: 'evolution'; readonly points: readonly (Mesure & { readonly year: number })[] }
/** Deux populations par tranche d'âge, de la plus âgée à la plus jeune. */
export interface Pyramide {
  readonly type: 'pyramide';
  readonly left: string;
  readonly right: string;
  readonly rows: readonly { readonly label: string; readonly left: Omit<Mesure, 'label'>; readonly right: Omit<Mesure, 'label'> }[];
}
/** Un contour : des anneaux de points [longitude, latitude], en degrés ; tous les anneaux d'une commune, trous compris. */
export type Anneaux = readonly (readonly (readonly [number, number])[])[];
/** Les communes, par rang : `raw` nul si la commune n'a pas de valeur à montrer. */
export interface Carte { readonly type: 'carte'; readonly communes: readonly { readonly rank: number; readonly label: string; readonly value: string | null; readonly raw: number | null; readonly rings: Anneaux }[] }

export type Dessin = Barres | Evolution | Pyramide | Carte;

/** Les données d'un dessin, en tableau : une rangée d'en-tête, puis des rangées dont la première cellule nomme les autres. */
export interface Donnees { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

export function donnees(dessin: Dessin): Donnees {
  switch (dessin.type) {
    case 'barres':
      return { head: ['Zone', 'Valeur'], rows: dessin.bars.map(({ label, value }) => [label, value]) };
    case 'evolution':
      return { head: ['Année', 'Valeur'], rows: dessin.points.map(({ label, value }) => [label, value]) };
    case 'pyramide':
      return { head: ['Âge', dessin.left, dessin.right], rows: dessin.rows.map(({ label, left, right }) => [label, left.value, right.value]) };
    case 'carte': {
      const valued = dessin.communes.some(({ value }) => value !== null);
      return {
        head: ['Rang', 'Commune', ...(valued ? ['Valeur'] : [])],
        rows: dessin.communes.map(({ rank, label, value }) => [String(rank), label, ...(valued ? [value ?? 'non publiée'] : [])]),
      };
    }
  }
}

/** Les mots que le dessin porte, dans l'ordre où ils y sont écrits. */
export function textesDessin(dessin: Dessin): readonly string[] {
  if (dessin.type === 'carte') return dessin.communes.map(({ rank }) => String(rank));
  const { rows } = donnees(dessin);
  return [...(dessin.type === 'pyramide' ? [dessin.left, dessin.right] : []), ...rows.flat()];
}

const NOMS: Readonly<Record<Dessin['type'], string>> = { barres: 'Diagramme en barres', evolution: 'Courbe', pyramide: 'Pyramide des âges', carte: 'Carte des communes' };

/** Le texte qui remplace le dessin pour qui ne le voit pas : sa sorte, son sujet, toutes ses valeurs. */
export function alternative(dessin: Dessin, title: string): string {
  const { head, rows } = donnees(dessin);
  const cells = ([first = '', ...rest]: readonly string[]): string => {
    const values = rest.map((value, i) => (head.length > 2 ? `${(head[i + 1] as string).toLowerCase()} ${value}` : value));
    return dessin.type === 'carte' ? `${rest.join(', ')}` : `${first}\u00A0: ${values.join(', ')}`;
  };
  return `${NOMS[dessin.type]}. ${title}. ${rows.map(cells).join('\u00A0; ')}.`;
}
