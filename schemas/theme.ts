import { z } from 'zod';

/** Les habillages livrés, `templates/theme/*.yaml` : couleurs, tailles, polices et marges de tous les rendus. */

const couleur = z.string().regex(/^#[0-9A-Fa-f]{6}$/).meta({ title: 'Couleur', examples: ['#1F3A5F'] });
const points = z.number().min(4).max(96).meta({ title: 'Taille en points' });
const millimetres = z.number().min(5).max(80).meta({ title: 'Marge en millimètres' });
const police = z.string().regex(/^[A-Za-z0-9_-]+\.ttf$/).meta({ title: 'Fichier de police', description: 'Fichier TTF statique du dossier templates/theme/fonts.' });

const famille = z.strictObject({
  name: z.string().min(1).meta({ title: 'Nom de la famille', examples: ['Source Serif 4'] }),
  normal: police,
  bold: police,
  italics: police,
  bolditalics: police,
});
const marges = z.strictObject({ top: millimetres, right: millimetres, bottom: millimetres, left: millimetres });

/** Les habillages livrés avec ctg, que `ctg.yaml` nomme. */
export const THEMES = ['classique', 'contraste'] as const;
/** Les familles livrées, chacune avec sa licence. */
export const FAMILLES = ['Source Serif 4', 'Source Sans 3'] as const;
export const ALIGNEMENTS = ['justifié', 'au fer à gauche'] as const;
export const FORMATS_PLAN = ['A4', 'A3'] as const;

export const schemaHabillage = z
  .strictObject({
    colors: z.strictObject({
      ink: couleur,
      text: couleur,
      muted: couleur,
      tint: couleur,
      band: couleur,
      rule: couleur,
      blank: couleur,
      thematiques: z.array(couleur).min(1),
    }).meta({ title: 'Couleurs' }),
    sizes: z.strictObject({ small: points, table: points, body: points, h3: points, h2: points, h1: points, cover: points }).meta({ title: 'Tailles' }),
    leading: z.strictObject({ small: points, table: points, body: points }).meta({ title: 'Interlignes' }),
    fonts: z.strictObject({ text: famille, heading: famille }).meta({ title: 'Polices' }),
    margins: z.strictObject({
      portrait: marges,
      landscape: marges,
      indent: z.number().min(0).max(60).meta({ title: 'Retrait du texte courant', description: 'En millimètres : le texte courant d’une page en portrait commence à ce retrait, titres et tableaux prennent toute la largeur.' }),
    }).meta({ title: 'Marges' }),
    align: z.enum(['justified', 'ragged']).meta({ title: 'Texte justifié, ou au fer à gauche' }),
    plan: z.strictObject({ format: z.enum(FORMATS_PLAN) }).meta({ title: 'Format des pages du plan' }),
    logos: z.number().min(8).max(60).meta({ title: 'Côté, en millimètres, du carré de même surface qu’un logo' }),
  })
  .meta({ title: 'Habillage', description: 'Habillage livré avec ctg.' });

export type Habillage = z.infer<typeof schemaHabillage>;

const famillePolice = z.enum(FAMILLES);
const margesPage = z.strictObject({
  haut: millimetres.optional().meta({ title: 'Marge', description: 'Du bord haut au texte, en millimètres.' }),
  droite: millimetres.optional().meta({ title: 'Marge', description: 'Du bord droit au texte, en millimètres.' }),
  bas: millimetres.optional().meta({ title: 'Marge', description: 'Du bord bas au texte, en millimètres.' }),
  gauche: millimetres.optional().meta({ title: 'Marge', description: 'Du bord gauche au texte, en millimètres.' }),
});
const nuance = (title: string, description: string) => couleur.optional().meta({ title, description, examples: ['#1F3A5F'] });
const taille = (title: string) => points.optional().meta({ title, description: 'Corps des lettres, en points.' });

/** `theme.yaml` d'un territoire : ce qu'il change à l'habillage livré. Tout y est facultatif. */
export const schemaTheme = z
  .strictObject({
    couleurs: z.strictObject({
      encre: nuance('Encre', 'Titres, filets forts, liens, bandeaux d’axe, barres du territoire.'),
      texte: nuance('Texte', 'Texte courant.'),
      secondaire: nuance('Texte secondaire', 'Pieds de page, sources, légendes.'),
      fond: nuance('Fond', 'En-têtes de tableau, encadrés.'),
      bandeau: nuance('Bandeau', 'Fond plus soutenu : échéances, sous-bandeaux.'),
      filet: nuance('Filet', 'Traits fins.'),
      a_completer: nuance('À compléter', 'Fond d’un blanc à compléter, dans un projet.'),
      thematiques: z.array(couleur).min(1).max(20).optional().meta({ title: 'Thématiques', description: 'Une couleur par thématique, dans l’ordre où elles paraissent.' }),
    }).optional().meta({ title: 'Couleurs', description: 'Chacune « #RRVVBB ». Un texte trop peu contrasté sur son fond est une erreur (CTG4282).' }),
    tailles: z.strictObject({ petit: taille('Petits textes'), tableau: taille('Tableaux'), texte: taille('Texte courant'), titre_3: taille('Petits titres'), titre_2: taille('Sous-titres'), titre_1: taille('Titres'), couverture: taille('Nom du territoire en couverture') }).optional().meta({ title: 'Tailles', description: 'L’interligne suit.' }),
    polices: z.strictObject({ texte: famillePolice.optional().meta({ title: 'Texte courant', description: 'Famille du texte des articles.' }), titres: famillePolice.optional().meta({ title: 'Titres et tableaux', description: 'Famille des titres, des tableaux et des fiches.' }) }).optional().meta({ title: 'Polices', description: 'Parmi les familles livrées.' }),
    marges: z.strictObject({
      portrait: margesPage.optional().meta({ title: 'Pages en hauteur', description: 'Marges des pages en hauteur.' }),
      paysage: margesPage.optional().meta({ title: 'Pages en largeur', description: 'Marges des pages en largeur, celles du plan.' }),
      retrait: z.number().min(0).max(60).optional().meta({ title: 'Retrait du texte courant', description: 'Entre la marge et le texte des articles, en millimètres.' }),
    }).optional().meta({ title: 'Marges', description: 'En millimètres.' }),
    alignement: z.enum(ALIGNEMENTS).optional().meta({ title: 'Alignement', description: 'Du texte courant.' }),
    plan: z.strictObject({ format: z.enum(FORMATS_PLAN).meta({ title: 'Format', description: 'A4 ou A3, en largeur.', examples: ['A3'] }) }).optional().meta({ title: 'Plan d’actions', description: 'Format de ses pages, en largeur.' }),
    logos: z.strictObject({ taille: z.number().min(8).max(60).meta({ title: 'Taille', description: 'Côté, en millimètres, du carré de même surface.', examples: [22] }) }).optional().meta({ title: 'Logos de la couverture', description: 'Leur taille commune.' }),
  })
  .meta({ title: 'Thème', description: 'Fichier theme.yaml, facultatif : ce que ce territoire change à l’habillage livré.' });

export type Theme = z.infer<typeof schemaTheme>;
