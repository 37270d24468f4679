import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXIT_TEXTS } from '../../src/cli/exit.ts';
import { RACINE } from '../cli/outils.ts';
import { codeFiles, read, roomOf } from './scan.ts';

const blocs = (text: string, langue: string): string[] => [...text.matchAll(new RegExp(`^\`\`\`${langue}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map((m) => m[1] ?? '');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/README.md', 'src/README.md', ...readdirSync(path.join(RACINE, 'docs/reference')).map((f) => `docs/reference/${f}`)];

/** Leurs liens et leurs blocs de code : test/documentation. */
describe('les pages écrites', () => {
  it('README : deux commandes, chacune seule dans son bloc, dont les scripts existent', () => {
    const [exemple, essais] = blocs(read('README.md'), 'sh').map((b) => b.trim());
    expect([exemple, essais]).toEqual(['npm ci && npm run exemple', 'npm ci && npm test']);
    expect(scripts['exemple']).toMatch(/ctg\.js build examples\/creusot-montceau$/);
    expect(scripts['test']).toMatch(/npm run build && npm run typecheck && npm run lint && vitest run/);
  });

  it('README : les codes de sortie sont ceux du code', () => {
    for (const [code, text] of Object.entries(EXIT_TEXTS)) expect(read('README.md').replaceAll('`', '')).toContain(`| ${code} | ${text} |`);
  });

  it('les commandes npm citées existent', () => {
    const citees = PAGES.flatMap((page) => [...read(page).matchAll(/npm run ([\w:]+)/g)].map((m) => m[1] ?? ''));
    expect(citees.length).toBeGreaterThan(5);
    expect(citees.filter((nom) => scripts[nom] === undefined)).toEqual([]);
  });

  it('src/README.md nomme chaque pièce, et chaque fichier qu’il cite existe', () => {
    const page = read('src/README.md');
    const pieces = [...new Set(codeFiles('src').map((f) => roomOf(f) as string))].filter((p) => p !== 'api' && p !== 'render');
    expect(pieces.filter((piece) => !page.includes(`\`${piece}\``))).toEqual([]);
    const cites = [...page.matchAll(/`([a-z-]+(?:\/[a-z*-]+)*\/[\w-]+\.ts)`/g)].map((m) => m[1] ?? '').filter((f) => !f.includes('xxx'));
    expect(cites.length).toBeGreaterThan(15);
    expect(cites.filter((f) => !existsSync(path.join(RACINE, 'src', f)) && !existsSync(path.join(RACINE, f)))).toEqual([]);
  });
});
