import { define } from '../diagnostic.ts';
import { guillemets } from '../francais.ts';

/** CTG0xxx : lire et écrire des fichiers. */
export const LECTURE = {
  CTG0001: define<{ dossier: string }>({
    title: 'Projet introuvable',
    severity: 'erreur',
    message: (p) => `Aucun fichier ctg.yaml dans ${p.dossier}, ni dans les dossiers qui le contiennent.`,
    hint: () => 'Placez-vous dans le dossier du territoire, ou donnez son chemin : ctg validate chemin/du/territoire.',
  }),
  CTG0002: define<{ fichier: string; role: string; suggestion: string | null }>({
    title: 'Fichier manquant',
    severity: 'erreur',
    message: (p) => `Le fichier ${p.fichier} manque : ${p.role}.`,
    hint: (p) => (p.suggestion === null ? `Créez ${p.fichier} à la racine du territoire ; l’exemple « minimal » en donne un modèle.` : `Renommez ${p.suggestion} en ${p.fichier} : ctg ne lit que ce nom-là.`),
  }),
  CTG0003: define<{ fichier: string; raison: string }>({
    title: 'Fichier illisible',
    severity: 'erreur',
    message: (p) => `Impossible de lire ${p.fichier} : ${p.raison}.`,
    hint: () => 'Vérifiez qu’il n’est pas ouvert dans un autre logiciel, et que vous avez le droit de le lire.',
  }),
  CTG0004: define<{ fichier: string; taille: string; limite: string }>({
    title: 'Fichier trop gros',
    severity: 'erreur',
    message: (p) => `${p.fichier} pèse ${p.taille} ; la limite est de ${p.limite}.`,
    hint: () => 'Une source de convention tient en quelques pages : ce fichier est sans doute là par erreur.',
  }),
  CTG0005: define<{ fichier: string; nature: 'binaire' | 'UTF-16' | 'ancien' }>({
    title: 'Texte illisible',
    severity: 'erreur',
    message: (p) =>
      p.nature === 'binaire'
        ? `${p.fichier} n’est pas un fichier de texte.`
        : `${p.fichier} n’est pas enregistré en UTF-8, mais ${p.nature === 'UTF-16' ? 'en UTF-16' : 'dans un ancien encodage de Windows'} : ses accents seraient faux.`,
    hint: (p) => p.nature === 'binaire' ? 'Un document Word ou Excel ne se renomme pas : copiez-en le texte dans un fichier neuf, avec le Bloc-notes.' : 'Enregistrez-le à nouveau en choisissant l’encodage UTF-8 (dans le Bloc-notes : Enregistrer sous, Encodage).',
  }),
  CTG0006: define<{ fichier: string }>({
    title: 'Fichier vide',
    severity: 'erreur',
    message: (p) => `${p.fichier} est vide, ou ne contient que des commentaires.`,
    hint: () => 'Complétez-le, ou supprimez-le s’il ne sert pas.',
  }),
  CTG0007: define<{ chemin: string; raison: string }>({
    title: 'Chemin hors du projet',
    severity: 'erreur',
    message: (p) => `${guillemets(p.chemin)} ${p.raison}.`,
    hint: () => 'Copiez le fichier dans le dossier du territoire et citez-le par son nom.',
  }),
  CTG0008: define<{ fichier: string; attendu: string | null }>({
    title: 'Fichier ignoré',
    severity: 'avertissement',
    message: (p) => `${p.fichier} n’est pas un fichier que ctg connaît : il n’est pas lu.`,
    hint: (p) => (p.attendu === null ? 'Voyez la liste des fichiers dans docs/reference/sources.md.' : `Vouliez-vous dire ${guillemets(p.attendu)}\u202F?`),
  }),
  CTG0009: define<{ fichier: string; propose: string }>({
    title: 'Nom de fichier inutilisable',
    severity: 'erreur',
    message: (p) => `Le nom ${guillemets(p.fichier)} ne peut pas servir d’identifiant : il n’y faut que des minuscules sans accent, des chiffres et des tirets.`,
    hint: (p) => `Renommez le fichier : ${p.propose}`,
  }),
  CTG0010: define<{ dossier: string; limite: number }>({
    title: 'Trop de fichiers',
    severity: 'erreur',
    message: (p) => `Le dossier ${p.dossier} contient plus de ${p.limite} fichiers.`,
    hint: () => 'Ne gardez dans ce dossier que les sources de la convention.',
  }),
  CTG0011: define<{ fichier: string; attendu: string; raison: string }>({
    title: 'Image ou document inutilisable',
    severity: 'erreur',
    message: (p) => `${p.fichier} n’est pas ${p.attendu} : ${p.raison}.`,
    hint: () => 'Exportez-le à nouveau depuis son logiciel (une image en PNG ou en JPEG, un document en PDF), puis remplacez le fichier.',
  }),
  CTG0012: define<{ chemin: string; raison: string; conseil: string }>({
    title: 'Écriture impossible',
    severity: 'erreur',
    message: (p) => `Impossible d’écrire ${p.chemin} : ${p.raison}. Ce qui était là est intact.`,
    hint: (p) => p.conseil,
  }),
  CTG0013: define<{ chemin: string }>({
    title: 'Fichier cité introuvable',
    severity: 'erreur',
    message: (p) => `Le fichier ${guillemets(p.chemin)} n’existe pas dans le projet.`,
    hint: () => 'Vérifiez son nom, majuscules et accents compris, et son dossier ; les dossiers se séparent par « / ».',
  }),
  CTG0014: define<{ premier: string; second: string; id: string }>({
    title: 'Deux fichiers pour un même identifiant',
    severity: 'erreur',
    message: (p) => `${p.second} porte le même identifiant ${guillemets(p.id)} que ${p.premier}.`,
    hint: () => 'Renommez l’un des deux : le numéro d’ordre ne fait pas partie de l’identifiant.',
  }),
  CTG0015: define<{ fichier: string; extension: string; nouveau: string }>({
    title: 'Extension à corriger',
    severity: 'erreur',
    message: (p) => `${p.fichier} ne serait pas lu : ici, ctg ne lit que les fichiers en ${p.extension}, en minuscules.`,
    hint: (p) => `Renommez-le : ${p.nouveau} (dans l’Explorateur de Windows, cochez Affichage, Extensions de noms de fichiers).`,
  }),
  CTG0016: define<{ dossier: string; attendu: string | null }>({
    title: 'Dossier ignoré',
    severity: 'avertissement',
    message: (p) => `Le dossier ${p.dossier} n’est pas lu.`,
    hint: (p) => (p.attendu === null ? 'Placez ses fichiers dans le dossier qui le contient.' : `Vouliez-vous dire ${guillemets(p.attendu)}\u202F?`),
  }),
  CTG0017: define<{ chemin: string; raison: string }>({
    title: 'Fichier privé introuvable',
    severity: 'erreur',
    message: (p) => `${guillemets(p.chemin)} est déclaré privé, mais ${p.raison} : le fichier que vous vouliez garder partirait peut-être avec le PDF.`,
    hint: () => 'Écrivez le chemin depuis le dossier du territoire, majuscules et accents compris ; celui d’un dossier finit par « / ».',
  }),
  CTG0018: define<{ fichier: string; defaut: string }>({
    title: 'Nom de fichier impossible à joindre',
    severity: 'erreur',
    message: (p) => `Le nom de ${p.fichier} ${p.defaut} : les sources que le PDF emporte ne pourraient pas être rendues sur tout ordinateur.`,
    hint: () => 'Renommez le fichier, ou déclarez-le dans fichiers_prives.',
  }),
  CTG0019: define<{ taille: string; limite: string }>({
    title: 'Sources trop lourdes à joindre',
    severity: 'erreur',
    message: (p) => `Les sources de cette convention font ensemble ${p.taille} : le PDF n’en emporte pas plus de ${p.limite}.`,
    hint: () => 'Allégez les images et les documents joints, ou déclarez les plus lourds dans fichiers_prives.',
  }),
  CTG0020: define<{ premier: string; second: string }>({
    title: 'Noms que Windows confond',
    severity: 'avertissement',
    message: (p) => `${guillemets(p.premier)} et ${guillemets(p.second)} ne diffèrent que par leurs majuscules ou par l’écriture de leurs accents : sous Windows et macOS, il n’en reste qu’un, et l’acte n’y serait pas le même.`,
    hint: () => 'Gardez-en un, ou changez le nom de l’autre.',
  }),
} as const;
