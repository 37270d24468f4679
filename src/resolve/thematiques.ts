import type { Strategie } from '../../schemas/strategie.ts';
import type { Thematique } from './projet.ts';

/** Thématiques du champ d'intervention de la branche Famille et de ses partenaires, telles que les conventions les nomment. */
const COMMUNES: Readonly<Record<string, string>> = {
  'petite-enfance': 'Petite enfance',
  enfance: 'Enfance',
  jeunesse: 'Jeunesse',
  parentalite: 'Parentalité',
  'animation-vie-sociale': 'Animation de la vie sociale',
  'acces-aux-droits': 'Accès aux droits',
  'inclusion-numerique': 'Inclusion numérique',
  logement: 'Logement et cadre de vie',
  handicap: 'Handicap et inclusion',
  'accompagnement-social': 'Accompagnement social',
  insertion: 'Insertion',
  precarite: 'Lutte contre la précarité',
  mobilite: 'Mobilité',
  sante: 'Santé',
  seniors: 'Seniors',
  culture: 'Culture et loisirs',
  gouvernance: 'Gouvernance et coopération',
  sppe: 'Service public de la petite enfance',
};

/** Thématiques connues du projet : les communes, puis celles du territoire (qui peuvent en renommer une). */
export function resolveThematiques(strategie: Strategie | null): ReadonlyMap<string, Thematique> {
  const found = new Map<string, Thematique>();
  for (const [id, titre] of Object.entries(COMMUNES)) found.set(id, { id, titre, couvre: [id] });
  for (const [id, { titre, couvre }] of Object.entries(strategie?.thematiques ?? {})) {
    found.set(id, { id, titre, couvre: couvre ?? (Object.hasOwn(COMMUNES, id) ? [id] : []) });
  }
  return found;
}
