/**
 * Le contenu des pages, opération par opération : ce qui est dessiné est-il balisé, dans quelle couleur, avec quelle
 * police, en quelle langue. Les dessins réemployés (Form XObject) sont suivis comme s'ils étaient écrits là.
 */
import { guillemets } from '../../base/francais.ts';
import type { Lieu } from '../constats.ts';
import { type Objet, type PDFDict, ref } from '../lecture/objets.ts';
import { nomDe, type Operation, operations, type Valeur } from '../lecture/operations.ts';
import type { PoliceEmployee } from '../polices/emplois.ts';
import type { Controle, Suivi } from './contexte.ts';
import { nomEspace } from './couleurs.ts';
import { fautesDeForme } from './fichier.ts';
import { etatGraphique, image } from './graphismes.ts';
import { type Balise, chemin, langueDe } from './structure.ts';

interface Marque { readonly artefact: boolean; readonly balise: Balise | null; readonly langue: boolean; readonly remplace: boolean }
interface Cadre {
  readonly page: number;
  readonly ressources: Objet;
  /** Pile héritée de qui emploie ce dessin. */
  readonly marques: readonly Marque[];
  /** Contenu qui échappe au balisage : motifs, apparences d'annotations. */
  readonly libre: boolean;
  readonly parents: Objet;
  readonly porteur: PDFDict;
  readonly profondeur: number;
}
interface Etat { police: PoliceEmployee | null; rendu: number; fond: string | Objet; trait: string | Objet }

const TRACES = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const REMPLIT = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const TRACE = new Set(['S', 's', 'B', 'B*', 'b', 'b*']);
const CONNUS = new Set('b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'.split(' '));
const INTENTIONS = new Set(['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation']);

/** Suit le contenu d'une page. */
export function contenuDePage(s: Suivi, page: PDFDict, numero: number): void {
  const { o, constats } = s.c;
  const morceaux = o.unOuListe(o.brut(page, 'Contents')).map((flux) => o.octets(flux));
  if (morceaux.some((m) => m === null)) constats.signaler('A3A-6.1.4-a', 'le contenu de la page ne se décompresse pas', { page: numero });
  const octets = joindre(morceaux.filter((m) => m !== null));
  const propres = o.lire(page, 'Resources');
  const heritees = propres ?? heriter(s, page);
  const n = o.nombre(o.lire(page, 'StructParents'));
  const cadre: Cadre = { page: numero, ressources: heritees, marques: [], libre: false, parents: n === undefined ? undefined : s.arbre.parents.get(n), porteur: page, profondeur: 0 };
  const nomme = suivre(s, octets, cadre);
  if (propres === undefined && nomme) constats.signaler('A3A-6.2.2-2', 'la page emploie des ressources qui ne lui sont pas propres', { page: numero });
}

/** Suit un dessin hors balisage : motif, apparence d'annotation, masque. */
export function contenuLibre(s: Suivi, flux: Objet, page: number, profondeur = 0): void {
  const { o } = s.c;
  const dict = o.dict(flux);
  const octets = o.octets(flux);
  if (dict === undefined || octets === null || profondeur > 20 || s.vus.has(`libre ${ref(flux)}`)) return;
  if (ref(flux) !== null) s.vus.add(`libre ${ref(flux)}`);
  suivre(s, octets, { page, ressources: o.lire(dict, 'Resources'), marques: [], libre: true, parents: undefined, porteur: dict, profondeur });
}

function joindre(morceaux: readonly Uint8Array[]): Uint8Array {
  if (morceaux.length === 1) return morceaux[0] as Uint8Array;
  return Buffer.concat(morceaux.flatMap((m) => [m, Buffer.from('\n')]));
}

function heriter({ c: { o } }: Suivi, page: PDFDict): Objet {
  let noeud: Objet = page;
  for (let i = 0; noeud !== undefined && i < 64; i += 1) {
    const vu = o.lire(noeud, 'Resources');
    if (vu !== undefined) return vu;
    noeud = o.lire(noeud, 'Parent');
  }
  return undefined;
}

