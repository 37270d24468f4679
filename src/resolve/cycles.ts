/** Chiffres qui se définissent l'un par l'autre (numérateur, dénominateur, somme) : aucune boucle n'est admise. */
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Path } from '../base/span.ts';
import type { Chiffre } from './projet.ts';

interface Edge {
  readonly to: string;
  readonly path: Path;
}

const edges = ({ value }: Chiffre): readonly Edge[] => [
  ...(value.numerateur === undefined ? [] : [{ to: value.numerateur, path: ['numerateur'] }]),
  ...(value.denominateur === undefined ? [] : [{ to: value.denominateur, path: ['denominateur'] }]),
  ...(value.somme_de ?? []).map((to, i) => ({ to, path: ['somme_de', i] })),
];

/** Un constat par boucle, à la référence qui la ferme. Parcours sans récursion : une chaîne peut être longue. */
export function checkCycles(chiffres: ReadonlyMap<string, Chiffre>, diagnostics: Diagnostic[]): void {
  const done = new Set<string>();
  for (const start of chiffres.values()) {
    if (done.has(start.id)) continue;
    const chain: { readonly chiffre: Chiffre; readonly edges: readonly Edge[]; next: number }[] = [{ chiffre: start, edges: edges(start), next: 0 }];
    while (chain.length > 0) {
      const top = chain[chain.length - 1] as (typeof chain)[number];
      const edge = top.edges[top.next];
      top.next += 1;
      if (edge === undefined) {
        done.add(top.chiffre.id);
        chain.pop();
        continue;
      }
      const from = chain.findIndex((c) => c.chiffre.id === edge.to);
      const target = chiffres.get(edge.to);
      if (from !== -1) {
        diagnostics.push(diagnostic('CTG3007', { chemin: [...chain.slice(from).map((c) => c.chiffre.id), edge.to] }, top.chiffre.at(edge.path)));
      } else if (target !== undefined && !done.has(edge.to)) chain.push({ chiffre: target, edges: edges(target), next: 0 });
    }
  }
}
