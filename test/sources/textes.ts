/** Des textes d'auteur, sains et abîmés : de quoi comparer les lecteurs courts aux bibliothèques complètes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { RACINE } from '../golden/atelier.ts';

/** Les textes livrés, en suffixe `.yaml` ou `.md` : exemples, fautes, modèles, clauses. */
export function textes(extension: string): readonly string[] {
  const found = ['examples', 'templates'].flatMap((d) => readdirSync(path.join(RACINE, d), { recursive: true, encoding: 'utf8' }).map((f) => path.join(d, f))).filter((f) => f.endsWith(extension) && !/[\\/](?:attendu|sortie)[\\/]/.test(f)).sort();
  if (found.length < 20) throw new Error(`seulement ${String(found.length)} textes en ${extension}`);
  return found.map((file) => readFileSync(path.join(RACINE, file), 'utf8'));
}

/** Un texte où l'on a inséré, ôté ou remplacé quelques signes choisis pour leur sens. */
export const abimes = (sources: readonly string[], signes: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...sources),
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.integer({ min: 0, max: 6 }), fc.constantFrom(...signes, '')), { maxLength: 3 }),
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.integer({ min: 20, max: 900 })),
    )
    .map(([source, gestes, [debut, longueur]]) => {
      const lignes = source.split('\n');
      const from = Math.floor(debut * lignes.length);
      // Un bout de texte : les fautes y pèsent, et la lecture complète reste rapide.
      const bout = lignes.slice(from, from + Math.ceil(longueur / 30));
      const retrait = /^ */.exec(bout[0] ?? '')?.[0].length ?? 0;
      let text = bout.map((ligne) => ligne.slice(Math.min(retrait, ligne.length - ligne.trimStart().length))).join('\n');
      for (const [where, oter, signe] of gestes) {
        const at = Math.floor(where * (text.length + 1));
        text = text.slice(0, at) + signe + text.slice(at + oter);
      }
      return text;
    });
