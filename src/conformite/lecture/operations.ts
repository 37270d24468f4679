/** Un flux de contenu, opération par opération : ses opérandes, puis son opérateur. */
import { estBlanc, type FauteDeForme, type Jeton, Lexique } from './lexique.ts';

export interface Nom { readonly nom: string }
export type Valeur = number | boolean | null | Nom | Uint8Array | readonly Valeur[] | ReadonlyMap<string, Valeur>;
export interface Operation {
  readonly operateur: string;
  readonly operandes: readonly Valeur[];
  /** Dictionnaire d'une image en ligne (BI … EI). */
  readonly image: ReadonlyMap<string, Valeur> | null;
  /** Où l'opération est écrite, opérandes compris. */
  readonly debut: number;
  readonly fin: number;
}

export const nomDe = (valeur: Valeur | undefined): string | null => (valeur !== null && typeof valeur === 'object' && 'nom' in valeur ? valeur.nom : null);

/** Lit tout le flux. */
export function* operations(octets: Uint8Array, faute?: (faute: FauteDeForme, ecrit: string) => void): Generator<Operation> {
  const lexique = new Lexique(octets, 0, faute);
  let operandes: Valeur[] = [];
  let debut = 0;
  for (;;) {
    if (operandes.length === 0) {
      lexique.blancs();
      debut = lexique.position;
    }
    const jeton = lexique.suivant();
    if (jeton === null) return;
    if (jeton.sorte !== 'mot' || jeton.valeur === 'true' || jeton.valeur === 'false' || jeton.valeur === 'null') {
      operandes.push(valeur(jeton, lexique));
      continue;
    }
    if (jeton.valeur === 'BI') {
      const image = imageEnLigne(lexique, octets);
      yield { operateur: 'EI', operandes, image, debut, fin: lexique.position };
    } else yield { operateur: jeton.valeur, operandes, image: null, debut, fin: lexique.position };
    operandes = [];
  }
}

/** La valeur qu'un mot commence. */
export function valeur(jeton: Jeton, lexique: Lexique): Valeur {
  switch (jeton.sorte) {
    case 'nombre':
      return jeton.valeur;
    case 'nom':
      return { nom: jeton.valeur };
    case 'chaine':
      return jeton.octets;
    case 'mot':
      return jeton.valeur === 'true' ? true : jeton.valeur === 'false' ? false : null;
    case '[': {
      const liste: Valeur[] = [];
      for (let suite = lexique.suivant(); suite !== null && suite.sorte !== ']'; suite = lexique.suivant()) liste.push(valeur(suite, lexique));
      return liste;
    }
    case '<<':
      return dictionnaire(lexique, (j) => j.sorte === '>>');
    default:
      return null;
  }
}

function dictionnaire(lexique: Lexique, fin: (jeton: Jeton) => boolean): ReadonlyMap<string, Valeur> {
  const entrees = new Map<string, Valeur>();
  for (let cle = lexique.suivant(); cle !== null && !fin(cle); cle = lexique.suivant()) {
    const suite = lexique.suivant();
    if (suite === null || fin(suite)) break;
    if (cle.sorte === 'nom') entrees.set(cle.valeur, valeur(suite, lexique));
  }
  return entrees;
}

/** Après BI : le dictionnaire, puis les données, jusqu'à EI entre deux blancs. */
function imageEnLigne(lexique: Lexique, octets: Uint8Array): ReadonlyMap<string, Valeur> {
  const entrees = dictionnaire(lexique, (j) => j.sorte === 'mot' && j.valeur === 'ID');
  let i = lexique.position + 1;
  while (i < octets.length && !(octets[i] === 69 && octets[i + 1] === 73 && estBlanc(octets[i - 1]) && (i + 2 >= octets.length || estBlanc(octets[i + 2])))) i += 1;
  lexique.position = i + 2;
  return entrees;
}
