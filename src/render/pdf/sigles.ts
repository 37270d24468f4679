/** Sigles d'un texte : chacun devient un élément qui dit sa forme développée, sans que rien ne change à l'œil. */
import { type Tag, tag } from './tags/tag.ts';

export interface Part { readonly text: string; readonly tag: Tag | null }
/** Découpe un texte à ses sigles. */
export type Sigles = (text: string, seen: Set<string>) => readonly Part[];

/** `meanings` : sigle → forme développée. Un sigle ne se développe qu'une fois par paragraphe (`seen`) : redit à chaque mot, il lasserait. */
export function makeSigles(meanings: ReadonlyMap<string, string>): Sigles {
  if (meanings.size === 0) return (text) => [{ text, tag: null }];
  // Le plus long d'abord : « CNAF » avant « AF ». Les sigles ne sont que lettres et chiffres, mais ceux d'un territoire s'écrivent comme il veut.
  const names = [...meanings.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${names.join('|')})(?![\\p{L}\\p{N}-])`, 'gu');
  return (text, seen) => {
    const parts: Part[] = [];
    let at = 0;
    for (const { 0: name, index } of text.matchAll(pattern)) {
      if (seen.has(name)) continue;
      seen.add(name);
      if (index > at) parts.push({ text: text.slice(at, index), tag: null });
      parts.push({ text: name, tag: tag('Span', { expansion: meanings.get(name) as string }) });
      at = index + name.length;
    }
    if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at), tag: null });
    return parts;
  };
}
