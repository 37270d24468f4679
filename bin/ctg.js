#!/usr/bin/env node
// L'entrée de la commande : tout est dans dist/, bâti depuis src/cli par `npm run build`.
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { main, nodeIo } from '../dist/cli.js';

// Node 20 (V8 11) optimise trop tôt pour une commande brève. L'option n'existe plus ensuite. Voir src/decisions/vitesse.md.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=400000');

process.exitCode = await main(process.argv.slice(2), nodeIo(process, fileURLToPath(new URL('..', import.meta.url))));
