/**
 * Le YAML que tout le monde écrit (champs, listes à tirets, textes d'une ligne, crochets et accolades simples), lu sans charger la
 * bibliothèque complète. Au moindre doute il rend null et `yaml` lit tout : ce lecteur ne refuse rien et ne constate rien.
 * `test/sources/yaml-courant.test.ts` vérifie que ce qu'il lit, `yaml` le lit pareil, endroits compris. Voir src/decisions/vitesse.md.
 */
import type { Groupe, Liste, Noeud, Paire, Scalaire } from './yaml-noeuds.ts';

/** Un blanc que YAML ou nous traitons à part : le lecteur complet dira quoi faire. */
const BLANC_DOUTEUX = /[\t\v\f\0\u0085\u2028\u2029\uFEFF]|\r(?!\n)/;
const CLE = /([A-Za-zÀ-ÖØ-öø-ÿ][\wÀ-ÖØ-öø-ÿ-]{0,99}):(?= |\r?\n|$)/y;
const TEXTE = /[\p{L}\p{N}«“(€…/]/uy;
const TEXTE_ENTRE_CROCHETS = /[\p{L}\p{N}«“(€…/][^,[\]{}:#"\r\n]*/uy;
const GUILLEMETS = /"([^"\\\r\n]*)"|'([^'\r\n]*)'/y;
const COMMENTAIRE = /#(?=[ #\r\n]|$)/y;
/** Ce qui se lirait autrement que comme du texte. */
const NOMBRE = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/;
const ZERO_NEGATIF = /^-0(?:\.0*)?$/;
const AUTRE_VALEUR = /^(?:[\d.]+(?:[eE][-+]?\d*)?|0[ox].*|true|false|null)$/i;
/** Crochets dans des crochets, champs dans des champs : au-delà, le lecteur complet compte. */
const PROFONDEUR = 12;

/** Le lecteur s'arrête : ce n'est pas un refus. */
class Doute extends Error {}
const DOUTE = new Doute('forme peu courante');

interface Ligne {
  retrait: number;
  debut: number;
  readonly fin: number;
}

/** L'arbre d'un texte de forme courante, ou null. */
export function lireCourant(text: string): Groupe | Liste | null {
  if (BLANC_DOUTEUX.test(text)) return null;
  try {
    return new Lecteur(text).tout();
  } catch (error) {
    if (error === DOUTE) return null;
    throw error;
  }
}

/** Valeur JavaScript d'un nœud. */
export function valeurDe(node: Noeud | null): unknown {
  if (node === null) return null;
  if (node.genre === 'scalaire') return node.value;
  if (node.genre === 'liste') return node.elements.map(valeurDe);
  const out: Record<string, unknown> = {};
  for (const { nom, valeur } of node.paires) out[nom] = valeurDe(valeur);
  return out;
}

class Lecteur {
  readonly #text: string;
  readonly #lignes: readonly Ligne[];
  #i = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lignes = this.#decouper();
  }

  tout(): Groupe | Liste {
    const [first] = this.#lignes;
    if (first?.retrait !== 0) throw DOUTE;
    const racine = this.#tiret(first) ? this.#liste(0, 0) : this.#groupe(0, 0);
    if (this.#i < this.#lignes.length) throw DOUTE;
    if (racine.genre === 'groupe') return racine;
    // Une liste à la racine se désigne par toute son étendue, fin de ligne comprise.
    const end = this.#text.length;
    if (!/^ *(?:\r?\n)?$/.test(this.#text.slice(this.#lignes.at(-1)?.fin, end))) throw DOUTE;
    return { ...racine, end };
  }

  /** Les lignes qui disent quelque chose : ni vides, ni commentaires. */
  #decouper(): Ligne[] {
    const lignes: Ligne[] = [];
    const text = this.#text;
    for (let start = 0; start < text.length; ) {
      const suite = text.indexOf('\n', start);
      let fin = suite === -1 ? text.length : suite;
      const prochain = fin + 1;
      if (text.charCodeAt(fin - 1) === 13) fin -= 1;
      while (fin > start && text.charCodeAt(fin - 1) === 32) fin -= 1;
      let debut = start;
      while (debut < fin && text.charCodeAt(debut) === 32) debut += 1;
      if (debut < fin) {
        if (text.charCodeAt(debut) !== 35) lignes.push({ retrait: debut - start, debut, fin });
        else if (this.#match(COMMENTAIRE, debut) === null) throw DOUTE;
      }
      start = prochain;
    }
    return lignes;
  }

  #match(regex: RegExp, at: number): RegExpExecArray | null {
    regex.lastIndex = at;
    return regex.exec(this.#text);
  }

  #groupe(retrait: number, profondeur: number): Groupe {
    if (profondeur > PROFONDEUR) throw DOUTE;
    const paires: Paire[] = [];
    const noms = new Set<string>();
    const start = this.#lignes[this.#i]?.debut ?? 0;
    let ligne = this.#lignes[this.#i];
    while (ligne !== undefined && ligne.retrait === retrait) {
      const found = this.#match(CLE, ligne.debut);
      if (found === null) break;
      const cle = this.#cle(found, noms);
      let debut = cle.end + 1;
      this.#i += 1;
      let valeur: Noeud;
      if (debut >= ligne.fin) valeur = this.#dessous(retrait, profondeur);
      else {
        while (this.#text.charCodeAt(debut) === 32) debut += 1;
        const c = this.#text.charCodeAt(debut);
        valeur = c === 124 || c === 62 ? this.#plusieursLignes(debut, ligne.fin, retrait) : this.#valeur(debut, ligne.fin);
        this.#seule(retrait);
      }
      paires.push({ nom: found[1] as string, cle, valeur });
      ligne = this.#lignes[this.#i];
    }
    if (paires.length === 0 || (ligne !== undefined && ligne.retrait > retrait)) throw DOUTE;
    return { genre: 'groupe', start, end: paires.at(-1)?.valeur?.end ?? start, paires };
  }

  #cle(found: RegExpExecArray, noms: Set<string>): { start: number; end: number } {
    const nom = found[1] as string;
    if (noms.has(nom) || AUTRE_VALEUR.test(nom)) throw DOUTE;
    noms.add(nom);
    return { start: found.index, end: found.index + nom.length };
  }

  /** Ce qui suit une clé seule sur sa ligne. */
  #dessous(retrait: number, profondeur: number): Noeud {
    const ligne = this.#lignes[this.#i];
    if (ligne === undefined || ligne.retrait < retrait) throw DOUTE;
    if (this.#tiret(ligne)) return this.#liste(ligne.retrait, profondeur + 1);
    if (ligne.retrait === retrait) throw DOUTE;
    return this.#groupe(ligne.retrait, profondeur + 1);
  }

  #tiret = (ligne: Ligne): boolean => this.#text.charCodeAt(ligne.debut) === 45 && this.#text.charCodeAt(ligne.debut + 1) === 32;

  #liste(retrait: number, profondeur: number): Liste {
    const elements: Noeud[] = [];
    const start = this.#lignes[this.#i]?.debut ?? 0;
    for (let ligne = this.#lignes[this.#i]; ligne !== undefined && ligne.retrait === retrait && this.#tiret(ligne); ligne = this.#lignes[this.#i]) {
      let debut = ligne.debut + 2;
      while (this.#text.charCodeAt(debut) === 32) debut += 1;
      if (this.#match(CLE, debut) !== null) {
        // Les champs d'un élément : le premier est sur la ligne du tiret.
        ligne.retrait += debut - ligne.debut;
        ligne.debut = debut;
        elements.push(this.#groupe(ligne.retrait, profondeur + 1));
      } else {
        elements.push(this.#valeur(debut, ligne.fin));
        this.#i += 1;
        this.#seule(retrait);
      }
    }
    return { genre: 'liste', start, end: elements.at(-1)?.end ?? start, elements };
  }

  /** `|` ou `>`, puis des lignes pleines, au même retrait et qui se suivent. */
  #plusieursLignes(debut: number, fin: number, retrait: number): Scalaire {
    const entete = this.#text.slice(debut, fin);
    if (!/^[|>]-?$/.test(entete)) throw DOUTE;
    const dedans = this.#lignes[this.#i];
    if (dedans === undefined || dedans.retrait <= retrait) throw DOUTE;
    const lignes: string[] = [];
    let avant = fin;
    for (let ligne = this.#lignes[this.#i]; ligne !== undefined; ligne = this.#lignes[this.#i]) {
      // Rien entre deux lignes que la fin de la première : ni ligne vide, ni commentaire, ni blanc de trop.
      if (!/^\r?\n *$/.test(this.#text.slice(avant, ligne.debut))) throw DOUTE;
      if (ligne.retrait < dedans.retrait) {
        if (ligne.retrait > retrait) throw DOUTE;
        break;
      }
      if (ligne.retrait > dedans.retrait) throw DOUTE;
      lignes.push(this.#text.slice(ligne.debut, ligne.fin));
      avant = ligne.fin;
      this.#i += 1;
    }
    const reste = /\r?\n?/y;
    reste.lastIndex = avant;
    const end = avant + (reste.exec(this.#text)?.[0].length ?? 0);
    if (end === avant || (this.#i === this.#lignes.length && end < this.#text.length)) throw DOUTE;
    const value = lignes.join(entete.startsWith('|') ? '\n' : ' ') + (entete.length === 1 ? '\n' : '');
    return { genre: 'scalaire', start: debut, end, value, source: value };
  }

  /** Un texte d'une ligne ne continue pas sur la suivante. */
  #seule(retrait: number): void {
    const ligne = this.#lignes[this.#i];
    if (ligne !== undefined && ligne.retrait > retrait) throw DOUTE;
  }

  /** Une valeur qui occupe exactement [debut, fin[. */
  #valeur(debut: number, fin: number): Noeud {
    const c = this.#text.charCodeAt(debut);
    const node = c === 91 || c === 123 ? this.#crochets(debut, 0) : c === 34 || c === 39 ? this.#guillemets(debut) : this.#texte(debut, fin);
    if (node.end !== fin) throw DOUTE;
    return node;
  }

  #texte(debut: number, fin: number): Scalaire {
    const source = this.#text.slice(debut, fin);
    if ((this.#match(TEXTE, debut) === null && !NOMBRE.test(source)) || source.includes(': ') || source.includes(' #') || source.endsWith(':')) throw DOUTE;
    return scalaire(source, debut);
  }

  #guillemets(debut: number): Scalaire {
    const found = this.#match(GUILLEMETS, debut);
    if (found === null) throw DOUTE;
    const value = found[1] ?? found[2] ?? '';
    return { genre: 'scalaire', start: debut, end: debut + found[0].length, value, source: value };
  }

  #crochets(debut: number, profondeur: number): Groupe | Liste {
    if (profondeur > 4) throw DOUTE;
    const paires: Paire[] = [];
    const elements: Noeud[] = [];
    const noms = new Set<string>();
    const groupe = this.#text.charCodeAt(debut) === 123;
    const ferme = groupe ? 125 : 93;
    let at = this.#blancs(debut + 1);
    while (this.#text.charCodeAt(at) !== ferme) {
      if (elements.length > 0) {
        if (this.#text.charCodeAt(at) !== 44) throw DOUTE;
        at = this.#blancs(at + 1);
      }
      let nom: RegExpExecArray | null = null;
      let cle = { start: at, end: at };
      if (groupe) {
        nom = this.#match(CLE, at);
        if (nom === null) throw DOUTE;
        cle = this.#cle(nom, noms);
        at = this.#blancs(cle.end + 1);
      }
      const c = this.#text.charCodeAt(at);
      const element = c === 91 || c === 123 ? this.#crochets(at, profondeur + 1) : c === 34 || c === 39 ? this.#guillemets(at) : this.#mot(at);
      elements.push(element);
      if (nom !== null) paires.push({ nom: nom[1] as string, cle, valeur: element });
      at = this.#blancs(element.end);
    }
    return groupe ? { genre: 'groupe', start: debut, end: at + 1, paires } : { genre: 'liste', start: debut, end: at + 1, elements };
  }

  #mot(debut: number): Scalaire {
    const found = this.#match(TEXTE_ENTRE_CROCHETS, debut);
    if (found === null) throw DOUTE;
    return scalaire(found[0].trimEnd(), debut);
  }

  #blancs(at: number): number {
    let i = at;
    while (this.#text.charCodeAt(i) === 32) i += 1;
    return i;
  }
}

function scalaire(source: string, start: number): Scalaire {
  const common = { genre: 'scalaire' as const, start, end: start + source.length, source };
  if (NOMBRE.test(source) && !ZERO_NEGATIF.test(source)) return { ...common, value: Number(source) };
  if (source === 'true' || source === 'false') return { ...common, value: source === 'true' };
  if (AUTRE_VALEUR.test(source) || source.startsWith('-')) throw DOUTE;
  return { ...common, value: source };
}
