/** Quel schéma vaut pour quelle sorte de fichier. */
import './sans-jit.ts';
import type { ZodType } from 'zod';
import { schemaActeurs } from '../../schemas/acteurs.ts';
import { schemaCalendrier } from '../../schemas/calendrier.ts';
import { schemaContours } from '../../schemas/contours.ts';
import { schemaConvention } from '../../schemas/convention.ts';
import { schemaCtg } from '../../schemas/ctg.ts';
import { schemaDiagnostic } from '../../schemas/diagnostic.ts';
import { schemaAnnexe, schemaArticle, schemaFicheAction, schemaProseDiagnostic } from '../../schemas/entetes.ts';
import { schemaEquipements } from '../../schemas/equipements.ts';
import { schemaGlossaire } from '../../schemas/glossaire.ts';
import { schemaGouvernance } from '../../schemas/gouvernance.ts';
import { schemaIndicateurs } from '../../schemas/indicateurs.ts';
import { schemaModele } from '../../schemas/modele.ts';
import { schemaPlan } from '../../schemas/plan.ts';
import { schemaSignataire } from '../../schemas/signataire.ts';
import { schemaStrategie } from '../../schemas/strategie.ts';
import { schemaAvenant, schemaBilan } from '../../schemas/suivi.ts';
import { schemaTerritoire } from '../../schemas/territoire.ts';
import { schemaTheme } from '../../schemas/theme.ts';
import type { MarkdownKind, YamlKind } from '../sources/places.ts';

export const YAML_SCHEMAS = {
  ctg: schemaCtg,
  convention: schemaConvention,
  territoire: schemaTerritoire,
  strategie: schemaStrategie,
  acteurs: schemaActeurs,
  indicateurs: schemaIndicateurs,
  gouvernance: schemaGouvernance,
  equipements: schemaEquipements,
  calendrier: schemaCalendrier,
  glossaire: schemaGlossaire,
  contours: schemaContours,
  theme: schemaTheme,
  signataire: schemaSignataire,
  plan: schemaPlan,
  diagnostic: schemaDiagnostic,
  avenant: schemaAvenant,
  bilan: schemaBilan,
  modele: schemaModele,
} as const satisfies Record<YamlKind, ZodType>;

/** En-têtes des fichiers Markdown ; enjeux.md n'en a pas. */
export const ENTETE_SCHEMAS = {
  'fiche-action': schemaFicheAction,
  article: schemaArticle,
  annexe: schemaAnnexe,
  'texte-diagnostic': schemaProseDiagnostic,
} as const satisfies Record<Exclude<MarkdownKind, 'enjeux'>, ZodType>;

export type AllSchemas = typeof YAML_SCHEMAS & typeof ENTETE_SCHEMAS;
export type SchemaKind = keyof AllSchemas;
export const SCHEMAS: AllSchemas = { ...YAML_SCHEMAS, ...ENTETE_SCHEMAS };
