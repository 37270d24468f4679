/** Liens, annotations, champs de formulaire. */
import { type Objet, PDFDict, type PDFObject, ref } from '../lecture/objets.ts';
import { controlerAction } from './actions.ts';
import { langueDuDocument } from './contenu.ts';
import type { Controle, Suivi } from './contexte.ts';
import { type Balise, chemin } from './structure.ts';

const ADMISES = new Set('Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup FileAttachment Widget PrinterMark TrapNet Watermark Redact'.split(' '));

/** Les annotations d'une page. */
export function controlerAnnotations(s: Suivi, page: PDFDict, numero: number): void {
  const { o, constats } = s.c;
  const annotations = o.liste(o.lire(page, 'Annots')).filter((a) => o.dict(a) !== undefined);
  if (annotations.length === 0) return;
  if (o.nom(o.lire(page, 'Tabs')) !== 'S') constats.signaler('UA1-7.18.3-1', 'la page a des liens ou des annotations, et leur parcours au clavier ne suit pas les balises', { page: numero });
  for (const annotation of annotations) une(s, annotation, page, numero);
}

function une(s: Suivi, annotation: PDFObject, page: PDFDict, numero: number): void {
  const { o, constats } = s.c;
  const sorte = o.nom(o.lire(annotation, 'Subtype')) ?? '?';
  const drapeaux = o.nombre(o.lire(annotation, 'F'));
  const numeroParent = o.nombre(o.lire(annotation, 'StructParent'));
  const dict = numeroParent === undefined ? undefined : o.dict(s.arbre.parents.get(numeroParent));
  const balise = dict === undefined ? null : (s.arbre.parDict.get(dict) ?? null);
  const ou = { page: numero, objet: ref(annotation), chemin: chemin(balise) };
  if (!ADMISES.has(sorte)) constats.signaler('A3A-6.3.1-1', `une annotation est du type ${sorte}, que PDF/A n’admet pas`, ou);
  if (sorte !== 'Popup' && drapeaux === undefined) constats.signaler('A3A-6.3.2-1', `l’annotation ${sorte} n’a pas de drapeaux`, ou);
  if (drapeaux !== undefined && (drapeaux & 0b100100111) !== 4) constats.signaler('A3A-6.3.2-2', `l’annotation ${sorte} est cachée, ou ne s’imprime pas`, ou);
  apparence(s, annotation, sorte, numero, ou);
  const action = o.brut(annotation, 'A');
  if (action !== undefined) controlerAction(s.c, action, ou);
  if (sorte === 'Widget' && (o.a(annotation, 'A') || o.a(annotation, 'AA'))) constats.signaler('A3A-6.4.1-1', 'un champ de formulaire déclenche une action', ou);
  if (horsPage(s.c, annotation, page) || ((drapeaux ?? 0) & 2) !== 0) return;
  balisee(s, annotation, sorte, balise, ou);
}

function balisee(s: Suivi, annotation: PDFObject, sorte: string, balise: Balise | null, ou: { readonly page: number; readonly objet: string | null; readonly chemin: string | null }): void {
  const { o, constats } = s.c;
  const description = o.texte(o.lire(annotation, 'Contents')) ?? '';
  const alt = balise === null ? '' : (o.texte(o.lire(balise.dict, 'Alt')) ?? '');
  const dans = balise === null ? 'aucune balise' : `une balise ${balise.ecrit}`;
  if (description !== '' && !langueDuDocument(s.c) && o.texte(o.lire(annotation, 'Lang')) === undefined) constats.signaler('UA1-7.2-24', 'la langue de sa description n’est dite nulle part', ou);
  if (balise !== null && !balise.objets.some((r) => o.dict(r) === o.dict(annotation))) constats.signaler('UA1-7.1-a', `l’annotation est rattachée à une balise ${balise.ecrit} qui ne la cite pas`, ou);
  switch (sorte) {
    case 'Popup':
      return;
    case 'Link':
      if (balise?.type !== 'Link') constats.signaler('UA1-7.18.5-1', `un lien est dans ${dans}, non dans une balise Link`, ou);
      if (description === '') constats.signaler('UA1-7.18.5-2', 'un lien n’a pas de description', ou);
      return;
    case 'Widget':
      if (balise?.type !== 'Form') constats.signaler('UA1-7.18.4-1', `un champ est dans ${dans}, non dans une balise Form`, ou);
      if (heritee(s.c, annotation, 'TU') === '' && alt === '') constats.signaler('UA1-7.18.1-3', 'un champ n’a ni nom à lire (TU), ni texte alternatif', ou);
      return;
    case 'TrapNet':
      constats.signaler('UA1-7.18.2-1', 'la page contient une annotation de recouvrement', ou);
      return;
    case 'PrinterMark':
      if (balise !== null) constats.signaler('UA1-7.18.8-1', 'un repère d’impression est dans l’arbre de structure', ou);
      return;
    default:
      if (balise?.type !== 'Annot') constats.signaler('UA1-7.18.1-1', `l’annotation ${sorte} est dans ${dans}, non dans une balise Annot`, ou);
      if (description === '' && alt === '') constats.signaler('UA1-7.18.1-2', `l’annotation ${sorte} n’a ni description, ni texte alternatif`, ou);
  }
}

