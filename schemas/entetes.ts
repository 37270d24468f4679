import { z } from 'zod';
import { annee, identifiant, refActeur, refAction, refObjectif, refThematique, texte } from './commun.ts';

/** En-têtes YAML des fichiers Markdown : quelques faits, le reste est du texte. */

/** `fiches-actions/NN-nom.md`. Titre, objectif, pilotes et échéances viennent de l'action ; ne redire ici que ce qui s'y ajoute. */
export const schemaFicheAction = z
  .strictObject({
    actions: z.array(refAction).min(1).meta({ title: 'Actions', description: 'Action ou actions du plan que la fiche développe.', examples: [['guichet-unique']] }),
    titre: texte.optional().meta({ title: 'Titre', description: 'Par défaut, l’intitulé de la première action.' }),
    thematique: refThematique.optional(),
    pilotes: z.array(refActeur).optional().meta({ title: 'Pilotes', description: 'À ne redire que pour vérifier l’accord avec le plan.' }),
    partenaires: z.array(refActeur).optional().meta({ title: 'Partenaires', description: 'Qui contribue à l’action : identifiants d’acteurs ou de signataires.' }),
    echeances: z.array(annee).optional().meta({ title: 'Échéances', description: 'À ne redire que pour vérifier l’accord avec le plan.' }),
    objectif: refObjectif.optional().meta({ title: 'Objectif', description: 'À ne redire que pour vérifier l’accord avec le plan.' }),
    budget: z
      .array(
        z.strictObject({
          poste: texte.meta({ title: 'Poste', description: 'Ce que la somme paie.' }),
          euros: z.number().min(0).meta({ title: 'Montant, en euros', description: 'Montant en euros, sans le signe.' }),
          annee: annee.optional().meta({ title: 'Année', description: 'Année de la dépense.' }),
          financeur: refActeur.optional().meta({ title: 'Financeur', description: 'Qui paie : identifiant d’acteur ou de signataire.' }),
        }),
      )
      .optional()
      .meta({ title: 'Budget prévisionnel', description: 'Dépenses prévues, ligne par ligne.' }),
    priorite: z.enum(['haute', 'moyenne', 'basse']).optional().meta({ title: 'Priorité', description: 'Rang de l’action dans le plan.' }),
  })
  .meta({ title: 'Fiche-action', description: 'En-tête d’un fichier du dossier fiches-actions/.' });

/** Sections d'une fiche-action, dans l'ordre où elles s'impriment. `liste` : puces attendues ; `etapes` : liste numérotée. */
export const SECTIONS_FICHE = [
  { id: 'contexte', titre: 'Contexte', contenu: 'texte' },
  { id: 'operations', titre: 'Actions à mettre en place', contenu: 'liste' },
  { id: 'objectifs', titre: 'Objectifs partagés', contenu: 'liste' },
  { id: 'resultats', titre: 'Résultats attendus', contenu: 'liste' },
  { id: 'publics', titre: 'Publics', contenu: 'texte' },
  { id: 'secteur', titre: 'Secteur géographique', contenu: 'texte' },
  { id: 'etapes', titre: 'Premières étapes', contenu: 'etapes' },
  { id: 'acteurs', titre: 'Pilotes et acteurs associés', contenu: 'liste' },
  { id: 'moyens', titre: 'Moyens', contenu: 'texte' },
  { id: 'financement', titre: 'Financement', contenu: 'texte' },
  { id: 'indicateurs', titre: 'Indicateurs', contenu: 'liste' },
  { id: 'vigilance', titre: 'Points de vigilance', contenu: 'liste' },
  { id: 'calendrier', titre: 'Calendrier', contenu: 'texte' },
] as const;
export type SectionFiche = (typeof SECTIONS_FICHE)[number]['id'];

/** `articles/nom.md` : texte du territoire pour une clause du modèle, ou article de plus. En-tête facultatif. */
export const schemaArticle = z
  .strictObject({
    titre: texte.optional().meta({ title: 'Titre', description: 'Pour un article de plus, ou pour changer un titre.' }),
    apres: identifiant.optional().meta({ title: 'Après', description: 'Pour un article de plus : clause qu’il suit.' }),
    remplace: z.boolean().optional().meta({ title: 'Remplace la clause', description: 'Oui si ce texte remplace toute la clause du modèle. Sinon il s’insère à l’endroit que la clause lui réserve.' }),
    motif: texte.optional().meta({ title: 'Motif', description: 'Pourquoi la clause du modèle est remplacée.' }),
  })
  .meta({ title: 'Article', description: 'En-tête d’un fichier du dossier articles/.' });

/** `annexes/nom.md` : texte d'une annexe du modèle, ou annexe de plus. */
export const schemaAnnexe = z
  .strictObject({
    titre: texte.optional().meta({ title: 'Titre', description: 'Titre imprimé. Par défaut, celui du modèle ou du premier titre du texte.' }),
    apres: identifiant.optional().meta({ title: 'Après', description: 'Annexe qu’elle suit. Par défaut, à la fin.' }),
    remplace: z.boolean().optional().meta({ title: 'Remplace l’annexe', description: 'Oui si ce texte remplace tout ce que le modèle y met.' }),
    fichiers: z
      .array(
        z.strictObject({
          fichier: texte.meta({ title: 'Fichier', description: 'PDF ou image du dossier annexes/, joint tel quel.', examples: ['portrait-social.pdf'] }),
          description: texte.meta({ title: 'Description', description: 'Ce que montre le document, pour qui ne le voit pas.' }),
        }),
      )
      .optional()
      .meta({ title: 'Documents joints', description: 'Documents joints à l’annexe, dans l’ordre.' }),
  })
  .meta({ title: 'Annexe', description: 'En-tête d’un fichier du dossier annexes/.' });

/** `diagnostic/NN-nom.md` : texte du diagnostic. */
export const schemaProseDiagnostic = z
  .strictObject({
    titre: texte.optional().meta({ title: 'Titre', description: 'Titre imprimé. Par défaut, celui du modèle ou du premier titre du texte.' }),
    thematique: refThematique.optional(),
  })
  .meta({ title: 'Texte du diagnostic', description: 'En-tête d’un texte du dossier diagnostic/.' });

export type FicheActionEntete = z.infer<typeof schemaFicheAction>;
export type ArticleEntete = z.infer<typeof schemaArticle>;
export type AnnexeEntete = z.infer<typeof schemaAnnexe>;
export type ProseDiagnosticEntete = z.infer<typeof schemaProseDiagnostic>;
