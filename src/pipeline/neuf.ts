/** De quoi écrire un territoire neuf : la géographie, les modèles et les ressources livrés avec ctg. */
import { openGeographie } from '../geographie/geographie.ts';
import type { Geographie } from '../geographie/geographie.ts';
import type { Host } from '../host/host.ts';
import { resolveThematiques } from '../resolve/thematiques.ts';
import { reglagesDe } from '../rules/reglages.ts';
import type { Modele } from '../../schemas/modele.ts';
import { geographieFile } from './analyze.ts';
import { builtInModeles, readBuiltInModele } from './modele.ts';

export interface Atelier {
  readonly geographie: Geographie;
  readonly modeles: ReadonlyMap<string, Modele>;
  /** Identifiant → nom, pour les thématiques que tout territoire connaît. */
  readonly thematiques: ReadonlyMap<string, string>;
  /** Clauses qui instituent un comité de pilotage à parité. */
  readonly clausesDuComite: readonly string[];
  readonly ressource: (chemin: string) => string;
  readonly schemas: readonly string[];
}

/** Ouvre les ressources de ctg. Ce qui manque est une installation abîmée : une panne, pas une faute de l'utilisateur. */
export function ouvrirAtelier(host: Host): Atelier {
  const ressource = (chemin: string): string => {
    const bytes = host.resource(chemin);
    if (bytes === null) throw new Error(`ressource absente de l'installation : ${chemin}`);
    return new TextDecoder().decode(bytes);
  };
  const geographie = openGeographie(geographieFile(host));
  if (geographie === null) throw new Error('géographie absente de l’installation');
  const modeles = new Map(
    builtInModeles(host).flatMap((id): [string, Modele][] => {
      const modele = readBuiltInModele(host, id, new Map(), []);
      return modele === null ? [] : [[id, modele.value]];
    }),
  );
  const thematiques = new Map([...resolveThematiques(null)].map(([id, t]) => [id, t.titre]));
  return { geographie, modeles, thematiques, clausesDuComite: reglagesDe('CTG4216').liste('clauses_a_parite'), ressource, schemas: host.resources('schemas/json') };
}
