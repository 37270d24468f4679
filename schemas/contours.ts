import { z } from 'zod';
import { texte } from './commun.ts';

/** `communes.geojson` : les contours des communes, tels que les donnent l'IGN ou geo.api.gouv.fr (GeoJSON, RFC 7946). */
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number()).meta({ title: 'Point', description: 'Longitude, latitude, en degrés.' });
const anneau = z.array(position).min(4).meta({ title: 'Anneau' });
const polygone = z.array(anneau).min(1);

export const schemaContours = z
  .looseObject({
    type: z.literal('FeatureCollection').meta({ title: 'Type', description: 'Mot imposé par le format GeoJSON.', examples: ['FeatureCollection'] }),
    features: z
      .array(
        z.looseObject({
          type: z.literal('Feature').meta({ title: 'Type', description: 'Mot imposé par le format GeoJSON.', examples: ['Feature'] }),
          properties: z.looseObject({
            code: z.string().regex(/^(\d{2}|2[AB])\d{3}$/).meta({ title: 'Code Insee', description: 'Cinq caractères, entre guillemets.', examples: ['71153'] }),
            nom: texte.meta({ title: 'Nom', description: 'Nom de la commune, pour relire le fichier ; ctg la reconnaît à son code.', examples: ['Le Creusot'] }),
          }).meta({ title: 'Propriétés' }),
          geometry: z.discriminatedUnion('type', [
            z.looseObject({ type: z.literal('Polygon'), coordinates: polygone }),
            z.looseObject({ type: z.literal('MultiPolygon'), coordinates: z.array(polygone).min(1) }),
          ]).meta({ title: 'Contour', description: 'Polygon ou MultiPolygon, en longitude et latitude (WGS 84).' }),
        }),
      )
      .min(1)
      .max(2000)
      .meta({ title: 'Communes', description: 'Un contour par commune ; ceux d’autres communes que celles du territoire ne sont pas dessinés.' }),
  })
  .meta({ title: 'Contours des communes', description: 'Fichier communes.geojson, facultatif : il permet de dessiner une carte des communes. Deux mégaoctets au plus.' });

export type Contours = z.infer<typeof schemaContours>;
