#!/usr/bin/env node
// L'entrée de la commande : tout est dans dist/, bâti depuis src/cli par `npm run build`.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

// Node 20 (V8 11) optimise trop tôt pour une commande brève. L'option n'existe plus ensuite. Voir src/decisions/vitesse.md.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=400000');

const racine = fileURLToPath(new URL('..', import.meta.url));
const cli = new URL('../dist/cli.js', import.meta.url);
if (existsSync(cli)) {
  const { main, nodeIo } = await import(cli.href);
  process.exitCode = await main(process.argv.slice(2), nodeIo(process, racine));
} else {
  // Un clone neuf : le paquet publié, lui, est toujours bâti.
  process.stderr.write(`ctg n’est pas encore bâti. Dans ${racine}, lancez « npm ci », puis « npm run build », et recommencez.\n`);
  process.exitCode = 2;
}
