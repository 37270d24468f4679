/** Chargé dans `ctg watch` par le banc, et dans son ouvrier, qui s'en passe : rend la mémoire du processus, une fois le tas balayé. */
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.on('message', () => {
    globalThis.gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    process.send({ tas: heapUsed + external, processus: rss });
  });
  // Le banc qui se tait ne retient pas la commande.
  process.channel.unref();
}
