/** Le Markdown des clauses : tableaux, notes, et la moitié « bloc » des directives (les directives en ligne mangeraient « 8:30 »). */
import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { parTexte } from '../base/memoire.ts';
import { gfm } from '../sources/markdown.ts';

function blockDirectives(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  const { flow } = directive();
  (data.micromarkExtensions ??= []).push({ flow });
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown());
}

const reader = unified().use(remarkParse).use(gfm).use(blockDirectives).freeze();

/** Analyse le texte étendu d'une clause. L'arbre rendu ne se change pas : le même texte le redonne. */
export const parseClauseMarkdown = parTexte((text): Root => reader.parse(text) as Root);
