import { define } from '../diagnostic.ts';
import { guillemets } from '../francais.ts';

/** CTG6xxx : arbre du document (textes, renvois, images). */
export const ARBRE = {
  CTG6001: define<{ cible: string; suggestion: string | null }>({
    title: 'Renvoi sans cible',
    severity: 'erreur',
    message: (p) => `${guillemets(p.cible)} ne désigne aucune pièce ni aucun élément de cette convention.`,
    hint: (p) => p.suggestion,
  }),
  CTG6002: define<{ extrait: string }>({
    title: 'HTML dans un texte',
    severity: 'avertissement',
    message: (p) => `${guillemets(p.extrait)} est du HTML : il sera imprimé tel quel, comme du texte.`,
    hint: () => 'Écrivez en Markdown : **gras**, *italique*, listes et tableaux.',
  }),
  CTG6003: define<{ fichier: string }>({
    title: 'Image sans description',
    severity: 'erreur',
    message: (p) => `L’image ${guillemets(p.fichier)} n’a pas de description.`,
    hint: () => 'Écrivez ce qu’elle montre entre les crochets : ![Carte des communes](carte.png).',
  }),
  CTG6004: define<{ niveau: number }>({
    title: 'Titre trop profond',
    severity: 'avertissement',
    message: (p) => `Un titre de niveau ${p.niveau} est imprimé comme un titre de niveau 4.`,
    hint: () => 'Deux niveaux de sous-titres suffisent dans un article.',
  }),
  CTG6005: define<{ url: string }>({
    title: 'Lien non admis',
    severity: 'erreur',
    message: (p) => `${guillemets(p.url)} : seuls les liens http, https et mailto sont admis dans l’acte.`,
    hint: () => 'Pour citer une pièce, écrivez [](article:duree) ; pour un document, joignez-le en annexe.',
  }),
  CTG6006: define<{ chiffre: string; motif: string }>({
    title: 'Chiffre sans valeur cité dans un texte',
    severity: 'erreur',
    message: (p) => `Le chiffre ${guillemets(p.chiffre)} n’a pas de valeur (${p.motif}) : il ne peut pas être cité.`,
    hint: () => 'Reformulez la phrase sans ce chiffre.',
  }),
} as const;
