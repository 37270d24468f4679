import { communes, deliberations, equipements, glossaire, signatures } from './acte.ts';
import { chiffres, diagnostic, enjeux } from './diagnostic.ts';
import type { Fragment } from './fragment.ts';
import { calendrier, chargesCooperation, competences, instances } from './gouvernance.ts';
import { conformitePetiteEnfance } from './petite-enfance.ts';
import { fichesActions, indicateursConvention, planActions, strategie } from './plan.ts';

/** Les directives qu'une clause peut employer, par leur nom. `::texte-local` est l'affaire de la composition. */
export const FRAGMENTS: Readonly<Record<string, Fragment>> = {
  calendrier,
  'charges-cooperation': chargesCooperation,
  chiffres,
  communes,
  competences,
  'conformite-petite-enfance': conformitePetiteEnfance,
  deliberations,
  diagnostic,
  enjeux,
  equipements,
  'fiches-actions': fichesActions,
  glossaire,
  indicateurs: indicateursConvention,
  instances,
  'plan-actions': planActions,
  signatures,
  strategie,
};
