/** docs/reference/sources.md : chaque fichier d'un territoire, son rôle et ses champs, d'après les schémas. */
import { SECTIONS_FICHE } from '../../schemas/entetes.ts';
import { LANGUES } from '../base/langues.ts';
import { COMPTES, FAITS, GENRES_RENVOI } from '../resolve/renvois.ts';
import { DIRECTORIES, ROOT_FILES } from '../sources/places.ts';
import type { JsonSchema } from './json-schema.ts';
import { code, GENERATED, inlineYaml, page, table } from './markdown.ts';

const HEAD = ['Champ', 'Obligatoire', 'Description', 'Exemple'];

interface Rows {
  readonly rows: string[][];
  /** Définitions citées, décrites à part. */
  readonly cited: Set<string>;
}

const definitionName = (ref: string): string => ref.replace('#/definitions/', '');

/** Ce qu'il faut écrire, en quelques mots. */
function nature(schema: JsonSchema): string {
  if (schema.enum !== undefined) return `Valeurs : ${schema.enum.map((v) => code(String(v))).join(', ')}.`;
  if (schema.const !== undefined) return `Valeur : ${code(String(schema.const))}.`;
  if (schema.anyOf !== undefined) return schema.anyOf.every((s) => s.const !== undefined) ? `Valeurs : ${schema.anyOf.map((s) => code(String(s.const))).join(', ')}.` : schema.anyOf.map(nature).filter((t) => t !== '').join(' Ou bien : ');
  switch (schema.type) {
    case 'boolean':
      return 'true (oui) ou false (non).';
    case 'integer':
      return schema.minimum === 1900 ? 'Année.' : 'Nombre entier.';
    case 'number':
      return 'Nombre.';
    case 'null':
      return 'vide.';
    case 'array':
      return `Liste${schema.items?.enum === undefined ? '' : ` (${nature(schema.items).replace(/\.$/, '')})`}.`;
    case 'string':
      return schema.pattern?.includes('\\d{4}-\\d{2}-\\d{2}') === true ? 'Date AAAA-MM-JJ.' : '';
    default:
      return '';
  }
}

function describe(schema: JsonSchema): string {
  const title = schema.title === undefined ? '' : `**${schema.title}**${schema.description === undefined ? '.' : ' —'}`;
  return [title, schema.description ?? '', nature(schema)].filter((t) => t !== '').join(' ');
}

function walk(schema: JsonSchema, path: string, out: Rows): void {
  if (schema.$ref !== undefined) {
    out.cited.add(definitionName(schema.$ref));
    return;
  }
  for (const [name, child] of Object.entries(schema.properties ?? {})) field(child, path === '' ? name : `${path}.${name}`, schema.required?.includes(name) === true, out);
  if (typeof schema.additionalProperties === 'object') field(schema.additionalProperties, `${path === '' ? '' : `${path}.`}<nom>`, false, out);
  if (schema.items !== undefined && (schema.items.properties !== undefined || schema.items.$ref !== undefined)) walk(schema.items, `${path}[]`, out);
}

function field(schema: JsonSchema, path: string, required: boolean, out: Rows): void {
  const cited = schema.$ref === undefined ? '' : `Voir « ${definitionName(schema.$ref)} » ci-dessous.`;
  const example = schema.examples?.[0];
  const named = path.endsWith('<nom>');
  // Une ligne pour chaque champ qui dit quelque chose ; `<nom>` seul n'apprendrait rien que ses champs ne disent.
  if (!named || schema.properties === undefined) out.rows.push([code(path), required ? 'oui' : '', cited === '' ? describe(schema) : cited, example === undefined ? '' : code(inlineYaml(example))]);
  walk(schema, path, out);
}

/** Le tableau d'un schéma, puis celui de chaque définition qu'il cite. */
export function fields(schema: JsonSchema): string[] {
  const main: Rows = { rows: [], cited: new Set() };
  walk(schema, '', main);
  const parts = [table(HEAD, main.rows)];
  for (const name of main.cited) {
    const definition = schema.definitions?.[name];
    if (definition === undefined) continue;
    const inner: Rows = { rows: [], cited: new Set() };
    walk(definition, '', inner);
    parts.push(`**${name}** — ${definition.description ?? definition.title ?? ''}`, table(HEAD, inner.rows));
  }
  return parts;
}

