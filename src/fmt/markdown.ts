/**
 * La mise en forme d'un texte Markdown : l'en-tête comme un fichier YAML ; du corps, seulement les blancs qui ne disent rien. L'arbre
 * d'avant et celui d'après sont comparés : au moindre écart, le texte reste tel quel.
 */
import type { Nodes, Root } from 'mdast';
import { arbreMarkdown } from '../sources/markdown.ts';
import { type Forme, formerYaml } from './yaml.ts';

/** Blocs dont chaque caractère compte. */
const INTOUCHABLES = new Set(['code', 'html', 'inlineCode']);

const TELS = new Set(['definition', 'footnoteDefinition', 'html']);

/** L'arbre sans ses endroits : ce que le texte dit. */
const sens = (root: Root): string => JSON.stringify(root, (cle, valeur) => (cle === 'position' ? undefined : valeur));

function visiter(node: Nodes, sur: (node: Nodes) => void): void {
  sur(node);
  if ('children' in node) for (const child of node.children) visiter(child, sur);
}

/** Un en-tête et sa suite ; l'en-tête n'existe qu'en première ligne. */
const EN_TETE = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;

function formerCorps(corps: string): string | null {
  const root = arbreMarkdown(corps);
  const lignes = corps.split('\n');
  const gardees = new Set<number>();
  visiter(root, (node) => {
    const { start, end } = node.position ?? {};
    if (start === undefined || end === undefined) return;
    if (node.type === 'break') gardees.add(start.line - 1);
    if (INTOUCHABLES.has(node.type)) for (let l = start.line - 1; l < end.line; l++) gardees.add(l);
  });
  const nettes = lignes.map((ligne, i) => (gardees.has(i) ? ligne : ligne.trimEnd()));
  const blocs = root.children.map((node) => ({ type: node.type, texte: nettes.slice((node.position?.start.line ?? 1) - 1, node.position?.end.line).join('\n'), debut: node.position?.start.line ?? 1, fin: node.position?.end.line ?? 1 }));
  let sortie = '';
  for (const [i, bloc] of blocs.entries()) {
    const avant = blocs[i - 1];
    if (avant === undefined) sortie = bloc.texte;
    else {
      // Deux définitions (de liens, de notes), ou une remarque et ce qu'elle précède, restent comme l'auteur les a mises.
      const tel = TELS.has(bloc.type) || TELS.has(avant.type);
      if (bloc.debut <= avant.fin) return null;
      sortie += `${tel && bloc.debut === avant.fin + 1 ? '\n' : '\n\n'}${bloc.texte}`;
    }
  }
  const forme = sortie === '' ? '' : `${sortie.replace(/\n+$/, '')}\n`;
  return sens(arbreMarkdown(forme)) === sens(root) ? forme : null;
}

/** Met un texte Markdown en forme. `raison` : pourquoi il reste tel quel. */
export function formerMarkdown(brut: string): Forme {
  const texte = brut.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const tete = EN_TETE.exec(texte);
  const yaml = tete === null ? null : formerYaml(tete[1] ?? '');
  if (yaml !== null && !yaml.ok) return { ok: false, raison: yaml.raison.replace(/^il /, 'son en-tête ') };
  const suite = tete === null ? texte : texte.slice(tete[0].length);
  const corps = formerCorps(suite);
  if (corps === null || (corps !== '' && formerCorps(corps) !== corps)) return { ok: false, raison: 'sa mise en forme pourrait changer son sens : laissé tel quel' };
  return { ok: true, texte: yaml === null ? corps : `---\n${yaml.texte}---\n${/^[ \t]*\n/.test(suite) && corps !== '' ? '\n' : ''}${corps}` };
}
