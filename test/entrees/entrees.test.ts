import { describe, expect, it } from 'vitest';
import { CAS } from './cas.ts';
import { MINIMAL } from './fautes.ts';
import { assembler, enLigne, simple, valider } from './territoire.ts';

/** Ce qu'un message ne doit jamais contenir : du jargon d'outil, une trace, une typographie de machine. */
const INTERDITS: readonly (readonly [RegExp, string])[] = [
  [/\bat .*\(.*:\d+:\d+\)|\.ts:\d|Error:/, 'une trace d’exécution'],
  [/\bundefined\b|\[object|\bNaN\b/, 'une valeur du programme'],
  [/\b(Invalid|Expected|Unrecognized|Nested|Implicit|Unexpected)\b/, 'de l’anglais de bibliothèque'],
  [/ [;!?](?:\s|$)/, 'une espace sécable devant ; ! ou ?'],
  [/[a-zàâéèêîôû]'[a-zàâéèêîôû]/, 'une apostrophe droite'],
];

/** Ce que les règles du fond disent déjà du territoire sain : elles s'enrichissent, les entrées n'y sont pour rien. */
const connus = new Set((await valider(MINIMAL)).diagnostics.filter((d) => d.code.startsWith('CTG4')).map((d) => d.code));

describe.each(Object.entries(CAS))('%s', (_, liste) => {
  it.each(liste.map((cas) => [cas.quand, cas] as const))('%s', async (__, cas) => {
    const { diagnostics: tous, sources, outputs } = await valider(assembler(MINIMAL, cas.fichiers));
    const diagnostics = tous.filter((d) => !connus.has(d.code));
    expect(outputs).toEqual([]);
    expect(diagnostics.map((d) => enLigne(d, sources))).toEqual(cas.constats);
    const [premier] = diagnostics;
    if (premier !== undefined) {
      expect(simple(premier.message)).toBe(cas.dit);
      expect(premier.hint === null ? null : simple(premier.hint)).toBe(cas.conseil);
    }
    for (const { message, hint, title } of diagnostics) {
      // Ce qui est cité entre guillemets est de l'auteur, non de ctg.
      const notre = `${title}\n${message}\n${hint ?? ''}`.replace(/«\u00A0.*?\u00A0»|"[^"]*"|'[^']*'$/g, '«»');
      for (const [motif, quoi] of INTERDITS) expect(notre, quoi).not.toMatch(motif);
      expect(message.length, 'un message se lit d’un coup d’œil').toBeLessThan(400);
      expect(message).toMatch(/^[\p{Lu}«\d-]|^[\w./-]+\.\w+ |^ctg |^signataires/u);
      expect(message.endsWith('.')).toBe(true);
      expect(hint, 'chaque constat dit quoi faire').not.toBeNull();
    }
  });
});

it('les cas sont assez nombreux, et chacun dit une faute différente', () => {
  const all = Object.values(CAS).flat();
  expect(all.length).toBeGreaterThan(180);
  expect(new Set(all.map((c) => c.quand)).size).toBe(all.length);
  const codes = new Set(all.flatMap((c) => c.constats.map((x) => x.split(' ')[1])));
  expect(codes.size).toBeGreaterThan(40);
});

it('le territoire sain n’a pas d’erreur', async () => {
  const { diagnostics, tree } = await valider(MINIMAL);
  expect(diagnostics.filter((d) => d.severity === 'erreur' || !connus.has(d.code))).toEqual([]);
  expect(tree?.pieces.length).toBeGreaterThan(20);
});

describe('lectures refusées par le système', () => {
  const cas: readonly (readonly [string, Parameters<typeof valider>[1], string, string])[] = [
    ['un fichier dont l’accès est refusé', { 'territoire.yaml': 'denied' }, 'erreur CTG0003 territoire.yaml', 'Impossible de lire territoire.yaml : l’accès est refusé.'],
    ['un fichier que le disque ne rend pas', { 'plan/plan.yaml': 'unreadable' }, 'erreur CTG0003 plan/plan.yaml', 'Impossible de lire plan/plan.yaml : le disque ne le rend pas.'],
    ['un fichier qui disparaît', { 'plan/plan.yaml': 'absent' }, 'erreur CTG0003 plan/plan.yaml', 'Impossible de lire plan/plan.yaml : il a disparu pendant la lecture, ou c’est un lien qui ne mène nulle part.'],
    ['un dossier à la place d’un fichier', { 'ctg.yaml': 'not-a-file' }, 'erreur CTG0003 ctg.yaml', 'Impossible de lire ctg.yaml : ce n’est pas un fichier, mais un dossier, un tube ou un périphérique.'],
    ['un lien qui sort du territoire', { 'plan/plan.yaml': 'outside' }, 'erreur CTG0007 plan/plan.yaml', '« plan/plan.yaml » mène hors du dossier du territoire.'],
    ['un dossier dont l’accès est refusé', { signataires: 'denied' }, 'erreur CTG0003 signataires', 'Impossible de lire le dossier signataires : l’accès est refusé.'],
    ['le territoire entier refusé', { '': 'denied' }, 'erreur CTG0003 /territoire', 'Impossible de lire le dossier /territoire : l’accès est refusé.'],
  ];
  it.each(cas)('%s : un constat, pas un de plus', async (_, failures, constat, dit) => {
    const { diagnostics: tous, sources } = await valider(MINIMAL, failures);
    const diagnostics = tous.filter((d) => !connus.has(d.code));
    expect(diagnostics.map((d) => enLigne(d, sources))).toEqual([constat]);
    expect(simple(diagnostics[0]?.message ?? '')).toBe(dit);
  });
});
