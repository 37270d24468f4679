/** Les caractères qui n'ont rien à faire dans le texte d'un acte : commandes, invisibles, sens d'écriture, usage privé. */

/** Tout caractère de commande, de format, d'usage privé, et les moitiés de caractère isolées. Tabulation et fins de ligne (LF, CRLF) sont admises. */
const INDESIRABLES = /(?!\t|\r?\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

const NOMS: readonly (readonly [RegExp, string])[] = [
  [/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u, 'une marque de sens d’écriture, qui peut faire lire un texte pour un autre'],
  [/\r/u, 'un retour de ligne isolé, venu d’un ancien logiciel'],
  [/[\u000B\u2028\u2029\u0085]/u, 'un saut de ligne de traitement de texte'],
  [/\u000C/u, 'un saut de page de traitement de texte'],
  [/\u00AD/u, 'un trait d’union invisible, venu d’un traitement de texte'],
  [/[\u200B-\u200D\u2060\uFEFF]/u, 'une espace sans largeur, invisible'],
  [/\p{Co}/u, 'un symbole propre à une police de caractères, souvent une puce'],
  [/\p{Cs}/u, 'une moitié de caractère'],
];

export interface Indesirable {
  readonly index: number;
  /** « U+202E ». */
  readonly point: string;
  /** Ce que c'est, pour qui ne le voit pas. */
  readonly nom: string;
  /** Combien de fois il paraît dans le texte. */
  readonly fois: number;
}

/** Chaque caractère indésirable d'un texte, à sa première place ; du premier au dernier. */
export function indesirables(texte: string): readonly Indesirable[] {
  const found = new Map<string, { index: number; fois: number }>();
  for (const { 0: caractere, index } of texte.matchAll(INDESIRABLES)) {
    const known = found.get(caractere);
    if (known === undefined) found.set(caractere, { index, fois: 1 });
    else known.fois += 1;
  }
  return [...found].map(([caractere, { index, fois }]) => ({
    index,
    fois,
    point: `U+${(caractere.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`,
    nom: NOMS.find(([motif]) => motif.test(caractere))?.[1] ?? 'un caractère de commande, invisible',
  }));
}

/** Début d'un texte, pour un message : jamais plus de `max` caractères, jamais plus d'une ligne. */
export function extrait(texte: string, max = 60): string {
  const ligne = texte.split(/\r?\n/, 1)[0] as string;
  const points = [...ligne.slice(0, max * 2 + 2)];
  return points.length > max || ligne.length < texte.length ? `${points.slice(0, max).join('').trimEnd()}…` : ligne;
}
