import { request } from 'node:http';
import { nodeHost } from '../../src/host/node.ts';
import { residentHost } from '../../src/host/resident.ts';
import { memoryCache } from '../../src/pipeline/cache.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { openPreview, type Preview } from '../../src/preview/index.ts';
import type { Update } from '../../src/preview/state.ts';
import { RACINE } from '../cli/outils.ts';

/** Ouvre la page vivante d'un dossier, sans surveillance : l'essai dit quand relire. */
export async function ouvrir(root: string, options: { readonly port?: number; readonly clock?: () => number } = {}): Promise<Preview> {
  const host = residentHost(nodeHost(root, { packageRoot: RACINE, env: {} }));
  const cache = memoryCache();
  const preview = await openPreview({
    root,
    host,
    packageRoot: RACINE,
    compile: (stade) => compile(host, { targets: [], cache, ...(stade === null ? {} : { stade }) }),
    clock: options.clock ?? (() => 1_700_000_000_000),
    port: options.port ?? 0,
  });
  if (preview === null) throw new Error('aucun port libre');
  return preview;
}

export interface Reponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly texte: string;
}

/** Une requête brute : chaque en-tête est celui de l'essai, l'adresse n'est pas normalisée. */
export const demander = (port: number, path: string, options: { readonly method?: string; readonly headers?: Readonly<Record<string, string>> } = {}): Promise<Reponse> =>
  new Promise((resolve, reject) => {
    const headers = { host: `127.0.0.1:${port}`, ...options.headers };
    const asked = request({ host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers, setHost: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => void parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, texte: Buffer.concat(parts).toString('utf8') }));
    });
    asked.on('error', reject);
    asked.end();
  });

export interface Ecoute {
  /** Le prochain état envoyé. */
  suivant(): Promise<Update>;
  fermer(): void;
}

/** Écoute les événements comme le ferait une page. */
export function ecouter(port: number, stade?: string): Ecoute {
  const recus: Update[] = [];
  let reveil = (): void => undefined;
  let reste = '';
  const asked = request({ host: '127.0.0.1', port, path: `/evenements${stade === undefined ? '' : `?stade=${stade}`}`, agent: false }, (answer) => {
    answer.setEncoding('utf8').on('data', (part: string) => {
      const morceaux = `${reste}${part}`.split('\n\n');
      reste = morceaux.pop() ?? '';
      for (const morceau of morceaux) if (morceau.startsWith('data: ')) recus.push(JSON.parse(morceau.slice(6)) as Update);
      reveil();
    });
    answer.on('error', () => undefined);
  });
  asked.on('error', () => undefined);
  asked.end();
  return {
    async suivant() {
      while (recus.length === 0) await new Promise<void>((resolve) => (reveil = resolve));
      return recus.shift() as Update;
    },
    fermer: () => void asked.destroy(),
  };
}
