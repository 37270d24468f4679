/** Les liens des pages mènent quelque part, jusqu'au titre visé ; les images sont là, décrites, et légères. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { RACINE } from '../cli/outils.ts';
import { NOMS } from '../images/catalogue.js';
import { lirePage, TOUTES } from './pages.ts';

/** L'ancre que GitHub et GitLab donnent à un titre. */
const ancre = (titre: string): string => titre.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase().replace(/[^\p{L}\p{N}\p{M} _-]/gu, '').trim().replaceAll(' ', '-');
const sansCode = (texte: string): string => texte.replace(/^( *)```[\s\S]*?^\1```$/gm, '').replace(/`[^`\n]*`/g, (c) => c.replace(/[[\]()]/g, ' '));

function ancresDe(page: string): ReadonlySet<string> {
  const vues = new Map<string, number>();
  const titres = [...lirePage(page).replace(/^( *)```[\s\S]*?^\1```$/gm, '').matchAll(/^#{1,6} (.*)$/gm)].map((m) => ancre(m[1] ?? ''));
  return new Set(titres.map((a) => {
    const n = vues.get(a) ?? 0;
    vues.set(a, n + 1);
    return n === 0 ? a : `${a}-${String(n)}`;
  }));
}

interface Lien {
  readonly page: string;
  readonly image: boolean;
  readonly texte: string;
  readonly cible: string;
  readonly ancre: string;
}

const LIEN = /(!?)\[((?:[^\]\\]|\\.)*)\]\(([^)\s#]*)(?:#([^)\s]*))?\)/g;
const liens: readonly Lien[] = TOUTES.flatMap((page) =>
  [...sansCode(lirePage(page)).matchAll(LIEN)]
    .filter((m) => !/^(https?|mailto):/.test(m[3] ?? ''))
    .map((m) => ({ page, image: m[1] === '!', texte: m[2] ?? '', cible: m[3] === '' ? page : path.posix.join(path.posix.dirname(page), decodeURIComponent(m[3] ?? '')), ancre: decodeURIComponent(m[4] ?? '') })),
);

describe('les liens de la documentation', () => {
  it('mènent à un fichier qui existe', () => {
    expect(liens.length).toBeGreaterThan(100);
    expect(liens.filter((l) => !existsSync(path.join(RACINE, l.cible))).map((l) => `${l.page} → ${l.cible}`)).toEqual([]);
  });

  it('et au titre qu’ils visent', () => {
    const vises = liens.filter((l) => l.ancre !== '' && l.cible.endsWith('.md'));
    expect(vises.length).toBeGreaterThan(0);
    expect(vises.filter((l) => !ancresDe(l.cible).has(l.ancre)).map((l) => `${l.page} → ${l.cible}#${l.ancre}`)).toEqual([]);
  });

  it('chaque page de docs se trouve depuis docs/README.md', () => {
    const vues = new Set(['docs/README.md']);
    for (const page of vues) for (const l of liens) if (l.page === page && l.cible.endsWith('.md')) vues.add(l.cible);
    const perdues = TOUTES.filter((p) => p.startsWith('docs/') && !vues.has(p));
    expect(vues.size).toBeGreaterThan(100);
    expect(perdues).toEqual([]);
  });
});

describe('les images de la documentation', () => {
  const citees = liens.filter((l) => l.image);
  const IMAGES = 'docs/images';
  const presentes = readdirSync(path.join(RACINE, IMAGES)).map((nom) => `${IMAGES}/${nom}`);

  it('sont décrites, en une phrase ou presque', () => {
    expect(citees.length).toBeGreaterThan(8);
    expect(citees.filter((l) => l.texte.trim().split(/\s+/).length < 6).map((l) => `${l.page} → ${l.cible}`)).toEqual([]);
  });

  it('sont celles que le script refait, et toutes servent', () => {
    expect(presentes).toEqual(NOMS.map((nom) => `${IMAGES}/${nom}.png`).sort());
    expect(presentes.filter((file) => !citees.some((l) => l.cible === file))).toEqual([]);
  });

  it('restent légères', () => {
    const poids = presentes.map((file) => statSync(path.join(RACINE, file)).size);
    expect(Math.max(...poids)).toBeLessThan(150_000);
    expect(poids.reduce((a, b) => a + b, 0)).toBeLessThan(1_200_000);
  });
});
