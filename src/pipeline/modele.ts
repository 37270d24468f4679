import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { SourceText } from '../base/span.ts';
import type { Host } from '../host/host.ts';
import { parseYaml } from '../sources/yaml.ts';
import { validate } from '../validate/validate.ts';
import type { TypedFile } from '../resolve/input.ts';
import type { Modele } from '../../schemas/modele.ts';

const MODELES = 'templates/modeles';
const CLAUSES = 'templates/clauses';

/** Modèles livrés avec ctg. */
export const builtInModeles = (host: Host): readonly string[] => host.resources(MODELES).filter((f) => f.endsWith('.yaml')).map((f) => f.replace(/\.yaml$/, ''));

/** Lit et valide un modèle livré avec ctg ; null s'il n'existe pas. */
export function readBuiltInModele(host: Host, id: string, sources: Map<string, SourceText>, diagnostics: Diagnostic[]): TypedFile<Modele> | null {
  if (!builtInModeles(host).includes(id)) return null;
  const path = `${MODELES}/${id}.yaml`;
  const source = new SourceText(path, new TextDecoder().decode(host.resource(path) ?? new Uint8Array()));
  sources.set(path, source);
  const [content, found] = parseYaml(source);
  diagnostics.push(...found);
  if (content === null) return null;
  const [value, invalid] = validate('modele', content);
  diagnostics.push(...invalid);
  return value === null ? null : { kind: 'modele', path, id, value, at: content.at, body: null, source };
}

/** Texte d'une clause : celle du territoire (modeles/clauses/) si elle existe, sinon celle de la bibliothèque. */
export function readClause(host: Host, id: string): SourceText | null {
  const own = host.read(`modeles/clauses/${id}.md.hbs`, 200_000);
  if (own.ok) return new SourceText(`modeles/clauses/${id}.md.hbs`, new TextDecoder().decode(own.bytes));
  const path = `${CLAUSES}/${id}.md.hbs`;
  const bytes = host.resource(path);
  return bytes === null ? null : new SourceText(path, new TextDecoder().decode(bytes));
}

export const missingClause = (id: string): Diagnostic => diagnostic('CTG3011', { clause: id, fichier: `modeles/clauses/${id}.md.hbs` }, null);
