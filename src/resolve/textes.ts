/** Tous les textes d'auteur du projet et leurs endroits : pour les règles qui lisent tout. */
import type { Nodes } from 'mdast';
import { extrait } from '../base/caracteres.ts';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { parObjet } from '../base/memoire.ts';
import type { Path, SourceText, Span } from '../base/span.ts';
import type { ResolveInput, TypedFile, ValueOf } from './input.ts';
import { spanOf, walk } from './markdown.ts';
import { constatsNotes } from './notes.ts';
import type { Renvoi, TexteAuteur } from './projet.ts';
import { splitRenvoi } from './renvois.ts';

const KINDS: readonly (keyof ValueOf)[] = [
  'convention', 'territoire', 'strategie', 'acteurs', 'signataire', 'plan', 'diagnostic', 'indicateurs', 'gouvernance', 'equipements', 'calendrier', 'glossaire',
  'enjeux', 'fiche-action', 'article', 'annexe', 'texte-diagnostic', 'avenant', 'bilan',
];

export function collectTextes(input: ResolveInput): { readonly textes: readonly TexteAuteur[]; readonly renvois: readonly Renvoi[]; readonly notes: readonly Diagnostic[] } {
  const textes: TexteAuteur[] = [];
  const renvois: Renvoi[] = [];
  const notes: Diagnostic[] = [];
  for (const kind of KINDS) {
    for (const file of input.files(kind)) {
      const found = textesDe(file);
      for (const texte of found.textes) textes.push(texte);
      for (const renvoi of found.renvois) renvois.push(renvoi);
      notes.push(...found.notes);
    }
  }
  return { textes, renvois, notes };
}

/** Les textes d'un fichier : les mêmes objets tant qu'il ne change pas, pour que les règles ne relisent que ce qui a changé. */
const textesDe = parObjet((file: TypedFile<unknown>) => {
  const textes: TexteAuteur[] = [];
  const renvois: Renvoi[] = [];
  collectYaml(file, file.value, [], textes);
  if (file.body === null) return { textes, renvois, notes: [] };
  collectProse(file.body, file.source, textes, renvois);
  const notes = constatsNotes(file.body, file.source.text, (start, end) => ({ file: file.source.file, start, end }));
  return { textes, renvois, notes: [...notes, ...passagesRompus(file.body, file.source)] };
});

/** `[la [page](https://…)](langue:en)` : un lien n'en contient pas un autre, et le Markdown laisse les crochets du dehors en texte. */
function passagesRompus(body: Nodes, { file, text }: SourceText): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  walk(body, (node) => {
    if (node.type !== 'text') return;
    const { start, end } = spanOf(node, file);
    for (const match of text.slice(start, end).matchAll(/(?<!\\)\]\(langue:([^()\s]*)\)/g)) {
      const at = start + match.index;
      found.push(diagnostic('CTG3020', { code: extrait(match[1] as string), faute: 'lien', suggestion: null }, { file, start: at, end: at + match[0].length }));
    }
  });
  return found;
}

function collectYaml(file: TypedFile<unknown>, value: unknown, path: Path, textes: TexteAuteur[]): void {
  // Un nom de fichier n'est pas un texte de l'acte.
  if (path.at(-1) === 'fichier') return;
  if (typeof value === 'string') textes.push(texteAuteur(value, file.at(path), file.source, 'yaml', true));
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) collectYaml(file, item, [...path, i], textes);
  else if (value !== null && typeof value === 'object') for (const [key, item] of Object.entries(value)) collectYaml(file, item, [...path, key], textes);
}

function collectProse(body: Nodes, source: SourceText, textes: TexteAuteur[], renvois: Renvoi[]): void {
  walk(body, (node) => {
    if ('children' in node) {
      const seul = node.children.filter((child) => child.type !== 'html').length === 1;
      for (const child of node.children) if (child.type === 'text') textes.push(texteAuteur(child.value, spanOf(child, source.file), source, 'prose', seul));
    }
    if (node.type === 'link') {
      const renvoi = splitRenvoi(node.url);
      if (renvoi !== null) renvois.push({ ...renvoi, span: spanOf(node, source.file) });
    }
  });
}

const texteAuteur = (texte: string, span: Span, source: SourceText, nature: TexteAuteur['nature'], seul: boolean): TexteAuteur => ({
  texte,
  span,
  file: source.file,
  nature,
  seul,
  passage: (start, end) => passage(texte, span, source, start, end),
});

/** Retrouve dans la source le passage de même rang : la n-ième occurrence du texte est la n-ième de la source. */
function passage(texte: string, span: Span, source: SourceText, start: number, end: number): Span {
  const wanted = texte.slice(start, end);
  const raw = source.text.slice(span.start, span.end);
  let at = raw.indexOf(wanted);
  for (let i = texte.indexOf(wanted); i < start && at !== -1; i = texte.indexOf(wanted, i + 1)) at = raw.indexOf(wanted, at + 1);
  return at === -1 || wanted === '' ? span : { file: span.file, start: span.start + at, end: span.start + at + wanted.length };
}
