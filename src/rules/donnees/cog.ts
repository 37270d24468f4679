/** Conventions d'objectifs et de gestion entre l'État et la Cnaf : années couvertes. Établi le 22 novembre 2026, à vérifier auprès de la Caf. */
export const COGS: readonly { readonly debut: number; readonly fin: number }[] = [
  { debut: 2018, fin: 2022 },
  { debut: 2023, fin: 2027 },
];
