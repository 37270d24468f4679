import type { Projet } from '../../resolve/projet.ts';
import type { Reglages } from '../reglages.ts';
import type { Prestation, TypeEquipement } from '../tables.ts';
import { parmiNoms } from './mots.ts';

export type Equipement = Projet['equipements'][number];

/** Ce que ctg sait des équipements et de leur financement. */
export interface Catalogue {
  readonly type: (nom: string) => TypeEquipement | undefined;
  readonly prestation: (nom: string) => Prestation | undefined;
  /** Comment l'accueil est financé, d'après son type et ses prestations. Null : rien ne le dit. */
  readonly famille: (equipement: Equipement) => string | null;
}

export function catalogue({ table }: Pick<Reglages, 'table'>): Catalogue {
  const [types, prestations] = [table('types_equipements'), table('prestations_de_service')];
  const type: Catalogue['type'] = (nom) => types.find((t) => parmiNoms(nom, t.noms));
  const prestation: Catalogue['prestation'] = (nom) => prestations.find((p) => parmiNoms(nom, p.noms));
  return {
    type,
    prestation,
    famille({ value }) {
      const famille = type(value.type)?.famille ?? null;
      const recoit = (nom: string): boolean => (value.prestations ?? []).some((p) => prestation(p)?.noms.includes(nom) === true);
      // « micro-crèche » tout court : ses prestations disent laquelle.
      return famille === 'accueil PSU' && recoit('PAJE') && !recoit('PSU') ? 'accueil Paje' : famille;
    },
  };
}
