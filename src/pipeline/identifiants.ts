/** Les identifiants d'un territoire, avec ce qu'ils désignent : pour que les éditeurs les proposent. */
import type { Host } from '../host/host.ts';
import type { Reference } from '../../schemas/commun.ts';
import { analyze } from './analyze.ts';
import { noCache } from './cache.ts';

/** Identifiant → ce qu'il désigne, dans l'ordre des sources. */
export type Identifiants = Readonly<Record<Reference, ReadonlyMap<string, string>>>;

/** Lit le territoire ; ce qui est cassé n'y est pas, le reste y est. */
export function identifiants(host: Host): Identifiants {
  const { projet } = analyze(host, noCache);
  const { plan } = projet;
  return {
    acteur: new Map([...projet.acteurs.values()].map((a) => [a.id, a.nom])),
    thematique: new Map([...projet.thematiques.values()].map((t) => [t.id, t.titre])),
    action: new Map(plan.actions.map((a) => [a.id, a.value.titre])),
    objectif: new Map(plan.noeuds.filter((n) => n.niveau === 'objectifs' || n.niveau === 'objectifs_operationnels').map((n) => [n.id, n.titre])),
    chiffre: new Map([...projet.chiffres.values()].map((c) => [c.id, c.value.libelle])),
    commune: new Map(projet.communes.map((c) => [c.nom, c.insee ?? ''])),
  };
}
