import { define } from '../diagnostic.ts';
import { guillemets } from '../francais.ts';

/** CTG7xxx : rendus. */
export const RENDU = {
  CTG7001: define<{ detail: string }>({
    title: 'Caractère absent de la police',
    severity: 'erreur',
    message: (p) => `Un caractère n’existe pas dans la police de l’acte : ${p.detail}.`,
    hint: () => 'Remplacez-le par un caractère courant, ou retirez-le.',
  }),
  CTG7002: define<{ detail: string }>({
    title: 'Contenu plus haut que la page',
    severity: 'erreur',
    message: (p) => `Ce contenu ne tient pas dans une page et serait perdu : ${guillemets(p.detail)}.`,
    hint: () => 'Coupez ce contenu en plusieurs parties.',
  }),
  CTG7003: define<{ detail: string }>({
    title: 'Image impossible à imprimer',
    severity: 'erreur',
    message: (p) => `Cette image ne peut pas être imprimée (${p.detail}).`,
    hint: () => 'Exportez l’image en PNG ou en JPEG.',
  }),
  CTG7004: define<{ detail: string }>({
    title: 'Document impossible à joindre',
    severity: 'erreur',
    message: (p) => `Ce document ne peut pas être joint (${p.detail}).`,
    hint: () => 'Exportez à nouveau ce document en PDF, sans mot de passe.',
  }),
  CTG7005: define<{ fichier: string; raisons: readonly string[] }>({
    title: 'Document attaché, non imprimé',
    severity: 'avertissement',
    message: (p) => `Les pages de ${guillemets(p.fichier)} ne peuvent pas être imprimées dans l’acte sans le rendre non conforme (PDF/A-3a, PDF/UA-1) : ${p.raisons.join(' ; ')}. Le document est attaché au PDF, et une page le dit.`,
    hint: () => 'Exportez ce document en PDF/A (dans Word ou LibreOffice, cochez « PDF/A » ou « ISO 19005 »), polices incorporées et couleurs RVB, puis remplacez le fichier.',
  }),
  CTG7006: define<{ annonce: number; compte: number }>({
    title: 'Nombre de pages annoncé',
    severity: 'erreur',
    message: (p) => `Le nombre de pages annoncé est ${p.annonce} ; celui de l’acte est ${p.compte}. Un acte signé dit son nombre de pages : deux nombres, et l’on doute du document.`,
    hint: () => 'Corrigez le document qui annonce ce nombre, ou retirez « pages » de nombres_annonces : l’acte compte lui-même ses pages.',
  }),
} as const;
