import { build, transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { RACINE } from '../cli/outils.ts';
import { codeFiles, type Import, importsOf, read, roomOf } from './scan.ts';

interface Regle {
  /** Pièces dont elle emploie le code. */
  readonly pieces: readonly string[];
  /** Pièces dont elle n'emploie que les types. */
  readonly types?: readonly string[];
  readonly paquets?: readonly string[];
  /** Ce qu'il faut faire quand la règle est franchie. */
  readonly conseil: string;
}

const RENDU = 'Un rendu ne connaît que l’arbre : ajoutez au nœud de src/document/arbre.ts ce qui lui manque.';
const FICHIERS = ['node:fs', 'node:path'];

/** Qui peut importer qui. La page src/README.md dit pourquoi. */
const REGLES: Readonly<Record<string, Regle>> = {
  schemas: { pieces: [], paquets: ['zod'], conseil: 'Un schéma décrit la forme d’un fichier et rien d’autre ; un contrôle croisé est une règle (src/rules).' },
  base: { pieces: [], conseil: 'base ne dépend de rien : mettez ce code dans la pièce qui l’emploie.' },
  host: { pieces: ['base'], paquets: [...FICHIERS, 'node:crypto'], conseil: 'L’hôte ne sait rien des étapes du compilateur.' },
  sources: { pieces: ['base', 'host'], paquets: ['node:zlib', 'mdast', 'mdast-util-gfm-footnote', 'mdast-util-gfm-table', 'micromark-extension-gfm-footnote', 'micromark-extension-gfm-table', 'remark-frontmatter', 'remark-parse', 'unified', 'yaml'], conseil: 'Lire ne valide pas : la forme est l’affaire de validate, les liens celle de resolve.' },
  geographie: { pieces: ['base'], conseil: 'La géographie officielle ne connaît pas le projet.' },
  validate: { pieces: ['base', 'schemas', 'sources'], paquets: ['zod'], conseil: 'La validation ne voit qu’un fichier à la fois : entre deux fichiers, c’est resolve ou une règle.' },
  resolve: { pieces: ['base', 'schemas', 'geographie'], paquets: ['mdast'], conseil: 'resolve reçoit des valeurs typées : il ne lit ni texte ni disque.' },
  rules: { pieces: ['base', 'schemas', 'resolve', 'geographie'], paquets: ['mdast'], conseil: 'Une règle ne lit que le projet résolu.' },
  model: { pieces: ['base', 'resolve'], types: ['schemas'], conseil: 'Le modèle calcule à partir du projet résolu, sans rien lire ni rendre.' },
  archive: { pieces: ['base'], paquets: ['fflate'], conseil: 'L’archive ne connaît que des noms et des octets.' },
  fmt: { pieces: ['sources'], paquets: ['mdast', 'yaml'], conseil: 'La mise en forme va d’un texte à un texte de même sens.' },
  reprise: { pieces: ['base'], types: ['schemas'], paquets: ['csv-parse', 'fflate', 'saxes', 'yaml'], conseil: 'La reprise lit les octets d’un tableau et rend des textes ; ce qu’elle sait du territoire lui est donné.' },
  preuve: { pieces: ['base', 'archive', 'document', 'host', 'resolve'], types: ['schemas'], paquets: ['fflate', 'pdf-lib', 'diff'], conseil: 'La preuve lit des arbres et des octets ; ce qu’il faut recompiler lui est donné.' },
  document: { pieces: ['base'], paquets: ['mdast'], conseil: 'L’arbre ne dépend ni du modèle, ni des clauses, ni d’un rendu.' },
  template: {
    pieces: ['base', 'model', 'document', 'sources', 'resolve'],
    types: ['schemas'],
    paquets: ['handlebars', 'mdast', 'mdast-util-directive', 'micromark-extension-directive', 'remark-parse', 'unified'],
    conseil: 'Les clauses produisent l’arbre ; elles ne rendent rien.',
  },
  graphiques: { pieces: ['base', 'document'], paquets: ['d3-geo', 'd3-scale', 'd3-shape'], conseil: 'Un dessin ne connaît que ses données et son habillage : le reste est au rendu.' },
  render: { pieces: ['graphiques'], types: [], conseil: RENDU },
  'render/html': { pieces: ['base', 'document', 'graphiques', 'render'], conseil: RENDU },
  'render/pdf': { pieces: ['base', 'conformite', 'document', 'graphiques', 'render'], paquets: ['pdfmake', 'pdf-lib', 'fflate', 'hyphen', 'node:crypto', 'node:module'], conseil: RENDU },
  'render/tableaux': { pieces: ['base', 'document', 'render'], conseil: RENDU },
  conformite: { pieces: ['base'], paquets: ['pdf-lib', 'saxes', 'node:zlib'], conseil: 'Le contrôle d’un PDF ne sait pas qui l’a écrit : il lit des octets.' },
  report: { pieces: ['base'], conseil: 'Un rapport est une fonction pure des constats et des textes.' },
  pipeline: {
    pieces: ['base', 'conformite', 'sources', 'geographie', 'validate', 'resolve', 'rules', 'model', 'document', 'template', 'render', 'render/html', 'render/pdf', 'render/tableaux', 'host', 'schemas', 'archive', 'preuve', 'reprise', 'fmt'],
    paquets: ['pdf-lib', 'yaml'],
    conseil: 'La route relie les étapes ; elle ne touche au dehors que par l’hôte.',
  },
  init: { pieces: ['base', 'geographie', 'sources'], types: ['schemas'], paquets: ['yaml'], conseil: 'Un territoire neuf se compose en mémoire ; c’est la ligne de commande qui pose les questions et écrit.' },
  preview: { pieces: ['base', 'host', 'pipeline', 'report'], types: ['document'], paquets: ['node:http', 'node:path', 'node:worker_threads'], conseil: 'La page vivante montre ce que compile() rend ; elle ne lit aucun fichier elle-même.' },
  'preview/page': { pieces: [], types: ['preview'], paquets: ['pdfjs-dist'], conseil: 'Ce code court dans un navigateur : du serveur, il ne connaît que les types de state.ts.' },
  cli: { pieces: ['base', 'conformite', 'host', 'init', 'pipeline', 'preview', 'report', 'reprise', 'sources'], paquets: [...FICHIERS, 'node:child_process', 'node:os', 'node:readline/promises', 'commander', 'chokidar', 'diff'], conseil: 'La ligne de commande passe par compile() ; de sources, elle ne prend que la liste des dossiers (places.ts).' },
  api: { pieces: ['base', 'host', 'pipeline'], conseil: 'src/index.ts ne fait que montrer l’API.' },
  tooling: {
    pieces: ['base', 'cli', 'conformite', 'model', 'report', 'resolve', 'rules', 'schemas', 'sources', 'validate'],
    paquets: ['esbuild', 'zod', ...FICHIERS, 'node:module', 'node:url'],
    conseil: 'L’outillage produit des fichiers d’après le code ; rien du compilateur ne dépend de lui.',
  },
};

const fichiers = [...codeFiles('src'), ...codeFiles('schemas')];
const imports = fichiers.flatMap(importsOf);
const dire = (i: Import): string => `${i.from} → ${i.to}`;

function franchit(i: Import): string | null {
  const room = roomOf(i.from) ?? '';
  const regle = REGLES[room];
  if (regle === undefined) return `${dire(i)} : la pièce « ${room} » n’est pas dans la table de ce fichier ; ajoutez-la, et à src/README.md.`;
  const cible = roomOf(i.to);
  if (cible === room) return null;
  const admis = cible === null ? [...(regle.paquets ?? [])] : [...regle.pieces, ...(i.typeOnly ? (regle.types ?? []) : [])];
  return admis.includes(cible ?? i.to) ? null : `${dire(i)} : interdit. ${regle.conseil}`;
}

/** Chargés d'un bloc, au besoin, par render/pdf : eux peuvent employer pdf-lib tout de suite. */
const APART: ReadonlySet<string> = new Set(['src/render/pdf/overlay.ts', 'src/render/pdf/bookmarks.ts']);

describe('les frontières', () => {
  it('ont vu le code : plus de cent imports, chaque pièce, et tous ceux que voit esbuild', async () => {
    expect(imports.length).toBeGreaterThan(300);
    expect([...new Set(fichiers.map((f) => roomOf(f) as string))].sort()).toEqual(Object.keys(REGLES).sort());
    const { metafile } = await build({ absWorkingDir: RACINE, entryPoints: ['src/index.ts', 'src/cli/main.ts', 'src/preview/worker.ts', 'src/preview/page/main.ts', 'src/preview/page/pdf-viewer.ts'], bundle: true, write: false, metafile: true, splitting: true, outdir: 'x', format: 'esm', platform: 'node', packages: 'external', logLevel: 'silent' });
    const vus = new Set(imports.map((i) => `${i.from} → ${i.to}`));
    const reels = Object.entries(metafile.inputs).flatMap(([from, input]) => input.imports.filter((i) => !i.external).map((i) => `${from} → ${i.path}`));
    expect(reels.length).toBeGreaterThan(200);
    expect(reels.filter((edge) => !vus.has(edge))).toEqual([]);
  });

  it('ne sont franchies nulle part', () => {
    expect(imports.map(franchit).filter((m) => m !== null)).toEqual([]);
  });

  it('arrêtent ce qu’elles doivent arrêter', () => {
    const faute = (from: string, to: string, typeOnly = false): string | null => franchit({ from, to, typeOnly, dynamic: false });
    expect(faute('src/render/pdf/x.ts', 'src/model/vue.ts', true)).toContain('l’arbre');
    expect(faute('src/render/html/x.ts', 'src/render/pdf/press.ts')).toContain('interdit');
    expect(faute('src/rules/x.ts', 'node:fs')).toContain('projet résolu');
    expect(faute('schemas/x.ts', 'src/base/span.ts')).toContain('interdit');
    expect(faute('src/model/x.ts', 'schemas/plan.ts')).toContain('interdit');
    expect(faute('src/model/x.ts', 'schemas/plan.ts', true)).toBeNull();
    expect(faute('src/inconnue/x.ts', 'zod')).toContain('table');
  });

  it('une règle n’en importe pas une autre', () => {
    const regle = /^src\/rules\/CTG\d{4}/;
    expect(fichiers.filter((f) => regle.test(f)).length).toBeGreaterThan(10);
    expect(imports.filter((i) => regle.test(i.from) && regle.test(i.to)).map(dire)).toEqual([]);
  });

  it('ce qui est lourd ne se charge qu’au besoin', () => {
    const lourds = imports.filter((i) => !i.typeOnly && ((roomOf(i.to) === 'render/pdf' && roomOf(i.from) !== 'render/pdf') || (i.to === 'pdf-lib' && roomOf(i.from) !== 'conformite' && !APART.has(i.from)) || (i.to === 'src/render/pdf/overlay.ts' && roomOf(i.from) === 'render/pdf') || (roomOf(i.to) === 'conformite' && !['conformite', 'tooling'].includes(roomOf(i.from) ?? '') && !APART.has(i.from)) || i.to === 'chokidar' || (roomOf(i.from) === 'cli' && ['pipeline', 'preview'].includes(roomOf(i.to) ?? ''))));
    expect(lourds.length).toBeGreaterThanOrEqual(3);
    expect(lourds.filter((i) => !i.dynamic).map(dire)).toEqual([]);
  });

  it('node:fs n’est ouvert que par l’hôte sur disque, la ligne de commande et l’outillage', () => {
    const portes = [...new Set(imports.filter((i) => i.to === 'node:fs').map((i) => i.from))].filter((f) => !f.startsWith('src/tooling/') && !f.startsWith('src/cli/'));
    expect(portes).toEqual(['src/host/node.ts']);
  });

  it('aucun cercle entre fichiers', () => {
    const suivants = new Map<string, string[]>();
    for (const i of imports) if (!i.typeOnly && roomOf(i.to) !== null) suivants.set(i.from, [...(suivants.get(i.from) ?? []), i.to]);
    const finis = new Set<string>();
    const cercles: string[] = [];
    const visite = (file: string, chemin: readonly string[]): void => {
      if (chemin.includes(file)) cercles.push([...chemin.slice(chemin.indexOf(file)), file].join(' → '));
      if (finis.has(file) || chemin.includes(file)) return;
      for (const next of suivants.get(file) ?? []) visite(next, [...chemin, file]);
      finis.add(file);
    };
    for (const file of fichiers) visite(file, []);
    expect(cercles).toEqual([]);
  });
});

/** Ce qui ferait dépendre un document de la machine, de l'heure ou du hasard ; et ce qui parlerait ou finirait à la place de l'appelant. */
const INTERDITS: readonly { readonly quoi: RegExp; readonly sauf: RegExp; readonly conseil: string }[] = [
  { quoi: /\bIntl\.|\.toLocale\w*\(|\.localeCompare\(/, sauf: /^$/, conseil: 'dépend de la langue de la machine : voir src/base/francais.ts et byCodePoint' },
  { quoi: /\bDate\.now\(|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\(/, sauf: /^src\/cli\/io\.ts$/, conseil: 'l’heure n’entre dans un document que par l’hôte (epoch), dans la page vivante que par Io' },
  { quoi: /\bMath\.random\(|\brandomUUID\(|\brandomBytes\(/, sauf: /^$/, conseil: 'mêmes sources, mêmes octets : pas de hasard' },
  { quoi: /\bprocess\.[a-z]/, sauf: /^(src\/(cli|tooling)|bin)\//, conseil: 'l’environnement n’entre que par l’hôte ou la ligne de commande' },
  { quoi: /\bprocess\.exit\(/, sauf: /^$/, conseil: 'rendez un code de sortie' },
  { quoi: /\bconsole\./, sauf: /^src\/tooling\/.*\.js$/, conseil: 'rendez un constat, ou écrivez par Io' },
  { quoi: /\bfetch\(|\bXMLHttpRequest\b/, sauf: /^src\/preview\/page\/pdf\.ts$/, conseil: 'aucun réseau ; la page vivante ne demande qu’à son serveur' },
];

/** Le code seul, sans commentaires ni types. */
const nu = (file: string): string => transformSync(read(file), { loader: file.endsWith('.ts') ? 'ts' : 'js', legalComments: 'none' }).code;

describe('les appels interdits', () => {
  const codes = new Map([...fichiers, ...codeFiles('bin')].map((file) => [file, nu(file)]));

  it.each(INTERDITS)('$quoi', ({ quoi, sauf, conseil }) => {
    expect(codes.size).toBeGreaterThan(100);
    expect([...codes].filter(([file, code]) => !sauf.test(file) && quoi.test(code)).map(([file]) => `${file} : ${conseil}`)).toEqual([]);
  });

  it('se reconnaissent', () => {
    for (const essai of ['a.localeCompare(b)', 'n.toLocaleString()', 'new Intl.NumberFormat()', 'Date.now()', 'new Date()', 'Math.random()', 'process.env.X', 'process.exit(1)', 'console.log(1)', 'fetch(u)']) {
      expect(INTERDITS.some(({ quoi }) => quoi.test(essai)), essai).toBe(true);
    }
    expect(INTERDITS.some(({ quoi }) => quoi.test('new Date(epoch * 1000)'))).toBe(false);
  });
});
