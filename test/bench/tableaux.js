/** De quoi écrire les tableaux du banc, tels que docs/performances.md les veut. */

/** Celle du bas quand le nombre est pair. */
export const mediane = (list) => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) / 2)];

export const fr = (n, chiffres = 0) => n.toFixed(chiffres).replace('.', ',');

/** Écrit un tableau Markdown : la première colonne à gauche, les autres à droite. */
export function tableau(tete, rangees) {
  const ligne = (cases) => `| ${cases.join(' | ')} |`;
  console.log(`\n${[ligne(tete), ligne(tete.map((_, i) => (i === 0 ? '---' : '---:'))), ...rangees.map(ligne)].join('\n')}`);
}
