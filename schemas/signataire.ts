import { z } from 'zod';
import { date, identifiant, refPartie, sirenMotif, texte } from './commun.ts';
import { article } from './territoire.ts';

/** `signataires/NN-nom.yaml` : une partie à la convention. Le numéro donne l'ordre, le reste du nom de fichier l'identifiant. */
export const CATEGORIES = [
  'caf',
  'commune',
  'epci',
  'syndicat',
  'departement',
  'region',
  'etat',
  'msa',
  'carsat',
  'cpam',
  'france-travail',
  'association',
  'groupe',
  'autre',
] as const;

const representant = z.strictObject({
  civilite: z.enum(['M.', 'Mme', 'à compléter']).meta({ title: 'Civilité', description: 'Elle commande les accords : représentée, autorisé, autorisée… « à compléter » tant qu’on ne sait pas qui signera.' }),
  prenom: texte.meta({ title: 'Prénom', description: 'Prénom usuel.', examples: ['Jeanne'] }),
  nom: texte.meta({ title: 'Nom', description: 'En minuscules avec ses accents ; les majuscules sont l’affaire de la mise en page.', examples: ['Martin'] }),
  qualite: texte.meta({
    title: 'Qualité',
    description: 'Comme elle se dit après « son » ou « sa », avec son genre.',
    examples: ['maire', 'présidente', 'directrice', 'première adjointe au maire', 'directeur par intérim'],
  }),
  habilitation: texte.optional().meta({ title: 'Habilitation', description: 'Titre qui l’autorise à signer, s’il n’est pas la délibération.', examples: ['délégation de signature du 3 mars 2025'] }),
});

/** Ce qui accompagne la convocation, puis la délibération transmise. */
const JOINTS = ['projet de convention', 'plan d’actions', 'note de synthèse', 'autre'] as const;

const deliberation = z.strictObject({
  organe: texte.optional().meta({
    title: 'Organe délibérant',
    description: 'Par défaut selon la catégorie : conseil municipal, conseil communautaire, conseil d’administration…',
    examples: ['comité syndical', 'commission permanente'],
  }),
  numero: texte.optional().meta({ title: 'Numéro', description: 'Numéro de la délibération.', examples: ['24-081'] }),
  date: date.optional().meta({ title: 'Date de la séance', description: 'Jour de la séance ou de l’adhésion, AAAA-MM-JJ.', examples: ['2024-12-11'] }),
  objet: texte.optional().meta({ title: 'Objet', description: 'Objet inscrit à l’ordre du jour.' }),
  periode: z
    .strictObject({ debut: date.meta({ title: 'Début', description: 'Premier jour voté, AAAA-MM-JJ.' }), fin: date.meta({ title: 'Fin', description: 'Dernier jour voté, AAAA-MM-JJ.' }) })
    .optional()
    .meta({ title: 'Période votée', description: 'Dates de la convention, telles que la délibération les arrête.' }),
  autorise: texte.optional().meta({ title: 'Personne autorisée', description: 'Qualité ou nom de la personne que la délibération autorise à signer, sans article.', examples: ['maire', 'première adjointe'] }),
  joints: z.array(z.enum(JOINTS)).optional().meta({ title: 'Documents joints', description: 'Ce qui accompagne la convocation et la délibération : projet de convention, plan d’actions, note de synthèse.', examples: [['projet de convention', 'plan d’actions', 'note de synthèse']] }),
  convocation: date.optional().meta({ title: 'Date de la convocation', description: 'Jour d’envoi de la convocation, AAAA-MM-JJ.' }),
  en_exercice: z.int().min(1).optional().meta({ title: 'Membres en exercice', description: 'Nombre de membres en exercice.' }),
  presents: z.int().min(0).optional().meta({ title: 'Présents', description: 'Nombre de membres présents.' }),
  pouvoirs: z.int().min(0).optional().meta({ title: 'Pouvoirs', description: 'Nombre de pouvoirs donnés.' }),
  votants: z.int().min(0).optional().meta({ title: 'Votants', description: 'Nombre de votants : présents et pouvoirs, moins ceux qui ne prennent pas part au vote.' }),
  pour: z.int().min(0).optional().meta({ title: 'Voix pour', description: 'Nombre de voix pour.' }),
  contre: z.int().min(0).optional().meta({ title: 'Voix contre', description: 'Nombre de voix contre.' }),
  abstentions: z.int().min(0).optional().meta({ title: 'Abstentions', description: 'Nombre d’abstentions.' }),
  non_participants: z.int().min(0).optional().meta({ title: 'Ne prenant pas part au vote', description: 'Nombre d’élus qui ne prennent pas part au vote.' }),
  transmission: date.optional().meta({ title: 'Transmission au contrôle de légalité', description: 'Jour de la transmission à la préfecture, AAAA-MM-JJ.' }),
  accuse: texte.optional().meta({ title: 'Identifiant de l’accusé de réception', description: 'Identifiant que porte l’accusé de réception de la préfecture.', examples: ['078-217800291-20241211-DEL24_081-DE'] }),
  publication: date.optional().meta({ title: 'Publication', description: 'Jour de la publication, AAAA-MM-JJ.' }),
  matiere: z.string().regex(/^\d\.\d{1,2}$/).optional().meta({ title: 'Code matière', description: 'Code de la nomenclature des actes transmis.', examples: ['8.2'] }),
  adresse: texte.optional().meta({ title: 'Adresse de publication', description: 'Page où l’acte est publié.' }),
});

