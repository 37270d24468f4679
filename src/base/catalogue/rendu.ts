import { define } from '../diagnostic.ts';
import { guillemets } from '../francais.ts';

/** CTG7xxx : rendus. */
export const RENDU = {
  CTG7001: define<{ caractere: string; code: string; extrait: string }>({
    title: 'Caractère absent de la police',
    severity: 'erreur',
    message: (p) => `Le caractère ${guillemets(p.caractere)} (${p.code}) n’existe pas dans la police de l’acte : ${guillemets(p.extrait)}.`,
    hint: () => 'Remplacez-le par un caractère courant, ou retirez-le.',
  }),
  CTG7002: define<{ detail: string }>({
    title: 'Contenu plus haut que la page',
    severity: 'erreur',
    message: (p) => p.detail,
    hint: () => 'Coupez ce contenu en plusieurs parties.',
  }),
  CTG7003: define<{ detail: string }>({
    title: 'Image impossible à imprimer',
    severity: 'erreur',
    message: (p) => p.detail,
    hint: () => 'Exportez l’image en PNG ou en JPEG.',
  }),
  CTG7004: define<{ detail: string }>({
    title: 'Document impossible à joindre',
    severity: 'erreur',
    message: (p) => p.detail,
    hint: () => 'Exportez à nouveau ce document en PDF, sans mot de passe.',
  }),
} as const;
