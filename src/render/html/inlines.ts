import type { Inline, InlineHandlers } from '../../document/arbre.ts';
import { retourDeNote } from '../../document/texte.ts';
import { escape, safeUrl } from './escape.ts';
import { wordOnly, wordPageCount } from './word.ts';

/** Rendu des nœuds en ligne. `pages` : nombre de pages, ou null s'il n'est pas encore connu. */
export function inlineRenderer(pages: number | null): (nodes: readonly Inline[]) => string {
  const render = (nodes: readonly Inline[]): string =>
    nodes.map((node) => (handlers[node.type] as (node: Inline) => string)(node)).join('');

  const handlers: InlineHandlers<string> = {
    text: (node) => escape(node.value),
    strong: (node) => `<strong>${render(node.children)}</strong>`,
    emphasis: (node) => `<em>${render(node.children)}</em>`,
    code: (node) => `<code>${escape(node.value)}</code>`,
    link: (node) => {
      const url = safeUrl(node.url);
      return url === null ? render(node.children) : `<a href="${escape(url)}">${render(node.children)}</a>`;
    },
    crossref: (node) => `<a class="renvoi" href="#${escape(node.target)}">${render(node.children)}</a>`,
    langue: (node) => `<span lang="${escape(node.lang)}">${render(node.children)}</span>`,
    break: () => '<br>',
    // LibreOffice ne surligne pas <mark>, mais bien un <span>.
    blank: (node) => `<mark><span class="blanc">${escape(node.value)}</span></mark>`,
    // L'ancre est sur le lien même : le retour y mène le clavier aussi.
    'note-call': (node) => `<sup><a id="${escape(node.id)}" class="appel" href="#${escape(node.target)}" role="doc-noteref" aria-label="${escape(node.said)}">${String(node.number)}</a></sup>`,
    'note-back': (node) => `<a class="retour" href="#${escape(node.target)}" role="doc-backlink" aria-label="${escape(node.said)}">${retourDeNote(node)}</a>`,
    'page-total': () => (pages === null ? '…' : wordOnly(wordPageCount(pages), String(pages))),
  };
  return render;
}
