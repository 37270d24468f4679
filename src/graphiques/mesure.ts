/**
 * La place que prend un texte, estimée par excès. Le même dessin sert au PDF et à la page HTML, qui n'a pas les polices :
 * une estimation large, la même partout, vaut mieux qu'une mesure exacte ici et fausse là.
 */
const LARGEURS: readonly (readonly [RegExp, number])[] = [
  [/[\u202F\u2009]/u, 0.18],
  [/[\s.,;:!'’|]/u, 0.28],
  [/[iîïjlI]/u, 0.3],
  [/[ftr()\-–«»]/u, 0.4],
  [/[mwMWŒœ%—]/u, 0.86],
  [/\p{Lu}/u, 0.66],
  [/[\p{Ll}\d]/u, 0.55],
];

const connues = new Map<string, number>();
function avance(character: string): number {
  let found = connues.get(character);
  if (found === undefined) connues.set(character, (found = LARGEURS.find(([motif]) => motif.test(character))?.[1] ?? 0.8));
  return found;
}

export function largeur(texte: string, corps: number, gras = false): number {
  let somme = 0;
  for (const c of texte) somme += avance(c);
  return somme * corps * (gras ? 1.05 : 1);
}

/** Coupe un texte aux espaces en lignes d'une largeur donnée ; un mot trop long déborde seul sur la sienne. */
export function couper(texte: string, place: number, corps: number, gras = false): readonly string[] {
  const lignes: string[] = [];
  let ligne = '';
  for (const mot of texte.split(' ')) {
    const essai = ligne === '' ? mot : `${ligne} ${mot}`;
    if (ligne !== '' && largeur(essai, corps, gras) > place) {
      lignes.push(ligne);
      ligne = mot;
    } else ligne = essai;
  }
  return [...lignes, ligne];
}
