/** Ctrl-C ou un arrêt demandé pendant `action` n'agissent qu'à sa fin : ce qui est commencé se termine. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Exécute `action`, qui ne rend la main qu'à la fin, puis fait suivre le signal reçu entre-temps. */
export async function shielded<T>(action: () => T): Promise<T> {
  const received = new Set<NodeJS.Signals>();
  const note = (signal: NodeJS.Signals): void => void received.add(signal);
  for (const signal of SIGNALS) process.on(signal, note);
  try {
    return action();
  } finally {
    // Le signal arrivé pendant l'action n'est livré qu'au tour suivant.
    await new Promise((resolve) => setTimeout(resolve, 0));
    for (const signal of SIGNALS) process.off(signal, note);
    // Qui l'attendait déjà (une surveillance) l'a reçu aussi ; sinon, il fait ce qu'il aurait fait.
    for (const signal of received) if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  }
}
