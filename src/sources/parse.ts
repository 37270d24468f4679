import { indesirables } from '../base/caracteres.ts';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import { parseJson } from './json.ts';
import { parseMarkdown } from './markdown.ts';
import type { MarkdownKind, YamlKind } from './places.ts';
import type { FoundFile, SourceFile } from './types.ts';
import { parseYaml } from './yaml.ts';

/** Analyse un fichier trouvé, selon sa sorte ; null si sa syntaxe est fautive. Ne dépend que de ce fichier. */
export function parseFile(found: FoundFile): Outcome<SourceFile | null> {
  const { path, id, order, source } = found;
  const invisible = indesirables(source.text).map(({ index, ...params }) => diagnostic('CTG1013', params, { file: path, start: index, end: index + 1 }));
  if (invisible.length > 0) return [null, invisible];
  if (path.endsWith('.md')) {
    const [content, diagnostics] = parseMarkdown(source);
    return [content === null ? null : { kind: found.kind as MarkdownKind, path, id, order, source, ...content }, diagnostics];
  }
  const [content, diagnostics]: readonly [ReturnType<typeof parseYaml>[0], readonly Diagnostic[]] = path.endsWith('.geojson') ? parseJson(source) : parseYaml(source);
  return [content === null ? null : { kind: found.kind as YamlKind, path, id, order, source, content }, diagnostics];
}