/** Suit un flux ; rend vrai s'il emploie une ressource par son nom. */
function suivre(s: Suivi, octets: Uint8Array, cadre: Cadre): boolean {
  const { o, constats } = s.c;
  const { page } = cadre;
  const marques: Marque[] = [...cadre.marques];
  const mcids = new Set<number>();
  let etat: Etat = { police: null, rendu: 0, fond: 'DeviceGray', trait: 'DeviceGray' };
  const pile: Etat[] = [];
  let points = 0;
  let nomme = false;
  const ressource = (sorte: string, nom: string | null): Objet => {
    nomme = true;
    return nom === null ? undefined : o.brut(o.lire(cadre.ressources, sorte), nom);
  };
  const peint = (quoi: string): void => {
    if (!cadre.libre && !marques.some((m) => m.artefact || m.balise !== null)) constats.signaler('UA1-7.1-3', `${quoi} n’est ni balisé, ni déclaré décoratif`, { page });
  };
  const couleur = (espace: string | Objet): void => s.couleurs.employer(espace, cadre.ressources, page);
  for (const operation of operations(octets, fautesDeForme(s.c, { page }))) {
    const { operateur, operandes } = operation;
    switch (operateur) {
      case 'q':
        pile.push({ ...etat });
        if (pile.length > 28) constats.signaler('A3A-6.1.13-8', 'plus de 28 états graphiques sont emboîtés', { page });
        break;
      case 'Q':
        etat = pile.pop() ?? etat;
        break;
      case 'BMC':
      case 'BDC':
        marques.push(marquer(s, operation, cadre, marques, mcids));
        break;
      case 'EMC':
        if (marques.length <= cadre.marques.length) constats.signaler('UA1-7.1-c', 'un contenu marqué est refermé sans avoir été ouvert', { page });
        else marques.pop();
        break;
      case 'cs':
      case 'CS': {
        const nom = nomEspace(operandes);
        const vu = nom === 'Pattern' || nom.startsWith('Device') ? nom : ressource('ColorSpace', nom);
        if (operateur === 'cs') etat.fond = vu;
        else etat.trait = vu;
        break;
      }
      case 'g':
      case 'rg':
      case 'k':
        etat.fond = operateur === 'g' ? 'DeviceGray' : operateur === 'rg' ? 'DeviceRGB' : 'DeviceCMYK';
        break;
      case 'G':
      case 'RG':
      case 'K':
        etat.trait = operateur === 'G' ? 'DeviceGray' : operateur === 'RG' ? 'DeviceRGB' : 'DeviceCMYK';
        break;
      case 'scn':
      case 'SCN':
        if (nomDe(operandes.at(-1)) !== null) motif(s, ressource('Pattern', nomDe(operandes.at(-1))), cadre);
        break;
      case 'ri':
        if (!INTENTIONS.has(nomDe(operandes[0]) ?? '')) constats.signaler('A3A-6.2.6-1', `l’intention de rendu ${guillemets(nomDe(operandes[0]) ?? '?')} n’existe pas`, { page });
        break;
      case 'gs': {
        const objet = ressource('ExtGState', nomDe(operandes[0]));
        const police = etatGraphique(s, objet, page);
        if (police !== undefined) etat.police = s.emplois.police(police, page);
        break;
      }
      case 'Tf':
        etat.police = s.emplois.police(ressource('Font', nomDe(operandes[0])), page);
        break;
      case 'Tr':
        etat.rendu = typeof operandes[0] === 'number' ? operandes[0] : 0;
        break;
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        peint('un texte');
        texte(s, etat, operandes, marques, cadre);
        if (etat.rendu !== 1 && etat.rendu !== 3) couleur(etat.fond);
        if ([1, 2, 5, 6].includes(etat.rendu)) couleur(etat.trait);
        break;
      case 'sh':
        peint('un dégradé');
        couleur(o.lire(ressource('Shading', nomDe(operandes[0])), 'ColorSpace'));
        break;
      case 'Do':
        dessin(s, ressource('XObject', nomDe(operandes[0])), cadre, marques, peint);
        break;
      case 'EI':
        peint('une image');
        imageEnLigne(s, operation, cadre);
        break;
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
      case 're':
        points += 1;
        break;
      case 'n':
        points = 0;
        break;
      default:
        if (TRACES.has(operateur)) {
          if (points > 0) {
            peint('un trait ou une surface');
            if (REMPLIT.has(operateur)) couleur(etat.fond);
            if (TRACE.has(operateur)) couleur(etat.trait);
          }
          points = 0;
        } else if (!CONNUS.has(operateur)) constats.signaler('A3A-6.2.2-1', `l’opérateur ${guillemets(operateur.slice(0, 20))} n’existe pas`, { page });
    }
  }
  if (marques.length > cadre.marques.length) constats.signaler('UA1-7.1-c', `${marques.length - cadre.marques.length} contenus marqués ne sont pas refermés`, { page });
  return nomme;
}

