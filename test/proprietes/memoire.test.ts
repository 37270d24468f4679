/** Des passages répétés avec mémoire valent chacun une première lecture, faite par un ctg qui n'a encore rien lu. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { memeSuite, parLecture, parObjet, parTexte } from '../../src/base/memoire.ts';
import { memoryHost } from '../../src/host/memory.ts';
import { nodeHost } from '../../src/host/node.ts';
import { residentHost } from '../../src/host/resident.ts';
import { openApercu } from '../../src/pipeline/apercu.ts';
import { memoryCache } from '../../src/pipeline/cache.ts';
import { compile, type Stade } from '../../src/pipeline/compile.ts';
import { RACINE } from '../cli/outils.ts';
import { type Fichiers, fichiersExemple } from '../golden/atelier.ts';
import { DELAI, tirages } from './tirages.ts';

const minimal = fichiersExemple('minimal');
const NOMS = Object.keys(minimal);
const texte = (contenu: string | Uint8Array | undefined): string => (typeof contenu === 'string' ? contenu : new TextDecoder().decode(contenu));
const livres = residentHost(nodeHost(RACINE, { packageRoot: RACINE, env: {} }));
const hote = (files: Fichiers) => memoryHost({ files, resources: livres });

/** Tout ce qu'un passage donne à voir : constats, arbre, morceaux de la page. */
type Passage = Pick<typeof import('../../src/pipeline/compile.ts'), 'compile'> & Pick<typeof import('../../src/pipeline/apercu.ts'), 'openApercu'>;
async function voir({ compile: lire, openApercu: ouvrir }: Passage, files: Fichiers, stade: Stade | null = null, cache?: ReturnType<typeof memoryCache>): Promise<unknown> {
  const host = hote(files);
  const { diagnostics, tree, projet } = await lire(host, { targets: [], ...(stade === null ? {} : { stade }), ...(cache === undefined ? {} : { cache }) });
  const apercu = tree === null ? null : (await ouvrir(host)).render(tree, projet.habillage);
  return { diagnostics, tree, apercu };
}

/** Un ctg neuf : ses modules sont relus, aucun n'a de mémoire. */
async function neuf(): Promise<Passage> {
  vi.resetModules();
  const [{ compile: lire }, { openApercu: ouvrir }] = await Promise.all([import('../../src/pipeline/compile.ts'), import('../../src/pipeline/apercu.ts')]);
  expect(lire).not.toBe(compile);
  return { compile: lire, openApercu: ouvrir };
}

const geste = fc.oneof(
  { weight: 4, arbitrary: fc.record({ genre: fc.constant('mot' as const), nom: fc.constantFrom(...NOMS.filter((n) => n.endsWith('.md'))), ou: fc.nat(), mot: fc.constantFrom(' Relais ', ' X', 'à compléter ', ' CEJ ', '\n\n## Suite\n\n', ' « oui » ', '12 345 ', ' Mme Claire Petit ') }) },
  { weight: 3, arbitrary: fc.record({ genre: fc.constant('valeur' as const), nom: fc.constantFrom(...NOMS.filter((n) => n.endsWith('.yaml'))), ou: fc.nat(), mot: fc.constantFrom('x', '1', ' bis', 'É') }) },
  { weight: 1, arbitrary: fc.record({ genre: fc.constant('faute' as const), nom: fc.constantFrom(...NOMS), ou: fc.nat(), mot: fc.constant('\nfaute: [\n') }) },
  { weight: 1, arbitrary: fc.record({ genre: fc.constant('retrait' as const), nom: fc.constantFrom(...NOMS), ou: fc.nat(), mot: fc.constant('') }) },
  { weight: 2, arbitrary: fc.record({ genre: fc.constant('retour' as const), nom: fc.constantFrom(...NOMS), ou: fc.nat(), mot: fc.constant('') }) },
);

