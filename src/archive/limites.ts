/** Bornes d'une archive, en octets et en nombre : bien au-dessus d'un territoire, bien au-dessous de ce qui arrêterait une machine. */
export const LIMITES = {
  archive: 300_000_000,
  fichier: 50_000_000,
  total: 400_000_000,
  nombre: 10_000,
  /** Un fichier plus grand que `petit` ne peut pas tenir dans moins d'un `taux`-ième de sa taille. */
  taux: 200,
  petit: 200_000,
} as const;
