/** Les noms qu'une archive peut porter : ceux qu'on peut rendre sur tout système, Windows compris, sans sortir du dossier. */

const RESERVES = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?$/i;
export const LIMITES_NOMS = { chemin: 400, segment: 200, profondeur: 40 } as const;

/** Ce qui ne va pas dans un chemin, à la suite de « le nom … » ; null s'il est sûr. */
export function defautDeNom(nom: string): string | null {
  if (nom === '') return 'est vide';
  if (nom.length > LIMITES_NOMS.chemin) return 'est trop long';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ce sont eux que l'on refuse
  if (/[\u0000-\u001F\u007F]/.test(nom)) return 'contient un caractère de commande';
  if (/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(nom)) return 'contient un caractère qui inverse le sens de lecture';
  if (nom.includes('\\')) return 'contient une barre oblique inversée';
  if (/^[a-z]:/i.test(nom)) return 'commence par un nom de lecteur';
  if (nom.startsWith('/')) return 'est un chemin absolu';
  if (/[<>:"|?*]/.test(nom)) return 'contient un caractère que Windows refuse (< > : " | ? *)';
  const segments = nom.split('/');
  if (segments.length > LIMITES_NOMS.profondeur) return 'passe par trop de dossiers';
  for (const segment of segments) {
    if (segment === '..') return 'remonte hors du dossier';
    if (segment === '' || segment === '.') return 'a un dossier sans nom';
    if (segment.length > LIMITES_NOMS.segment) return 'est trop long';
    if (/[. ]$/.test(segment)) return 'finit par un point ou une espace';
    if (RESERVES.test(segment)) return 'est réservé par Windows';
  }
  return nom === nom.normalize('NFC') ? null : 'a des accents décomposés';
}

/** Deux noms de même clé se confondent sous Windows ou macOS. */
export const cleDeNom = (nom: string): string => nom.normalize('NFC').toLowerCase();
