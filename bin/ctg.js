#!/usr/bin/env node
// L'entrée de la commande : tout est dans dist/, bâti depuis src/cli par `npm run build`.
import { fileURLToPath } from 'node:url';
import { main, nodeIo } from '../dist/cli.js';

process.exitCode = await main(process.argv.slice(2), nodeIo(process, fileURLToPath(new URL('..', import.meta.url))));
