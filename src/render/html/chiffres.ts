import type { ChiffreItem, Chiffres } from '../../document/arbre.ts';
import { escape } from './escape.ts';
import { APRES_TABLEAU } from './table.ts';

/** Chiffres marquants : ceux qui se comparent en barres, les autres en un seul tableau. */
export function chiffres(node: Chiffres): string {
  const compared = node.items.filter((item) => item.comparisons.length > 0);
  const plain = node.items.filter((item) => item.comparisons.length === 0);
  const cards = compared.length === 0 ? '' : `<div class="chiffres">\n${compared.map(card).join('')}</div>\n`;
  return cards + (plain.length === 0 ? '' : plainTable(plain));
}

function card(item: ChiffreItem): string {
  const rows = [{ zone: item.zone, value: item.value, raw: item.raw }, ...item.comparisons];
  const max = Math.max(...rows.map((row) => row.raw), 0);
  const bars = rows.map((row, i) => {
    const share = max === 0 ? 0 : Math.max(0, Math.round((row.raw / max) * 100));
    return `<tr${i === 0 ? ' class="ici"' : ''}><th class="zone" scope="row">${escape(row.zone)}</th><td class="mesure">${bar(share)}${withUnit(row.value, item.unit)}</td></tr>\n`;
  });
  return `<figure class="chiffre">
<p class="chiffre-libelle">${escape(item.label)}</p>
<p class="chiffre-valeur">${escape(item.value)}${item.unit === '' ? '' : ` <span class="unite">${escape(item.unit)}</span>`}</p>
<table class="barres">
<tbody>
${bars.join('')}</tbody>
</table>
<figcaption><p class="source">${escape(item.source)}</p></figcaption>
</figure>
`;
}

/** Barre : un bloc coloré pour les navigateurs, des pavés de texte pour Word et LibreOffice, qui n'ont pas de largeur en ligne. */
function bar(share: number): string {
  const blocks = '█'.repeat(Math.max(1, Math.round(share / 5)));
  return `<span class="barre" style="width:${Math.round(share * 0.6)}%"></span><span class="pave">${blocks} </span>`;
}

function plainTable(items: readonly ChiffreItem[]): string {
  const rows = items.map(
    (item) =>
      `<tr><th class="t" scope="row">${escape(item.label)}</th><td class="c">${escape(item.zone)}</td><td class="c-droite">${withUnit(item.value, item.unit)}</td><td class="c">${escape(item.source)}</td></tr>\n`,
  );
  return `<table class="tableau">
<thead>
<tr><th class="t" scope="col">Chiffre</th><th class="t" scope="col">Territoire</th><th class="t-droite" scope="col">Valeur</th><th class="t" scope="col">Source</th></tr>
</thead>
<tbody>
${rows.join('')}</tbody>
</table>
${APRES_TABLEAU}`;
}

function withUnit(value: string, unit: string): string {
  return escape(unit === '' ? value : `${value}\u00A0${unit}`);
}
