/** Les éléments du schéma petite enfance dont la convention tient lieu, et l'endroit où chacun se lit. */
import { ELEMENTS_SCHEMA, type ElementSchema } from '../../schemas/petite-enfance.ts';
import type { Projet, Renvoi } from './projet.ts';

export interface Element {
  readonly id: ElementSchema;
  readonly libelle: string;
  /** « annexe:diagnostic », ou null si rien n'est indiqué. */
  readonly lieu: string | null;
}

export const elementsDuSchema = ({ convention }: Pick<Projet, 'convention'>): readonly Element[] =>
  Object.entries(ELEMENTS_SCHEMA).map(([id, libelle]) => ({ id: id as ElementSchema, libelle, lieu: convention?.value.schema_petite_enfance?.[id as ElementSchema] ?? null }));

/** Les mêmes endroits, comme des renvois à vérifier. */
export function renvoisDuSchema(projet: Pick<Projet, 'convention'>): readonly Renvoi[] {
  const { convention } = projet;
  if (convention === null) return [];
  return elementsDuSchema(projet).flatMap(({ id, lieu }) => {
    if (lieu === null) return [];
    const [genre = '', cible = ''] = lieu.split(':');
    return [{ genre, id: cible, span: convention.at(['schema_petite_enfance', id]) }];
  });
}
