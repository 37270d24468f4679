/** L'ouvrier : reçoit un arbre, rend les octets des documents demandés. Ne lit que les ressources livrées avec ctg. */
import { parentPort, workerData } from 'node:worker_threads';
import { nodeHost } from '../host/node.ts';
import { residentHost } from '../host/resident.ts';
import { renderTargets } from '../pipeline/render.ts';
import { readFonts } from '../pipeline/theme.ts';
import type { Job, JobResult } from './background.ts';

const { packageRoot } = workerData as { readonly packageRoot: string };
const host = residentHost(nodeHost(packageRoot, { packageRoot, env: {} }));

parentPort?.on('message', ({ id, tree, attachments, theme, targets }: Job) => {
  renderTargets(tree, targets, { theme, fonts: readFonts(host, theme), ressources: new Map() }, attachments)
    .then(([outputs, diagnostics]): JobResult => ({ id, outputs, diagnostics }))
    .catch((error: unknown): JobResult => ({ id, fault: error instanceof Error ? error.message : String(error) }))
    .then((result) => parentPort?.postMessage(result));
});
