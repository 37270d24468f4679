import type { Block, Cell, KeyValues, Row, Table } from '../../document/arbre.ts';
import type { Context } from './context.ts';
import { escape } from './escape.ts';

/** Sans paragraphe derrière lui, un tableau se colle au suivant dans Word, et LibreOffice perd le saut de page du titre qui suit. */
export const APRES_TABLEAU = '<p class="bureau">\u00A0</p>\n';

/** Contenu d'une cellule ou d'une puce : un paragraphe seul s'écrit sans balise, Word n'y ajoute alors pas d'espace. */
export function tight(ctx: Context, children: readonly Block[], className: string | null): string {
  const [only] = children;
  if (children.length === 1 && only?.type === 'paragraph' && only.role === undefined) return ctx.inlines(only.children);
  return className === null ? ctx.blocks(children) : styled(ctx, children, className);
}

/** Blocs dont les paragraphes ordinaires prennent un style à eux : LibreOffice ignore « td p ». */
export function styled(ctx: Context, children: readonly Block[], className: string): string {
  return children
    .map((block) => (block.type === 'paragraph' && block.role === undefined ? `<p class="${className}">${ctx.inlines(block.children)}</p>\n` : ctx.blocks([block])))
    .join('');
}

/** Cadre qui défile quand le tableau est plus large que l'écran ; atteignable au clavier. */
export function frame(label: string, table: string, className = 'cadre'): string {
  return `<div class="${className}" role="region" aria-label="${escape(label)}" tabindex="0">\n${table}</div>\n${APRES_TABLEAU}`;
}

/** Largeurs de colonnes en parts de cent. */
export function colgroup(widths: readonly number[]): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= 0) return '';
  const cols = widths.map((width) => `<col style="width:${Math.round((width / total) * 1000) / 10}%">`);
  return `<colgroup>${cols.join('')}</colgroup>\n`;
}

export function table(ctx: Context, node: Table): string {
  const head = rows(ctx, node.head, node, 'head');
  const body = rows(ctx, node.body, node, 'body');
  const caption = node.caption === null ? '' : `<caption>${escape(node.caption)}</caption>\n`;
  const html = `<table class="tableau">\n${caption}${colgroup(node.widths)}${head === '' ? '' : `<thead>\n${head}</thead>\n`}<tbody>\n${body}</tbody>\n</table>\n`;
  return node.widths.length > 4 ? frame(node.caption ?? 'Tableau', html) : html + APRES_TABLEAU;
}

/** Lignes d'une partie du tableau. Une cellule fondue sur plusieurs lignes décale celles des lignes qu'elle couvre. */
function rows(ctx: Context, source: readonly Row[], node: Table, part: 'head' | 'body'): string {
  /** Par colonne, nombre de lignes encore couvertes par une cellule du dessus. */
  const covered: number[] = [];
  return source
    .map((row) => {
      let column = 0;
      const cells = row.map((cell) => {
        while ((covered[column] ?? 0) > 0) column++;
        const first = column;
        for (let i = 0; i < (cell.colspan ?? 1); i++) covered[column++] = cell.rowspan ?? 1;
        const asHeader = (cell.header ?? false) !== false || first < node.headerColumns;
        const scope = part === 'head' ? ((cell.colspan ?? 1) > 1 ? 'colgroup' : 'col') : asHeader ? 'row' : null;
        return cellOf(ctx, cell, scope);
      });
      for (let i = 0; i < covered.length; i++) covered[i] = Math.max(0, (covered[i] ?? 0) - 1);
      return `<tr>${cells.join('')}</tr>\n`;
    })
    .join('');
}

function cellOf(ctx: Context, cell: Cell, scope: 'col' | 'colgroup' | 'row' | null): string {
  const align = cell.align === 'right' ? '-droite' : cell.align === 'center' ? '-centre' : '';
  const spans = `${(cell.rowspan ?? 1) > 1 ? ` rowspan="${cell.rowspan}"` : ''}${(cell.colspan ?? 1) > 1 ? ` colspan="${cell.colspan}"` : ''}`;
  const content = tight(ctx, cell.children, 'ligne');
  // Une classe et une seule, sans nom d'élément devant : LibreOffice ne tire pas d'autre sélecteur la bordure d'une cellule.
  return scope === null
    ? `<td class="${cell.mark === true ? 'prevu' : `c${align}`}"${spans}>${content}</td>`
    : `<th class="${cell.header === 'discret' ? 'action' : `t${align}`}" scope="${scope}"${spans}>${content}</th>`;
}

/** Libellés et valeurs : un tableau, que Word garde aligné là où il réduirait une liste de définitions à des paragraphes. */
export function keyValues(ctx: Context, node: KeyValues): string {
  return facts(node.entries.map((entry) => ({ key: entry.key, html: tight(ctx, entry.value, 'ligne') })));
}

export function facts(entries: readonly { readonly key: string; readonly html: string }[]): string {
  const rows = entries.map(({ key, html }) => `<tr><th class="t" scope="row">${escape(key)}</th><td class="c">${html}</td></tr>\n`);
  return `<table class="faits">\n<tbody>\n${rows.join('')}</tbody>\n</table>\n${APRES_TABLEAU}`;
}
