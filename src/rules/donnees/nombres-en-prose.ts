/** Ce que l'on compte dans un texte, et par quels mots on annonce le compte entier plutôt qu'une partie. */
import type { NomCompte } from '../../resolve/comptes.ts';

/** Noms comptés, du plus long au plus court. */
export const NOMS: readonly { readonly nom: string; readonly compte: NomCompte; readonly genre: 'm' | 'f' }[] = [
  { nom: 'communes signataires', compte: 'communes_signataires', genre: 'f' },
  { nom: 'fiches-actions', compte: 'fiches', genre: 'f' },
  { nom: 'fiches actions', compte: 'fiches', genre: 'f' },
  { nom: 'signataires', compte: 'signataires', genre: 'm' },
  { nom: 'objectifs', compte: 'objectifs', genre: 'm' },
  { nom: 'actions', compte: 'actions', genre: 'f' },
  { nom: 'annexes', compte: 'annexes', genre: 'f' },
  { nom: 'axes', compte: 'axes', genre: 'm' },
];

/**
 * « les trois axes », « compte douze actions », « en quatre axes ». Ni « trois actions » tout court (une partie), ni « ces deux
 * objectifs » (ceux que l'on vient de nommer), ni « deux des quatre axes » pour « deux ».
 */
export const ANNONCES: readonly string[] = [
  'les',
  'ses',
  'nos',
  'leurs',
  'en',
  'compte',
  'comptent',
  'comporte',
  'comprend',
  'contient',
  'réunit',
  'autour de',
  'décline',
  'se compose de',
  'composé de',
];

/** Ce qui peut suivre le nom sans le restreindre : « les trois axes stratégiques », jamais « les trois actions prioritaires ». */
export const SUITES: readonly string[] = ['stratégiques', 'du plan', 'du plan d’actions', 'de la convention', 'de la présente convention', 'de la CTG', 'du territoire'];
