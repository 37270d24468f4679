import type { Block, Cell, KeyValues, Row, Table } from '../../document/arbre.ts';
import type { Context } from './context.ts';
import { escape } from './escape.ts';

/** Contenu d'une cellule ou d'une puce : un paragraphe seul s'écrit sans balise, Word n'y ajoute alors pas d'espace. */
export function tight(ctx: Context, children: readonly Block[]): string {
  const [only] = children;
  if (children.length === 1 && only?.type === 'paragraph' && only.role === undefined) return ctx.inlines(only.children);
  return ctx.blocks(children);
}

/** Cadre qui défile quand le tableau est plus large que l'écran ; atteignable au clavier. */
export function frame(label: string, table: string, className = 'cadre'): string {
  return `<div class="${className}" role="region" aria-label="${escape(label)}" tabindex="0">\n${table}</div>\n`;
}

/** Largeurs de colonnes en parts de cent. */
export function colgroup(widths: readonly number[]): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= 0) return '';
  const cols = widths.map((width) => `<col style="width:${Math.round((width / total) * 1000) / 10}%">`);
  return `<colgroup>${cols.join('')}</colgroup>\n`;
}

export function table(ctx: Context, node: Table): string {
  const head = node.head.map((row) => rowOf(ctx, row, node, 'head')).join('');
  const body = node.body.map((row) => rowOf(ctx, row, node, 'body')).join('');
  const caption = node.caption === null ? '' : `<caption>${escape(node.caption)}</caption>\n`;
  const html = `<table class="tableau">\n${caption}${colgroup(node.widths)}${head === '' ? '' : `<thead>\n${head}</thead>\n`}<tbody>\n${body}</tbody>\n</table>\n`;
  return node.widths.length > 4 ? frame(node.caption ?? 'Tableau', html) : html;
}

function rowOf(ctx: Context, row: Row, node: Table, part: 'head' | 'body'): string {
  const cells = row.map((cell, column) => {
    const scope = part === 'head' ? ((cell.colspan ?? 1) > 1 ? 'colgroup' : 'col') : column < node.headerColumns || cell.header === true ? 'row' : null;
    return cellOf(ctx, cell, scope);
  });
  return `<tr>${cells.join('')}</tr>\n`;
}

function cellOf(ctx: Context, cell: Cell, scope: 'col' | 'colgroup' | 'row' | null): string {
  const align = cell.align === 'right' ? ' droite' : cell.align === 'center' ? ' centre' : '';
  const spans = `${(cell.rowspan ?? 1) > 1 ? ` rowspan="${cell.rowspan}"` : ''}${(cell.colspan ?? 1) > 1 ? ` colspan="${cell.colspan}"` : ''}`;
  const content = tight(ctx, cell.children);
  // Classe seule, sans nom d'élément : c'est le seul sélecteur dont LibreOffice tire la bordure d'une cellule.
  return scope === null
    ? `<td class="c${align}"${spans}>${content}</td>`
    : `<th class="t${align}" scope="${scope}"${spans}>${content}</th>`;
}

/** Libellés et valeurs : un tableau, que Word garde aligné là où il réduirait une liste de définitions à des paragraphes. */
export function keyValues(ctx: Context, node: KeyValues): string {
  return facts(node.entries.map((entry) => ({ key: entry.key, html: tight(ctx, entry.value) })));
}

export function facts(entries: readonly { readonly key: string; readonly html: string }[]): string {
  const rows = entries.map(({ key, html }) => `<tr><th class="t" scope="row">${escape(key)}</th><td class="c">${html}</td></tr>\n`);
  return `<table class="faits">\n<tbody>\n${rows.join('')}</tbody>\n</table>\n`;
}
