/**
 * Le Markdown que tout le monde écrit (titres à croisillons, paragraphes, listes d'une ligne par élément, tableaux, gras, liens, et les
 * directives des clauses), lu sans charger micromark. Au moindre doute il rend null et la bibliothèque lit tout : ce lecteur ne refuse
 * rien et ne constate rien. `test/sources/markdown-courant.test.ts` vérifie que ce qu'il lit, elle le lit pareil. Voir src/decisions/vitesse.md.
 */
import type { AlignType, BlockContent, DefinitionContent, List, ListItem, Paragraph, PhrasingContent, Root, RootContent, Table, TableRow, Text } from 'mdast';

/** Code, balises, entités, images, tabulations, blancs en fin de ligne : la bibliothèque sait. */
const DOUTEUX = /[\t\v\f\0`<\uFEFF]|&[#\w]|!\[|[ \u00A0]\r?$|\r(?!\n)/m;
const TITRE = /(#{1,6}) (\S[^\r\n]*)/y;
const PUCE = /- (?=\S)/y;
const RANG = /(\d{1,9})\. (?=\S)/y;
/** Ce par quoi un paragraphe peut commencer sans risque d'être autre chose. */
const DEBUT = /[\p{L}«“‘’„€…–(/"'%]|\d(?!\d{0,8}[.)](?:[ \r\n]|$))|\[[^\]\r\n]*\]\(|\*\*[\p{L}\p{N}]|\\[!-/:-@[-`{-~]/uy;
const TIRETS = /\|(?: *:?-+:? *\|)+(?=\r?\n|$)/y;
const DIRECTIVE = /::(:?)([a-z][a-z-]*[a-z])(?:\{([a-z]+)=([\p{L}\p{N}]+)\})?(?=\r?\n|$)/uy;
const FIN_DE_DIRECTIVE = /:::(?=\r?\n|$)/y;
const TEXTE = /(?:[^\\[\]*_]|\\[!-/:-@[-`{-~])+/y;
const ECHAPPE = /\\([!-/:-@[-`{-~])/g;
const LIEN = /\[([^[\]\\*_\s](?:[^[\]\\*_\r\n]*[^[\]\\*_\s])?)?\]\(([^\s()<>\\"'*[\]]+)\)/y;
const GRAS = /\*\*([\p{L}\p{N}](?:(?:[^*_[\]\\\r\n]|\\[!-/:-@[-`{-~])*(?:[\p{L}\p{N}](?=\*\*)|(?:[^*_[\]\\\s]|\\[!-/:-@[-`{-~])(?=\*\*(?:\s|$))))?)\*\*/uy;

/** Le lecteur s'arrête : ce n'est pas un refus. */
class Doute extends Error {}
const DOUTE = new Doute('forme peu courante');

type Bloc = BlockContent | DefinitionContent;
interface Ligne {
  readonly debut: number;
  readonly fin: number;
}
export interface Dialecte {
  /** Un en-tête YAML peut ouvrir le texte. */
  readonly entete: boolean;
  /** `::nom` et `:::nom` sont des directives. */
  readonly directives: boolean;
}

/** L'arbre d'un texte de forme courante, ou null. Les endroits sont des décalages : les lignes se calculent à l'affichage. */
export function lireMarkdownCourant(text: string, dialecte: Dialecte): Root | null {
  if (DOUTEUX.test(text)) return null;
  try {
    return new Lecteur(text, dialecte).tout();
  } catch (error) {
    if (error === DOUTE) return null;
    throw error;
  }
}

const lieu = (start: number, end: number) => ({ position: { start: { line: 0, column: 0, offset: start }, end: { line: 0, column: 0, offset: end } } });

class Lecteur {
  readonly #text: string;
  readonly #dialecte: Dialecte;
  readonly #lignes: Ligne[] = [];
  #i = 0;
  /** Entre `:::nom` et `:::`. */
  #dedans = false;

  constructor(text: string, dialecte: Dialecte) {
    this.#text = text;
    this.#dialecte = dialecte;
    for (let debut = 0; debut < text.length; ) {
      const suite = text.indexOf('\n', debut);
      const fin = suite === -1 ? text.length : suite;
      this.#lignes.push({ debut, fin: fin > debut && text.charCodeAt(fin - 1) === 13 ? fin - 1 : fin });
      debut = fin + 1;
    }
  }

  tout(): Root {
    const entete = this.#entete();
    const children = [...entete, ...this.#blocs()];
    return { type: 'root', children, ...lieu(0, this.#text.length) };
  }

  #entete(): RootContent[] {
    const est = ({ debut, fin }: Ligne): boolean => fin - debut === 3 && this.#text.startsWith('---', debut);
    const [first] = this.#lignes;
    if (!this.#dialecte.entete || first === undefined || !est(first)) return [];
    const at = this.#lignes.findIndex((ligne, i) => i > 0 && est(ligne));
    const last = this.#lignes[at];
    const before = this.#lignes[at - 1];
    if (last === undefined || before === undefined) throw DOUTE;
    this.#i = at + 1;
    const from = this.#lignes[1]?.debut ?? 0;
    return [{ type: 'yaml', value: at === 1 ? '' : this.#text.slice(from, before.fin), ...lieu(0, last.fin) }];
  }

  #match(regex: RegExp, at: number): RegExpExecArray | null {
    return chercher(regex, this.#text, at);
  }

  #ferme = ({ debut }: Ligne): boolean => this.#dedans && this.#match(FIN_DE_DIRECTIVE, debut) !== null;

  /** Les blocs jusqu'à la fin du texte, ou jusqu'au `:::` qui ferme. */
  #blocs(): Bloc[] {
    const out: Bloc[] = [];
    while (this.#i < this.#lignes.length) {
      const ligne = this.#lignes[this.#i] as Ligne;
      if (ligne.debut === ligne.fin) this.#i += 1;
      else if (this.#ferme(ligne)) return out;
      else out.push(this.#bloc(ligne));
    }
    if (this.#dedans) throw DOUTE;
    return out;
  }

  #bloc(ligne: Ligne): Bloc {
    switch (this.#text.charCodeAt(ligne.debut)) {
      case 35: // #
        return this.#titre(ligne);
      case 45: // -
        return this.#liste(PUCE);
      case 124: // |
        return this.#tableau();
      case 58: // :
        return this.#directive(ligne);
      default:
        return this.#match(RANG, ligne.debut) === null ? this.#paragraphe(ligne) : this.#liste(RANG);
    }
  }

  #titre({ debut, fin }: Ligne): Bloc {
    const found = this.#match(TITRE, debut);
    if (found === null || this.#text.charCodeAt(fin - 1) === 35) throw DOUTE;
    this.#i += 1;
    const depth = (found[1] as string).length as 1 | 2 | 3 | 4 | 5 | 6;
    return { type: 'heading', depth, children: this.#ligne(debut + depth + 1, fin), ...lieu(debut, fin) };
  }

  #paragraphe({ debut }: Ligne): Paragraph {
    let fin = debut;
    for (let ligne = this.#lignes[this.#i]; ligne !== undefined && ligne.debut < ligne.fin; ligne = this.#lignes[this.#i]) {
      if (this.#match(DEBUT, ligne.debut) === null) {
        // Une liste ou un titre peuvent suivre un paragraphe sans ligne vide.
        const c = this.#text.charCodeAt(ligne.debut);
        if (fin > debut && (c === 35 || this.#match(PUCE, ligne.debut) !== null || this.#ferme(ligne))) break;
        throw DOUTE;
      }
      fin = ligne.fin;
      this.#i += 1;
    }
    if (this.#text.slice(debut, fin).includes('|')) throw DOUTE;
    return { type: 'paragraph', children: this.#ligne(debut, fin), ...lieu(debut, fin) };
  }

  #liste(marque: RegExp): List {
    const ordered = marque === RANG;
    const first = this.#lignes[this.#i] as Ligne;
    const start = ordered ? Number(this.#match(RANG, first.debut)?.[1]) : null;
    const children: ListItem[] = [];
    let spread = false;
    let fin = first.debut;
    for (let ligne = this.#lignes[this.#i]; ligne !== undefined; ligne = this.#lignes[this.#i]) {
      const found = this.#match(marque, ligne.debut);
      if (found === null) break;
      const debut = ligne.debut + found[0].length;
      if (this.#match(DEBUT, debut) === null || this.#text.slice(debut, ligne.fin).includes('|')) throw DOUTE;
      fin = ligne.fin;
      children.push({ type: 'listItem', spread: false, checked: null, children: [{ type: 'paragraph', children: this.#ligne(debut, fin), ...lieu(debut, fin) }], ...lieu(ligne.debut, fin) });
      const vides = this.#passerVides();
      const suivante = this.#lignes[this.#i];
      const continue_ = suivante !== undefined && this.#match(marque, suivante.debut) !== null;
      if (continue_) spread ||= vides;
      else if (suivante !== undefined && !vides && this.#text.charCodeAt(suivante.debut) !== 35 && !this.#ferme(suivante)) throw DOUTE;
    }
    if (children.length === 0) throw DOUTE;
    return { type: 'list', ordered, start, spread, children, ...lieu(first.debut, fin) };
  }

  /** Avance d'une ligne et des lignes vides qui la suivent ; vrai s'il y en avait. */
  #passerVides(): boolean {
    const from = (this.#i += 1);
    for (let ligne = this.#lignes[this.#i]; ligne !== undefined && ligne.debut === ligne.fin; ligne = this.#lignes[this.#i]) this.#i += 1;
    return this.#i > from;
  }

  #tableau(): Table {
    const head = this.#lignes[this.#i] as Ligne;
    const tirets = this.#lignes[this.#i + 1];
    const delimiter = tirets === undefined ? null : this.#match(TIRETS, tirets.debut);
    if (delimiter === null) throw DOUTE;
    const align = delimiter[0].slice(1, -1).split('|').map((cell): AlignType => (/^ *:/.test(cell) ? (/: *$/.test(cell) ? 'center' : 'left') : /: *$/.test(cell) ? 'right' : null));
    const children = [this.#rangee(head, align.length)];
    this.#i += 2;
    let fin = (tirets as Ligne).fin;
    for (let ligne = this.#lignes[this.#i]; ligne !== undefined && ligne.debut < ligne.fin; ligne = this.#lignes[this.#i]) {
      if (this.#text.charCodeAt(ligne.debut) !== 124) throw DOUTE;
      children.push(this.#rangee(ligne, align.length));
      fin = ligne.fin;
      this.#i += 1;
    }
    return { type: 'table', align, children, ...lieu(head.debut, fin) };
  }

  #rangee({ debut, fin }: Ligne, colonnes: number): TableRow {
    const barres: number[] = [];
    for (let at = this.#text.indexOf('|', debut); at !== -1 && at < fin; at = this.#text.indexOf('|', at + 1)) {
      if (this.#text.charCodeAt(at - 1) === 92) throw DOUTE;
      barres.push(at);
    }
    if (barres.length !== colonnes + 1 || barres.at(-1) !== fin - 1) throw DOUTE;
    const children = barres.slice(0, -1).map((barre, c) => {
      let from = barre + 1;
      let to = barres[c + 1] as number;
      const end = c === colonnes - 1 ? to + 1 : to;
      while (from < to && this.#text.charCodeAt(from) === 32) from += 1;
      while (to > from && this.#text.charCodeAt(to - 1) === 32) to -= 1;
      return { type: 'tableCell' as const, children: this.#ligne(from, to), ...lieu(barre, end) };
    });
    return { type: 'tableRow', children, ...lieu(debut, fin) };
  }

  #directive({ debut, fin }: Ligne): Bloc {
    const found = this.#dialecte.directives ? this.#match(DIRECTIVE, debut) : null;
    if (found === null) throw DOUTE;
    const [, conteneur, name = '', cle, valeur = ''] = found;
    const attributes = cle === undefined ? {} : { [cle]: valeur };
    this.#i += 1;
    if (conteneur === '') return { type: 'leafDirective', name, attributes, children: [], ...lieu(debut, fin) } as unknown as Bloc;
    if (this.#dedans) throw DOUTE;
    this.#dedans = true;
    const children = this.#blocs();
    this.#dedans = false;
    const last = this.#lignes[this.#i] as Ligne;
    this.#i += 1;
    return { type: 'containerDirective', name, attributes, children, ...lieu(debut, last.fin) } as unknown as Bloc;
  }

  /** Le texte de [debut, fin[ : du texte, des liens, du gras. */
  #ligne(debut: number, fin: number): PhrasingContent[] {
    const text = this.#text.slice(debut, fin);
    const out: PhrasingContent[] = [];
    for (let at = 0; at < text.length; ) {
      const [node, longueur] = texte(text, at, debut) ?? lien(text, at, debut) ?? gras(text, at, debut) ?? [];
      if (node === undefined || longueur === undefined) throw DOUTE;
      out.push(node);
      at += longueur;
    }
    return out;
  }
}

type Lu = readonly [node: PhrasingContent, longueur: number] | null;

function chercher(regex: RegExp, text: string, at: number): RegExpExecArray | null {
  regex.lastIndex = at;
  return regex.exec(text);
}

function texte(text: string, at: number, base: number): Lu {
  const found = chercher(TEXTE, text, at);
  if (found === null) return null;
  const [brut] = found;
  return [{ type: 'text', value: brut.includes('\\') ? brut.replace(ECHAPPE, '$1') : brut, ...lieu(base + at, base + at + brut.length) }, brut.length];
}

function lien(text: string, at: number, base: number): Lu {
  const found = chercher(LIEN, text, at);
  if (found === null) return null;
  const [{ length }, label = '', url = ''] = found;
  const start = base + at;
  const children: Text[] = label === '' ? [] : [{ type: 'text', value: label, ...lieu(start + 1, start + 1 + label.length) }];
  return [{ type: 'link', title: null, url, children, ...lieu(start, start + length) }, length];
}

function gras(text: string, at: number, base: number): Lu {
  const found = chercher(GRAS, text, at);
  if (found === null) return null;
  const [{ length }, value = ''] = found;
  const start = base + at;
  return [{ type: 'strong', children: [{ type: 'text', value: value.replace(ECHAPPE, '$1'), ...lieu(start + 2, start + length - 2) }], ...lieu(start, start + length) }, length];
}
