/** L'arbre de structure : lu une fois, puis offert aux autres contrôles. */
import { type Objet, PDFDict, PDFNumber, PDFRef, ref } from '../lecture/objets.ts';
import type { Controle } from './contexte.ts';

const NORMALISEES = new Set('Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(' '));

export interface Balise {
  readonly dict: PDFDict;
  readonly objet: string | null;
  readonly ecrit: string;
  /** Type normalisé, une fois les rattachements suivis ; vide si aucun. */
  readonly type: string;
  readonly parente: Balise | null;
  readonly enfants: Balise[];
  /** Contenus : page (ou flux) et numéro. */
  readonly contenus: { readonly porteur: PDFDict | null; readonly mcid: number }[];
  readonly objets: PDFRef[];
  readonly rang: number;
}

export interface Arbre {
  readonly racine: PDFDict | null;
  readonly balises: readonly Balise[];
  readonly parDict: ReadonlyMap<PDFDict, Balise>;
  /** ParentTree : numéro → objet. */
  readonly parents: ReadonlyMap<number, Objet>;
}

export const chemin = (balise: Balise | null): string | null => {
  const noms: string[] = [];
  for (let b = balise; b !== null; b = b.parente) noms.unshift(b.rang > 0 ? `${b.ecrit}[${b.rang}]` : b.ecrit);
  return noms.length === 0 ? null : noms.join(' › ');
};
export const lieu = (balise: Balise): { readonly objet: string | null; readonly chemin: string | null } => ({ objet: balise.objet, chemin: chemin(balise) });

/** Le nom normalisé d'un type, et ce qui cloche dans la table des rattachements. */
function rattacher({ o }: Controle, table: Objet, ecrit: string): { readonly type: string; readonly rond: boolean; readonly detourne: boolean } {
  const detourne = NORMALISEES.has(ecrit) && (o.nom(o.lire(table, ecrit)) ?? ecrit) !== ecrit;
  let type: string | undefined = ecrit;
  const vus = new Set<string>();
  while (type !== undefined && !NORMALISEES.has(type)) {
    if (vus.has(type)) return { type: '', rond: true, detourne };
    vus.add(type);
    type = o.nom(o.lire(table, type));
  }
  return { type: type ?? '', rond: false, detourne };
}

export function lireArbre(c: Controle): Arbre {
  const { o, constats } = c;
  const catalogue = o.document.catalog;
  if (!o.vrai(o.lire(catalogue, 'MarkInfo', 'Marked'))) constats.signaler('UA1-6.2-1', 'le document ne se déclare pas balisé');
  if (o.vrai(o.lire(catalogue, 'MarkInfo', 'Suspects'))) constats.signaler('UA1-7.1-4', 'le logiciel qui a balisé le document déclare avoir des doutes');
  const racine = o.dict(o.brut(catalogue, 'StructTreeRoot')) ?? null;
  const balises: Balise[] = [];
  const parDict = new Map<PDFDict, Balise>();
  const parents = new Map<number, Objet>();
  if (racine === null) {
    constats.signaler('UA1-7.1-11', 'le document n’a pas d’arbre de structure : aucune balise');
    return { racine, balises, parDict, parents };
  }
  for (const [cle, valeur] of o.arbre(o.brut(racine, 'ParentTree'), 'Nums')) {
    const n = o.nombre(cle);
    if (n !== undefined) parents.set(n, valeur);
  }
  const table = o.lire(racine, 'RoleMap');
  interface Aller { readonly objet: Objet; readonly parente: Balise | null; readonly porteur: PDFDict | null; readonly rang: number }
  const pile: Aller[] = enfantsDe(c, racine).map((objet, i, tous) => ({ objet, parente: null, porteur: null, rang: tous.length > 1 ? i + 1 : 0 })).reverse();
  while (pile.length > 0) {
    const { objet, parente, porteur, rang } = pile.pop() as Aller;
    const vu = o.resoudre(objet);
    if (vu instanceof PDFNumber) parente?.contenus.push({ porteur, mcid: vu.asNumber() });
    if (!(vu instanceof PDFDict)) continue;
    const sorte = o.nom(o.lire(vu, 'Type'));
    if (sorte === 'MCR') {
      parente?.contenus.push({ porteur: o.dict(o.brut(vu, 'Stm')) ?? o.dict(o.brut(vu, 'Pg')) ?? porteur, mcid: o.nombre(o.lire(vu, 'MCID')) ?? -1 });
      continue;
    }
    if (sorte === 'OBJR') {
      const cible = o.brut(vu, 'Obj');
      if (cible instanceof PDFRef) parente?.objets.push(cible);
      continue;
    }
    if (parDict.has(vu)) {
      constats.signaler('UA1-7.1-a', 'la même balise est à deux places de l’arbre', { objet: ref(objet), chemin: chemin(parDict.get(vu) ?? null) });
      continue;
    }
    const ecrit = o.nom(o.lire(vu, 'S')) ?? '?';
    const { type, rond, detourne } = rattacher(c, table, ecrit);
    const balise: Balise = { dict: vu, objet: ref(objet), ecrit, type, parente, enfants: [], contenus: [], objets: [], rang };
    balises.push(balise);
    parDict.set(vu, balise);
    parente?.enfants.push(balise);
    if (rond) constats.signaler('UA1-7.1-6', `la balise ${ecrit} est rattachée à elle-même`, lieu(balise));
    else if (type === '') constats.signaler('UA1-7.1-5', `la balise ${ecrit} n’est rattachée à aucune balise normalisée`, lieu(balise));
    if (detourne) constats.signaler('UA1-7.1-7', `la balise normalisée ${ecrit} est rattachée à une autre`, lieu(balise));
    if (!o.a(vu, 'P')) constats.signaler('UA1-7.1-12', `la balise ${ecrit} ne dit pas quelle est sa parente`, lieu(balise));
    if (o.nomMalCode(o.lire(vu, 'S'))) constats.signaler('A3A-6.1.8-1', 'le nom de la balise n’est pas en UTF-8', lieu(balise));
    const page = o.dict(o.brut(vu, 'Pg')) ?? porteur;
    const dedans = enfantsDe(c, vu);
    const memes = new Map<string, number>();
    const rangs = dedans.map((e) => {
      const s = o.nom(o.lire(e, 'S')) ?? '';
      memes.set(s, (memes.get(s) ?? 0) + 1);
      return [s, memes.get(s) as number] as const;
    });
    for (let i = dedans.length - 1; i >= 0; i -= 1) {
      const [s, n] = rangs[i] as readonly [string, number];
      pile.push({ objet: dedans[i] as Objet, parente: balise, porteur: page, rang: (memes.get(s) ?? 0) > 1 ? n : 0 });
    }
  }
  return { racine, balises, parDict, parents };
}

const enfantsDe = ({ o }: Controle, noeud: PDFDict): readonly Objet[] => o.unOuListe(o.brut(noeud, 'K'));

/** Valeur d'un attribut (Scope, ColSpan…) d'une balise. */
export function attribut({ o }: Controle, balise: Balise, cle: string): Objet {
  for (const attributs of o.unOuListe(o.brut(balise.dict, 'A'))) {
    const vu = o.lire(attributs, cle);
    if (vu !== undefined) return vu;
  }
  return undefined;
}

/** Langue d'une balise, ou de la plus proche parente qui la donne. */
export function langueDe({ o }: Controle, balise: Balise | null): string | undefined {
  for (let b = balise; b !== null; b = b.parente) {
    const langue = o.texte(o.lire(b.dict, 'Lang'));
    if (langue !== undefined) return langue;
  }
  return undefined;
}
