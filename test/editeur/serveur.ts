/** Le serveur de langage qu'emploie l'extension YAML de VS Code, interrogé comme elle le fait. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { RACINE } from '../cli/outils.ts';

export interface Proposition {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
}
export interface Reproche {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

export class Serveur {
  readonly #processus: ChildProcess;
  readonly #attentes = new Map<number, (resultat: unknown) => void>();
  readonly #reproches = new Map<string, (reproches: readonly Reproche[]) => void>();
  #recu = Buffer.alloc(0);
  #numero = 0;

  constructor() {
    this.#processus = spawn(process.execPath, [path.join(RACINE, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#processus.stdout?.on('data', (morceau: Buffer) => this.#lire(morceau));
  }

  #lire(morceau: Buffer): void {
    this.#recu = Buffer.concat([this.#recu, morceau]);
    for (;;) {
      const fin = this.#recu.indexOf('\r\n\r\n');
      const longueur = Number(/Content-Length: (\d+)/.exec(this.#recu.subarray(0, Math.max(fin, 0)).toString())?.[1] ?? Number.NaN);
      if (fin === -1 || Number.isNaN(longueur) || this.#recu.length < fin + 4 + longueur) return;
      const message = JSON.parse(this.#recu.subarray(fin + 4, fin + 4 + longueur).toString()) as { id?: number; method?: string; result?: unknown; params?: { uri: string; diagnostics: Reproche[] } };
      this.#recu = this.#recu.subarray(fin + 4 + longueur);
      if (message.method === 'textDocument/publishDiagnostics' && message.params !== undefined) this.#reproches.get(message.params.uri)?.(message.params.diagnostics);
      else if (message.id !== undefined && message.method === undefined) this.#attentes.get(message.id)?.(message.result);
      else if (message.id !== undefined) this.#envoyer({ id: message.id, result: null });
    }
  }

  #envoyer(message: Readonly<Record<string, unknown>>): void {
    const corps = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#processus.stdin?.write(Buffer.concat([Buffer.from(`Content-Length: ${corps.length}\r\n\r\n`), corps]));
  }

  demander<T>(method: string, params: unknown): Promise<T> {
    const id = ++this.#numero;
    this.#envoyer({ id, method, params });
    return new Promise((resolve) => this.#attentes.set(id, resolve as (resultat: unknown) => void));
  }

  async ouvrir(dossier: string): Promise<void> {
    await this.demander('initialize', { processId: process.pid, rootUri: pathToFileURL(dossier).href, capabilities: { textDocument: { completion: { completionItem: { documentationFormat: ['markdown'] } }, hover: { contentFormat: ['markdown'] } } } });
    this.#envoyer({ method: 'initialized', params: {} });
    this.#envoyer({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml: { completion: true, hover: true, validate: true, schemaStore: { enable: false } } } } });
  }

  /** Ouvre un texte à l'endroit d'un fichier ; `|` y marque le curseur. Rend de quoi interroger le serveur à cet endroit. */
  montrer(fichier: string, texte: string) {
    const uri = pathToFileURL(fichier).href;
    const curseur = texte.indexOf('|');
    const avant = texte.slice(0, curseur).split('\n');
    const position = { line: avant.length - 1, character: avant.at(-1)?.length ?? 0 };
    const reproches = new Promise<readonly Reproche[]>((resolve) => this.#reproches.set(uri, resolve));
    this.#envoyer({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text: texte.replace('|', '') } } });
    return {
      reproches,
      completer: async (): Promise<readonly Proposition[]> => (await this.demander<{ items: Proposition[] }>('textDocument/completion', { textDocument: { uri }, position })).items,
      survoler: async (): Promise<string> => (await this.demander<{ contents: { value: string } } | null>('textDocument/hover', { textDocument: { uri }, position }))?.contents.value ?? '',
    };
  }

  fermer(): void {
    this.#processus.kill();
  }
}