function heritee({ o }: Controle, champ: PDFObject, cle: string): string {
  let noeud: Objet = champ;
  for (let i = 0; noeud !== undefined && i < 32; i += 1) {
    const vu = o.texte(o.lire(noeud, cle));
    if (vu !== undefined) return vu;
    noeud = o.lire(noeud, 'Parent');
  }
  return '';
}

function apparence(s: Suivi, annotation: PDFObject, sorte: string, numero: number, ou: { readonly page: number; readonly objet: string | null }): void {
  const { o, constats } = s.c;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = o.liste(o.lire(annotation, 'Rect')).map((n) => o.nombre(n) ?? 0);
  const ap = o.lire(annotation, 'AP');
  if (ap === undefined) {
    if (!(x1 === x2 && y1 === y2) && sorte !== 'Popup' && sorte !== 'Link') constats.signaler('A3A-6.3.3-1', `l’annotation ${sorte} n’est pas dessinée`, ou);
    return;
  }
  const n = o.brut(ap, 'N');
  const bouton = sorte === 'Widget' && o.nom(o.lire(annotation, 'FT') ?? o.lire(o.lire(annotation, 'Parent'), 'FT')) === 'Btn';
  const dessins = o.flux(n) === undefined ? o.entrees(n).map(([, v]) => v) : [n as PDFObject];
  const bonne = bouton ? o.resoudre(n) instanceof PDFDict && dessins.length > 0 : o.flux(n) !== undefined;
  if (o.entrees(ap).some(([cle]) => cle !== 'N') || !bonne) constats.signaler('A3A-6.3.3-2', `l’annotation ${sorte} a plusieurs apparences, ou une apparence d’une autre sorte`, ou);
  for (const dessin of dessins) s.libre(dessin, numero);
}

function horsPage({ o }: Controle, annotation: PDFObject, page: PDFDict): boolean {
  const boite = (objet: Objet): readonly [number, number, number, number] | null => {
    const [a, b, c, d] = o.liste(objet).map((n) => o.nombre(n));
    return a === undefined || b === undefined || c === undefined || d === undefined ? null : [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  };
  const [rect, cadre] = [boite(o.lire(annotation, 'Rect')), boite(o.lire(page, 'CropBox') ?? o.lire(page, 'MediaBox'))];
  return rect !== null && cadre !== null && (rect[2] <= cadre[0] || rect[0] >= cadre[2] || rect[3] <= cadre[1] || rect[1] >= cadre[3]);
}

/** Le formulaire du document. */
export function controlerFormulaire(c: Controle): void {
  const { o, constats } = c;
  const catalogue = o.document.catalog;
  if (o.vrai(o.lire(catalogue, 'NeedsRendering'))) constats.signaler('A3A-6.4.2-2', 'le document demande un rendu XFA');
  const formulaire = o.lire(catalogue, 'AcroForm');
  if (formulaire === undefined) return;
  if (o.vrai(o.lire(formulaire, 'NeedAppearances'))) constats.signaler('A3A-6.4.1-3', 'le lecteur doit dessiner lui-même les champs');
  if (o.a(formulaire, 'XFA')) constats.signaler('A3A-6.4.2-1', 'le document contient un formulaire XFA');
  const vus = new Set<PDFDict>();
  const pile: PDFObject[] = [...o.liste(o.lire(formulaire, 'Fields'))];
  while (pile.length > 0) {
    const champ = pile.pop() as PDFObject;
    const dict = o.dict(champ);
    if (dict === undefined || vus.has(dict)) continue;
    vus.add(dict);
    const objet = ref(champ);
    if (o.a(dict, 'AA') && o.nom(o.lire(dict, 'Subtype')) !== 'Widget') constats.signaler('A3A-6.4.1-2', 'un champ déclenche une action', { objet });
    if (o.texte(o.lire(dict, 'TU')) !== undefined && !langueDuDocument(c)) constats.signaler('UA1-7.2-25', 'la langue du nom d’un champ n’est dite nulle part', { objet });
    if (o.nom(o.lire(dict, 'FT')) === 'Sig' && o.a(dict, 'V')) signature(c, o.lire(dict, 'V'), objet);
    pile.push(...o.liste(o.lire(dict, 'Kids')));
  }
}

/** La signature couvre tout le fichier, hors elle-même. */
function signature({ o, octets, constats }: Controle, valeur: Objet, objet: string | null): void {
  const [a, b, c, d] = o.liste(o.lire(valeur, 'ByteRange')).map((n) => o.nombre(n) ?? -1);
  if (a !== 0 || b === undefined || c === undefined || d === undefined || c + d < octets.length - 2 || c <= b) constats.signaler('A3A-6.4.3-1', 'la signature électronique ne couvre pas tout le fichier : il a été complété depuis', { objet });
  constats.nonVerifie('une signature électronique (le certificat)');
}