function marquer(s: Suivi, { operateur, operandes }: Operation, cadre: Cadre, marques: readonly Marque[], mcids: Set<number>): Marque {
  const { o, constats } = s.c;
  const { page } = cadre;
  const tag = nomDe(operandes[0]);
  const props = operateur === 'BDC' ? operandes[1] : undefined;
  const nomme = nomDe(props);
  const lire = (cle: string): Valeur | Objet => (props instanceof Map ? props.get(cle) : nomme === null ? undefined : o.lire(cadre.ressources, 'Properties', nomme, cle));
  const brut = lire('MCID');
  const mcid = typeof brut === 'number' ? brut : o.nombre(brut as Objet);
  const balise = mcid === undefined || cadre.libre ? null : rattacher(s, cadre, mcid, mcids);
  const artefact = tag === 'Artifact';
  if (!cadre.libre) {
    const dessus = marques.findLast((m) => m.balise !== null)?.balise ?? null;
    if (artefact && dessus !== null) constats.signaler('UA1-7.1-1', `un élément décoratif est dans un contenu balisé ${dessus.ecrit}`, { page, chemin: chemin(dessus) });
    if (balise !== null && marques.some((m) => m.artefact)) constats.signaler('UA1-7.1-2', `un contenu balisé ${balise.ecrit} est dans un élément décoratif`, { page, chemin: chemin(balise) });
  }
  const ecrite = lire('Lang');
  const valeurLangue = ecrite instanceof Uint8Array ? texteDe(ecrite) : o.texte(ecrite as Objet);
  if (valeurLangue !== undefined) etiquette(s.c, valeurLangue, { page });
  const langue = valeurLangue !== undefined || langueDe(s.c, balise) !== undefined;
  const remplace = lire('ActualText') !== undefined || aActualText(s, balise);
  if (tag === 'Span' && !langue && !marques.some((m) => m.langue) && !langueDuDocument(s.c)) {
    for (const [cle, code] of [['ActualText', 'UA1-7.2-30'], ['Alt', 'UA1-7.2-31'], ['E', 'UA1-7.2-32']] as const) {
      if (lire(cle) !== undefined) constats.signaler(code, 'sa langue n’est dite nulle part', { page });
    }
  }
  return { artefact, balise, langue, remplace };
}

export const langueDuDocument = ({ o }: Controle): boolean => o.texte(o.lire(o.document.catalog, 'Lang')) !== undefined;
const LANGUE = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;

/** Une étiquette de langue bien écrite : « fr », « fr-FR ». */
export function etiquette({ constats }: Controle, langue: string, ou: Lieu): void {
  if (!LANGUE.test(langue)) constats.signaler('UA1-7.2-29', `${guillemets(langue)} n’est pas une étiquette de langue, comme fr ou fr-FR`, ou);
}

const texteDe = (octets: Uint8Array): string => (octets[0] === 0xfe && octets[1] === 0xff ? new TextDecoder('utf-16be').decode(octets.subarray(2)) : String.fromCharCode(...octets));

function aActualText({ c: { o } }: Suivi, balise: Balise | null): boolean {
  for (let b = balise; b !== null; b = b.parente) if (o.a(b.dict, 'ActualText')) return true;
  return false;
}

/** La balise qui porte ce contenu, d'après ParentTree ; l'arbre doit dire la même chose. */
function rattacher({ c: { o, constats }, arbre }: Suivi, cadre: Cadre, mcid: number, mcids: Set<number>): Balise | null {
  const { page } = cadre;
  if (mcids.has(mcid)) constats.signaler('UA1-7.1-b', `deux contenus portent le numéro ${mcid}`, { page });
  mcids.add(mcid);
  const dict = o.dict(o.liste(cadre.parents)[mcid]);
  const balise = dict === undefined ? undefined : arbre.parDict.get(dict);
  if (dict !== undefined && balise === undefined) constats.signaler('UA1-7.1-a', `le contenu ${mcid} est rattaché à une balise qui n’est pas dans l’arbre`, { page });
  if (balise !== undefined && !balise.contenus.some((k) => k.mcid === mcid && k.porteur === cadre.porteur)) constats.signaler('UA1-7.1-a', `le contenu ${mcid} est rattaché à une balise ${balise.ecrit} qui ne le cite pas`, { page, chemin: chemin(balise) });
  return balise ?? null;
}

function texte(s: Suivi, etat: Etat, operandes: readonly Valeur[], marques: readonly Marque[], cadre: Cadre): void {
  const { page } = cadre;
  const nu = !marques.some((m) => m.remplace);
  if (!cadre.libre && !langueDuDocument(s.c) && !marques.some((m) => m.langue)) s.c.constats.signaler('UA1-7.2-34', 'la langue d’un texte n’est dite nulle part', { page });
  if (etat.police === null) return;
  const derniere = operandes.at(-1);
  for (const morceau of Array.isArray(derniere) ? derniere : [derniere]) if (morceau instanceof Uint8Array) s.emplois.montrer(etat.police, morceau, etat.rendu !== 3, nu, page);
}

