/** Ce que les balises doivent respecter entre elles : emboîtements, titres, figures, notes, langues. */
import { enumeration, guillemets } from '../../base/francais.ts';
import type { Code } from '../conditions/index.ts';
import type { PDFDict } from '../lecture/objets.ts';
import { etiquette, langueDuDocument } from './contenu.ts';
import type { Controle } from './contexte.ts';
import { type Arbre, attribut, type Balise, langueDe, lieu } from './structure.ts';
import { controlerTableau } from './tableaux.ts';

/** Parentes admises. */
const PARENTES: Readonly<Record<string, readonly [Code, readonly string[]]>> = {
  TR: ['UA1-7.2-4', ['Table', 'THead', 'TBody', 'TFoot']],
  THead: ['UA1-7.2-5', ['Table']],
  TBody: ['UA1-7.2-6', ['Table']],
  TFoot: ['UA1-7.2-7', ['Table']],
  TH: ['UA1-7.2-8', ['TR']],
  TD: ['UA1-7.2-9', ['TR']],
  LI: ['UA1-7.2-17', ['L']],
  LBody: ['UA1-7.2-18', ['LI']],
  TOCI: ['UA1-7.2-26', ['TOC']],
};
/** Enfants admis, outre une légende là où la norme la permet. */
const ENFANTS: Readonly<Record<string, readonly [Code, readonly string[]]>> = {
  Table: ['UA1-7.2-3', ['TR', 'THead', 'TBody', 'TFoot', 'Caption']],
  TR: ['UA1-7.2-10', ['TH', 'TD']],
  L: ['UA1-7.2-19', ['L', 'LI', 'Caption']],
  LI: ['UA1-7.2-20', ['Lbl', 'LBody']],
  TOC: ['UA1-7.2-27', ['TOC', 'TOCI', 'Caption']],
  THead: ['UA1-7.2-36', ['TR']],
  TBody: ['UA1-7.2-37', ['TR']],
  TFoot: ['UA1-7.2-38', ['TR']],
};
const LEGENDES: Readonly<Record<string, Code>> = { L: 'UA1-7.2-40', TOC: 'UA1-7.2-28' };

/** Les enfants qui comptent : un groupe sans signification s'efface devant les siens. */
export const significatifs = (balise: Balise): readonly Balise[] => balise.enfants.flatMap((e) => (['NonStruct', 'Private'].includes(e.type) ? significatifs(e) : [e]));
const parenteSignificative = (balise: Balise): Balise | null => {
  let parente = balise.parente;
  while (parente !== null && ['NonStruct', 'Private'].includes(parente.type)) parente = parente.parente;
  return parente;
};

export function controlerBalises(c: Controle, arbre: Arbre): void {
  const { constats } = c;
  const pages = new Map<PDFDict, number>(c.o.document.getPages().map((page, i) => [page.node, i + 1]));
  let titre = 0;
  const notes = new Set<string>();
  const [numerotes, simples] = [arbre.balises.filter((b) => /^H[1-6]$/.test(b.type)), arbre.balises.filter((b) => b.type === 'H')];
  for (const balise of arbre.balises) {
    const page = balise.contenus.map((k) => (k.porteur === null ? undefined : pages.get(k.porteur))).find((n) => n !== undefined) ?? null;
    const ou = { ...lieu(balise), page };
    emboitement(c, balise, ou);
    textes(c, balise, ou);
    citees(c, arbre, balise, ou);
    if (/^H[1-6]$/.test(balise.type)) {
      const niveau = Number(balise.type[1]);
      if (niveau > titre + 1) constats.signaler('UA1-7.4.2-1', titre === 0 ? `le premier titre est de niveau ${niveau}, non 1` : `un titre de niveau ${niveau} suit un titre de niveau ${titre}`, ou);
      titre = niveau;
      if (simples.length > 0) constats.signaler('UA1-7.4.4-3', 'le document mêle des titres numérotés (H1 à H6) et des titres H', ou);
    }
    if (balise.type === 'H' && numerotes.length > 0) constats.signaler('UA1-7.4.4-2', 'le document mêle des titres H et des titres numérotés (H1 à H6)', ou);
    if (significatifs(balise).filter((e) => e.type === 'H').length > 1) constats.signaler('UA1-7.4.4-1', 'une section a plusieurs titres H', ou);
    if (balise.type === 'Note') note(c, balise, notes, ou);
    if (balise.type === 'Table') controlerTableau(c, balise, ou);
    if (balise.type === 'Link' && !balise.objets.some((r) => c.o.nom(c.o.lire(r, 'Subtype')) === 'Link')) constats.signaler('UA1-7.18.5-a', 'une balise Link ne mène à aucun lien', ou);
    if (balise.type === 'Form' && attribut(c, balise, 'Role') === undefined && (balise.objets.length !== 1 || balise.contenus.length + balise.enfants.length > 0)) constats.signaler('UA1-7.18.4-2', 'une balise Form ne contient pas un champ, et un seul', ou);
  }
  if (!langueDuDocument(c)) {
    if (c.o.a(c.o.document.catalog, 'Outlines') && c.o.a(c.o.lire(c.o.document.catalog, 'Outlines'), 'First')) constats.signaler('UA1-7.2-2', 'la langue des signets n’est dite nulle part');
  } else etiquette(c, c.o.texte(c.o.lire(c.o.document.catalog, 'Lang')) ?? '', {});
}

