/** Les images de la documentation : ce que chacune montre, et d'où elle vient. Leur nom est celui du fichier dans docs/images. */

/** Pages du PDF de l'exemple du Creusot, trouvées par leur texte : leur numéro peut changer. `largeur` : en points d'écran. */
export const PAGES = {
  'acte-couverture': { texte: /^\s*Convention territoriale globale de services aux familles/, largeur: 800 },
  'acte-article': { texte: /Article 7\s+Communication\s+Les actions/, largeur: 800 },
  'acte-plan': { texte: /4\.3\s+Plan d’actions\s+Le comité/, largeur: 1200 },
  'acte-fiche': { texte: /Fiche-action 2\s+Petite enfance/, largeur: 800 },
  'acte-graphiques': { texte: /Annexe 2\s+Synthèse du portrait social\s+La Communauté/, largeur: 800 },
  'acte-signatures': { texte: /La Commune du Creusot\s+La Commune des Bizots/, largeur: 800 },
};

/** Ce que ctg affiche dans un terminal, après la faute que montrent les guides. */
export const TERMINAUX = {
  'terminal-constat': { exemple: 'minimal', fichier: 'plan/plan.yaml', de: /pilotes: \[[^\]]*\]/, a: 'pilotes: [comune]', commande: ['validate'] },
};

/**
 * La page de `ctg watch`, sur l'exemple du Creusot. `lire` : l'entrée du sommaire à ouvrir ; `replier` : le volet à
 * fermer ; `faute` : ce qu'on y écrit de travers. */
export const ECRANS = {
  'page-vivante': { lire: /Synthèse du portrait social/ },
  'page-vivante-erreur': { lire: /Évaluation/, faute: { fichier: 'plan/1-maillage.yaml', de: 'pilotes: [communes, entreprises]', a: 'pilotes: [comunes, entreprises]' } },
  'page-vivante-plan': { onglet: 'Plan d’actions', replier: 'Constats' },
};

export const NOMS = [...Object.keys(PAGES), ...Object.keys(TERMINAUX), ...Object.keys(ECRANS)];
