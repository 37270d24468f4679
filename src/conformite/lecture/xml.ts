/** Un arbre XML, avec ses espaces de noms ; null et la raison s'il est mal formé. */
import { SaxesParser, type SaxesTagNS } from 'saxes';

export interface Element {
  readonly uri: string;
  readonly local: string;
  readonly prefixe: string;
  readonly attributs: readonly { readonly uri: string; readonly local: string; readonly prefixe: string; readonly valeur: string }[];
  readonly enfants: Element[];
  texte: string;
}

export interface Xml { readonly racine: Element | null; readonly faute: string | null; readonly paquet: string | null }

export function lireXml(texte: string): Xml {
  const parser = new SaxesParser({ xmlns: true });
  const pile: Element[] = [];
  let racine: Element | null = null;
  let faute: string | null = null;
  let paquet: string | null = null;
  parser.on('error', (error) => {
    faute ??= error.message;
  });
  parser.on('processinginstruction', ({ target, body }) => {
    if (target === 'xpacket' && paquet === null) paquet = body;
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    const element: Element = {
      uri: tag.uri, local: tag.local, prefixe: tag.prefix, enfants: [], texte: '',
      attributs: Object.values(tag.attributes).map((a) => ({ uri: a.uri, local: a.local, prefixe: a.prefix, valeur: a.value })),
    };
    pile.at(-1)?.enfants.push(element);
    racine ??= element;
    pile.push(element);
  });
  parser.on('closetag', () => void pile.pop());
  parser.on('text', (morceau) => {
    const dernier = pile.at(-1);
    if (dernier !== undefined) dernier.texte += morceau;
  });
  try {
    parser.write(texte).close();
  } catch (error) {
    faute ??= error instanceof Error ? error.message : String(error);
  }
  return { racine, faute, paquet };
}