type Ou = { readonly objet: string | null; readonly chemin: string | null; readonly page: number | null };

function emboitement({ constats }: Controle, balise: Balise, ou: Ou): void {
  const parente = PARENTES[balise.type];
  const dessus = parenteSignificative(balise)?.type ?? 'la racine';
  if (parente !== undefined && !parente[1].includes(dessus)) constats.signaler(parente[0], `une balise ${balise.type} est dans ${dessus}, non dans ${enumeration(parente[1], 'ou')}`, ou);
  const types = significatifs(balise).map((e) => e.type);
  const enfants = ENFANTS[balise.type];
  const intrus = enfants === undefined ? undefined : types.find((t) => !enfants[1].includes(t));
  if (enfants !== undefined && intrus !== undefined) constats.signaler(enfants[0], `une balise ${balise.type} contient ${intrus || 'une balise inconnue'}, non ${enumeration(enfants[1], 'ou')}`, ou);
  const legende = LEGENDES[balise.type];
  if (legende !== undefined && types.lastIndexOf('Caption') > 0) constats.signaler(legende, 'la légende n’est pas en premier', ou);
  if (balise.type !== 'Table') return;
  const combien = (type: string): number => types.filter((t) => t === type).length;
  if (combien('THead') > 1) constats.signaler('UA1-7.2-11', 'le tableau a plusieurs en-têtes', ou);
  if (combien('TFoot') > 1) constats.signaler('UA1-7.2-12', 'le tableau a plusieurs pieds', ou);
  if (combien('TFoot') > 0 && combien('TBody') === 0) constats.signaler('UA1-7.2-13', 'le tableau a un pied, mais pas de corps', ou);
  if (combien('THead') > 0 && combien('TBody') === 0) constats.signaler('UA1-7.2-14', 'le tableau a un en-tête, mais pas de corps', ou);
  if (combien('Caption') > 1) constats.signaler('UA1-7.2-39', 'le tableau a plusieurs légendes', ou);
  else if (types.slice(1, -1).includes('Caption')) constats.signaler('UA1-7.2-16', 'la légende du tableau n’est ni en premier, ni en dernier', ou);
}

function textes(c: Controle, balise: Balise, ou: Ou): void {
  const { o, constats } = c;
  const lire = (cle: string): string | undefined => o.texte(o.lire(balise.dict, cle));
  const [alt, remplace] = [lire('Alt'), lire('ActualText')];
  const muette = (alt === undefined || alt === '') && remplace === undefined;
  if (balise.type === 'Figure' && muette) constats.signaler('UA1-7.3-1', 'une figure n’a ni texte alternatif, ni texte de remplacement', ou);
  if (balise.type === 'Formula' && muette) constats.signaler('UA1-7.7-1', 'une formule n’a ni texte alternatif, ni texte de remplacement', ou);
  const langue = lire('Lang');
  if (langue !== undefined) etiquette(c, langue, ou);
  if (langueDuDocument(c) || langueDe(c, balise) !== undefined) return;
  for (const [cle, code, quoi] of [['ActualText', 'UA1-7.2-21', 'du texte de remplacement'], ['Alt', 'UA1-7.2-22', 'du texte alternatif'], ['E', 'UA1-7.2-23', 'de la forme développée']] as const) {
    if (lire(cle) !== undefined) constats.signaler(code, `la langue ${quoi} n’est dite nulle part`, ou);
  }
}

/** Les contenus que la balise cite : ParentTree doit y ramener. */
function citees({ o, constats }: Controle, arbre: Arbre, balise: Balise, ou: Ou): void {
  for (const { porteur, mcid } of balise.contenus) {
    const n = porteur === null ? undefined : o.nombre(o.lire(porteur, 'StructParents'));
    const retour = n === undefined ? undefined : o.dict(o.liste(arbre.parents.get(n))[mcid]);
    if (retour !== balise.dict) constats.signaler('UA1-7.1-a', `la balise ${balise.ecrit} cite le contenu ${mcid}, qui ne lui est pas rattaché`, ou);
  }
}

function note({ o, constats }: Controle, balise: Balise, notes: Set<string>, ou: Ou): void {
  const id = o.texte(o.lire(balise.dict, 'ID'));
  if (id === undefined || id === '') constats.signaler('UA1-7.9-1', 'une note n’a pas d’identifiant', ou);
  else if (notes.has(id)) constats.signaler('UA1-7.9-2', `deux notes ont l’identifiant ${guillemets(id)}`, ou);
  else notes.add(id);
}
