import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type AnySchema, Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { GENERATED_DIRECTORIES, generated } from '../../src/tooling/generated.ts';
import { DIRECTORIES, ROOT_FILES } from '../../src/sources/places.ts';
import { RACINE } from '../cli/outils.ts';

const lire = (file: string): string => readFileSync(path.join(RACINE, file), 'utf8');
const attendus = generated(lire);
const CONSEIL = 'périmé : lancez « npm run generate » et relisez la différence';

describe('les fichiers produits', () => {
  it('sont tous là, et à jour', () => {
    expect(attendus.size).toBeGreaterThanOrEqual(24);
    for (const [file, text] of attendus) expect(lire(file), `${file} est ${CONSEIL}`).toBe(text);
  });

  it('sont seuls dans leurs dossiers', () => {
    for (const directory of GENERATED_DIRECTORIES) {
      const found = readdirSync(path.join(RACINE, directory)).sort();
      expect(found, CONSEIL).toEqual([...attendus.keys()].filter((f) => path.posix.dirname(f) === directory).map((f) => path.posix.basename(f)).sort());
    }
  });
});

interface Noeud {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Noeud>>;
  readonly additionalProperties?: unknown;
  readonly [key: string]: unknown;
}

function* noeuds(value: unknown): Iterable<Noeud> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield value as Noeud;
  for (const child of Object.values(value)) yield* noeuds(child);
}

/** Ceux des sources : celui des rapports, qu’un lecteur doit pouvoir lire avec des champs de plus, est essayé dans test/report. */
const schemas = new Map([...attendus].filter(([file]) => file.startsWith('schemas/json/') && file !== 'schemas/json/diagnostics.schema.json').map(([file, text]) => [path.posix.basename(file, '.schema.json'), JSON.parse(text) as Noeud]));

describe('les schémas JSON', () => {
  it('couvrent chaque sorte de fichier', () => {
    expect(schemas.size).toBeGreaterThanOrEqual(15);
    const kinds = [...ROOT_FILES, ...DIRECTORIES].map((p) => p.kind).filter((kind) => kind !== 'enjeux');
    expect([...schemas.keys()]).toEqual(expect.arrayContaining(kinds));
  });

  it.each([...schemas.keys()])('%s : titre, description, et aucune clé en trop', (kind) => {
    const schema = schemas.get(kind) as Noeud;
    expect(schema).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', $id: `${kind}.schema.json`, title: expect.any(String), description: expect.any(String) });
    // Un GeoJSON vient d'ailleurs, avec des clés à lui que l'on ne lit pas.
    if (kind === 'contours') return;
    for (const node of noeuds(schema)) if (node.type === 'object' && node.properties !== undefined) expect(node.additionalProperties, JSON.stringify(node.title)).toBe(false);
  });
});

/** De quelle sorte est un fichier YAML d'un territoire, d'après sa place. */
function kindOf(relative: string): string | null {
  const root = ROOT_FILES.find((p) => p.file === relative);
  if (root !== undefined) return root.kind;
  const directory = DIRECTORIES.find((p) => relative.startsWith(`${p.directory}/`) && relative.endsWith(p.extension) && relative.split('/').length === 2);
  return directory?.kind ?? null;
}

/** En-tête YAML d'un fichier Markdown, ou null. */
const entete = (text: string): string | null => /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? null;

function* sources(): Iterable<{ readonly file: string; readonly kind: string; readonly value: unknown }> {
  for (const territoire of readdirSync(path.join(RACINE, 'examples'))) {
    for (const relative of readdirSync(path.join(RACINE, 'examples', territoire), { recursive: true, encoding: 'utf8' }).map((f) => f.split(path.sep).join('/')).sort()) {
      const kind = kindOf(relative);
      if (kind === null || kind === 'enjeux') continue;
      const file = `examples/${territoire}/${relative}`;
      const text = lire(file);
      const yaml = relative.endsWith('.md') ? entete(text) : text;
      if (yaml !== null) yield { file, kind, value: parse(yaml) };
    }
  }
  for (const name of readdirSync(path.join(RACINE, 'templates/modeles'))) if (name.endsWith('.yaml')) yield { file: `templates/modeles/${name}`, kind: 'modele', value: parse(lire(`templates/modeles/${name}`)) };
  yield { file: 'templates/glossaire.yaml', kind: 'glossaire', value: parse(lire('templates/glossaire.yaml')) };
}

describe('les exemples, dans un éditeur', () => {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  ajv.addKeyword('x-ctg-reference');
  const validateurs = new Map([...schemas].map(([kind, schema]) => [kind, ajv.compile(schema as AnySchema)]));

  it('respectent leur schéma JSON', () => {
    let vus = 0;
    for (const { file, kind, value } of sources()) {
      const valide = validateurs.get(kind);
      expect(valide, `${file} : aucun schéma ${kind}`).toBeDefined();
      expect(valide?.(value), `${file} : ${ajv.errorsText(valide?.errors)}`).toBe(true);
      vus += 1;
    }
    expect(vus).toBeGreaterThan(60);
  });

  it('renvoient à un schéma qui existe, et au bon', () => {
    let vus = 0;
    for (const { file, kind } of sources()) {
      const modeline = /^# yaml-language-server: \$schema=(\S+)/m.exec(lire(file))?.[1];
      if (modeline === undefined) continue;
      expect(path.posix.join(path.posix.dirname(file), modeline), file).toBe(`schemas/json/${kind}.schema.json`);
      vus += 1;
    }
    expect(vus).toBeGreaterThan(30);
  });

  it('refusent une clé inconnue', () => {
    expect(validateurs.get('ctg')?.({ format: 1, stad: 'projet' })).toBe(false);
  });
});
