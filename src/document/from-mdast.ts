/** mdast → blocs du document. Rien n'est perdu : ce que l'acte ne sait pas mettre en forme est imprimé comme du texte. */
import type { AlignType, BlockContent, Definition, DefinitionContent, FootnoteDefinition, List as MdList, Nodes, PhrasingContent, Root, RootContent, Table as MdTable } from 'mdast';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { NNBSP } from '../base/francais.ts';
import { parObjet } from '../base/memoire.ts';
import type { Span } from '../base/span.ts';
import type { Block, Cell, Figure, Inline } from './arbre.ts';

export interface Hooks {
  /** Endroit d'un nœud, ou null si le texte vient d'une clause étendue. */
  readonly span: (node: Nodes) => Span | null;
  /** Un lien : renvoi ou adresse. */
  readonly link: (url: string, children: readonly Inline[], span: Span | null) => readonly Inline[];
  /** Un paragraphe fait d'un seul lien sans texte peut valoir un bloc ; null sinon. */
  readonly blockLink: (url: string, span: Span | null) => readonly Block[] | null;
  readonly image: (url: string, alt: string, span: Span | null) => Figure | null;
  /** Une note appelée : le nom sous lequel ses blocs sont gardés jusqu'à ce que sa pièce soit entière. */
  readonly note: (definition: FootnoteDefinition, blocks: () => readonly Block[]) => string;
  /** `::nom{…}`. */
  readonly leaf: (name: string, attributes: Readonly<Record<string, string>>, span: Span | null) => readonly Block[];
  /** `:::nom` … `:::`. */
  readonly container: (name: string, attributes: Readonly<Record<string, string>>, children: readonly Block[], span: Span | null) => readonly Block[];
  readonly report: (found: Diagnostic) => void;
}

type FlowNode = RootContent | BlockContent | DefinitionContent;

interface Context extends Hooks {
  readonly definitions: Definitions;
  readonly shift: number;
}

interface Definitions { readonly links: ReadonlyMap<string, Definition>; readonly notes: ReadonlyMap<string, FootnoteDefinition> }

/**
 * Convertit un texte, ou un passage de `whole`, où sont ses définitions de liens et de notes. `top` : niveau du titre le plus haut
 * (2 dans un article, 3 sous un sous-titre).
 */
export function fromMdast(children: readonly RootContent[], hooks: Hooks, top: 2 | 3 | 4 = 2, whole: readonly RootContent[] = children): readonly Block[] {
  const depths = children.flatMap((n) => (n.type === 'heading' ? [n.depth] : []));
  const shift = depths.length === 0 ? 0 : top - Math.min(...depths);
  return blocks(children, { ...hooks, definitions: definitions(whole), shift });
}

const definitions = parObjet((children: readonly RootContent[]): Definitions => {
  const links = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !links.has(node.identifier)) links.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) visit(child as Nodes);
  };
  for (const child of children) visit(child as Nodes);
  return { links, notes };
});

const blocks = (nodes: readonly FlowNode[], context: Context): Block[] => nodes.flatMap((node) => block(node, context));

function block(node: FlowNode, context: Context): readonly Block[] {
  const span = context.span(node as Nodes);
  switch (node.type) {
    case 'paragraph':
      return paragraph(node.children, span, context);
    case 'heading': {
      const level = node.depth + context.shift;
      if (level > 4) context.report(diagnostic('CTG6004', { niveau: node.depth }, span));
      return [{ type: 'heading', level: Math.min(4, Math.max(2, level)) as 2 | 3 | 4, id: '', number: null, children: inlines(node.children, context), span }];
    }
    case 'list':
      return [{ type: 'list', ordered: node.ordered === true, start: node.start ?? 1, items: items(node, context), span }];
    case 'blockquote':
      return [{ type: 'quote', children: blocks(node.children, context), span }];
    case 'code':
      // Les fins de ligne de Windows ne sont pas du texte.
      return [{ type: 'code-block', value: node.value.replace(/\r\n?/g, '\n'), span }];
    case 'thematicBreak':
      return [{ type: 'separator', span }];
    case 'table':
      return [table(node, context, span)];
    case 'html':
      return html(node.value, span, context);
    case 'leafDirective':
      return context.leaf(node.name, attributes(node.attributes), span);
    case 'containerDirective':
      return context.container(node.name, attributes(node.attributes), blocks(node.children, context), span);
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    default:
      return 'children' in node || 'value' in node ? paragraph([node as PhrasingContent], span, context) : [];
  }
}

const attributes = (given: Readonly<Record<string, string | null | undefined>> | null | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(given ?? {}).map(([key, value]) => [key, value ?? '']));

const items = (list: MdList, context: Context): readonly (readonly Block[])[] => list.children.map((item) => blocks(item.children, context));

function html(value: string, span: Span | null, context: Context): readonly Block[] {
  // Un commentaire n'a rien de visible : il reste une note pour qui rédige.
  const visible = value.replace(/\r\n?/g, '\n').replace(/<!--[\s\S]*?-->/g, '').trim();
  if (visible === '') return [];
  context.report(diagnostic('CTG6002', { extrait: visible.split('\n')[0] as string }, span));
  return [{ type: 'paragraph', children: [{ type: 'text', value: visible }], span }];
}

