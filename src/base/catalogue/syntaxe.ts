import { define } from '../diagnostic.ts';
import { guillemets } from '../francais.ts';

/** CTG1xxx : syntaxe YAML et Markdown. */
export const SYNTAXE = {
  CTG1001: define<{ detail: string }>({
    title: 'YAML mal formé',
    severity: 'erreur',
    message: (p) => p.detail,
    hint: () => 'Comparez avec les lignes voisines : alignement, tirets, deux-points suivis d’une espace.',
  }),
  CTG1002: define<{ cle: string }>({
    title: 'Clé en double',
    severity: 'erreur',
    message: (p) => `${guillemets(p.cle)} est déjà donné plus haut au même niveau.`,
    hint: () => 'Gardez une seule des deux lignes, ou changez l’identifiant de l’une.',
  }),
  CTG1003: define<Record<never, never>>({
    title: 'Tabulation dans le retrait',
    severity: 'erreur',
    message: () => 'Le retrait de cette ligne contient une tabulation ; YAML ne l’admet pas.',
    hint: () => 'Remplacez la tabulation par deux espaces.',
  }),
  CTG1004: define<{ exemple: string }>({
    title: 'Deux-points dans un texte sans guillemets',
    severity: 'erreur',
    message: () => 'Ce texte contient un deux-points suivi d’une espace : YAML y voit une nouvelle clé.',
    hint: (p) => `Mettez le texte entre guillemets droits : ${p.exemple}`,
  }),
  CTG1005: define<Record<never, never>>({
    title: 'Retrait irrégulier',
    severity: 'erreur',
    message: () => 'Le retrait de cette ligne ne correspond à aucun niveau au-dessus.',
    hint: () => 'Alignez la ligne sur ses voisines, avec des espaces seulement.',
  }),
  CTG1006: define<{ marque: string }>({
    title: 'Ancre, alias ou étiquette YAML',
    severity: 'erreur',
    message: (p) => `${guillemets(p.marque)} : les ancres, alias et étiquettes YAML ne sont pas admis dans les sources.`,
    hint: () => 'Écrivez la valeur ; si c’est un texte qui commence par &, * ou !, mettez-le entre guillemets droits.',
  }),
  CTG1007: define<{ limite: number }>({
    title: 'Imbrication trop profonde',
    severity: 'erreur',
    message: (p) => `Ce fichier emboîte plus de ${p.limite} niveaux.`,
    hint: () => 'Une source de convention n’en demande jamais tant : vérifiez les crochets et les retraits.',
  }),
  CTG1008: define<Record<never, never>>({
    title: 'Plusieurs documents dans un fichier',
    severity: 'erreur',
    message: () => 'La ligne « --- » ouvre un second document YAML dans le même fichier.',
    hint: () => 'Supprimez cette ligne, ou faites deux fichiers.',
  }),
  CTG1009: define<Record<never, never>>({
    title: 'Guillemet non refermé',
    severity: 'erreur',
    message: () => 'Un guillemet ouvert ici n’est pas refermé.',
    hint: () => 'Fermez le guillemet sur la même ligne.',
  }),
  CTG1010: define<Record<never, never>>({
    title: 'En-tête Markdown non refermé',
    severity: 'erreur',
    message: () => 'L’en-tête ouvert par « --- » n’est pas refermé par une seconde ligne « --- ».',
    hint: () => 'Ajoutez une ligne « --- » après la dernière ligne de l’en-tête.',
  }),
  CTG1011: define<{ caractere: string }>({
    title: 'Caractère réservé en tête de valeur',
    severity: 'erreur',
    message: (p) => `Une valeur ne peut pas commencer par ${guillemets(p.caractere)} sans guillemets.`,
    hint: () => 'Mettez la valeur entre guillemets droits.',
  }),
} as const;
