/** Les documents lourds, faits à côté : un fil d'exécution à part les met en page, la page reste vive. */
import { Worker } from 'node:worker_threads';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { DocumentTree } from '../document/arbre.ts';
import type { CompileResult, Output, Target } from '../pipeline/compile.ts';
import type { Theme } from '../pipeline/apercu.ts';

/** Un acte à rendre, son habillage, et les fichiers que son PDF emporte. */
export interface Acte {
  readonly tree: DocumentTree;
  readonly attachments: ReturnType<CompileResult['attachments']>;
  readonly theme: Theme;
}

export interface Job extends Acte {
  readonly id: number;
  readonly targets: readonly Target[];
}

export type JobResult = { readonly id: number } & ({ readonly outputs: readonly Output[]; readonly diagnostics: readonly Diagnostic[] } | { readonly fault: string });

export interface Rendered {
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Background {
  /** Rend un acte. Une panne du rendu est lancée. */
  render(acte: Acte, targets: readonly Target[]): Promise<Rendered>;
  close(): Promise<void>;
}

/** Un ouvrier, démarré au premier travail, relancé s'il tombe. `script` : le fichier de `worker.ts`, empaqueté. */
export function startBackground(script: string, packageRoot: string): Background {
  let worker: Worker | null = null;
  let next = 0;
  const waiting = new Map<number, { resolve: (rendered: Rendered) => void; reject: (error: Error) => void }>();

  const fail = (error: Error): void => {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(script, { workerData: { packageRoot } });
    started.on('message', (result: JobResult) => {
      const asked = waiting.get(result.id);
      waiting.delete(result.id);
      if ('fault' in result) asked?.reject(new Error(result.fault));
      else asked?.resolve(result);
    });
    started.on('error', fail);
    // La commande s'arrête sans attendre l'ouvrier.
    started.unref();
    return started;
  };
  return {
    render: ({ tree, attachments, theme }, targets) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        next += 1;
        waiting.set(next, { resolve, reject });
        worker.postMessage({ id: next, tree, attachments, theme, targets } satisfies Job);
      }),
    async close() {
      await worker?.terminate();
      fail(new Error('arrêt'));
    },
  };
}
