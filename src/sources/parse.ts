import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import { parseMarkdown } from './markdown.ts';
import type { MarkdownKind, YamlKind } from './places.ts';
import type { FoundFile, SourceFile } from './types.ts';
import { parseYaml } from './yaml.ts';

/** Analyse un fichier trouvé, selon sa sorte ; null si sa syntaxe est fautive. Ne dépend que de ce fichier. */
export function parseFile(found: FoundFile): Outcome<SourceFile | null> {
  const { path, id, order, source } = found;
  if (path.endsWith('.md')) {
    const [content, diagnostics] = parseMarkdown(source);
    return [content === null ? null : { kind: found.kind as MarkdownKind, path, id, order, source, ...content }, diagnostics];
  }
  const [content, diagnostics]: readonly [ReturnType<typeof parseYaml>[0], readonly Diagnostic[]] = parseYaml(source);
  return [content === null ? null : { kind: found.kind as YamlKind, path, id, order, source, content }, diagnostics];
}
