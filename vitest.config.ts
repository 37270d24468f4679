import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };
/** L'intégration continue compte les essais d'après ce fichier. */
const json = process.env['CTG_ESSAIS_JSON'];

/** Essais qui demandent des outils du système : LibreOffice, Java, poppler, Chromium. */
const SYSTEME = ['test/word/**/*.test.ts', 'test/systeme/**/*.test.ts', 'test/documentation/blocs.test.ts', 'test/visuel/**/*.test.ts'];
/** Épreuves en vraie grandeur : `npm run stress`, plusieurs minutes. */
const EPREUVES = ['test/epreuves/**/*.test.ts'];

export default defineConfig({
  define: { CTG_VERSION: JSON.stringify(version) },
  test: {
    reporters: json === undefined ? ['default'] : ['default', ['json', { outputFile: json }]],
    // Un instantané absent est un échec, jamais une création silencieuse.
    update: 'none',
    // Sur deux cœurs, Vitest n'en prendrait qu'un.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'unitaires', include: ['test/**/*.test.ts'], exclude: [...SYSTEME, ...EPREUVES], testTimeout: 60_000, hookTimeout: 60_000 } },
      { extends: true, test: { name: 'epreuves', include: EPREUVES, testTimeout: 1_800_000 } },
      { extends: true, test: { name: 'systeme', include: SYSTEME, testTimeout: 180_000, hookTimeout: 180_000 } },
    ],
  },
});
