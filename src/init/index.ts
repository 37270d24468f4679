/** `ctg init` : un territoire neuf, en mémoire. Rien n'est lu ni écrit ici ; les ressources sont remises par qui appelle. */
import type { Modele } from '../../schemas/modele.ts';
import { COMMUNS, type Forge, INTEGRATION, reglagesEditeur, remplir, schemasDe } from './depot.ts';
import type { Exigences, Reponses } from './reponses.ts';
import { sourcesNeuves } from './sources.ts';
import { BLANC } from './yaml.ts';

export { EXECUTABLES, type Forge, FORGES } from './depot.ts';
export type { Reponses } from './reponses.ts';
export { chercherTerritoires, enClair, type TerritoireTrouve } from './territoire.ts';

/** Ce que le modèle laisse à écrire au territoire. `clauses` : celles qui instituent un comité de pilotage. */
export function exigencesDe(modele: Modele, clauses: readonly string[]): Exigences {
  const requis = (pieces: Modele['articles'], dossier: string): readonly string[] => pieces.filter((p) => p.texte_local === 'requis').map((p) => `${dossier}/${p.id}.md`);
  return {
    hypotheses: modele.hypotheses === true,
    comite: modele.articles.some((p) => clauses.includes(p.clause ?? p.id)),
    textes: [...requis(modele.articles, 'articles'), ...requis(modele.annexes, 'annexes')],
    thematiques: modele.thematiques?.toutes ?? [],
  };
}

export interface Fournitures {
  readonly version: string;
  readonly millesime: number;
  /** Une ressource livrée avec ctg, en texte. */
  readonly ressource: (chemin: string) => string;
  /** Noms des schémas JSON livrés. */
  readonly schemas: readonly string[];
}

/** Chemin → texte de tout ce qu'un territoire neuf contient ; sans réponses, seulement ce qui entoure les sources. */
export function territoireNeuf(reponses: Reponses | null, exigences: Exigences, forges: readonly Forge[], nom: string | null, { version, millesime, ressource, schemas }: Fournitures): ReadonlyMap<string, string> {
  const valeurs = { version, nom: nom ?? BLANC };
  const modele = (fichier: string): string => remplir(ressource(`templates/depot/${fichier}`), valeurs);
  // Les actions de GitHub écrivent elles-mêmes des doubles accolades : leurs fichiers passent tels quels.
  const tel = (fichier: string): string => ressource(`templates/depot/${fichier}`);
  return new Map([
    ...(reponses === null ? [] : sourcesNeuves(reponses, exigences, millesime)),
    ...Object.entries(COMMUNS).map(([chemin, fichier]): [string, string] => [chemin, modele(fichier)]),
    ['.vscode/settings.json', reglagesEditeur()],
    ...schemasDe(schemas).map((s): [string, string] => [`.vscode/schemas/${s}`, ressource(`schemas/json/${s}`)]),
    ...forges.map((f): [string, string] => [INTEGRATION[f][0], tel(INTEGRATION[f][1])]),
  ]);
}
