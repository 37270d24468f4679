/** La page vivante : l'atelier, l'ouvrier qui fait les PDF, et le serveur qui les montre. */
import path from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Host } from '../host/host.ts';
import { openApercu } from '../pipeline/apercu.ts';
import type { CompileResult, Stade, Target } from '../pipeline/compile.ts';
import { type Background, type Rendered, startBackground } from './background.ts';
import { pdfPress } from './press.ts';
import { startServer } from './server.ts';
import { Studio } from './studio.ts';

export interface PreviewOptions {
  /** Dossier du territoire, en chemin absolu. */
  readonly root: string;
  readonly host: Host;
  readonly packageRoot: string;
  /** Lit les sources, sans rien rendre. `stade` null : celui du territoire. */
  readonly compile: (stade: Stade | null) => Promise<CompileResult>;
  /** Millisecondes depuis 1970. */
  readonly clock: () => number;
  /** Port voulu ; le premier libre après lui est pris. 0 : au choix du système. */
  readonly port: number;
}

export interface Preview {
  readonly url: string;
  readonly port: number;
  /** Relit les sources et tient les pages ouvertes à jour ; null après une panne, que les pages montrent. */
  refresh(): Promise<CompileResult | null>;
  /** Rend des documents sans arrêter la page. */
  render(result: CompileResult, targets: readonly Target[]): Promise<Rendered>;
  close(): Promise<void>;
}

/** Ouvre la page ; null si aucun port n'est libre. */
export async function openPreview({ root, host, packageRoot, compile, clock, port }: PreviewOptions): Promise<Preview | null> {
  const ecran = await openApercu(host);
  const studio = new Studio({ root, project: path.basename(root), compile, render: ecran.render, clock });
  const background: Background = startBackground(path.join(packageRoot, 'dist/ouvrier.js'), packageRoot);
  const server = await startServer({ host, studio, theme: ecran.theme, pdf: pdfPress(studio, background, root), port });
  if (server === null) return null;
  return {
    url: server.url,
    port: server.port,
    refresh: () => studio.refresh(),
    render: async ({ tree, attachments, projet }, targets) => (tree === null ? { outputs: [], diagnostics: [] as readonly Diagnostic[] } : background.render({ tree, attachments: targets.includes('pdf') ? attachments() : [], theme: projet.habillage }, targets)),
    async close() {
      await server.close();
      await background.close();
    },
  };
}
