import { spawn } from 'node:child_process';

/** Commande qui ouvre une adresse dans le navigateur habituel, selon le système. */
export function browserCommand(url: string, platform: NodeJS.Platform): readonly [command: string, ...args: string[]] {
  // Sous Windows, `start` est une commande de cmd ; son premier argument entre guillemets est un titre.
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', url];
  return platform === 'darwin' ? ['open', url] : ['xdg-open', url];
}

/** Ouvre l'adresse, sans attendre que le navigateur se ferme ; faux si la commande manque. */
export function browse(url: string, platform: NodeJS.Platform): Promise<boolean> {
  const [command, ...args] = browserCommand(url, platform);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: platform !== 'win32', windowsVerbatimArguments: true });
    child.once('error', () => resolve(false)).once('spawn', () => resolve(true));
    child.unref();
  });
}
