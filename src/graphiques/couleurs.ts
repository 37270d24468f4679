/** Des teintes d'une seule encre : elles se distinguent aussi en noir et blanc, et pour tous les yeux. */
const parts = (color: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

/** Mêle une couleur au blanc : 1 la laisse, 0 donne du blanc. */
export function teinte(color: string, force: number): string {
  return `#${parts(color).map((part) => Math.round(255 - (255 - part) * force).toString(16).padStart(2, '0').toUpperCase()).join('')}`;
}
