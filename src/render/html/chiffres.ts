import type { ChiffreItem, Chiffres, Graphique } from '../../document/arbre.ts';
import { type Dessin, donnees } from '../../document/dessin.ts';
import { dessiner } from '../../graphiques/index.ts';
import { demi, habillage, pleine } from '../habillage.ts';
import type { Context } from './context.ts';
import { escape } from './escape.ts';
import { table } from './table.ts';
import { hiddenFromWord } from './word.ts';

/** Chiffres marquants : une carte par chiffre. */
export function chiffres(ctx: Context, node: Chiffres): string {
  return node.items.length === 0 ? '' : `<div class="chiffres">\n${node.items.map((item) => card(ctx, item)).join('')}</div>\n`;
}

function card(ctx: Context, item: ChiffreItem): string {
  return `<figure class="chiffre">
<p class="chiffre-libelle">${escape(item.label)}</p>
<p class="chiffre-valeur">${escape(item.value)}${item.unit === '' ? '' : ` <span class="unite">${escape(item.unit)}</span>`}</p>
${item.dessin.type === 'barres' ? '' : `<p class="chiffre-zone">${escape(item.zone)}</p>\n`}${drawing(ctx, demi(ctx.theme), item.dessin, item.label, item.alt)}${dataTable(item.dessin)}<figcaption><p class="source">${escape(item.source)}</p></figcaption>
</figure>
`;
}

/** Un graphique en pleine largeur ; ses données en tableau, imprimé si le dessin ne dit pas tout. */
export function graphique(ctx: Context, node: Graphique): string {
  return `<figure class="graphique">
<p class="chiffre-libelle"><strong>${escape(node.title)}</strong></p>
${drawing(ctx, pleine(ctx.theme), node.dessin, node.title, node.alt)}${node.data === null ? dataTable(node.dessin) : table(ctx, node.data)}<figcaption><p class="source">${escape(node.source)}</p></figcaption>
</figure>
`;
}

/** Le dessin du PDF. Word et LibreOffice ne savent pas lire un SVG en ligne : ils ont le tableau. */
function drawing({ theme, nextDrawing }: Context, width: number, dessin: Dessin, title: string, desc: string): string {
  return `<div class="dessin">${hiddenFromWord(dessiner(dessin, habillage(theme, width), { id: `dessin-${String(nextDrawing())}`, title, desc }).svg)}</div>\n`;
}

/** Les données derrière le dessin, repliées sur écran, ouvertes sur papier et dans un traitement de texte. */
function dataTable(dessin: Dessin): string {
  const { head, rows } = donnees(dessin);
  const heads = head.length === 2 ? '' : `<thead>\n<tr>${head.map((one, i) => `<th class="${i === 0 ? 't' : 't-droite'}" scope="col">${escape(one)}</th>`).join('')}</tr>\n</thead>\n`;
  const top = dessin.type === 'barres' ? Math.max(...dessin.bars.map(({ raw }) => Math.abs(raw)), Number.MIN_VALUE) : 0;
  const body = rows.map(([first = '', ...values], i) => {
    const block = dessin.type === 'barres' ? `<span class="pave">${'█'.repeat(Math.max(1, Math.round((Math.abs(dessin.bars[i]?.raw ?? 0) / top) * 20)))} </span>` : '';
    return `<tr><th class="zone" scope="row">${escape(first)}</th>${values.map((value) => `<td class="mesure">${block}${escape(value)}</td>`).join('')}</tr>\n`;
  });
  // L'intitulé vient de la feuille de style, pour ne pas s'imprimer dans un document Word.
  return `<details class="donnees"><summary aria-label="Données du graphique"></summary>\n<table class="barres">\n${heads}<tbody>\n${body.join('')}</tbody>\n</table>\n</details>\n`;
}
