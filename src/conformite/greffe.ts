/**
 * Un PDF peut-il être joint, page par page, à un acte conforme ? Ses pages y deviennent des figures : ses balises, ses
 * liens, ses métadonnées et ses actions restent derrière ; polices, couleurs et dessins, eux, entrent dans l'acte.
 */
import { Constats } from './constats.ts';
import { CONDITIONS } from './conditions/index.ts';
import { contenuDePage, contenuLibre } from './controles/contenu.ts';
import type { Suivi } from './controles/contexte.ts';
import { Couleurs } from './controles/couleurs.ts';
import { controlerPolice } from './controles/polices.ts';
import { ouvrir } from './lecture/ouvrir.ts';
import type { Objets } from './lecture/objets.ts';
import { operations } from './lecture/operations.ts';
import { Emplois } from './polices/emplois.ts';

const QUI_ENTRENT = new Set(['Fichier', 'Couleurs et graphismes', 'Polices et caractères']);
/** Signaler une ressource héritée n'a pas de sens : la greffe la rend propre à la page. */
const SANS_EFFET = new Set(['A3A-6.2.2-2']);

/** Ce qui s'oppose à la greffe, en français ; vide : la greffe est possible. `espace` : celui du profil de l'acte. */
export async function obstacles(octets: Uint8Array, espace: string): Promise<readonly string[]> {
  const ouvert = await ouvrir(octets);
  if (!('objets' in ouvert)) return [ouvert.raison];
  const { objets: o } = ouvert;
  const constats = new Constats();
  const c = { o, octets, constats };
  const s: Suivi = { c, arbre: { racine: null, balises: [], parDict: new Map(), parents: new Map() }, couleurs: new Couleurs(c, espace), emplois: new Emplois(o), formes: new Map(), vus: new Set(), libre: (flux, page) => contenuLibre(s, flux, page) };
  for (const [i, { node }] of o.document.getPages().entries()) contenuDePage(s, node, i + 1);
  for (const police of s.emplois.polices.values()) controlerPolice(c, police);
  const trouves = constats.manquements.filter((m) => QUI_ENTRENT.has(CONDITIONS.get(m.code)?.famille ?? '') && !SANS_EFFET.has(m.code)).map((m) => `${m.detail} (${m.code})`);
  const inconnus = [...constats.nonVerifies].map((quoi) => `ctg ne sait pas contrôler ${quoi}`);
  return [...new Set([...trouves, ...inconnus, ...perdus(o)])];
}

/** Ce que la greffe ferait disparaître, ou apparaître. */
function perdus(o: Objets): readonly string[] {
  const pages = o.document.getPages().flatMap(({ node }, i) => {
    const imprimees = o.liste(o.lire(node, 'Annots')).filter((a) => !['Link', 'Popup'].includes(o.nom(o.lire(a, 'Subtype')) ?? 'Popup') && ((o.nombre(o.lire(a, 'F')) ?? 0) & 2) === 0);
    return imprimees.length === 0 ? [] : [i + 1];
  });
  return [
    ...(pages.length === 0 ? [] : [`la page ${pages[0]} porte une annotation, un champ de formulaire ou une signature, que la greffe effacerait`]),
    ...(o.lire(o.document.catalog, 'OCProperties') === undefined ? [] : ['il a des calques, que la greffe montrerait tous']),
  ];
}

const MARQUES = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP']);

/** Le contenu, sans les marques des balises de son document d'origine : elles contrediraient celles de l'acte. */
export function sansMarques(octets: Uint8Array): Uint8Array {
  const morceaux: Uint8Array[] = [];
  let gardeDepuis = 0;
  for (const { operateur, debut, fin } of operations(octets)) {
    if (!MARQUES.has(operateur)) continue;
    morceaux.push(octets.subarray(gardeDepuis, debut));
    gardeDepuis = fin;
  }
  return gardeDepuis === 0 ? octets : Buffer.concat([...morceaux, octets.subarray(gardeDepuis)]);
}