const SECTIONS = ['Le texte qui suit l’en-tête est fait de sections, dans l’ordre qu’on veut :', table(['Titre', 'Contenu'], SECTIONS_FICHE.map((s) => [`## ${s.titre}`, { texte: 'texte', liste: 'liste à tirets', etapes: 'liste numérotée' }[s.contenu]]))];

/** La page entière. */
export function referenceSources(schemas: ReadonlyMap<string, JsonSchema>): string {
  const root = ROOT_FILES.map((p) => ({ name: p.file, kind: p.kind, required: p.required !== null }));
  const inside = DIRECTORIES.map((p) => ({ name: `${p.directory}/*${p.extension}`, kind: p.kind, required: p.kind === 'signataire' }));
  const parts: string[] = [];
  for (const { name, kind, required } of [...root, ...inside]) {
    const schema = schemas.get(kind);
    const head = `## ${code(name)}${required ? ' — obligatoire' : ''}`;
    if (schema === undefined) {
      parts.push(head, 'Texte Markdown sans en-tête : les enjeux du territoire, un titre par enjeu.');
      continue;
    }
    parts.push(head, `${schema.title} — ${schema.description}${name.endsWith('.md') ? ' L’en-tête est entre deux lignes « --- ».' : ''}`, ...fields(schema), ...(kind === 'fiche-action' ? SECTIONS : []));
  }
  return page(
    GENERATED,
    '# Les fichiers d’un territoire',
    'Un territoire est un dossier qui contient `ctg.yaml`. Les données sont en YAML, les textes en Markdown. Dans un nom de fichier comme `02-commune.yaml`, le numéro donne l’ordre et le reste l’identifiant. Dans les tableaux, `communes[].nom` se lit : le champ `nom` de chaque élément de la liste `communes` ; `<nom>` est un identifiant que vous choisissez.',
    ...parts,
    '## Renvois dans les textes',
    'Dans tout texte Markdown, `[](genre:identifiant)` imprime la valeur, le numéro ou le nom de ce qu’il désigne, tenu à jour partout.',
    table(['Renvoi', 'Ce qui s’imprime'], Object.entries(GENRES_RENVOI).map(([genre, text]) => [code(`[](${genre}:…)`), text])),
    `Comptes : ${COMPTES.map(code).join(', ')}. Faits de l’acte : ${FAITS.map(code).join(', ')}.`,
    '## Passages dans une autre langue',
    'Dans tout texte Markdown, `[welcome pack](langue:en)` dit la langue d’un passage : un lecteur d’écran le prononce dans cette langue, et ctg n’y touche pas (ni espaces, ni guillemets, ni coupure de mots). Le pays s’ajoute s’il compte : `langue:pt-BR`.',
    'Un passage tient dans un paragraphe, un titre ou une case ; il peut avoir du gras et de l’italique, mais ni lien, ni renvoi, ni note. Un texte de plusieurs paragraphes se marque paragraphe par paragraphe. Un titre d’article, une valeur d’un fichier YAML, le sommaire et les signets restent dits en français. Un caractère que les polices de l’acte n’ont pas (arabe, chinois…) est une erreur, à sa place.',
    `Langues : ${Object.entries(LANGUES).map(([lang, nom]) => `${code(lang)} ${nom}`).join(', ')}.`,
    '## Notes dans les textes',
    'Dans tout texte Markdown, une note s’appelle par sa clé, après le mot qu’elle éclaire, et s’écrit plus bas dans le même fichier, seule sur sa ligne :',
    '```markdown\nLe territoire compte trois relais[^relais].\n\n[^relais]: Dont un itinérant, ouvert en 2023.\n```',
    'La clé ne s’imprime pas : un mot, sans espace. ctg numérote les notes dans l’ordre des appels, depuis 1 dans chaque article, annexe et fiche-action, et les range à la fin, avec un lien dans les deux sens. Plusieurs appels peuvent mener à la même note. Une note est faite de paragraphes et de listes (à partir du deuxième, en retrait de quatre espaces) ; elle peut citer un chiffre ou un article. Un titre, un lien et une autre note n’en appellent pas. Pour imprimer ces signes tels quels : `\\[^relais]`.',
  );
}
