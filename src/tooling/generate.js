/** `npm run generate` : écrit les schémas JSON et les pages de référence. Le code TypeScript est empaqueté en mémoire pour tourner. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const { outputFiles } = await build({
  entryPoints: [path.join(root, 'src/tooling/generated.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  define: { CTG_VERSION: JSON.stringify(version) },
  banner: { js: `import { createRequire as ctgRequire } from 'node:module'; const require = ctgRequire(${JSON.stringify(path.join(root, 'package.json'))});` },
  logLevel: 'warning',
});
const { generated, GENERATED_DIRECTORIES } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);

const files = generated((file) => readFileSync(path.join(root, file), 'utf8'));
for (const directory of GENERATED_DIRECTORIES) {
  mkdirSync(path.join(root, directory), { recursive: true });
  for (const name of readdirSync(path.join(root, directory))) if (!files.has(`${directory}/${name}`)) rmSync(path.join(root, directory, name), { recursive: true });
}
for (const [file, text] of files) writeFileSync(path.join(root, file), text);
console.log(`${files.size} fichiers produits`);
