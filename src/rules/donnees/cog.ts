/** Conventions d'objectifs et de gestion entre l'État et la Cnaf : années couvertes. Relevé le 22 novembre 2026 : celle de 2023-2027 a été signée le 10 juillet 2023 (caf.fr). */
export const COGS: readonly { readonly debut: number; readonly fin: number }[] = [
  { debut: 2018, fin: 2022 },
  { debut: 2023, fin: 2027 },
];
