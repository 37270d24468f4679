import { z } from 'zod';

/** `templates/theme/theme.yaml` : couleurs, tailles, polices et marges de tous les rendus. */

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

export const schemaTheme = z
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
  })
  .meta({ title: 'Thème', description: 'Fichier theme.yaml : l’habillage du document.' });

export type ThemeYaml = z.infer<typeof schemaTheme>;
