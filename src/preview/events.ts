/** Envoi d'événements à une page (« server-sent events ») : une liaison, du serveur vers la page seulement. */
import type { ServerResponse } from 'node:http';

/** Un commentaire de temps en temps : une liaison morte se voit, et un intermédiaire ne la coupe pas. */
const KEEP_ALIVE = 20_000;

export interface Stream {
  send(data: unknown): void;
  close(): void;
}

/** Ouvre la liaison ; `closed` est appelé une fois, quand la page part ou que le serveur s'arrête. */
export function openStream(response: ServerResponse, headers: Readonly<Record<string, string>>, closed: () => void): Stream {
  response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream; charset=utf-8' });
  // Une page qui perd la liaison la rouvre après une demi-seconde.
  response.write('retry: 500\n\n');
  response.socket?.setNoDelay(true);
  const beat = setInterval(() => response.write(': \n\n'), KEEP_ALIVE);
  beat.unref();
  response.once('close', () => {
    clearInterval(beat);
    closed();
  });
  return {
    // JSON.stringify n'écrit aucun saut de ligne : une donnée tient sur une ligne.
    send: (data) => void response.write(`data: ${JSON.stringify(data)}\n\n`),
    close: () => void response.end(),
  };
}