export const schemaSignataire = z
  .strictObject({
    categorie: z.enum(CATEGORIES).meta({ title: 'Catégorie', description: 'Nature du signataire. « groupe » : plusieurs signataires présentés ensemble.' }),
    commune: texte.optional().meta({
      title: 'Commune',
      description: 'Pour une commune : son nom dans territoire.yaml. La dénomination, l’article et le nom court en découlent.',
      examples: ['Le Creusot'],
      reference: 'commune',
    }),
    nom: texte.optional().meta({
      title: 'Dénomination',
      description: 'Nom complet, sans article. Inutile pour une commune.',
      examples: ['Caisse d’allocations familiales de Saône-et-Loire'],
    }),
    article: article.optional(),
    genre: z.enum(['féminin', 'masculin']).optional().meta({ title: 'Genre', description: 'Genre du nom, quand l’article ne le dit pas (l’, les, aucun). Par défaut : celui du premier mot, sinon féminin pour une association et masculin ailleurs.', examples: ['féminin'] }),
    nom_court: texte.optional().meta({
      title: 'Nom court',
      description: 'Comme la convention l’appelle ensuite, article compris.',
      examples: ['la Caf', 'la CUCM', 'les cinq communes du Val de l’Eyre'],
    }),
    membres: z.array(refPartie).min(2).optional().meta({ title: 'Membres du groupe', description: 'Pour un groupe : signataires présentés ensemble, chacun gardant son fichier.' }),
    siege: texte.optional().meta({ title: 'Siège', description: 'Adresse du siège.' }),
    siren: z.string().regex(sirenMotif).optional().meta({ title: 'SIREN', description: 'Neuf chiffres, entre guillemets.', examples: ['217800291'] }),
    representants: z.array(representant).optional().meta({ title: 'Représentants', description: 'Qui signe, dans l’ordre des signatures. Une personne au moins, sauf pour un groupe.' }),
    deliberation: deliberation.optional().meta({ title: 'Délibération', description: 'Vote qui autorise la signature.' }),
    adhesion: z
      .strictObject({ avenant: identifiant.meta({ title: 'Avenant', description: 'Avenant qui l’ajoute : son identifiant.' }), date: date.optional().meta({ title: 'Date', description: 'Jour de la séance ou de l’adhésion, AAAA-MM-JJ.' }) })
      .optional()
      .meta({ title: 'Adhésion par avenant', description: 'Pour un signataire venu après la signature.' }),
  })
  .meta({ title: 'Signataire', description: 'Fichier du dossier signataires/ : une partie à la convention.' });

export type Signataire = z.infer<typeof schemaSignataire>;
export type Representant = z.infer<typeof representant>;
export type Deliberation = z.infer<typeof deliberation>;
