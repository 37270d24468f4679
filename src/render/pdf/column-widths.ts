/** Largeurs des colonnes d'un tableau : les parts de l'arbre, élargies pour qu'aucun mot ne se coupe. Pur. */

/** Largeur moyenne d'un caractère demi-gras, en parts de la taille. */
const EM = 0.54;

/** Largeur que demande le plus long mot d'une colonne. */
export function wordRoom(texts: readonly string[], size: number): number {
  const words = texts.flatMap((text) => text.split(/[ \u200B\n]+|(?<=[-–/])/));
  return Math.max(0, ...words.map((word) => [...word].length)) * size * EM;
}

/** `shares` : parts relatives ; `needs` : largeur du plus long mot de chaque colonne ; `room` : place à répartir. */
export function columnWidths(shares: readonly number[], needs: readonly number[], room: number): number[] {
  const parts = needs.map((_, i) => Math.max(shares[i] ?? 1, 0.01));
  const total = parts.reduce((sum, part) => sum + part, 0);
  const wished = parts.map((part) => Math.max(8, (part / total) * room));
  // Un mot démesuré (une adresse) n'affame pas les autres colonnes : il se coupe.
  const least = needs.map((need) => Math.min(need, room / 3));
  const missing = wished.reduce((sum, width, i) => sum + Math.max(0, (least[i] as number) - width), 0);
  const spare = wished.reduce((sum, width, i) => sum + Math.max(0, width - (least[i] as number)), 0);
  if (missing === 0) return wished;
  if (spare < missing) {
    const all = least.reduce((sum, need) => sum + Math.max(8, need), 0);
    return least.map((need) => (Math.max(8, need) / all) * room);
  }
  return wished.map((width, i) => {
    const min = least[i] as number;
    return width < min ? min : width - ((width - min) / spare) * missing;
  });
}
