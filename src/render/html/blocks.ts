import type { Block, BlockHandlers, List, Paragraph } from '../../document/arbre.ts';
import { chiffres, graphique } from './chiffres.ts';
import type { Context } from './context.ts';
import { escape } from './escape.ts';
import { ficheAction } from './fiche.ts';
import { heading } from './heading.ts';
import { figure, joined } from './images.ts';
import { notes } from './notes.ts';
import { planTable } from './plan-table.ts';
import { signatures } from './signatures.ts';
import { APRES_TABLEAU, keyValues, styled, table, tight } from './table.ts';

/** Classe d'un paragraphe : Word et LibreOffice en font un style nommé. */
const ROLES: Readonly<Record<NonNullable<Paragraph['role']>, string>> = { visa: 'visa', lead: 'chapeau', note: 'note', closing: 'cloture' };

/** Rendu des blocs, une fonction par type de nœud. */
export function blockHandlers(ctx: Context): BlockHandlers<string> {
  return {
    heading: (node) => heading(ctx, node),
    paragraph: (node) => `<p${node.role === undefined ? '' : ` class="${ROLES[node.role]}"`}>${ctx.inlines(node.children)}</p>\n`,
    list: (node) => list(ctx, node),
    table: (node) => table(ctx, node),
    quote: (node) => `<blockquote>\n${ctx.blocks(node.children)}</blockquote>\n`,
    'code-block': (node) => `<pre><code>${escape(node.value)}</code></pre>\n`,
    separator: () => '<hr>\n',
    'key-values': (node) => keyValues(ctx, node),
    figure: (node) => figure(ctx, node),
    // Un tableau d'une cellule : Word et LibreOffice perdraient le cadre d'un div.
    callout: (node) =>
      `<table class="encadre" role="presentation">\n<tbody>\n<tr><td class="encadre-corps">${node.title === null ? '' : `<p class="encadre-titre"><strong>${escape(node.title)}</strong></p>\n`}${styled(ctx, node.children, 'encadre-texte')}</td></tr>\n</tbody>\n</table>\n${APRES_TABLEAU}`,
    partie: (node) => `<div class="partie">\n${ctx.blocks(node.children)}</div>\n`,
    chiffres: (node) => chiffres(ctx, node),
    graphique: (node) => graphique(ctx, node),
    // Chaque dessin a déjà son tableau sous lui.
    'donnees-graphiques': () => '',
    'plan-actions': (node) => planTable(node, { years: ctx.years, anchors: ctx.anchors, layout: 'convention' }),
    'fiche-action': (node) => ficheAction(ctx, node),
    signatures: (node) => signatures(ctx, node),
    notes: (node) => notes(ctx, node),
    joined: (node) => joined(node),
  };
}

function list(ctx: Context, node: List): string {
  const items = node.items.map((item) => `<li>${tight(ctx, item, null)}</li>\n`).join('');
  if (!node.ordered) return `<ul>\n${items}</ul>\n`;
  return `<ol${node.start === 1 ? '' : ` start="${node.start}"`}>\n${items}</ol>\n`;
}

/** Applique les fonctions à une suite de blocs. */
export function renderBlocks(handlers: BlockHandlers<string>, nodes: readonly Block[]): string {
  return nodes.map((node) => (handlers[node.type] as (node: Block) => string)(node)).join('');
}
