/** Rendu PDF : un arbre, un thème, des polices → des octets, toujours les mêmes. */
import type { DocumentTree } from '../../document/arbre.ts';
import type { Theme } from '../theme.ts';
import { collectAnchors } from './anchors.ts';
import type { Attachment } from './attachments.ts';
import { renderBlocks } from './blocks.ts';
import type { RenderContext, RenderProblem, Shared } from './context.ts';
import { destinations } from './flow/late.ts';
import { makeFooter, makeHeader, makeWatermark } from './furniture.ts';
import { makeGlyphs } from './glyphs.ts';
import { renderInlines } from './inlines.ts';
import { attachedDocuments, type JoinedFile, openJoined } from './joined.ts';
import { assemble } from './pieces.ts';
import { Press } from './press.ts';
import { makeSigles } from './sigles.ts';
import { A4, HEADING, makeStyles, pageMargins, TEXT } from './styles.ts';
import { hasPageTotal, likelyDigits, tableGroups, thematiques } from './survey.ts';

export type { Attachment } from './attachments.ts';
export type { RenderProblem } from './context.ts';
export interface PdfOptions {
  readonly theme: Theme;
  /** Nom de fichier dans `templates/theme/fonts` → octets. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
  /** Fichiers joints, dans cet ordre. */
  readonly attachments?: readonly Attachment[];
}
export interface PdfResult {
  /** Null dès qu'un défaut est signalé : jamais de document faux. */
  readonly bytes: Uint8Array | null;
  readonly pages: number;
  readonly problems: readonly RenderProblem[];
}

/** Rend un arbre en PDF. Les défauts sont rendus comme des données ; aucun octet ne sort s'il y en a. */
export async function renderPdf(tree: DocumentTree, options: PdfOptions): Promise<PdfResult> {
  const problems: RenderProblem[] = [];
  const problem = (one: RenderProblem): void => {
    if (!problems.some((other) => other.kind === one.kind && other.detail === one.detail && other.span?.start === one.span?.start && other.span?.file === one.span?.file)) problems.push(one);
  };
  try {
    const joined = await openJoined(tree, problem);
    const press = makePress(tree, options);
    // Le total des pages s'imprime dans le texte : sa place dépend de son nombre de chiffres, que l'on devine d'abord.
    const guess = likelyDigits(tree);
    let layout = layOut(press, tree, options, joined, problem, guess);
    const digits = Math.max(2, String(layout.pages.length).length);
    if (digits !== guess && hasPageTotal(tree)) layout = layOut(press, tree, options, joined, problem, digits);
    const { pages } = layout;
    for (const { excerpt, span } of press.lost) problem({ kind: 'lost-block', detail: excerpt.slice(0, 120), span });
    if (problems.length > 0) return { bytes: null, pages: pages.length, problems };
    const places = destinations(pages);
    const printed = await press.print(layout, [...(options.attachments ?? []), ...attachedDocuments(tree)]);
    const bytes = joined.size === 0 ? printed : await (await import('./overlay.ts')).overlayJoined(printed, joined, places, options.theme.margins);
    return { bytes, pages: pages.length, problems };
  } catch (error) {
    problem({ kind: 'internal', detail: error instanceof Error ? (error.stack ?? error.message) : String(error), span: null });
    return { bytes: null, pages: 0, problems };
  }
}

function makePress(tree: DocumentTree, { theme, fonts }: PdfOptions): Press {
  const [left, top, right, bottom] = pageMargins(theme.margins.portrait);
  const info = { title: tree.title, author: tree.author, subject: tree.subject, keywords: tree.keywords.join(', '), date: new Date(tree.date) };
  return new Press(info, theme, fonts, { ...makeStyles(theme).body, hyphens: false, justify: false }, { ...A4, orientation: 'portrait' }, { left, top, right, bottom });
}

function layOut(press: Press, tree: DocumentTree, { theme }: PdfOptions, joined: ReadonlyMap<Uint8Array, JoinedFile>, problem: (problem: RenderProblem) => void, digits: number) {
  const styles = makeStyles(theme);
  const flow = press.flow();
  const colors = thematiques(tree, theme.colors.thematiques);
  const shared: Shared = {
    theme, styles, problem,
    anchors: collectAnchors(tree),
    sigles: makeSigles(new Map(Object.entries(tree.sigles ?? {}))),
    glyphs: makeGlyphs((family, bold, italics) => press.face(family, bold, italics), [TEXT, HEADING], (character, text) => {
      const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
      problem({ kind: 'missing-glyph', detail: `« ${character} » (U+${code}) dans « ${text.length > 80 ? `${text.slice(0, 80)}…` : text} »`, span: shared.at, missing: { character, text } });
    }),
    draft: tree.stade === 'projet',
    totalPlaceholder: '8'.repeat(digits),
    thematique: (name) => colors.get(name) ?? theme.colors.ink,
    imageName: (bytes) => {
      try {
        return press.addImage(bytes);
      } catch (error) {
        problem({ kind: 'image', detail: error instanceof Error ? error.message : String(error), span: shared.at });
        return null;
      }
    },
    joinedPages: (bytes) => joined.get(bytes)?.pages ?? [],
    at: null,
    textWidth: (text, style) => press.textWidth(text, style),
    tableGroups: tableGroups(tree),
    measure: (nodes, width) => flow.measure(nodes, width),
    measureRows: (table, width) => flow.measureRows(table, width),
  };
  const context: RenderContext = { shared, tone: styles.body, compact: false, width: 0, indent: 0, lead: 0, outlineParent: null, blocks: renderBlocks, inlines: renderInlines };
  return press.layout({ content: assemble(context, tree), header: makeHeader(context, tree), footer: makeFooter(context, tree), watermark: makeWatermark(context, tree) });
}
