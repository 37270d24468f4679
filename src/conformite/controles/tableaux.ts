/** Un tableau : des lignes et des colonnes régulières, une fois les fusions comptées ; des cellules reliées à leurs en-têtes. */
import { guillemets } from '../../base/francais.ts';
import type { Controle } from './contexte.ts';
import { attribut, type Balise } from './structure.ts';

interface Cellule { readonly balise: Balise; readonly ligne: number; readonly colonne: number; readonly largeur: number; readonly hauteur: number }
type Ou = { readonly objet: string | null; readonly chemin: string | null; readonly page: number | null };

const cellules = (ligne: Balise): readonly Balise[] => ligne.enfants.filter((e) => e.type === 'TH' || e.type === 'TD');

export function controlerTableau(c: Controle, tableau: Balise, ou: Ou): void {
  const lignes = tableau.enfants.flatMap((e) => (e.type === 'TR' ? [e] : ['THead', 'TBody', 'TFoot'].includes(e.type) ? e.enfants.filter((l) => l.type === 'TR') : []));
  if (lignes.length === 0) return;
  const etendue = (balise: Balise, cle: 'ColSpan' | 'RowSpan'): number => Math.max(1, Math.min(10_000, c.o.nombre(attribut(c, balise, cle)) ?? 1));
  const largeur = cellules(lignes[0] as Balise).reduce((n, cellule) => n + etendue(cellule, 'ColSpan'), 0);
  const grille = placer(c, lignes, largeur, etendue, ou);
  if (grille !== null) entetes(c, grille, ou);
}

/** Place chaque cellule ; null dès que la grille n'est pas régulière, et le dit. */
function placer({ constats }: Controle, lignes: readonly Balise[], largeur: number, etendue: (balise: Balise, cle: 'ColSpan' | 'RowSpan') => number, ou: Ou): readonly (readonly Cellule[])[] | null {
  const grille: (Cellule | undefined)[][] = lignes.map(() => []);
  for (const [y, ligne] of lignes.entries()) {
    const rangee = grille[y] as (Cellule | undefined)[];
    let x = 0;
    for (const balise of cellules(ligne)) {
      const [l, h] = [etendue(balise, 'ColSpan'), etendue(balise, 'RowSpan')];
      while (x < largeur && rangee[x] !== undefined) x += 1;
      if (x + l > largeur) {
        constats.signaler('UA1-7.2-42', `la ligne ${y + 1} a plus de colonnes que la première (${largeur})`, ou);
        return null;
      }
      if (y + h > lignes.length) {
        constats.signaler('UA1-7.2-41', `une cellule de la colonne ${x + 1} descend plus bas que la dernière ligne`, ou);
        return null;
      }
      const cellule: Cellule = { balise, ligne: y, colonne: x, largeur: l, hauteur: h };
      for (let i = y; i < y + h; i += 1) {
        for (let j = x; j < x + l; j += 1) {
          if (grille[i]?.[j] !== undefined) {
            constats.signaler('UA1-7.2-15', `deux cellules occupent la ligne ${i + 1}, colonne ${j + 1}`, ou);
            return null;
          }
          (grille[i] as (Cellule | undefined)[])[j] = cellule;
        }
      }
      x += l;
    }
  }
  for (const [y, rangee] of grille.entries()) {
    const pleines = Array.from({ length: largeur }, (_, x) => rangee[x]).filter((v) => v !== undefined).length;
    if (pleines === largeur) continue;
    constats.signaler('UA1-7.2-43', `la ligne ${y + 1} a ${pleines} colonnes, et la première ${largeur}`, ou);
    return null;
  }
  return grille as Cellule[][];
}

/** Chaque cellule de données trouve son en-tête : par Scope, ou par Headers et ID. */
function entetes(c: Controle, grille: readonly (readonly Cellule[])[], ou: Ou): void {
  const { o, constats } = c;
  const toutes = [...new Set(grille.flat())];
  const th = toutes.filter((cellule) => cellule.balise.type === 'TH');
  const portee = (cellule: Cellule): string | undefined => o.nom(attribut(c, cellule.balise, 'Scope'));
  if (th.every((cellule) => portee(cellule) !== undefined)) return;
  const connus = new Set(th.map((cellule) => o.texte(o.lire(cellule.balise.dict, 'ID'))).filter((id) => id !== undefined));
  const sens = (cellule: Cellule): string | undefined => portee(cellule) ?? (cellule.ligne === 0 && cellule.colonne === 0 ? 'Both' : cellule.ligne === 0 ? 'Column' : cellule.colonne === 0 ? 'Row' : undefined);
  const va = (cellule: Cellule | undefined, voulu: string): boolean => cellule?.balise.type === 'TH' && ['Both', voulu].includes(sens(cellule) ?? '');
  for (const cellule of toutes) {
    if (cellule.balise.type !== 'TD') continue;
    const cites = o.liste(attribut(c, cellule.balise, 'Headers')).map((id) => o.texte(id) ?? '');
    if (cites.length > 0 && cites.every((id) => connus.has(id))) continue;
    const { ligne, colonne } = cellule;
    const dessus = Array.from({ length: cellule.largeur }, (_, i) => i).some((i) => grille.slice(0, ligne).some((rangee) => va(rangee[colonne + i], 'Column')));
    const gauche = Array.from({ length: cellule.hauteur }, (_, i) => i).some((i) => (grille[ligne + i] ?? []).slice(0, colonne).some((autre) => va(autre, 'Row')));
    if (dessus || gauche) continue;
    const inconnu = cites.find((id) => !connus.has(id));
    if (inconnu === undefined) constats.signaler('UA1-7.5-1', `la cellule de la ligne ${ligne + 1}, colonne ${colonne + 1}, n’a pas d’en-tête`, ou);
    else constats.signaler('UA1-7.5-2', `la cellule de la ligne ${ligne + 1}, colonne ${colonne + 1}, cite un en-tête qui n’existe pas (${guillemets(inconnu)})`, ou);
    return;
  }
}
