/** Ce qu'est une condition : un code permanent, pris à la clause de la norme et au rang que lui donnent les validateurs. */
export interface Condition {
  readonly titre: string;
  /** Autres codes que le même défaut enfreint : souvent le même texte, dans l'autre norme. */
  readonly aussi?: readonly string[];
  /** Conseil propre à la condition ; sinon, celui de la famille. */
  readonly conseil?: string;
  /** La norme le recommande sans l'exiger : signalé, sans changer le verdict. */
  readonly recommandation?: true;
}

export interface Famille {
  readonly nom: string;
  /** Ce que le défaut veut dire pour qui lit ou archive. */
  readonly sens: string;
  /** Ce qu'il faut faire. */
  readonly conseil: string;
  readonly conditions: Readonly<Record<string, Condition>>;
}

export const famille = <const C extends Readonly<Record<string, Condition>>>(nom: string, sens: string, conseil: string, conditions: C): { readonly nom: string; readonly sens: string; readonly conseil: string; readonly conditions: C } => ({ nom, sens, conseil, conditions });

/** La norme qu'un code désigne. */
export const NORMES = { UA1: 'PDF/UA-1', A3A: 'PDF/A-3a' } as const;
