import type { Root } from 'mdast';
import type { Locator, Path, SourceText } from '../base/span.ts';
import type { Kind, MarkdownKind, YamlKind } from './places.ts';

export interface YamlContent {
  readonly value: unknown;
  readonly at: Locator;
  /** Texte brut d'un scalaire (`1.10` pour le nombre 1.1), ou null. */
  readonly raw: (path: Path) => string | null;
  /** En-tête Markdown qui n'est pas là. */
  readonly absent?: true;
}

interface SourceFileBase {
  readonly path: string;
  /** Identifiant tiré du nom de fichier. */
  readonly id: string;
  readonly order: number;
  readonly source: SourceText;
}
export interface YamlFile extends SourceFileBase {
  readonly kind: YamlKind;
  readonly content: YamlContent;
}
export interface MarkdownFile extends SourceFileBase {
  readonly kind: MarkdownKind;
  readonly entete: YamlContent;
  readonly body: Root;
}
export type SourceFile = YamlFile | MarkdownFile;

/** Un fichier trouvé à son endroit convenu, pas encore analysé. */
export interface FoundFile {
  readonly path: string;
  readonly id: string;
  readonly order: number;
  readonly kind: Kind;
  readonly source: SourceText;
}
