/** Quels changements essayer : tous sont trop nombreux. Le choix ne dépend que de leur nom ; un exemple qui grandit ne le bouscule pas. */
import type { Geste } from './gestes.ts';
import { DATES, NOMBRES, RENVOIS } from './sortes/alterations.ts';
import { BLANCS, FORMES, NOMS } from './sortes/mots.ts';
import { RETRAITS } from './sortes/retraits.ts';
import type { Changement, Territoire } from './territoire.ts';

export const FAMILLES: Readonly<Record<string, Readonly<Record<string, Geste>>>> = {
  'Ce qui manque': RETRAITS,
  'Dates et échéances': DATES,
  'Nombres et unités': NOMBRES,
  Renvois: RENVOIS,
  'Noms et mots': NOMS,
  'Laissé en blanc': BLANCS,
  'Forme et ordre': FORMES,
};
export const SORTES: Readonly<Record<string, Geste>> = Object.assign({}, ...Object.values(FAMILLES)) as Readonly<Record<string, Geste>>;

/** FNV-1a : le même rang sur toute machine. */
export function rang(nom: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < nom.length; i++) h = Math.imul(h ^ nom.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

export interface Essai extends Changement {
  readonly sorte: string;
  readonly territoire: Territoire;
}

/** Au plus `parTerritoire` changements de chaque sorte dans chaque territoire, et au plus `parSorte` en tout, pris tour à tour. */
export function tirer(territoires: readonly Territoire[], parTerritoire: number, parSorte: number): readonly Essai[] {
  return Object.entries(SORTES).flatMap(([sorte, geste]) => {
    const files = territoires.map((territoire) =>
      geste(territoire)
        .map((c) => ({ c, r: rang(`${territoire.nom} ${sorte} ${c.ou}`) }))
        .sort((a, b) => a.r - b.r)
        .slice(0, parTerritoire)
        .map(({ c }) => ({ ...c, sorte, territoire })),
    );
    const tours = [...Array(parTerritoire).keys()].flatMap((i) => files.flatMap((f) => f[i] ?? []));
    return tours.slice(0, parSorte);
  });
}
