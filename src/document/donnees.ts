/**
 * Les données des graphiques, en tableaux rangés à la fin de la pièce ou de la rubrique qui les montre : des zones ou des années en
 * colonnes, un indicateur par rangée ; une pyramide a son tableau. Voir src/decisions/graphiques.md.
 */
import { NBSP } from '../base/francais.ts';
import type { Block, Cell, DonneesGraphiques, Piece, Row, Table } from './arbre.ts';
import { type Barres, type Carte, type Dessin, donnees, type Evolution } from './dessin.ts';

interface Montre<D extends Dessin = Dessin> { readonly id: string; readonly indicator: string; readonly dessin: D }
/** Des graphiques qui tiennent dans un tableau, et ses colonnes de valeurs. */
interface Lot<D extends Dessin> { readonly columns: readonly string[]; readonly graphiques: readonly Montre<D>[] }

/** Signes qui tiennent dans les colonnes de valeurs, à côté des intitulés ; deux de plus par colonne, pour son blanc. */
const SIGNES = 60;

/** Les graphiques, à toute profondeur, sauf dans les fiches-actions, qui ont leurs tableaux à elles. Une carte a déjà le sien. */
function montres(blocks: readonly Block[]): readonly Montre[] {
  return blocks.flatMap((block): readonly Montre[] => {
    switch (block.type) {
      case 'chiffres': return block.items;
      case 'graphique': return block.data === null ? [block] : [];
      case 'quote': case 'callout': case 'partie': return montres(block.children);
      case 'list': return block.items.flatMap(montres);
      default: return [];
    }
  });
}

const cellule = (value: string, more: Omit<Cell, 'children'> = {}): Cell => ({ children: [{ type: 'paragraph', children: [{ type: 'text', value }] }], ...more });
const rangee = ([first = '', ...values]: readonly string[], header: boolean): Row => [cellule(first, { header: true }), ...values.map((value) => cellule(value, { align: 'right', ...(header ? { header } : {}) }))];

const tableau = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]): Table => ({
  type: 'table', caption, widths: head.map((_, i) => (i === 0 ? 40 : 12)), head: [rangee(head, true)], body: rows.map((row) => rangee(row, false)), headerColumns: 1,
});

/** Un tableau pour un seul graphique. */
function propre({ indicator, dessin }: Montre): Table {
  const { head, rows } = donnees(dessin);
  return tableau(`Données du graphique${NBSP}: ${indicator}`, head, rows);
}

/** Ce qui nomme chaque valeur d'un dessin : une zone, une année. */
const intitules = ({ dessin }: Montre<Barres | Evolution>): readonly string[] => donnees(dessin).rows.map(([first = '']) => first);

/** Les valeurs d'un dessin, par intitulé. */
const valeurs = ({ dessin }: Montre<Barres | Evolution>): ReadonlyMap<string, string> => new Map(donnees(dessin).rows.map(([label = '', value = '']) => [label, value]));

/** Les zones du territoire avant les autres ; les années de suite. */
function colonnes<D extends Barres | Evolution>(graphiques: readonly Montre<D>[]): readonly string[] {
  const tous = [...new Set(graphiques.flatMap(intitules))];
  if (graphiques.some(({ dessin }) => dessin.type === 'evolution')) return tous.toSorted((a, b) => Number(a) - Number(b));
  const siennes = new Set(graphiques.flatMap(({ dessin }) => (dessin.type === 'barres' ? dessin.bars.filter(({ own }) => own).map(({ label }) => label) : [])));
  return [...tous.filter((label) => siennes.has(label)), ...tous.filter((label) => !siennes.has(label))];
}

/** Une valeur ne se coupe pas ; un intitulé, entre ses mots. */
function tiennent(columns: readonly string[], graphiques: readonly Montre<Barres | Evolution>[]): boolean {
  const signes = columns.map((column) => Math.max(...[...column.split(/[ -]/), ...graphiques.map((one) => valeurs(one).get(column) ?? '')].map(({ length }) => length)));
  return signes.reduce((sum, n) => sum + n + 2, 0) <= SIGNES;
}

/** Les graphiques de suite dont les colonnes tiennent ensemble ; `seuls` : ceux qui en demandent trop, ou deux du même intitulé. */
function lots<D extends Barres | Evolution>(graphiques: readonly Montre<D>[]): { readonly communs: readonly Lot<D>[]; readonly seuls: readonly Montre<D>[] } {
  const communs: Lot<D>[] = [];
  const seuls: Montre<D>[] = [];
  for (const one of graphiques) {
    const siens = colonnes([one]);
    const ensemble = [...(communs.at(-1)?.graphiques ?? []), one];
    const columns = colonnes(ensemble);
    if (!tiennent(siens, [one]) || siens.length < intitules(one).length) seuls.push(one);
    else if (communs.length > 0 && tiennent(columns, ensemble)) communs[communs.length - 1] = { columns, graphiques: ensemble };
    else communs.push({ columns: siens, graphiques: [one] });
  }
  return { communs, seuls };
}

function rassembler<D extends Barres | Evolution>(graphiques: readonly Montre<D>[], quoi: string): readonly Table[] {
  const { communs, seuls } = lots(graphiques);
  return [
    ...communs.map(({ columns, graphiques: siens }, i) => tableau(
      `${siens.length === 1 ? 'Données du graphique' : 'Données des graphiques'}${NBSP}: ${quoi}${i === 0 ? '' : ' (suite)'}`,
      ['Indicateur', ...columns],
      siens.map((one) => [one.indicator, ...columns.map((column) => valeurs(one).get(column) ?? '–')]),
    )),
    ...seuls.map(propre),
  ];
}

const sorte = <T extends Exclude<Dessin, Carte>['type']>(all: readonly Montre[], type: T): readonly Montre<Extract<Dessin, { type: T }>>[] =>
  all.filter((one): one is Montre<Extract<Dessin, { type: T }>> => one.dessin.type === type);

/** Les tableaux des graphiques d'une suite de blocs, ou null s'il n'y en a pas. */
function tableaux(blocks: readonly Block[]): DonneesGraphiques | null {
  // Montré deux fois, un graphique n'a qu'une rangée.
  const all = [...new Map(montres(blocks).map((one) => [one.id, one])).values()];
  const tables = [...rassembler(sorte(all, 'barres'), 'comparaisons'), ...rassembler(sorte(all, 'evolution'), 'évolutions'), ...sorte(all, 'pyramide').map(propre)];
  return tables.length === 0 ? null : { type: 'donnees-graphiques', tables };
}

function placer(blocks: readonly Block[]): readonly Block[] {
  const made = tableaux(blocks);
  if (made === null) return blocks;
  const last = blocks.findLastIndex((block) => montres([block]).length > 0);
  const next = blocks.findIndex((block, i) => i > last && (block.type === 'fiche-action' || block.type === 'joined'));
  const at = next === -1 ? blocks.length : next;
  return [...blocks.slice(0, at), made, ...blocks.slice(at)];
}

/** Range les données des graphiques d'une pièce à sa fin, avant ce qui commence une page à soi ; celles d'une fiche, dans leur rubrique. */
export function placerDonnees(piece: Piece): Piece {
  const children = piece.children.map((block) => {
    if (block.type !== 'fiche-action') return block;
    const sections = block.sections.map((section) => ({ section, children: placer(section.children) }));
    return sections.every(({ section, children: made }) => made === section.children) ? block : { ...block, sections: sections.map(({ section, children: made }) => ({ ...section, children: made })) };
  });
  return { ...piece, children: placer(children) };
}
