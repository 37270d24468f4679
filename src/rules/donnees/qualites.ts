/** Qualités dont la forme dit le genre. « Maire », « vice-maire », « délégataire » valent pour les deux et n'y sont pas. */
export const GENRE_DES_QUALITES: Readonly<Record<string, 'm' | 'f'>> = {
  président: 'm', présidente: 'f',
  directeur: 'm', directrice: 'f',
  adjoint: 'm', adjointe: 'f',
  conseiller: 'm', conseillère: 'f',
  préfet: 'm', préfète: 'f',
  délégué: 'm', déléguée: 'f',
  administrateur: 'm', administratrice: 'f',
  trésorier: 'm', trésorière: 'f',
};
