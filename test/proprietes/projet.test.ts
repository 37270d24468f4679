/** Propriétés du chemin entier : jamais de panne, des endroits justes, la même réponse avec et sans mémoire. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryCache } from '../../src/pipeline/cache.ts';
import type { CompileResult } from '../../src/pipeline/compile.ts';
import { compiler, type Fichiers, fichiersExemple } from '../golden/atelier.ts';
import { DELAI, tirages } from './tirages.ts';

const minimal = fichiersExemple('minimal');
const NOMS = Object.keys(minimal);
const texte = (nom: string): string => new TextDecoder().decode(minimal[nom]);

/** Chaque constat montre un endroit qui existe. */
function endroits({ diagnostics, sources }: CompileResult): void {
  for (const { span, related, code } of diagnostics) {
    for (const place of [span, ...related.map((r) => r.span)]) {
      if (place === null) continue;
      const source = sources.get(place.file);
      expect(place.start, code).toBeGreaterThanOrEqual(0);
      expect(place.end, code).toBeGreaterThanOrEqual(place.start);
      // Un fichier illisible n'a pas de texte : on le montre en son début.
      if (source === undefined) expect(place, code).toMatchObject({ start: 0, end: 0 });
      else expect(place.end, `${code} ${place.file}`).toBeLessThanOrEqual(source.text.length);
    }
  }
}

const unNom = fc.constantFrom(...NOMS);
const morceauYaml = fc.constantFrom('', ' ', '\n', '  ', ':', ': ', '- ', '-', '#', '[', ']', '{', '}', '"', "'", '&a', '*a', '!!x', '|', '>', '%', '@', '`', '\t', '\r\n', '\u0000', '\uFEFF', 'null', '~', 'true', '1', '1e999', '2026-13-45', 'é', 'x', 'titre: ', '---\n', '...\n', '<<: ', '? ');

describe('n’importe quoi dans un fichier', () => {
  it('n’importe quels octets : des constats, jamais de panne', () =>
    fc.assert(
      fc.asyncProperty(unNom, fc.uint8Array({ maxLength: 200 }), async (nom, octets) => endroits(await compiler({ ...minimal, [nom]: octets }))),
      tirages(150),
    ), DELAI);

  it('un fichier coupé, mêlé, redoublé : des constats, jamais de panne', async () => {
    let fautifs = 0;
    await fc.assert(
      fc.asyncProperty(unNom, fc.nat(), fc.nat(40), fc.array(morceauYaml, { maxLength: 6 }), async (nom, ou, retire, ajoute) => {
        const avant = texte(nom);
        const at = ou % (avant.length + 1);
        const r = await compiler({ ...minimal, [nom]: `${avant.slice(0, at)}${ajoute.join('')}${avant.slice(at + retire)}` });
        endroits(r);
        if (r.diagnostics.length > 0) fautifs++;
        expect(r.outputs).toEqual([]);
      }),
      tirages(120),
    );
    expect(fautifs).toBeGreaterThan(30);
  }, DELAI);

  it('n’importe quelle valeur YAML de la bonne syntaxe : des constats, jamais de panne', () =>
    fc.assert(fc.asyncProperty(unNom.filter((n) => n.endsWith('.yaml')), fc.json({ maxDepth: 3 }), async (nom, json) => endroits(await compiler({ ...minimal, [nom]: json }))), tirages(150)), DELAI);

  it.each(['%', '"', "'", '[', '{', 'a: "', '@', '`', '- ', '? ', ': ', '&', '*', '!', '|', '>', 'a: [1', '\t', '---\n---', 'a: &x', '\u00A0', 'a:\n\tb: 1'])('un fichier réduit à « %s »', async (contenu) => {
    for (const nom of ['convention.yaml', 'plan/plan.yaml']) endroits(await compiler({ ...minimal, [nom]: contenu }));
    endroits(await compiler({ ...minimal, 'articles/objet.md': `---\n${contenu}\n---\ntexte` }));
  });
});

describe('n’importe quel texte d’auteur', () => {
  const morceau = fc.constantFrom('a', 'é ', '\n', '\n\n', '# ', '## ', '#### ', '##### ', '- ', '1. ', '> ', '```\n', '~~~', '    ', '\t', '* * *\n', '| a | b |\n|---|---|\n| 1 |\n', '**', '_', '`', '[', '](', ')', '[](article:duree)', '[](article:rien)', '[](chiffre:x/y)', '![](x.png)', '![a](', '<div>', '</div>', '<!-- x -->', '<!--', '&nbsp;', '&#0;', '\\', '[a]: http://x.fr\n', '[a]', '::texte-local\n', ':::encart\n', '---\n', '---\ntitre: x\n---\n', '\r\n', '\u0000', '\u2028', '😀', '[](compte:actions)', '<http://x.fr>', 'http://x.fr');
  it.each(['articles/champs-collectivite.md', 'annexes/plan-actions.md', 'diagnostic/01-portrait.md', 'fiches-actions/01-relais.md', 'enjeux.md'])('%s : jamais de panne', async (nom) => {
    let arbres = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(morceau, { maxLength: 25 }), async (morceaux) => {
        const entete = nom.startsWith('fiches') ? '---\nactions: [relais]\n---\n' : nom.startsWith('diagnostic') ? '---\ntitre: Portrait\n---\n' : nom === 'enjeux.md' ? '# Petite enfance\n- un enjeu\n\n' : '';
        const r = await compiler({ ...minimal, [nom]: `${entete}${morceaux.join('')}` });
        endroits(r);
        if (r.tree !== null) arbres++;
      }),
      tirages(40),
    );
    // Fiches et enjeux ont une forme imposée : la plupart des mélanges y sont des fautes.
    if (!nom.startsWith('fiches') && nom !== 'enjeux.md') expect(arbres).toBeGreaterThan(5);
  }, DELAI);
});

describe('la mémoire', () => {
  const instantane = (r: CompileResult): unknown => ({ diagnostics: r.diagnostics, tree: r.tree });
  const modification = fc.record({ nom: unNom, ou: fc.nat(), retire: fc.nat(12), ajoute: fc.constantFrom('', 'x', ' mot', '\n', '\n  ', ':', '2026', '# note\n'), sorte: fc.constantFrom('modifier', 'modifier', 'modifier', 'supprimer', 'rétablir') });

  it('après n’importe quelles modifications : mêmes constats et même arbre qu’à neuf', async () => {
    let arbres = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(modification, { minLength: 1, maxLength: 5 }), async (modifications) => {
        const cache = memoryCache();
        let files: Fichiers = minimal;
        await compiler(files, { cache });
        for (const { nom, ou, retire, ajoute, sorte } of modifications) {
          const avant = files[nom] === undefined ? '' : typeof files[nom] === 'string' ? (files[nom] as string) : new TextDecoder().decode(files[nom] as Uint8Array);
          const at = ou % (avant.length + 1);
          if (sorte === 'supprimer') files = Object.fromEntries(Object.entries(files).filter(([f]) => f !== nom));
          else files = { ...files, [nom]: sorte === 'rétablir' ? (minimal[nom] as Uint8Array) : `${avant.slice(0, at)}${ajoute}${avant.slice(at + retire)}` };
          const avec = await compiler(files, { cache });
          expect(instantane(avec)).toEqual(instantane(await compiler(files)));
          if (avec.tree !== null) arbres++;
        }
      }),
      tirages(25),
    );
    expect(arbres).toBeGreaterThan(8);
  }, DELAI);
});
