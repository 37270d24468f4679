import { famille } from './condition.ts';

export const ANNOTATIONS = famille(
  'Liens, annotations, formulaires',
  'Un lien sans description ni balise se lit « lien », sans dire où il mène ; une annotation cachée ou sans dessin trahit ce que l’on imprime.',
  'Exportez à nouveau le document avec ses balises ; retirez les commentaires et les champs de formulaire, ou aplatissez-les.',
  {
    'A3A-6.3.1-1': { titre: 'Annotations d’un type admis' },
    'A3A-6.3.2-1': { titre: 'Annotations avec leurs drapeaux (F)' },
    'A3A-6.3.2-2': { titre: 'Annotations imprimées, et jamais cachées' },
    'A3A-6.3.3-1': { titre: 'Annotations dessinées' },
    'A3A-6.3.3-2': { titre: 'Une seule apparence par annotation' },
    'A3A-6.4.1-1': { titre: 'Champs sans action' },
    'A3A-6.4.1-2': { titre: 'Formulaires sans action' },
    'A3A-6.4.1-3': { titre: 'Apparence des champs déjà dessinée' },
    'A3A-6.4.2-1': { titre: 'Pas de formulaire XFA', aussi: ['UA1-7.15-1'] },
    'A3A-6.4.2-2': { titre: 'Pas de rendu XFA demandé' },
    'A3A-6.4.3-1': { titre: 'Signature électronique de tout le fichier' },
    'UA1-7.18.1-1': { titre: 'Annotations dans une balise Annot' },
    'UA1-7.18.1-2': { titre: 'Annotations décrites' },
    'UA1-7.18.1-3': { titre: 'Champs nommés' },
    'UA1-7.18.2-1': { titre: 'Pas d’annotation de recouvrement (TrapNet)' },
    'UA1-7.18.3-1': { titre: 'Parcours au clavier dans l’ordre des balises' },
    'UA1-7.18.4-1': { titre: 'Champs dans une balise Form' },
    'UA1-7.18.4-2': { titre: 'Un champ par balise Form' },
    'UA1-7.18.5-1': { titre: 'Liens dans une balise Link' },
    'UA1-7.18.5-2': { titre: 'Liens décrits' },
    'UA1-7.18.5-a': { titre: 'Balises Link reliées à leur lien' },
    'UA1-7.18.8-1': { titre: 'Repères d’impression hors de la structure' },
  },
);

export const ACTIONS = famille(
  'Actions et calques',
  'Un document qui exécute des commandes, ou qui montre autre chose selon le lecteur, n’est pas un acte que l’on archive.',
  'Retirez du document les scripts, les sons, les vidéos et les calques, puis exportez-le à nouveau.',
  {
    'A3A-6.5.1-1': { titre: 'Actions admises (pas de script, pas de lancement)' },
    'A3A-6.5.1-2': { titre: 'Actions nommées admises' },
    'A3A-6.5.2-1': { titre: 'Pas d’action automatique du document' },
    'A3A-6.5.2-2': { titre: 'Pas d’action automatique de page' },
    'A3A-6.9-1': { titre: 'Réglages de calques nommés', aussi: ['UA1-7.10-1'] },
    'A3A-6.9-2': { titre: 'Réglages de calques aux noms uniques' },
    'A3A-6.9-3': { titre: 'Tous les calques dans la liste' },
    'A3A-6.9-4': { titre: 'Calques sans bascule automatique', aussi: ['UA1-7.10-2'] },
    'A3A-6.10-1': { titre: 'Pas de présentation de remplacement' },
    'A3A-6.10-2': { titre: 'Pas d’étapes de diaporama' },
    'A3A-6.11-1': { titre: 'Pas d’exigence envers le logiciel' },
  },
);

export const FICHIERS_JOINTS = famille(
  'Fichiers joints',
  'Un fichier joint dont rien ne dit la nature ni le rapport avec l’acte ne sera pas retrouvé dans une archive.',
  'Joignez le fichier à nouveau, avec son type et son rapport avec le document (PDF/A-3).',
  {
    'A3A-6.8-1': { titre: 'Fichiers joints : type MIME' },
    'A3A-6.8-2': { titre: 'Fichiers joints : nom (F et UF)', aussi: ['UA1-7.11-1'] },
    'A3A-6.8-3': { titre: 'Fichiers joints : rapport avec le document' },
    'A3A-6.8-4': { titre: 'Fichiers joints : rattachés au document' },
    'A3A-6.8-a': { titre: 'Fichiers joints : date de modification', recommandation: true },
  },
);
