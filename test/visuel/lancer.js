/** `npm run visuel` : compare les pages des exemples aux images acceptées ; `-- --accepter` garde les nouvelles. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [option, ...reste] = process.argv.slice(2);
if ((option !== undefined && option !== '--accepter') || reste.length > 0) {
  console.error('Usage : npm run visuel, ou npm run visuel -- --accepter');
  process.exit(2);
}
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'systeme', 'test/visuel'], {
  cwd: fileURLToPath(new URL('../../', import.meta.url)),
  stdio: 'inherit',
  env: option === '--accepter' ? { ...process.env, CTG_MAJ: '1' } : process.env,
});
process.exit(status ?? 1);
