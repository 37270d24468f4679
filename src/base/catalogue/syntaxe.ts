import { define } from '../diagnostic.ts';
import { guillemets } from '../francais.ts';

/** CTG1xxx : syntaxe YAML et Markdown. */
export const SYNTAXE = {
  CTG1001: define<{ detail: string; conseil?: string }>({
    title: 'YAML mal formé',
    severity: 'erreur',
    message: (p) => p.detail,
    hint: (p) => p.conseil ?? 'Comparez avec les lignes voisines : alignement, tirets, deux-points suivis d’une espace.',
  }),
  CTG1002: define<{ cle: string; conseil: string | null }>({
    title: 'Clé en double',
    severity: 'erreur',
    message: (p) => `${guillemets(p.cle)} est déjà donné plus haut au même niveau.`,
    hint: (p) => p.conseil ?? 'Gardez une seule des deux lignes, ou changez l’identifiant de l’une.',
  }),
  CTG1003: define<{ caractere: string }>({
    title: 'Retrait fait d’autre chose que des espaces',
    severity: 'erreur',
    message: (p) => `Le retrait de cette ligne contient ${p.caractere} ; YAML n’admet que des espaces simples.`,
    hint: () => 'Effacez le début de la ligne et retapez les espaces au clavier.',
  }),
  CTG1004: define<{ exemple: string }>({
    title: 'Deux-points dans un texte sans guillemets',
    severity: 'erreur',
    message: () => 'Ce texte contient un deux-points suivi d’une espace : YAML y voit une nouvelle clé.',
    hint: (p) => `Mettez le texte entre guillemets droits : ${p.exemple}`,
  }),
  CTG1005: define<{ conseil: string | null }>({
    title: 'Retrait irrégulier',
    severity: 'erreur',
    message: () => 'Le retrait de cette ligne ne correspond à aucun niveau au-dessus.',
    hint: (p) => p.conseil ?? 'Alignez la ligne sur ses voisines, avec des espaces seulement.',
  }),
  CTG1006: define<{ marque: string; exemple: string | null }>({
    title: 'Ancre, alias ou étiquette YAML',
    severity: 'erreur',
    message: (p) => `${guillemets(p.marque)} commence par un signe que YAML réserve à ses raccourcis (&, * ou !), que ctg n’admet pas.`,
    hint: (p) => `Si c’est un texte, mettez-le entre guillemets droits${p.exemple === null ? '' : ` : ${p.exemple}`}${p.exemple === null ? ' ; sinon, écrivez la valeur en entier.' : ''}`,
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
    hint: () => 'Fermez le guillemet à la fin du texte, sur la même ligne.',
  }),
  CTG1010: define<Record<never, never>>({
    title: 'En-tête Markdown non refermé',
    severity: 'erreur',
    message: () => 'L’en-tête ouvert par « --- » n’est pas refermé par une seconde ligne « --- ».',
    hint: () => 'Ajoutez une ligne « --- » après la dernière ligne de l’en-tête.',
  }),
  CTG1011: define<{ caractere: string; correct: string }>({
    title: 'Caractère réservé en tête de valeur',
    severity: 'erreur',
    message: (p) => `Une valeur ne peut pas commencer par ${guillemets(p.caractere)} sans guillemets.`,
    hint: (p) => `Mettez la valeur entre guillemets droits : ${p.correct}`,
  }),
  CTG1012: define<{ texte: string; exemple: string | null }>({
    title: 'Virgule dans un texte entre accolades',
    severity: 'erreur',
    message: (p) => `Entre accolades, une virgule sépare deux champs : ${guillemets(p.texte)} est lu comme un champ sans valeur.`,
    hint: (p) => (p.exemple === null ? 'Écrivez chaque champ avec son nom et deux-points : { nom: Martin }.' : `Mettez le texte entre guillemets droits : ${p.exemple}`),
  }),
  CTG1013: define<{ point: string; nom: string; fois: number }>({
    title: 'Caractère invisible ou hors texte',
    severity: 'erreur',
    message: (p) => `Ce texte contient ${p.nom} (${p.point})${p.fois > 1 ? `, ${p.fois} fois dans ce fichier` : ''}. L’acte imprimé ne dirait pas ce que l’écran montre.`,
    hint: () => 'Il vient en général d’un copier-coller : effacez le mot et retapez-le au clavier.',
  }),
  CTG1014: define<{ perdu: string; correct: string }>({
    title: 'Texte coupé par un croisillon',
    severity: 'avertissement',
    message: (p) => `${guillemets(p.perdu)} ne sera pas imprimé : après une espace, « # » ouvre un commentaire.`,
    hint: (p) => `Si c’est du texte, mettez toute la valeur entre guillemets droits : ${p.correct}. Si c’est une remarque, mettez une espace après « # ».`,
  }),
  CTG1015: define<Record<never, never>>({
    title: 'En-tête Markdown mal placé',
    severity: 'erreur',
    message: () => 'L’en-tête « --- » doit être tout en haut du fichier : ici, ctg le prendrait pour du texte.',
    hint: () => 'Supprimez ce qui le précède (ligne vide, espace), pour que « --- » soit au début de la première ligne.',
  }),
  CTG1016: define<{ detail: string }>({
    title: 'JSON mal formé',
    severity: 'erreur',
    message: (p) => `Ce fichier GeoJSON ne se lit pas : ${p.detail}.`,
    hint: () => 'Téléchargez-le à nouveau, sans le retoucher à la main.',
  }),
} as const;
