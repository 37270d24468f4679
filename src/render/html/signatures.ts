import type { SignatureBlock, Signatures } from '../../document/arbre.ts';
import type { Context } from './context.ts';
import { escape } from './escape.ts';
import { APRES_TABLEAU } from './table.ts';

/** LibreOffice règle une colonne sur son texte : cette ligne blanche donne au cadre sa largeur. */
const CALE = `<span class="cale">${'\u00A0'.repeat(52)}</span>`;

/** Blocs de signature deux par deux, chaque paire dans un tableau qui ne se coupe pas ; la formule reste avec le premier. */
export function signatures(ctx: Context, node: Signatures): string {
  const rows: string[] = [];
  for (let i = 0; i < node.blocks.length; i += 2) {
    const pair = node.blocks.slice(i, i + 2).map(cell);
    if (pair.length === 1) pair.push('<td></td>');
    rows.push(`<table class="cadres" role="presentation" style="page-break-inside: avoid">\n<tbody>\n<tr class="insecable">${pair.join('')}</tr>\n</tbody>\n</table>\n${APRES_TABLEAU}`);
  }
  return `<div class="signatures">\n<div class="formule">\n${ctx.blocks(node.closing)}</div>\n${rows.join('')}</div>\n`;
}

function cell(block: SignatureBlock): string {
  const signers = block.signers.map(
    (signer) =>
      `<p class="signataire">${escape(signer.qualite)}${signer.name === '' ? '' : `<br>\n<strong>${escape(signer.name)}</strong>`}</p>\n<p class="signe">Le</p>\n<p class="signature">${CALE}<br><br><br><br></p>\n`,
  );
  return `<td class="signe-cadre"><p class="signe-partie"><strong>${escape(block.partie)}</strong></p>\n${signers.join('')}</td>`;
}
