/** Les notes d'un texte en Markdown : chaque appel a sa note, chaque note un appel. */
import type { FootnoteDefinition, FootnoteReference, Nodes, Root } from 'mdast';
import { extrait } from '../base/caracteres.ts';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import { suggest } from '../base/suggestion.ts';

/** Ce qu'une note ne peut pas contenir, et son nom. */
const EXCLUS: Partial<Record<Nodes['type'], string>> = { heading: 'un titre', table: 'un tableau', thematicBreak: 'un filet', image: 'une image', imageReference: 'une image' };

type Lieu = 'un titre' | 'un lien' | 'une note';
/** Où un appel de note n'a pas sa place. */
const LIEUX: Partial<Record<Nodes['type'], Lieu>> = { heading: 'un titre', link: 'un lien', linkReference: 'un lien', footnoteDefinition: 'une note' };

/** Un appel que le Markdown n'a pas reconnu, faute de note à ce nom ; `\[^1]` est du texte voulu. */
const ORPHELIN = /(?<!\\)(?:\\\\)*\[\^([^[\]\r\n]+)\]/g;

/** Une clé d'une ou deux lettres ressemble à toutes les autres. */
const proche = (cle: string, connues: Iterable<string>): string | null => (cle.length < 3 ? null : suggest(cle, connues));

/** `text` : ce dont `body` a été tiré, pour retrouver les signes tels qu'ils sont écrits. `at` situe un passage. */
export function constatsNotes(body: Root, text: string, at: (start: number, end: number) => Span): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const definitions = new Map<string, FootnoteDefinition>();
  const appels: FootnoteReference[] = [];
  const orphelins: { readonly cle: string; readonly span: Span }[] = [];
  const nom = (node: FootnoteDefinition | FootnoteReference): string => extrait(node.label ?? node.identifier);
  const bornes = (node: Nodes): readonly [number, number] => [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  /** « [^cle] », au début de la définition. */
  const tete = (node: FootnoteDefinition): Span => at(bornes(node)[0], bornes(node)[0] + (node.label ?? node.identifier).length + 3);

  const visit = (node: Nodes, lieu: Lieu | null): void => {
    const [start, end] = bornes(node);
    if (node.type === 'text') {
      for (const match of text.slice(start, end).matchAll(ORPHELIN)) {
        const debut = start + match.index + match[0].lastIndexOf('[^');
        orphelins.push({ cle: match[1] as string, span: at(debut, start + match.index + match[0].length) });
      }
    } else if (node.type === 'linkReference' && node.label?.startsWith('^') === true) orphelins.push({ cle: node.label.slice(1), span: at(start, end) });
    else if (node.type === 'footnoteReference') {
      appels.push(node);
      if (lieu !== null) found.push(diagnostic('CTG3017', { cle: nom(node), lieu }, at(start, end)));
    } else if (node.type === 'footnoteDefinition') {
      const premiere = definitions.get(node.identifier);
      if (premiere === undefined) definitions.set(node.identifier, node);
      else found.push(diagnostic('CTG3016', { cle: nom(node) }, tete(node), [{ message: 'la première', span: tete(premiere) }]));
    }
    const exclu = lieu === 'une note' ? EXCLUS[node.type] : undefined;
    if (exclu !== undefined) found.push(diagnostic('CTG3018', { quoi: exclu }, at(start, end)));
    else if ('children' in node) for (const child of node.children) visit(child as Nodes, LIEUX[node.type] ?? lieu);
  };
  visit(body, null);

  const cles = [...definitions.values()].map(nom);
  for (const { cle, span } of orphelins) found.push(diagnostic('CTG3014', { cle: extrait(cle), espace: /\s/.test(cle), suggestion: proche(cle, cles) }, span));
  const appelees = new Set(appels.map((node) => node.identifier));
  for (const node of definitions.values()) {
    if (!appelees.has(node.identifier)) found.push(diagnostic('CTG3015', { cle: nom(node), suggestion: proche(nom(node), orphelins.map(({ cle }) => cle)) }, tete(node)));
  }
  return found;
}
