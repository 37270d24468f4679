/** Trouver à qui pense une case « pilotes » : un signataire, un acteur déjà déclaré, sinon un acteur à déclarer. */
import { combien, enIdentifiant, guillemets } from '../../base/francais.ts';
import { closest } from '../../base/suggestion.ts';

export interface ActeurConnu {
  readonly id: string;
  /** Toutes les façons dont ses fichiers le nomment. */
  readonly noms: readonly string[];
}

/** Un nom sans article, casse, accents ni pluriel. */
const cle = (nom: string): string =>
  enIdentifiant(nom.replace(/^(?:le|la|les)\s+|^l[’']/i, ''))
    .split('-')
    .map((mot) => (mot.length > 3 ? mot.replace(/[sx]$/, '') : mot))
    .join('-');

const MOTS_VIDES = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'et', 'en', 'au', 'aux', 'a', 'un', 'une', 'pour', 'par', 'sur', 'avec', 'dans', 'qui', 'que', 'leur', 'leurs', 'son', 'sa', 'ses']);

/** Un identifiant court tiré d'un titre, libre parmi `pris`, qui le retient. */
export function identifiantLibre(titre: string, pris: Set<string>, secours: string): string {
  const tous = enIdentifiant(titre).split('-').filter((mot) => mot !== '');
  const pleins = tous.filter((mot) => !MOTS_VIDES.has(mot));
  const mots = pleins.length === 0 ? tous : pleins;
  let base = '';
  for (const mot of mots) {
    if (base !== '' && `${base}-${mot}`.length > 32) break;
    base = base === '' ? mot.slice(0, 32) : `${base}-${mot}`;
  }
  // Un nom tout en chiffres changerait l'ordre des champs.
  if (/^\d*$/.test(base)) base = base === '' ? secours : `${secours}-${base}`;
  let id = base;
  for (let n = 2; pris.has(id); n++) id = `${base}-${n}`;
  pris.add(id);
  return id;
}

export class Annuaire {
  readonly #parNom = new Map<string, string>();
  readonly #ambigus = new Set<string>();
  readonly #pris: Set<string>;
  /** Acteurs à déclarer : identifiant → nom, dans l'ordre où ils paraissent. */
  readonly nouveaux = new Map<string, string>();

  constructor(connus: readonly ActeurConnu[], pris: Set<string>) {
    this.#pris = pris;
    for (const { id, noms } of connus) {
      for (const nom of new Set([id, ...noms].map(cle))) {
        const deja = this.#parNom.get(nom);
        if (deja !== undefined && deja !== id) this.#ambigus.add(nom);
        this.#parNom.set(nom, id);
      }
    }
  }

  #connu(nom: string): string | null {
    const nu = cle(nom);
    return this.#ambigus.has(nu) ? null : (this.#parNom.get(nu) ?? null);
  }

  /**
   * Identifiants des acteurs d'une case déjà découpée ; `virgules` : la colonne ne sépare pas autrement. `dire` reçoit ce que la
   * personne doit vérifier.
   */
  trouver(elements: readonly string[], virgules: boolean, dire: (remarque: string) => void): readonly string[] {
    return [...new Set(elements.flatMap((element) => this.#element(element, virgules, dire)))];
  }

  #element(element: string, virgules: boolean, dire: (remarque: string) => void): readonly string[] {
    const entier = this.#connu(element);
    if (entier !== null) return [entier];
    for (const coupe of [/\s*[,/+&]\s*|\s+et\s+/iu, /\s*[,/]\s*/u]) {
      const parts = element.split(coupe).map((p) => p.trim()).filter((p) => p !== '');
      const ids = parts.map((p) => this.#connu(p));
      if (parts.length > 1 && ids.every((id) => id !== null)) return ids;
    }
    if (!virgules) return [this.#declarer(element, dire)];
    // Une virgule entre deux inconnus : deux acteurs, ou un seul nom ? La coupe est faite, et dite.
    const parts = element.replace(/\([^)]*\)/g, (p) => p.replaceAll(',', '\0')).split(/\s*[,/]\s*/u).map((p) => p.replaceAll('\0', ',').trim()).filter((p) => p !== '');
    if (parts.length > 1) dire(`${guillemets(element)} a été lu comme ${combien(parts.length, 'acteur')}`);
    return parts.map((part) => this.#connu(part) ?? this.#declarer(part, dire));
  }

  #declarer(nom: string, dire: (remarque: string) => void): string {
    const nu = cle(nom);
    const proche = [...this.#parNom.keys()].find((connu) => connu.length > 2 && `-${nu}-`.includes(`-${connu}-`)) ?? closest(nom, [...this.#parNom.keys()].filter((connu) => connu.length > 3));
    const id = identifiantLibre(nom, this.#pris, 'acteur');
    if (proche !== null) dire(`${guillemets(nom)} est déclaré comme nouvel acteur (${id}), mais ressemble à ${guillemets(this.#parNom.get(proche) as string)}, déjà connu`);
    this.#parNom.set(nu, id);
    this.nouveaux.set(id, nom);
    return id;
  }
}