function dessin(s: Suivi, objet: Objet, cadre: Cadre, marques: readonly Marque[], peint: (quoi: string) => void): void {
  const { c: { o, constats } } = s;
  const { page } = cadre;
  const dict = o.dict(objet);
  if (dict === undefined) return;
  const sorte = o.nom(o.lire(dict, 'Subtype'));
  const porte = o.nombre(o.lire(dict, 'StructParent'));
  const balise = porte === undefined ? null : (s.arbre.parDict.get(o.dict(s.arbre.parents.get(porte)) as PDFDict) ?? null);
  const dedans = balise === null ? marques : [...marques, { artefact: false, balise, langue: langueDe(s.c, balise) !== undefined, remplace: aActualText(s, balise) }];
  if (sorte === 'Image') {
    if (balise === null) peint('une image');
    image(s, objet, cadre.ressources, page);
    return;
  }
  if (sorte === 'PS') constats.signaler('A3A-6.2.9-3', 'la page contient un objet PostScript', { page, objet: ref(objet) });
  if (sorte !== 'Form') return;
  if (o.a(dict, 'OPI') || o.a(dict, 'PS') || o.nom(o.lire(dict, 'Subtype2')) === 'PS') constats.signaler('A3A-6.2.9-1', 'un dessin contient du PostScript ou un lien OPI', { page, objet: ref(objet) });
  if (o.a(dict, 'Ref')) constats.signaler('A3A-6.2.9-2', 'un dessin renvoie à un autre fichier', { page, objet: ref(objet) });
  groupe(s, dict, page);
  const parents = o.nombre(o.lire(dict, 'StructParents'));
  const fois = (s.formes.get(dict) ?? 0) + 1;
  s.formes.set(dict, fois);
  if (parents !== undefined && fois === 2) constats.signaler('UA1-7.20-2', 'un dessin qui porte des balises est employé plusieurs fois', { page, objet: ref(objet) });
  const octets = o.octets(objet);
  const proche = dedans.findLast((m) => m.artefact || m.balise !== null);
  const cle = `${ref(objet)} ${cadre.libre || proche !== undefined} ${parents === undefined ? '' : fois}`;
  if (octets === null || cadre.profondeur > 20 || (ref(objet) !== null && s.vus.has(cle))) return;
  s.vus.add(cle);
  const propres = o.lire(dict, 'Resources');
  const nomme = suivre(s, octets, { page, ressources: propres ?? cadre.ressources, marques: dedans, libre: cadre.libre, parents: parents === undefined ? undefined : s.arbre.parents.get(parents), porteur: dict, profondeur: cadre.profondeur + 1 });
  if (propres === undefined && nomme) constats.signaler('A3A-6.2.2-2', 'un dessin emploie des ressources qui ne lui sont pas propres', { page, objet: ref(objet) });
}

/** L'espace de fusion d'un groupe transparent est une couleur comme une autre. */
export function groupe(s: Suivi, dict: PDFDict, page: number): void {
  const { o } = s.c;
  const espace = o.lire(dict, 'Group', 'CS');
  if (espace !== undefined) s.couleurs.employer(espace, o.lire(dict, 'Resources'), page);
}

function motif(s: Suivi, objet: Objet, cadre: Cadre): void {
  const { o } = s.c;
  if (o.nombre(o.lire(objet, 'PatternType')) === 1) contenuLibre(s, objet, cadre.page, cadre.profondeur + 1);
  else s.couleurs.employer(o.lire(objet, 'Shading', 'ColorSpace'), cadre.ressources, cadre.page);
}

const EN_LIGNE = new Set(['ASCIIHexDecode', 'ASCII85Decode', 'FlateDecode', 'RunLengthDecode', 'CCITTFaxDecode', 'DCTDecode', 'AHx', 'A85', 'Fl', 'RL', 'CCF', 'DCT']);

function imageEnLigne(s: Suivi, { image: entrees }: Operation, cadre: Cadre): void {
  const { constats } = s.c;
  const { page } = cadre;
  const lire = (long: string, court: string): Valeur | undefined => entrees?.get(court) ?? entrees?.get(long);
  const filtre = lire('Filter', 'F');
  for (const f of Array.isArray(filtre) ? filtre : filtre === undefined ? [] : [filtre]) if (!EN_LIGNE.has(nomDe(f) ?? '')) constats.signaler('A3A-6.1.10-1', `une image en ligne emploie le filtre ${nomDe(f) ?? '?'}`, { page });
  if (lire('Interpolate', 'I') === true) constats.signaler('A3A-6.2.8-3', 'une image en ligne demande une interpolation', { page });
  const espace = nomDe(lire('ColorSpace', 'CS'));
  if (espace !== null) s.couleurs.employer(espace, cadre.ressources, page);
}
