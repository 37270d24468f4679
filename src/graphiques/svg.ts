/** Écrire du SVG : des nombres toujours de la même forme, des textes échappés, rien qui aille chercher autre chose. */

/** Deux décimales au plus, sans zéro inutile, sans « -0 ». */
export function n(value: number): string {
  if (!Number.isFinite(value)) throw new Error('un tracé a une coordonnée qui n’est pas un nombre');
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

export const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

type Attributes = Readonly<Record<string, string | number | undefined>>;

function attributes(given: Attributes): string {
  return Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${typeof value === 'number' ? n(value) : escape(value)}"`])).join('');
}

export const element = (name: string, given: Attributes): string => `<${name}${attributes(given)}/>`;

/**
 * Un texte sur une ligne. Ses espaces insécables sont gardées ; le PDF y change les fines en espaces ordinaires, que
 * `word-spacing` resserre.
 */
export const text = (x: number, y: number, content: string, more: Attributes = {}): string =>
  `<text${attributes({ x, y, 'word-spacing': content.includes('\u202F') ? '-0.07em' : undefined, ...more })} xml:space="preserve">${escape(content)}</text>`;

/** Des lignes l'une sous l'autre, qui restent un seul texte. */
export const lines = (x: number, y: number, content: readonly string[], leading: number, more: Attributes = {}): string => content.map((line, i) => text(x, y + i * leading, line, more)).join('');
