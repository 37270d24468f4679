/**
 * Ce qu'un lecteur peut retrouver par le calcul : un système d'équations linéaires entre chiffres, dont certains sont
 * blanchis. Un blanc est retrouvé s'il est entièrement déterminé par les équations et les chiffres connus.
 */
export interface Equation {
  /** Coefficient de chaque chiffre ; la somme vaut `constante`. */
  readonly termes: ReadonlyMap<string, number>;
  readonly constante: number;
}

export interface Deduction {
  readonly inconnue: string;
  readonly valeur: number;
  /** Rangs des équations qui servent au calcul. */
  readonly par: readonly number[];
}

interface Row {
  readonly coefficients: number[];
  constant: number;
  readonly used: Set<number>;
}

const EPSILON = 1e-9;

/** Les inconnues que le système détermine seules (élimination de Gauss-Jordan). */
export function deduire(equations: readonly Equation[], inconnues: readonly string[]): readonly Deduction[] {
  const rank = new Map(inconnues.map((id, i) => [id, i]));
  const rows: Row[] = equations.map(({ termes, constante }, i) => {
    const coefficients = new Array<number>(inconnues.length).fill(0);
    for (const [id, c] of termes) {
      const at = rank.get(id);
      if (at !== undefined) coefficients[at] = (coefficients[at] as number) + c;
    }
    return { coefficients, constant: constante, used: new Set([i]) };
  });
  let top = 0;
  for (let column = 0; column < inconnues.length && top < rows.length; column++) {
    const pivot = rows.findIndex((row, i) => i >= top && Math.abs(row.coefficients[column] as number) > EPSILON);
    if (pivot === -1) continue;
    [rows[top], rows[pivot]] = [rows[pivot] as Row, rows[top] as Row];
    const base = rows[top] as Row;
    scale(base, 1 / (base.coefficients[column] as number));
    for (const [i, row] of rows.entries()) if (i !== top) subtract(row, base, row.coefficients[column] as number);
    top += 1;
  }
  const found: Deduction[] = [];
  for (const row of rows) {
    const present = row.coefficients.flatMap((c, i) => (Math.abs(c) > EPSILON ? [i] : []));
    const [only] = present;
    if (present.length === 1 && only !== undefined) found.push({ inconnue: inconnues[only] as string, valeur: row.constant / (row.coefficients[only] as number), par: [...row.used].sort((a, b) => a - b) });
  }
  return found;
}

function scale(row: Row, factor: number): void {
  for (const [i, c] of row.coefficients.entries()) row.coefficients[i] = c * factor;
  row.constant *= factor;
}

function subtract(row: Row, base: Row, factor: number): void {
  if (Math.abs(factor) <= EPSILON) return;
  for (const [i, c] of base.coefficients.entries()) row.coefficients[i] = (row.coefficients[i] as number) - c * factor;
  row.constant -= base.constant * factor;
  for (const used of base.used) row.used.add(used);
}
