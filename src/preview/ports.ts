import type { Server } from 'node:http';

/** Adresse d'écoute : cette machine seule. */
export const LOOPBACK = '127.0.0.1';
/** Combien de ports essayer à la suite. */
const TRIES = 20;

/** Écoute sur `port`, ou sur le premier libre après lui ; 0 laisse le système choisir. Rend le port, ou null si tous sont pris. */
export async function listen(server: Server, port: number): Promise<number | null> {
  for (let candidate = port; candidate < port + TRIES && candidate <= 65_535; candidate++) {
    if (await tryPort(server, candidate)) {
      const address = server.address();
      return address === null || typeof address === 'string' ? candidate : address.port;
    }
  }
  return null;
}

const tryPort = (server: Server, port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      server.off('listening', ready);
      // EACCES : port réservé (Windows en réserve des plages) ; le suivant peut être libre.
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    const ready = (): void => {
      server.off('error', failed);
      resolve(true);
    };
    server.once('error', failed).once('listening', ready).listen(port, LOOPBACK);
  });
