import type { Diagnostic } from '../base/diagnostic.ts';
import { memeSuite, parTexte } from '../base/memoire.ts';
import type { SourceText } from '../base/span.ts';
import { openGeographie } from '../geographie/geographie.ts';
import type { Host } from '../host/host.ts';
import { resolve } from '../resolve/index.ts';
import type { TypedFile, ValueOf } from '../resolve/input.ts';
import type { Projet, Stade } from '../resolve/projet.ts';
import { RULES } from '../rules/index.ts';
import { checkRules } from '../rules/rule.ts';
import { LOGO_EXTENSIONS } from '../sources/places.ts';
import { readSources } from '../sources/read.ts';
import { parseFile } from '../sources/parse.ts';
import type { FoundFile } from '../sources/types.ts';
import { validate } from '../validate/validate.ts';
import type { Cache } from './cache.ts';
import { builtInModeles, readBuiltInModele } from './modele.ts';
import { readTheme } from './theme.ts';
import { readSettings, type Settings } from './reglages.ts';

export interface Analysis {
  readonly projet: Projet;
  /** Complétée par la suite de la route (clauses). */
  readonly sources: Map<string, SourceText>;
  readonly diagnostics: readonly Diagnostic[];
  /** Ce que le modèle et ctg.yaml règlent des règles. */
  readonly settings: Settings;
}

/** Fichiers de la géographie officielle, bâtis avec ctg (`npm run build`). */
export const geographieFile = (host: Host) => (file: string): string | null => {
  const bytes = host.resource(`dist/geographie/${file}`);
  return bytes === null ? null : new TextDecoder().decode(bytes);
};

/** Les logos fournis, par nom de signataire : le document les lira, les règles voient ceux qui manquent. */
function logoNames(host: Host): ReadonlySet<string> {
  const found = host.list('logos');
  const names = found.ok ? found.entries.filter((e) => e.kind === 'file').map((e) => e.name.toLowerCase()) : [];
  return new Set(names.flatMap((name) => LOGO_EXTENSIONS.filter((ext) => name.endsWith(ext)).map((ext) => name.slice(0, -ext.length))));
}

/** Ce que donne un fichier seul : sa valeur, ou null, et ses constats. Ne dépend que de son texte. */
export interface FileResult {
  readonly typed: TypedFile<unknown> | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Les mêmes noms, le même ensemble ; les mêmes fichiers d'une sorte, la même suite : la suite de la route reconnaît ce qui n'a pas changé. */
const ensemble = parTexte((noms): ReadonlySet<string> => new Set(noms.split('\0').filter((nom) => nom !== '')));
const unique = (noms: Iterable<string>): ReadonlySet<string> => ensemble([...noms].join('\0'));
const suites = new Map<string, ReturnType<typeof memeSuite<TypedFile<unknown>>>>();
function suite(kind: string, files: readonly TypedFile<unknown>[]): readonly TypedFile<unknown>[] {
  const connue = suites.get(kind) ?? memeSuite<TypedFile<unknown>>();
  suites.set(kind, connue);
  return connue(files);
}

/** read → parse → validate → resolve → rules. */
export function analyze(host: Host, cache: Cache, stade: Stade | null = null): Analysis {
  const [found, readDiagnostics] = readSources(host);
  const diagnostics: Diagnostic[] = [...readDiagnostics];
  const sources = new Map(found.sources);
  const incomplets = new Set<string>(found.unread);
  const byKind = new Map<string, TypedFile<unknown>[]>();

  for (const file of found.files) {
    const result = cache.file(file, () => readOne(file));
    diagnostics.push(...result.diagnostics);
    if (result.typed === null) incomplets.add(file.kind);
    else byKind.set(file.kind, [...(byKind.get(file.kind) ?? []), result.typed]);
  }

  const stables = new Map<string, readonly TypedFile<unknown>[]>();
  const files = <K extends keyof ValueOf>(kind: K): readonly TypedFile<ValueOf[K]>[] => {
    const stable = stables.get(kind) ?? suite(kind, byKind.get(kind) ?? []);
    stables.set(kind, stable);
    return stable as readonly TypedFile<ValueOf[K]>[];
  };
  const wanted = files('convention')[0]?.value.modele;
  const own = files('modele').find((m) => m.id === wanted);
  const modele = wanted === undefined ? null : (own ?? readBuiltInModele(host, wanted, sources, diagnostics));
  const modeles = [...builtInModeles(host), ...files('modele').map((m) => m.id)];
  const [projet, resolveDiagnostics] = resolve({ stade, files, modele, modeles, incomplets: unique(incomplets), logos: unique(logoNames(host)), habillage: (nom) => readTheme(host, nom), geographie: cache.geographie(() => openGeographie(geographieFile(host))) });
  const [settings, refused] = readSettings(projet, RULES);
  diagnostics.push(...resolveDiagnostics, ...refused, ...checkRules(RULES, projet, settings.choix));
  return { projet, sources, diagnostics, settings };
}

function readOne(found: FoundFile): FileResult {
  const [parsed, syntax] = parseFile(found);
  if (parsed === null) return { typed: null, diagnostics: syntax };
  const body = 'body' in parsed ? parsed.body : null;
  const content = 'content' in parsed ? parsed.content : parsed.entete;
  const common = { kind: parsed.kind, path: parsed.path, id: parsed.id, at: content.at, body, source: parsed.source };
  if (parsed.kind === 'enjeux') return { typed: { ...common, value: {} }, diagnostics: syntax };
  const [value, shape] = validate(parsed.kind, content);
  return { typed: value === null ? null : { ...common, value }, diagnostics: [...syntax, ...shape] };
}
