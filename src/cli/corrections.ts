/** Appliquer les corrections sûres : passage après passage, car une faute de syntaxe en cache d'autres. */
import { appliquer } from '../base/correction.ts';
import type { CompileResult } from '../pipeline/compile.ts';
import type { Host } from '../host/host.ts';

/** Chaque passage corrige une faute au moins par fichier : la borne n'est là que contre une ronde de corrections. */
const PASSAGES = 1000;

export interface Corrige {
  readonly path: string;
  readonly avant: string;
  readonly apres: string;
  /** Ce qui a été fait, une phrase par correction. */
  readonly faites: readonly string[];
}

/** Un hôte qui rend des textes corrigés à la place de ceux du disque. */
export function surcharge(host: Host, textes: ReadonlyMap<string, string>): Host {
  return {
    ...host,
    read(path, limit) {
      const texte = textes.get(path);
      return texte === undefined ? host.read(path, limit) : { ok: true, bytes: new TextEncoder().encode(texte) };
    },
  };
}

/** Cherche toutes les corrections sûres d'un projet, sans rien écrire. */
export async function corriger(host: Host, compile: (host: Host) => Promise<CompileResult>): Promise<readonly Corrige[]> {
  const textes = new Map<string, string>();
  const corriges = new Map<string, { avant: string; faites: string[] }>();
  for (let passage = 0; passage < PASSAGES; passage++) {
    const { diagnostics, sources } = await compile(surcharge(host, textes));
    let nouveau = false;
    for (const [path, source] of sources) {
      const corrections = diagnostics.flatMap((d) => (d.span?.file === path && d.correction !== undefined ? [d.correction] : []));
      if (corrections.length === 0 || path.startsWith('templates/')) continue;
      const { text, appliquees } = appliquer(source.text, corrections);
      if (text === source.text) continue;
      nouveau = true;
      const etat = corriges.get(path) ?? { avant: source.text, faites: [] };
      etat.faites.push(...appliquees.map((c) => c.titre));
      corriges.set(path, etat);
      textes.set(path, text);
    }
    if (!nouveau) break;
  }
  return [...corriges].map(([path, { avant, faites }]) => ({ path, avant, apres: textes.get(path) ?? avant, faites }));
}
