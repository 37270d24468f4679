import type { RootContent } from 'mdast';
import type { Block, Cell, Inline } from '../../document/arbre.ts';
import type { Vue } from '../../model/forme.ts';
import type { ModeleResolu, Projet } from '../../resolve/projet.ts';

export interface FragmentContext {
  readonly projet: Projet;
  readonly modele: ModeleResolu;
  readonly vue: Vue;
  readonly attributes: Readonly<Record<string, string>>;
  /** Convertit un texte d'auteur, ou un passage de `whole` ; `file` situe ses constats, `top` est le niveau de son plus haut titre. */
  readonly prose: (children: readonly RootContent[], file: string, top?: 2 | 3 | 4, whole?: readonly RootContent[]) => readonly Block[];
}

/** Ce qu'une directive imprime à sa place : des blocs calculés depuis le projet. Rien à montrer : une liste vide. */
export type Fragment = (context: FragmentContext) => readonly Block[];

export const text = (value: string): readonly Inline[] => [{ type: 'text', value }];
export const paragraph = (value: string): Block => ({ type: 'paragraph', children: text(value) });
export const heading = (level: 2 | 3 | 4, value: string): Block => ({ type: 'heading', level, id: '', number: null, children: text(value) });

/** Cellule d'un texte, ou d'une liste s'il y en a plusieurs. */
export function cell(value: string | readonly string[], extra: Omit<Cell, 'children'> = {}): Cell {
  const values = typeof value === 'string' ? [value] : value;
  const [only] = values;
  if (values.length <= 1) return { children: only === undefined || only === '' ? [] : [paragraph(only)], ...extra };
  return { children: [{ type: 'list', ordered: false, start: 1, items: values.map((v) => [paragraph(v)]) }], ...extra };
}

export interface Column<T> {
  readonly title: string;
  readonly width: number;
  readonly value: (row: T) => string | readonly string[];
  readonly align?: 'left' | 'center' | 'right';
  readonly raw?: (row: T) => number | undefined;
}

/** Tableau d'objets ; une colonne vide de bout en bout disparaît. */
export function tableOf<T>(rows: readonly T[], columns: readonly Column<T>[], caption: string | null = null, headerColumns = 1): readonly Block[] {
  if (rows.length === 0) return [];
  const kept = columns.filter((c) => rows.some((r) => c.value(r).length > 0));
  const extra = (c: Column<T>, row: T): Omit<Cell, 'children'> => {
    const raw = c.raw?.(row);
    return { ...(c.align === undefined ? {} : { align: c.align }), ...(raw === undefined ? {} : { raw }) };
  };
  return [
    {
      type: 'table',
      caption,
      widths: kept.map((c) => c.width),
      head: [kept.map((c) => cell(c.title, { header: true, ...(c.align === undefined ? {} : { align: c.align }) }))],
      body: rows.map((row) => kept.map((c, i) => cell(c.value(row), { ...extra(c, row), ...(i < headerColumns ? { header: true } : {}) }))),
      headerColumns,
    },
  ];
}
