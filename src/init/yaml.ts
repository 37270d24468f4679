/** Écrire du YAML lisible, avec ses commentaires : `yaml` protège chaque valeur, la mise en page est la nôtre. */
import { stringify } from 'yaml';

/** Une valeur sur une ligne, entre guillemets s'il le faut. */
export const valeur = (texte: string | number | boolean): string => stringify(texte, { lineWidth: 0, singleQuote: true }).trimEnd();

/** Un code ou un numéro : toujours entre guillemets, pour que ses zéros restent. */
export const code = (texte: string): string => `'${texte}'`;

/** Blanc laissé à la rédaction, et la règle qui l'attend. */
export const BLANC = 'à compléter';
export const blanc = (aide: string): string => `${BLANC} # ${aide}`;

/** Les lignes, décalées. */
export const decaler = (lignes: readonly string[], pas = 2): readonly string[] => lignes.map((l) => (l === '' ? '' : ' '.repeat(pas) + l));

/** Un fichier : sa ligne d'éditeur, puis ses lignes. `remontee` mène à la racine du territoire. */
export const fichier = (schema: string, remontee: string, lignes: readonly string[]): string => `# yaml-language-server: $schema=${remontee}.vscode/schemas/${schema}.schema.json\n${lignes.join('\n')}\n`;
