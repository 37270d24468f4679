/** Une faute est attrapée si un constat paraît que le territoire intact n'avait pas. */
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { analyze } from '../../src/pipeline/analyze.ts';
import type { Cache } from '../../src/pipeline/cache.ts';
import type { FileResult } from '../../src/pipeline/analyze.ts';
import { compile, type Stade } from '../../src/pipeline/compile.ts';
import { type Fichiers, hote } from '../golden/atelier.ts';
import type { Territoire } from './territoire.ts';

export const STADES = ['projet', 'conseil', 'signature'] as const satisfies readonly Stade[];
type StadeJuge = (typeof STADES)[number];

export interface Verdict {
  /** Premier stade où la faute se voit ; null : rien ne la voit. */
  readonly stade: StadeJuge | null;
  readonly codes: readonly string[];
}

/** Se souvient des fichiers intacts seulement : un fichier abîmé ne sert qu'une fois. */
function memoire(t: Territoire): Cache {
  const vus = new Map<string, FileResult>();
  return {
    geographie: (open) => open(),
    file(found, compute) {
      if (found.source.text !== t.fichiers[found.path]) return compute();
      const connu = vus.get(found.path) ?? compute();
      vus.set(found.path, connu);
      return connu;
    },
  };
}

/**
 * Ce qu'un groupe de constats pèse : combien d'endroits il montre, et combien de mots il dit, hors de ce qu'il cite
 * (« … », nombres, mois), qui suit le texte abîmé sans rien constater de plus.
 */
function poids(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly [endroits: number, mots: number]> {
  const found = new Map<string, readonly [number, number]>();
  for (const d of diagnostics) {
    // Par dossier : un constat qui suit un fichier renommé ou un texte déplacé n'est pas nouveau.
    const cle = `${d.severity} ${d.code} ${/^[^/]+/.exec(d.span?.file ?? '')?.[0] ?? ''}`;
    const [endroits, mots] = found.get(cle) ?? [0, 0];
    const dits = d.message.replace(/«[^»]*»|[\d\u00A0\u202F]+/g, ' ').split(/\s+/).length;
    found.set(cle, [endroits + 1 + d.related.length, mots + dits]);
  }
  return found;
}

export class Juge {
  readonly #territoire: Territoire;
  readonly #cache: Cache;
  readonly #intact = new Map<StadeJuge, ReturnType<typeof poids>>();

  constructor(territoire: Territoire) {
    this.#territoire = territoire;
    this.#cache = memoire(territoire);
  }

  /** Les constats du territoire intact. */
  async constats(stade: Stade, fichiers: Fichiers = this.#territoire.fichiers): Promise<readonly Diagnostic[]> {
    return (await compile(hote(fichiers), { targets: [], cache: this.#cache, stade })).diagnostics;
  }

  async juger(fichiers: Fichiers): Promise<Verdict> {
    for (const stade of STADES) {
      const codes = await this.#nouveaux(stade, fichiers);
      if (codes.length > 0) return { stade, codes };
    }
    return { stade: null, codes: [] };
  }

  async #nouveaux(stade: StadeJuge, fichiers: Fichiers): Promise<readonly string[]> {
    // Les clauses se composent de même à tous les stades : une fois suffit.
    const lire = async (f: Fichiers): Promise<readonly Diagnostic[]> => (stade === 'projet' ? this.constats(stade, f) : analyze(hote(f), this.#cache, stade).diagnostics);
    const intact = this.#intact.get(stade) ?? poids(await lire(this.#territoire.fichiers));
    this.#intact.set(stade, intact);
    const codes = new Set<string>();
    for (const [cle, [endroits, mots]] of poids(await lire(fichiers))) {
      const [avant, motsAvant] = intact.get(cle) ?? [0, 0];
      if (endroits > avant || (endroits === avant && mots > motsAvant)) codes.add(cle.split(' ')[1] as string);
    }
    return [...codes];
  }
}
