import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Dossier du paquet d'où vient un fichier empaqueté, ou null s'il est de ctg. */
function packageOf(input) {
  const at = input.lastIndexOf('node_modules/');
  if (at === -1) return null;
  const [first, second] = input.slice(at + 'node_modules/'.length).split('/');
  return input.slice(0, at) + path.posix.join('node_modules', first.startsWith('@') ? `${first}/${second}` : first);
}

/** Les licences des paquets dont le code est repris dans dist/ : elles demandent à suivre leur code. */
export function licences(inputs, root) {
  const packages = [...new Set(inputs.map(packageOf).filter((p) => p !== null))].sort();
  const texts = packages.map((directory) => {
    const full = path.join(root, directory);
    const { name, version, license } = JSON.parse(readFileSync(path.join(full, 'package.json'), 'utf8'));
    const file = readdirSync(full).find((f) => /^licen[cs]e/i.test(f));
    const text = file !== undefined && existsSync(path.join(full, file)) ? readFileSync(path.join(full, file), 'utf8').trim() : '';
    return `## ${name} ${version} (${license})\n\n${text}`.trim();
  });
  return { count: packages.length, text: `# Licences des paquets repris dans ce dossier\n\n${texts.join('\n\n')}\n` };
}
