/** Liens : un élément Link par lien, une annotation par ligne qu'il occupe. */
import type { PDFDocumentInstance, Word } from '../flow/types.ts';
import type { Element } from './element.ts';
import { reference } from './marks.ts';
import { type Tag, tag } from './tag.ts';

export interface Target { readonly key: string; readonly url: string | null; readonly destination: string | null; readonly description: string | null; readonly around: Tag | null }

export function targetOf(word: Word): Target | null {
  if (word.link === null && word.linkToDestination === null) return null;
  return { key: word.link ?? `#${word.linkToDestination}`, url: word.link, destination: word.linkToDestination, description: word.linkTitle, around: word.around };
}

/** L'élément du lien : celui de la ligne d'avant s'il continue. */
export function openLink(host: Element, target: Target): Element {
  if (host.openLink?.key !== target.key) host.openLink = { key: target.key, element: (target.around === null ? host : host.child(target.around)).child(tag('Link')) };
  return host.openLink.element;
}

/** Rend cliquable un rectangle ; `text` décrit le lien s'il n'a pas de description. */
export function annotate(doc: PDFDocumentInstance, link: Element, target: Target, text: string, [x, y, width, height]: readonly [number, number, number, number]): void {
  const said = target.description ?? text.trim();
  const contents = target.url === null || said.includes(target.url) ? said : `${said} (${target.url})`;
  const key = doc.createStructParentTreeNextKey();
  doc.getStructParentTree().add(key, reference(doc, link));
  const options = { Contents: Object(contents) as object, StructParent: key };
  if (target.url !== null) doc.link(x, y, width, height, target.url, options);
  else doc.goTo(x, y, width, height, target.destination as string, options);
  const annotation = doc.page.annotations[doc.page.annotations.length - 1];
  if (annotation !== undefined) link.kids.push({ page: doc.page.dictionary, annotation });
}
