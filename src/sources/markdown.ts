import type { Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { SourceText, Span } from '../base/span.ts';
import type { YamlContent } from './types.ts';
import { parseYaml } from './yaml.ts';

/** Tableaux GFM seulement : le reste de GFM ferait des liens de `www.caf.fr`. */
export function tables(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  (data.micromarkExtensions ??= []).push(gfmTable());
  (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown());
}

const reader = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(tables).freeze();

export interface MarkdownContent {
  readonly entete: YamlContent;
  readonly body: Root;
}

/** Analyse un fichier Markdown et son en-tête YAML, dont les endroits sont ceux du fichier. */
export function parseMarkdown(source: SourceText): Outcome<MarkdownContent | null> {
  const diagnostics: Diagnostic[] = [];
  const root = reader.parse(source.text) as Root;
  const [first, ...rest] = root.children;
  let entete: YamlContent = { value: {}, at: () => ({ file: source.file, start: 0, end: 0 }), raw: () => null };
  if (first?.type === 'yaml') {
    const start = (first.position?.start.offset ?? 0) + 3;
    const end = Math.max(start, (first.position?.end.offset ?? start) - 3);
    const [content, found] = parseYaml(source, start, end);
    diagnostics.push(...found);
    if (content === null) return [null, diagnostics];
    const whole: Span = { file: source.file, start: 0, end: 3 };
    entete = content.value === null ? { ...content, value: {}, at: () => whole } : { ...content, at: (path, target) => (path.length === 0 ? whole : content.at(path, target)) };
  } else if (/^---[ \t]*\r?\n/.test(source.text) && /^---[ \t]*\r?\n[\w-]+:/.test(source.text)) {
    return [null, [diagnostic('CTG1010', {}, { file: source.file, start: 0, end: 3 })]];
  }
  return [{ entete, body: { ...root, children: first?.type === 'yaml' ? rest : root.children } }, diagnostics];
}
