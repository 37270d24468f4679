import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import { parObjet, parTexte } from '../base/memoire.ts';
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
  const source = decode(path, host.resource(path) ?? new Uint8Array());
  sources.set(path, source);
  const [modele, found] = parseModele(source);
  diagnostics.push(...found);
  return modele;
}

/** Un texte, le même objet tant que ses octets sont les mêmes. */
const decode = (path: string, bytes: Uint8Array): SourceText => interned(`${path}\0${new TextDecoder().decode(bytes)}`);
const interned = parTexte((key) => {
  const end = key.indexOf('\0');
  return new SourceText(key.slice(0, end), key.slice(end + 1));
});

/** L'identifiant d'un modèle ou d'une clause : le nom de son fichier. */
export const idOf = ({ file }: SourceText): string => file.replace(/^.*\//, '').replace(/(?:\.yaml|\.md\.hbs)$/, '');

const parseModele = parObjet((source: SourceText): Outcome<TypedFile<Modele> | null> => {
  const [content, found] = parseYaml(source);
  if (content === null) return [null, found];
  const [value, invalid] = validate('modele', content);
  return [value === null ? null : { kind: 'modele', path: source.file, id: idOf(source), value, at: content.at, body: null, source }, [...found, ...invalid]];
});

/** Texte d'une clause : celle du territoire (modeles/clauses/) si elle existe, sinon celle de la bibliothèque. */
export function readClause(host: Host, id: string): SourceText | null {
  const own = host.read(`modeles/clauses/${id}.md.hbs`, 200_000);
  if (own.ok) return decode(`modeles/clauses/${id}.md.hbs`, own.bytes);
  const path = `${CLAUSES}/${id}.md.hbs`;
  const bytes = host.resource(path);
  return bytes === null ? null : decode(path, bytes);
}

export const missingClause = (id: string): Diagnostic => diagnostic('CTG3011', { clause: id, fichier: `modeles/clauses/${id}.md.hbs` }, null);
