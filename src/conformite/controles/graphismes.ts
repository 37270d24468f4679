/** États graphiques et images. */
import { guillemets } from '../../base/francais.ts';
import { type Objet, ref } from '../lecture/objets.ts';
import type { Suivi } from './contexte.ts';

const FUSIONS = new Set('Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity'.split(' '));
const INTENTIONS = new Set(['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation']);

/** Contrôle un état graphique ; rend la police qu'il choisit, s'il en choisit une. */
export function etatGraphique(s: Suivi, objet: Objet, page: number): Objet {
  const { o, constats } = s.c;
  const ou = { page, objet: ref(objet) };
  if (o.a(objet, 'TR')) constats.signaler('A3A-6.2.5-1', 'un état graphique contient une fonction de transfert (TR)', ou);
  if (o.a(objet, 'TR2') && o.nom(o.lire(objet, 'TR2')) !== 'Default') constats.signaler('A3A-6.2.5-2', 'un état graphique contient une fonction de transfert (TR2)', ou);
  if (o.a(objet, 'HTP')) constats.signaler('A3A-6.2.5-3', 'un état graphique contient une phase de trame (HTP)', ou);
  const trame = o.lire(objet, 'HT');
  if (o.dict(trame) !== undefined) {
    if (![1, 5].includes(o.nombre(o.lire(trame, 'HalftoneType')) ?? 0)) constats.signaler('A3A-6.2.5-4', 'une trame n’est ni de type 1, ni de type 5', ou);
    if (o.a(trame, 'HalftoneName')) constats.signaler('A3A-6.2.5-5', 'une trame porte un nom', ou);
  }
  intention(s, o.lire(objet, 'RI'), ou);
  for (const fusion of o.unOuListe(o.brut(objet, 'BM'))) {
    const nom = o.nom(fusion) ?? '?';
    if (!FUSIONS.has(nom)) constats.signaler('A3A-6.2.10-1', `le mode de fusion ${guillemets(nom)} n’existe pas`, ou);
  }
  if (transparent(s, objet)) s.vus.add(`transparence ${page}`);
  const masque = o.brut(o.lire(objet, 'SMask'), 'G');
  if (masque !== undefined) s.libre(masque, page);
  return o.liste(o.lire(objet, 'Font'))[0];
}

function transparent({ c: { o } }: Suivi, objet: Objet): boolean {
  const fusion = o.nom(o.unOuListe(o.brut(objet, 'BM'))[0]);
  return (fusion !== undefined && fusion !== 'Normal' && fusion !== 'Compatible') || o.dict(o.lire(objet, 'SMask')) !== undefined || (o.nombre(o.lire(objet, 'ca')) ?? 1) < 1 || (o.nombre(o.lire(objet, 'CA')) ?? 1) < 1;
}

const intention = ({ c: { o, constats } }: Suivi, valeur: Objet, ou: { readonly page: number; readonly objet: string | null }): void => {
  const nom = o.nom(valeur);
  if (nom !== undefined && !INTENTIONS.has(nom)) constats.signaler('A3A-6.2.6-1', `l’intention de rendu ${guillemets(nom)} n’existe pas`, ou);
};

export function image(s: Suivi, objet: Objet, ressources: Objet, page: number): void {
  const { o, constats } = s.c;
  const cle = `image ${ref(objet)}`;
  if (s.vus.has(cle)) return;
  s.vus.add(cle);
  const ou = { page, objet: ref(objet) };
  if (o.a(objet, 'Alternates')) constats.signaler('A3A-6.2.8-1', 'une image a des images de remplacement', ou);
  if (o.a(objet, 'OPI')) constats.signaler('A3A-6.2.8-2', 'une image renvoie à un autre fichier (OPI)', ou);
  if (o.vrai(o.lire(objet, 'Interpolate'))) constats.signaler('A3A-6.2.8-3', 'une image demande une interpolation', ou);
  intention(s, o.lire(objet, 'Intent'), ou);
  if (!o.vrai(o.lire(objet, 'ImageMask'))) s.couleurs.employer(o.brut(objet, 'ColorSpace'), ressources, page);
  const masque = o.brut(objet, 'SMask');
  if (masque !== undefined) {
    s.vus.add(`transparence ${page}`);
    image(s, masque, ressources, page);
  }
}