function paragraph(children: readonly PhrasingContent[], span: Span | null, context: Context): readonly Block[] {
  const [only] = children;
  if (children.length === 1 && only?.type === 'link' && only.children.length === 0) {
    const found = context.blockLink(only.url, span);
    if (found !== null) return found;
  }
  const out: Block[] = [];
  let run: PhrasingContent[] = [];
  const flush = (): void => {
    const content = inlines(run, context);
    if (content.some((i) => i.type !== 'text' || i.value.trim() !== '')) out.push({ type: 'paragraph', children: content, span });
    run = [];
  };
  for (const child of children) {
    const image = imageOf(child, context);
    if (image === null) run.push(child);
    else {
      flush();
      const figure = context.image(image.url, image.alt, context.span(child));
      if (figure !== null) out.push(figure);
    }
  }
  flush();
  return out;
}

function imageOf(node: PhrasingContent, context: Context): { readonly url: string; readonly alt: string } | null {
  if (node.type === 'image') return { url: node.url, alt: node.alt ?? '' };
  if (node.type !== 'imageReference') return null;
  const definition = context.definitions.links.get(node.identifier);
  return definition === undefined ? null : { url: definition.url, alt: node.alt ?? '' };
}

function inlines(nodes: readonly PhrasingContent[], context: Context): readonly Inline[] {
  const made = nodes.flatMap((node) => inline(node, context));
  return made.some(({ type }) => type === 'note-call') ? made.flatMap((node, i) => attached(node, i === 0, made[i + 1]?.type === 'note-call')) : made;
}

/** Une fine insécable, et elle seule, devant un appel de note : il ne quitte pas son mot, et « 2024 » n'y devient pas « 20241 » à la copie. */
function attached(node: Inline, first: boolean, called: boolean): readonly Inline[] {
  if (!called) return [node];
  if (node.type !== 'text') return [node, { type: 'text', value: NNBSP }];
  const value = node.value.trimEnd();
  return value === '' && first ? [] : [{ type: 'text', value: `${value}${NNBSP}` }];
}

function inline(node: PhrasingContent, context: Context): readonly Inline[] {
  switch (node.type) {
    case 'text':
      // Un saut de ligne dans la source n'en est pas un dans l'acte.
      return [{ type: 'text', value: node.value.replace(/\s*\n\s*/g, ' ') }];
    case 'strong':
      return [{ type: 'strong', children: inlines(node.children, context) }];
    case 'emphasis':
      return [{ type: 'emphasis', children: inlines(node.children, context) }];
    case 'inlineCode':
      return [{ type: 'code', value: node.value }];
    case 'break':
      return [{ type: 'break' }];
    case 'link':
      return context.link(node.url, inlines(node.children, context), context.span(node));
    case 'linkReference': {
      const definition = context.definitions.links.get(node.identifier);
      const children = inlines(node.children, context);
      return definition === undefined ? children : context.link(definition.url, children, context.span(node));
    }
    case 'footnoteReference': {
      const definition = context.definitions.notes.get(node.identifier);
      if (definition === undefined) return [];
      return [{ type: 'note-call', id: '', target: context.note(definition, () => blocks(definition.children, context)), number: 0, said: '' }];
    }
    case 'html': {
      const visible = node.value.replace(/<!--[\s\S]*?-->/g, '');
      if (visible === '') return [];
      context.report(diagnostic('CTG6002', { extrait: visible }, context.span(node)));
      return [{ type: 'text', value: visible }];
    }
    case 'image':
    case 'imageReference':
      // Une image au milieu d'un texte en gras ou d'un lien : sa description en tient lieu.
      return node.alt ? [{ type: 'text', value: node.alt }] : [];
    default: {
      // Une extension du Markdown peut en ajouter.
      const other = node as Nodes;
      return 'children' in other ? inlines(other.children as PhrasingContent[], context) : 'value' in other ? [{ type: 'text', value: other.value }] : [];
    }
  }
}

function table(node: MdTable, context: Context, span: Span | null): Block {
  const align = node.align ?? [];
  const rows = node.children.map((row, r) =>
    row.children.map((cell, c): Cell => {
      const content = inlines(cell.children, context);
      const side = alignment(align[c]);
      return { children: content.length === 0 ? [] : [{ type: 'paragraph', children: content }], ...(side === null ? {} : { align: side }), ...(r === 0 ? { header: true } : {}) };
    }),
  );
  const [head = [], ...body] = rows;
  const width = head.length;
  const filled = body.map((row) => [...row, ...Array.from({ length: Math.max(0, width - row.length) }, (): Cell => ({ children: [] }))].slice(0, width));
  const lengths = head.map((_, c) => Math.max(...node.children.map((row) => Math.min(60, textLength(row.children[c])))));
  return { type: 'table', caption: null, widths: lengths.map((n) => Math.max(8, n)), head: head.length === 0 ? [] : [head], body: filled, headerColumns: 0, span };
}

const alignment = (given: AlignType | undefined): 'left' | 'center' | 'right' | null => given ?? null;

function textLength(node: Nodes | undefined): number {
  if (node === undefined) return 0;
  if ('value' in node) return node.value.length;
  return 'children' in node ? (node.children as Nodes[]).reduce((sum, child) => sum + textLength(child), 0) : 0;
}

/** Blocs d'une racine mdast. */
export const rootBlocks = (root: Root, hooks: Hooks, top: 2 | 3 | 4 = 2): readonly Block[] => fromMdast(root.children, hooks, top);
