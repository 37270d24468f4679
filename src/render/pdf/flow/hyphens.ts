/**
 * La coupure d'un mot en fin de ligne, cherchée pour le seul mot qui n'y tient pas : aucun tiret conditionnel n'entre dans le
 * texte, et les traits d'union qui s'y trouvent sont toujours les vrais.
 */
import french from 'hyphen/fr';
import type { Word } from './types.ts';

const SHY = '\u00AD';
/** Lettres laissées de chaque côté. */
const LEAST = 3;
/**
 * Au bout d'un texte, un mot en minuscules, élidé (« l’évaluation ») ou entre guillemets, avec sa ponctuation. Un nom propre,
 * un sigle, un nombre, un code, une adresse, un mot composé ont autre chose que des lettres minuscules : ils restent entiers. Une suite
 * de plus de soixante lettres n'est pas un mot : chercher ses coupures prendrait un temps infini, pour un tiret de trop.
 */
const PLAIN = /(?<=^|[ \u202F(«“])(?:\p{L}\p{Ll}{0,5}’)?(\p{Ll}{6,60})(?:[.,;:!?)»”…]|[ \u202F](?=[:;!?»]))*$/u;

const known = new Map<string, readonly number[]>();

/** Où un mot tout en lettres minuscules se coupe : « évaluation » → [4, 6] (éva-lua-tion, moins les bouts trop courts). */
export function breakPoints(word: string): readonly number[] {
  const before = known.get(word);
  if (before !== undefined) return before;
  const points: number[] = [];
  let at = 0;
  for (const part of french.hyphenateSync(word, { hyphenChar: SHY, minWordLength: LEAST * 2 }).split(SHY)) {
    at += part.length;
    if (at >= LEAST && word.length - at >= LEAST) points.push(at);
  }
  known.set(word, points);
  return points;
}

/** Les endroits où couper le dernier mot d'un texte, du plus loin au plus proche, et ce mot avec sa ponctuation. */
export function cuts(text: string): { readonly start: number; readonly whole: string; readonly points: readonly number[] } {
  const found = PLAIN.exec(text.replace(/ +$/, ''));
  if (found === null) return { start: text.length, whole: '', points: [] };
  const [whole, core] = found as unknown as [string, string];
  const offset = found.index + whole.indexOf(core);
  return { start: found.index, whole, points: breakPoints(core).map((point) => offset + point).reverse() };
}

/** Coupe un mot pour que son début tienne dans `room`, trait d'union compris. */
export function hyphenate(word: Word, room: number): readonly [Word, Word] | null {
  if (word.resumed !== undefined || word.characterSpacing !== 0 || word.late !== null || word.link !== null || word.linkToDestination !== null) return null;
  const { start, whole, points } = cuts(word.text);
  const measure = (text: string): number => word.font.widthOfString(text, word.fontSize);
  for (const point of points) {
    const text = word.text.slice(0, point);
    const width = measure(`${text}-`);
    if (width > room) continue;
    const rest = word.text.slice(point);
    const head: Word = { ...word, text, width, trailingCut: 0, lineEnd: false, cut: { from: start, whole } };
    return [head, { ...word, text: rest, width: measure(rest), resumed: start + whole.length - point }];
  }
  return null;
}
