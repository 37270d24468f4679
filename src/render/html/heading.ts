import type { Heading } from '../../document/arbre.ts';
import type { Context } from './context.ts';
import { escape } from './escape.ts';

/**
 * « Article 7 – Durée » : un seul titre, donc une seule ligne dans la table des matières de Word. Les navigateurs mettent
 * le rang sur sa propre ligne et cachent le tiret.
 */
export function ranked(label: string | null, title: string): string {
  if (label === null) return escape(title);
  return `<span class="rang">${escape(label)}</span><span class="tiret"> – </span><span class="intitule">${escape(title)}</span>`;
}

export function heading(ctx: Context, node: Heading): string {
  const level = ctx.outline.below(node.level - 1);
  const number = node.number === null ? '' : `<span class="num">${escape(node.number)}</span> `;
  return `<h${level}${ctx.anchors.attribute(node.id)}>${number}${ctx.inlines(node.children)}</h${level}>\n`;
}
