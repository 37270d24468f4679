/** Lire un fichier JSON (les contours des communes) dans des bornes, et situer ce qu'il contient. */
import { diagnostic } from '../base/catalogue/index.ts';
import type { Outcome } from '../base/diagnostic.ts';
import type { Path, SourceText, Span } from '../base/span.ts';
import { LIMITS } from './places.ts';
import type { YamlContent } from './types.ts';

export function parseJson(source: SourceText): Outcome<YamlContent | null> {
  const { file, text } = source;
  const fault = (detail: string, at: number): Outcome<null> => {
    const start = Math.max(0, Math.min(at, text.length - 1));
    return [null, [diagnostic('CTG1016', { detail }, { file, start, end: start + 1 })]];
  };
  const deep = tooDeep(text);
  if (deep !== null) return fault(`il emboîte plus de ${String(LIMITS.depth)} niveaux`, deep);
  try {
    const value: unknown = JSON.parse(text);
    const tokens = lazy(() => locate(text, file));
    return [{ value, at: (path, target) => tokens()(path ?? [], target ?? 'value'), raw: () => null }, []];
  } catch (error) {
    // Le décalage est la seule part du message qui ne change pas d'une version de Node à l'autre.
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return at === undefined ? fault('il s’arrête avant sa fin', Math.max(0, text.trimEnd().length - 1)) : fault('un signe n’y est pas à sa place', Number(at));
  }
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Où l'emboîtement dépasse la borne, ou null. */
function tooDeep(text: string): number | null {
  let depth = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (match[0] === '[' || match[0] === '{') depth += 1;
    else if (match[0] === ']' || match[0] === '}') depth -= 1;
    if (depth > LIMITS.depth) return match.index;
  }
  return null;
}

/** Un texte JSON valide → où se trouve chaque chemin. Ne relit le texte que s'il y a un constat à situer. */
function locate(text: string, file: string): (path: Path, target: 'key' | 'value') => Span {
  const found = new Map<string, { key: Span; value: Span }>();
  let at = 0;
  const span = (start: number, end: number): Span => ({ file, start, end });
  const blank = (): void => {
    while (/\s/.test(text.charAt(at))) at += 1;
  };
  const token = (): string => {
    const match = /"(?:[^"\\]|\\.)*"|[^\s,:[\]{}]+/sy;
    match.lastIndex = at;
    const read = match.exec(text)?.[0] ?? '';
    at += Math.max(1, read.length);
    return read;
  };
  const value = (path: string, key: Span | null): void => {
    blank();
    const start = at;
    const open = text.charAt(at);
    if (open !== '{' && open !== '[') token();
    else {
      at += 1;
      for (let i = 0; ; i += 1) {
        blank();
        if (text.charAt(at) === ',') {
          at += 1;
          blank();
        }
        if (text.charAt(at) === '}' || text.charAt(at) === ']') break;
        if (open === '[') value(`${path}\n${String(i)}`, null);
        else {
          const from = at;
          const name = JSON.parse(token()) as string;
          const named = span(from, at);
          blank();
          at += 1;
          value(`${path}\n${name}`, named);
        }
      }
      at += 1;
    }
    // D'une valeur longue, l'ouverture suffit à la montrer.
    const here = span(start, open === '{' || open === '[' ? start + 1 : at);
    found.set(path, { key: key ?? here, value: here });
  };
  value('', null);
  return (path, target) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const hit = found.get(path.slice(0, length).map((step) => `\n${String(step)}`).join(''));
      if (hit !== undefined) return hit[target];
    }
    return span(0, 1);
  };
}
