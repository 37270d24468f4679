/** Contraste entre deux couleurs « #RRVVBB » (WCAG 2.2). */
function luminance(couleur: string): number {
  const [r = 0, v = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(couleur.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * v + 0.0722 * b;
}

/** De 1 (la même) à 21 (noir sur blanc). */
export function contraste(a: string, b: string): number {
  const [bas, haut] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (haut + 0.05) / (bas + 0.05);
}

/** Le seuil AA d'un texte de taille ordinaire. */
export const CONTRASTE_AA = 4.5;
