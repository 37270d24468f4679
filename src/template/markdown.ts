/** Le Markdown des clauses : tableaux, et la moitié « bloc » des directives (les directives en ligne mangeraient « 8:30 »). */
import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { tables } from '../sources/markdown.ts';
import { lireMarkdownCourant } from '../sources/markdown-courant.ts';

function blockDirectives(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  const { flow } = directive();
  (data.micromarkExtensions ??= []).push({ flow });
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown());
}

const reader = unified().use(remarkParse).use(tables).use(blockDirectives).freeze();

/** Tout Markdown de clause, par la bibliothèque. */
export const parseClauseComplet = (text: string): Root => reader.parse(text) as Root;

/** Analyse le texte étendu d'une clause. */
export const parseClauseMarkdown = (text: string): Root => lireMarkdownCourant(text, { entete: false, directives: true }) ?? parseClauseComplet(text);
