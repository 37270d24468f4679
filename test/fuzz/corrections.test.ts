/** `--fix` au hasard : jamais pire qu'avant, une fois pour toutes, et rien d'autre que ce qu'il annonce. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Edit } from '../../src/base/correction.ts';
import { corriger } from '../../src/cli/corrections.ts';
import { compile, type CompileResult } from '../../src/pipeline/compile.ts';
import { hote } from '../golden/atelier.ts';
import { DOSSIER } from './dossiers.ts';
import { DELAI, tirages } from './tirages.ts';

/** Fautes que --fix sait corriger, et leurs voisines qu'il doit laisser. */
const FAUTE = fc.constantFrom<readonly [RegExp, (...vus: string[]) => string]>(
  [/(titre|nom|libelle|qualite|etape): (\p{L}[^\n{"':]*)$/mu, (_, cle, v) => `${cle as string}: Un : ${v as string}`],
  [/^( *)- (\p{L}[^\n{"':]*)$/mu, (_, marge, v) => `${marge as string}- Deux : ${v as string} : fin`],
  [/'?(\d{4})-(\d{2})-(\d{2})'?/, (_, a, m, j) => `${j as string}/${m as string}/${a as string}`],
  [/'?(\d{4})-(\d{2})-(\d{2})'?/, (_, a, m) => `31.${m as string}.${a as string}`],
  [/'?(\d{4})-(\d{2})-(\d{2})'?/, (_, a, m, j) => `${a as string}-${String(Number(m))}-${String(Number(j))}`],
  [/valeur: (\d+)/, (_, v) => `valeur: "${v as string},5"`],
  [/valeur: (\d+)/, (_, v) => `valeur: 1 ${v as string} 000`],
  [/valeur: ([\d.]+)/, (_, v) => `valeur: "${v as string} %" # note`],
  [/numero: '?([\d-]+)'?/, (_, v) => `numero: ${(v as string).replaceAll('-', '')}`],
  [/(insee|siren): ["']?(\d+)["']?/, (_, cle, v) => `${cle as string}: ${v as string}`],
  [/(prenom|nom): (\p{L}+)$/mu, (_, cle) => `${cle as string}: 007`],
  [/(prenom|nom): (\p{L}+)$/mu, (_, cle) => `${cle as string}: true`],
  [/commune: (\p{L}[^\n}]*)$/mu, (_, v) => `commune: ${(v as string).toLowerCase()}`],
  [/commune: (\p{L}[^\n}]*)$/mu, (_, v) => `commune: '${(v as string).toUpperCase().replaceAll('-', ' ').replaceAll("'", "''")}'`],
  [/titre: ([^\n]*)$/m, (_, v) => `titre: ${v as string} "cité" : \\ et ‹ fin`],
  [/\n/, () => '\r\n'],
);

const RANG: Readonly<Record<string, number>> = { CTG1: 0, CTG2: 1 };
/** Jusqu'où un fichier est lu : 0, sa syntaxe est fautive ; 1, sa forme ; 2, il est entier. */
const lu = (r: CompileResult, fichier: string): number => Math.min(2, ...r.diagnostics.filter((d) => d.severity === 'erreur' && d.span?.file === fichier).map((d) => RANG[d.code.slice(0, 4)] ?? 2));
const formes = (r: CompileResult, fichier: string): number => r.diagnostics.filter((d) => d.code.startsWith('CTG2') && d.severity === 'erreur' && d.span?.file === fichier).length;
const codes = (r: CompileResult): ReadonlySet<string> => new Set(r.diagnostics.filter((d) => d.severity === 'erreur').map((d) => d.code));

/** Le texte d'après est-il celui d'avant, certains endroits annoncés remplacés, et eux seuls ? */
function seulementAnnonces(avant: string, apres: string, edits: readonly Edit[]): boolean {
  const tries = [...new Map(edits.map((e) => [`${String(e.span.start)} ${String(e.span.end)} ${e.text}`, e])).values()].sort((a, b) => a.span.start - b.span.start);
  const suite = (i: number, at: number, ou: number): boolean => {
    const edit = tries[i];
    if (edit === undefined) return avant.slice(at) === apres.slice(ou);
    if (edit.span.start < at) return suite(i + 1, at, ou);
    const intact = avant.slice(at, edit.span.start);
    if (apres.slice(ou, ou + intact.length) !== intact) return false;
    const la = ou + intact.length;
    return (apres.startsWith(edit.text, la) && suite(i + 1, edit.span.end, la + edit.text.length)) || suite(i + 1, at, ou);
  };
  return suite(0, 0, 0);
}

it('corrections : jamais pire, une fois pour toutes, rien d’autre', async () => {
  let corriges = 0;
  await fc.assert(
    fc.asyncProperty(DOSSIER, fc.array(fc.tuple(fc.nat(), FAUTE, fc.boolean()), { minLength: 1, maxLength: 12 }), async (dossier, fautes) => {
      const textes = new Map<string, Uint8Array | string>(Object.entries(dossier));
      const sources = [...textes.keys()].filter((f) => /\.(yaml|md)$/.test(f));
      for (const [n, [motif, remplacer], partout] of fautes) {
        const fichier = sources[n % sources.length] as string;
        const avant = textes.get(fichier) as Uint8Array | string;
        const texte = typeof avant === 'string' ? avant : new TextDecoder().decode(avant);
        textes.set(fichier, texte.replace(partout ? new RegExp(motif, `g${motif.flags}`) : motif, remplacer));
      }
      const fichiers = Object.fromEntries(textes);
      const passages: CompileResult[] = [];
      const done = await corriger(hote(fichiers), async (host) => {
        const r = await compile(host, { targets: [] });
        passages.push(r);
        return r;
      });
      const avant = passages[0] as CompileResult;
      const apres = passages.at(-1) as CompileResult;
      // De passage en passage, chaque texte ne change qu'aux endroits annoncés.
      for (const [i, suivant] of passages.slice(1).entries()) {
        const r = passages[i] as CompileResult;
        for (const [path, source] of suivant.sources) {
          const ancien = r.sources.get(path);
          if (ancien === undefined || path.startsWith('templates/')) continue;
          const edits = r.diagnostics.flatMap((d) => (d.span?.file === path ? (d.correction?.edits ?? []) : []));
          expect(edits.every((e) => e.span.file === path && e.span.end <= ancien.text.length), path).toBe(true);
          expect(seulementAnnonces(ancien.text, source.text, edits), path).toBe(true);
        }
      }
      const touches = new Set(done.map((c) => c.path));
      for (const { path, avant: a, apres: b, faites } of done) {
        corriges++;
        expect(b).not.toBe(a);
        expect(faites.length).toBeGreaterThan(0);
        expect(lu(apres, path), path).toBeGreaterThanOrEqual(lu(avant, path));
        if (lu(apres, path) === 1 && lu(avant, path) === 1) expect(formes(apres, path), path).toBeLessThanOrEqual(formes(avant, path));
      }
      // Un fichier mieux lu laisse parler d'autres contrôles. Si tous étaient lus, aucune sorte d'erreur n'est nouvelle.
      if ([...touches].every((f) => lu(avant, f) === 2)) for (const code of codes(apres)) expect(codes(avant)).toContain(code);
      // Ce qui n'est pas touché ne se lit pas autrement.
      for (const f of avant.sources.keys()) if (!touches.has(f)) expect(formes(apres, f) + lu(apres, f), f).toBe(formes(avant, f) + lu(avant, f));
      const encore = await corriger(hote({ ...fichiers, ...Object.fromEntries(done.map((c) => [c.path, c.apres])) }), (host) => compile(host, { targets: [] }));
      expect(encore).toEqual([]);
    }),
    tirages(60),
  );
  console.log('fichiers corrigés', corriges);
  expect(corriges).toBeGreaterThan(20);
}, DELAI);