function appliquer(files: Fichiers, { genre, nom, ou, mot }: { readonly genre: string; readonly nom: string; readonly ou: number; readonly mot: string }): Fichiers {
  const avant = texte(files[nom] ?? minimal[nom]);
  if (genre === 'retrait') return Object.fromEntries(Object.entries(files).filter(([n]) => n !== nom));
  if (genre === 'retour') return { ...minimal };
  if (genre === 'faute') return { ...files, [nom]: `${avant}${mot}` };
  if (genre === 'mot') return { ...files, [nom]: `${avant.trimEnd()}${mot}\n` };
  // Une valeur : la fin d'une ligne « clé: texte ».
  const fins = [...avant.matchAll(/: [^\n"[{|>]+$/gm)].map((m) => m.index + m[0].length);
  const at = fins[ou % Math.max(1, fins.length)] ?? avant.length;
  return { ...files, [nom]: `${avant.slice(0, at)}${mot}${avant.slice(at)}` };
}

describe('avec mémoire, comme une première fois', () => {
  it('après n’importe quelles modifications : mêmes constats, même arbre, mêmes morceaux', async () => {
    let actes = 0;
    let fautifs = 0;
    const cache = memoryCache();
    await voir({ compile, openApercu }, minimal, null, cache);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(geste, fc.constantFrom<Stade | null>(null, null, 'conseil', 'signature')), { minLength: 1, maxLength: 6 }), async (gestes) => {
        let files: Fichiers = { ...minimal };
        let dernier: unknown;
        for (const [g, stade] of gestes) {
          files = appliquer(files, g);
          dernier = await voir({ compile, openApercu }, files, stade, cache);
        }
        expect(dernier).toEqual(await voir(await neuf(), files, gestes.at(-1)?.[1]));
        if ((dernier as { tree: unknown }).tree === null) fautifs++;
        else actes++;
      }),
      tirages(12),
    );
    expect(actes).toBeGreaterThan(1);
    expect(fautifs).toBeGreaterThan(1);
  }, 4 * DELAI);
});

describe('les mémoires', () => {
  it('un texte n’est lu qu’une fois, et la mémoire reste bornée', () => {
    const lus: string[] = [];
    const lire = parTexte((t) => {
      lus.push(t);
      return t.length;
    }, 200);
    expect([lire('abc'), lire('abc')]).toEqual([3, 3]);
    expect(lus).toEqual(['abc']);
    for (let i = 0; i < 40; i++) lire(`texte ${i}`);
    lus.length = 0;
    // Oublié après deux générations, relu sans rien dire d'autre.
    expect(lire('abc')).toBe(3);
    expect(lus).toEqual(['abc']);
    expect(lire('texte 39')).toBe(8);
    expect(lus).toEqual(['abc']);
  });

  it('deux objets de même contenu ont chacun leur entrée', () => {
    let fois = 0;
    const lire = parObjet(({ n }: { readonly n: number }) => [n, ++fois]);
    const [un, autre] = [{ n: 1 }, { n: 1 }];
    expect([lire(un), lire(un), lire(autre)]).toEqual([[1, 1], [1, 1], [1, 2]]);
  });

  it('un calcul ne recommence que si ce qu’il a lu a changé', () => {
    let fois = 0;
    const lire = parLecture((etat: { readonly a: object; readonly b: object; readonly choisir: (nom: string) => object }) => {
      fois += 1;
      return [fois, etat.a, etat.choisir('x')];
    });
    const [a, x, y] = [{}, {}, {}];
    const choisir = (nom: string): object => (nom === 'x' ? x : {});
    const premier = lire({ a, b: {}, choisir });
    // Ni « b », ni la fonction elle-même, ni ce qu'elle rendrait pour un autre nom ne comptent.
    expect(lire({ a, b: {}, choisir: (nom) => (nom === 'x' ? x : y) })).toBe(premier);
    expect(lire({ a, b: {}, choisir: () => y })).toEqual([2, a, y]);
    expect(lire({ a: y, b: {}, choisir })).toEqual([3, y, x]);
    // Les dernières lectures sont retenues, et pas plus.
    expect(lire({ a, b: {}, choisir })).toBe(premier);
    for (let i = 0; i < 10; i++) lire({ a: {}, b: {}, choisir });
    expect(lire({ a, b: {}, choisir })).not.toBe(premier);
  });

  it('un calcul dans un autre : ce que lit le second compte pour le premier', () => {
    const dedans = parLecture((etat: { readonly a: object }) => [etat.a]);
    let fois = 0;
    const dehors = parLecture((etat: { readonly a: object }) => [++fois, dedans(etat)]);
    const [a, b] = [{}, {}];
    dedans({ a });
    expect([dehors({ a }), dehors({ a }), dehors({ a: b })]).toEqual([[1, [a]], [1, [a]], [2, [b]]]);
  });

  it('une lecture qui échapperait à la mémoire est une panne', () => {
    const etat = { a: 1 };
    expect(() => parLecture((e: typeof etat) => Object.keys(e))(etat)).toThrow(/propriété par propriété/);
    expect(() => parLecture((e: typeof etat) => ({ ...e }))(etat)).toThrow(/propriété par propriété/);
    expect(() => parLecture((e: typeof etat) => 'a' in e)(etat)).toThrow(/propriété par propriété/);
    expect(() => parLecture((e: typeof etat) => () => e.a)(etat)()).toThrow(/a est lu après le calcul/);
  });

  it('une suite aux mêmes éléments est la même suite', () => {
    const meme = memeSuite<object>();
    const [a, b] = [{}, {}];
    const suite = meme([a, b]);
    expect(meme([a, b])).toBe(suite);
    expect([meme([b, a]), meme([a])]).toEqual([[b, a], [a]]);
    expect(meme([a, b])).toBe(suite);
  });
});
