import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { STADES } from '../../schemas/ctg.ts';
import { enumeration } from '../../src/base/francais.ts';
import { analyze } from '../../src/pipeline/analyze.ts';
import { noCache } from '../../src/pipeline/cache.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { RULES } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { type Cas, lireCas, lirePage } from './pages.ts';
import { hote, MINIMAL, RACINE } from './projet.ts';

const DOSSIER = path.join(RACINE, 'src/rules');
const SECTIONS = ['Ce que la règle vérifie', 'Pourquoi', 'Exemple conforme', 'Exemple fautif', 'Comment corriger', 'Exceptions'];

/** Le même projet, comme il peut arriver d'une autre machine. */
const VARIANTES: Readonly<Record<string, (fichiers: Readonly<Record<string, string>>) => Record<string, string>>> = {
  'chemins posix': (f) => ({ ...f }),
  'chemins Windows': (f) => Object.fromEntries(Object.entries(f).map(([k, v]) => [k.replaceAll('/', '\\'), v])),
  'autre ordre des fichiers': (f) => Object.fromEntries(Object.entries(f).reverse()),
  'fins de ligne Windows': (f) => Object.fromEntries(Object.entries(f).map(([k, v]) => [k, v.replace(/\r?\n/g, '\r\n')])),
};

/** Le premier passage va jusqu'au document ; les autres s'arrêtent aux règles, qui seules en dépendent. */
async function constats(cas: Cas, nom: string): Promise<readonly string[]> {
  const [premiere] = Object.keys(VARIANTES);
  const host = hote((VARIANTES[nom] as (typeof VARIANTES)[string])({ ...MINIMAL, ...cas.fichiers }));
  const { diagnostics, sources } = nom === premiere ? await compile(host, { targets: [] }) : analyze(host, noCache);
  return diagnostics.map((d) => `${d.code} ${d.span === null ? '-' : `${d.span.file}:${String(sources.get(d.span.file)?.position(d.span.start).line)}`}`);
}

/** « erreur, à tous les stades », « aucune aux stades projet et conseil, avertissement ensuite »… */
function gravite({ severity }: Rule): string {
  const paliers: { readonly gravite: string; readonly stades: string[] }[] = [];
  for (const stade of STADES) {
    const nom = severity[stade] ?? 'aucune';
    if (paliers.at(-1)?.gravite === nom) paliers.at(-1)?.stades.push(stade);
    else paliers.push({ gravite: nom, stades: [stade] });
  }
  const [seul, ...autres] = paliers;
  if (seul !== undefined && autres.length === 0) return `Gravité\u00A0: ${seul.gravite}, à tous les stades.`;
  const dire = paliers.map(({ gravite: g, stades }, i) => (i === paliers.length - 1 ? `${g} ensuite` : `${g} ${stades.length > 1 ? 'aux stades' : 'au stade'} ${enumeration(stades)}`));
  return `Gravité\u00A0: ${dire.join(', ')}.`;
}

describe('registre des règles', () => {
  const fichiers = readdirSync(DOSSIER).filter((f) => f.startsWith('CTG'));

  it('compte au moins dix règles, chacune avec sa page', () => {
    expect(RULES.length).toBeGreaterThanOrEqual(10);
    expect(fichiers.sort()).toEqual(RULES.flatMap((r) => [`${r.code}-${r.slug}.md`, `${r.code}-${r.slug}.ts`]).sort());
  });

  it('compare les exemples à la géographie officielle, bâtie avec ctg', () => {
    expect(analyze(hote(MINIMAL), noCache).projet.geographie?.departement('Saône-et-Loire'), 'npm run build la produit').toBe('71');
  });

  it('range les codes dans l’ordre, sans doublon', () => {
    const codes = RULES.map((r) => r.code);
    expect(codes).toEqual([...new Set(codes)].sort());
    for (const code of codes) expect(code).toMatch(/^CTG4[0-4]\d\d$/);
  });
});

describe.each(RULES.map((r) => [r.code, r] as const))('%s', (code, rule) => {
  const page = lirePage(readFileSync(path.join(DOSSIER, `${code}-${rule.slug}.md`), 'utf8'));
  const section = (nom: string): readonly Cas[] => lireCas(page.sections.get(nom) ?? '');

  it('a une page complète, d’accord avec la règle', () => {
    expect([...page.sections.keys()]).toEqual(SECTIONS);
    expect(page.titre.startsWith(`# ${code} — ${rule.title}\n`)).toBe(true);
    expect(page.titre).toContain(gravite(rule));
    expect(page.titre).toMatch(/Référence du domaine\u00A0: (?:[FLC]\d+|R-SPPE|§\d)/);
  });

  for (const nom of Object.keys(VARIANTES)) {
    it(`se tait sur l’exemple conforme (${nom})`, async () => {
      const cas = section('Exemple conforme');
      expect(cas.length).toBeGreaterThan(0);
      for (const c of cas) {
        expect(c.marques).toEqual([]);
        expect(await constats(c, nom), c.nom).toEqual([]);
      }
    });

    it(`parle à la ligne marquée de l’exemple fautif (${nom})`, async () => {
      const cas = section('Exemple fautif');
      expect(cas.length).toBeGreaterThan(0);
      for (const c of cas) {
        expect(c.marques.length, c.nom).toBeGreaterThan(0);
        expect(c.marques.every((m) => m.code === code)).toBe(true);
        expect([...new Set(await constats(c, nom))].sort(), c.nom).toEqual(c.marques.map((m) => `${m.code} ${m.ou}`).sort());
      }
    });
  }
});
