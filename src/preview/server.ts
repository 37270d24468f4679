/** Le serveur de la page vivante : des adresses exactes, toutes en mémoire ou livrées avec ctg. Aucun fichier du territoire n'est servi tel quel. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Host } from '../host/host.ts';
import type { Theme } from '../pipeline/apercu.ts';
import { openStream, type Stream } from './events.ts';
import { COMMON, POLICIES, refuse } from './guard.ts';
import { listen, LOOPBACK } from './ports.ts';
import { fontFaces, fontFiles, shell } from './shell.ts';
import { STADES, type Stade } from './state.ts';
import type { Studio } from './studio.ts';

/** Un PDF, ou ce qui empêche de le faire. */
export type PdfAnswer = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string };

export interface ServerOptions {
  readonly host: Host;
  readonly studio: Studio;
  /** Habillage dont les polices sont servies. */
  readonly theme: Theme;
  readonly pdf: (stade: Stade | null) => Promise<PdfAnswer>;
  readonly port: number;
}

export interface PreviewServer {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly policy: string;
  readonly body: string | Uint8Array;
}

const text = (status: number, body: string): Answer => ({ status, type: 'text/plain; charset=utf-8', policy: POLICIES.file, body });

/** Ouvre la page ; null si aucun port n'est libre. */
export async function startServer({ host, studio, theme, pdf, port }: ServerOptions): Promise<PreviewServer | null> {
  const files = staticFiles(host, theme);
  const streams = new Set<Stream>();
  let bound = port;

  const answer = async (url: URL): Promise<Answer> => {
    const known = files.get(url.pathname);
    if (known !== undefined) return known;
    if (url.pathname === '/convention.pdf') {
      const made = await pdf(stadeOf(url));
      return made.ok ? { status: 200, type: 'application/pdf', policy: POLICIES.pdf, body: made.bytes } : text(409, made.reason);
    }
    return text(404, 'Il n’y a rien à cette adresse.');
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refusal = refuse(request.method, request.headers, bound);
    if (refusal !== null) return reply(request, response, text(refusal.status, refusal.reason));
    const url = parse(request.url);
    if (url === null) return reply(request, response, text(404, 'Il n’y a rien à cette adresse.'));
    if (url.pathname === '/evenements' && request.method === 'GET') {
      let leave = (): void => undefined;
      const stream = openStream(response, { ...COMMON, 'Content-Security-Policy': POLICIES.file }, () => {
        leave();
        streams.delete(stream);
      });
      streams.add(stream);
      leave = studio.subscribe(stadeOf(url), (update) => stream.send(update));
      return;
    }
    reply(request, response, await answer(url));
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => reply(request, response, text(500, error instanceof Error ? error.message : String(error))));
  });
  const found = await listen(server, port);
  if (found === null) return null;
  bound = found;
  return {
    port: bound,
    url: `http://${LOOPBACK}:${bound}/`,
    close: () =>
      new Promise((resolve) => {
        for (const stream of streams) stream.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function reply(request: IncomingMessage, response: ServerResponse, { status, type, policy, body }: Answer): void {
  if (response.headersSent) return void response.end();
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  response.writeHead(status, { ...COMMON, 'Content-Security-Policy': policy, 'Content-Type': type, 'Content-Length': bytes.length, ...(status === 405 ? { Allow: 'GET, HEAD' } : {}) });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** L'adresse demandée, ou null si elle n'en est pas une. */
function parse(target: string | undefined): URL | null {
  return target?.startsWith('/') === true && URL.canParse(target, 'http://ctg.invalid') ? new URL(target, 'http://ctg.invalid') : null;
}

/** Le stade que la page demande ; null : celui du territoire. */
const stadeOf = (url: URL): Stade | null => STADES.find((s) => s === url.searchParams.get('stade')) ?? null;

function staticFiles(host: Host, theme: Theme): ReadonlyMap<string, Answer> {
  const shipped = (path: string): Uint8Array => {
    const bytes = host.resource(path);
    if (bytes === null) throw new Error(`ressource absente : ${path}`);
    return bytes;
  };
  const file = (type: string, body: string | Uint8Array, policy: string = POLICIES.file): Answer => ({ status: 200, type, policy, body });
  const html = 'text/html; charset=utf-8';
  const css = 'text/css; charset=utf-8';
  return new Map([
    ['/', file(html, shipped('dist/preview/page.html'), POLICIES.page)],
    ['/page.css', file(css, shipped('dist/preview/page.css'))],
    ['/feuilles.css', file(css, shipped('dist/preview/feuilles.css'))],
    ...['page.js', 'pdf-viewer.js', 'pdf.worker.js'].map((name): [string, Answer] => [`/${name}`, file('text/javascript; charset=utf-8', shipped(`dist/preview/${name}`))]),
    // Un navigateur le demande toujours.
    ['/favicon.ico', { status: 204, type: 'image/x-icon', policy: POLICIES.file, body: '' }],
    ['/polices.css', file(css, fontFaces(theme))],
    ['/document', file(html, shell('Convention', false), POLICIES.document)],
    ['/plan', file(html, shell('Plan d’actions', true), POLICIES.document)],
    ...fontFiles(theme).map((name): [string, Answer] => [`/polices/${name}`, file('font/ttf', shipped(`templates/theme/fonts/${name}`))]),
  ]);
}
