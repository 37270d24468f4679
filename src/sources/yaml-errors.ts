/** Les fautes de syntaxe de `yaml`, dites dans nos mots et situées là où l'auteur doit corriger. */
import { type Document, visit, type YAMLError } from 'yaml';
import { extrait } from '../base/caracteres.ts';
import { diagnostic } from '../base/catalogue/index.ts';
import { avecCorrection, type Diagnostic } from '../base/diagnostic.ts';
import { enumeration, guillemets } from '../base/francais.ts';
import type { Span } from '../base/span.ts';
import { LIMITS } from './places.ts';

export type MakeSpan = (from: number, to: number) => Span;

const DETAILS: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  MISSING_CHAR: 'Il manque un caractère ici : une virgule, un crochet, ou l’espace après les deux-points.',
  UNEXPECTED_TOKEN: 'Ce caractère n’est pas attendu ici.',
  MULTILINE_IMPLICIT_KEY: 'Il manque les deux-points après cette clé, ou la ligne suivante est mal alignée.',
  BLOCK_IN_FLOW: 'Une liste en tirets ne peut pas se trouver entre crochets ou accolades.',
  KEY_OVER_1024_CHARS: 'Cette clé est bien trop longue : un deux-points suivi d’une espace se cache sans doute dans le texte.',
};

interface Place {
  readonly text: string;
  readonly span: MakeSpan;
  readonly error: YAMLError;
  /** La ligne de la faute, sans sa fin, et son début dans le texte. */
  readonly line: string;
  readonly start: number;
}

/** Une faute de syntaxe en entraîne d'autres : on garde la première, et toutes les clés en double. */
export function yamlErrors(document: Document.Parsed, text: string, span: MakeSpan): Diagnostic[] {
  const diagnostics: Diagnostic[] = duplicates(document, text, span);
  let first = true;
  for (const error of document.errors) {
    const [from] = error.pos;
    if (error.code !== 'DUPLICATE_KEY' && first) {
      first = false;
      const start = text.lastIndexOf('\n', from - 1) + 1;
      const end = text.indexOf('\n', start);
      const place: Place = { text, span, error, start, line: text.slice(start, end === -1 ? text.length : end).replace(/\r$/, '') };
      diagnostics.push(unclosed(place, document) ?? indentation(place) ?? firstCharacter(place) ?? quoted(place, document) ?? colon(place) ?? separators(place) ?? other(place));
    }
  }
  return diagnostics;
}

/**
 * Les clés en double. Plusieurs de suite, au même niveau, n'ont qu'une cause : la ligne qui ouvrait leur groupe a été effacée, et le
 * groupe se lit comme la suite du précédent.
 */
function duplicates(document: Document.Parsed, text: string, span: MakeSpan): Diagnostic[] {
  interface Cle {
    readonly nom: string;
    readonly span: Span;
    readonly from: number;
    readonly retrait: number;
  }
  const suites: Cle[][] = [];
  for (const error of document.errors) {
    if (error.code !== 'DUPLICATE_KEY') continue;
    const [from] = error.pos;
    const nom = /^[^:\n]*/.exec(text.slice(from))?.[0].trim() ?? '';
    const cle: Cle = { nom: extrait(nom), from, retrait: from - text.lastIndexOf('\n', from - 1), span: span(from, from + Math.max(1, nom.length)) };
    const derniere = suites.at(-1);
    const avant = derniere?.at(-1);
    // La suivante est à la ligne d'après, ou après des lignes plus en retrait : rien du même niveau ne les sépare.
    const colle = avant !== undefined && avant.retrait === cle.retrait && text.slice(text.indexOf('\n', avant.from) + 1, from - cle.retrait + 1).split('\n').every((l) => l.trim() === '' || l.search(/\S/) >= cle.retrait);
    if (colle) derniere?.push(cle);
    else suites.push([cle]);
  }
  return suites.map(([premiere, ...autres]) => {
    const { nom, span: lieu } = premiere as Cle;
    const found = diagnostic('CTG1002', { cle: nom, conseil: autres.length === 0 ? null : `${enumeration(autres.map((a) => guillemets(a.nom)))} ${autres.length > 1 ? 'le sont' : 'l’est'} aussi : la ligne qui ouvrait ce groupe (un identifiant, puis deux-points) a sans doute été effacée. Remettez-la au-dessus de ${guillemets(nom)}.` }, lieu);
    return { ...found, related: autres.map((a) => ({ message: 'répété aussi', span: a.span })) };
  });
}

/** Un guillemet ou un crochet non refermé court jusqu'à la fin du fichier : c'est son ouverture qu'il faut montrer. */
function unclosed({ error, text, span }: Place, document: Document.Parsed): Diagnostic | null {
  const quote = error.code === 'MISSING_CHAR' && /closing/i.test(error.message);
  const bracket = error.code === 'BAD_INDENT' && /^Flow/.test(error.message);
  if (!quote && !bracket) return null;
  let open = error.pos[0];
  let found = false;
  visit(document, {
    Scalar: (_, { range }) => {
      // Le premier texte qui court sur plusieurs lignes : un guillemet de plus bas l'a sans doute refermé.
      if (!quote || found || !range || !/["']/.test(text.charAt(range[0]))) return;
      open = range[0];
      found = text.slice(range[0], range[1]).includes('\n');
    },
    Collection: (_, node) => {
      if (bracket && node.range && /^[[{]/.test(text.charAt(node.range[0])) && !/[\]}]/.test(text.charAt(node.range[1] - 1))) open = node.range[0];
    },
  });
  const place = span(open, open + 1);
  if (quote) return diagnostic('CTG1009', {}, place);
  const [ouvert, fermant] = text.charAt(open) === '{' ? ['L’accolade ouverte ici n’est pas refermée.', '}'] : ['Le crochet ouvert ici n’est pas refermé.', ']'];
  return diagnostic('CTG1001', { detail: ouvert, conseil: `Ajoutez « ${fermant} » là où il faut.` }, place);
}

/** La ligne qui précède. */
const precedente = (text: string, start: number): string => text.slice(text.lastIndexOf('\n', start - 2) + 1, Math.max(0, start - 1));
/** Un élément de liste sans le tiret que porte celui d'avant. */
const sansTiret = (avant: string, line: string): boolean => /^\s*- /.test(avant) && !/^\s*-/.test(line) && line.search(/\S/) === avant.search(/\S/);

/** Tabulations, retraits qui ne s'alignent sur rien. */
function indentation({ error, line, start, text, span }: Place): Diagnostic | null {
  if (/^ *\t/.test(line) || error.code === 'TAB_AS_INDENT') {
    const tab = start + Math.max(0, line.indexOf('\t'));
    return diagnostic('CTG1003', { caractere: 'une tabulation' }, span(tab, tab + 1));
  }
  const margin = line.search(/\S|$/);
  const here = diagnostic('CTG1005', { conseil: sansTiret(precedente(text, start), line) ? 'Si c’est un élément de la liste, ajoutez le tiret et l’espace qui ouvrent les autres : « - ». Sinon, alignez la ligne sur ses voisines, avec des espaces seulement.' : null }, span(start, start + Math.max(1, margin)));
  if (error.code === 'BAD_INDENT' || /^(Sequence item without|A block sequence may not)/.test(error.message)) return here;
  // Une ligne trop en retrait sous « clé: valeur » : c'est elle qui est fautive, non celle qui la précède.
  const end = start + line.length + (text.startsWith('\r', start + line.length) ? 2 : 1);
  const next = /^( +)[\p{L}\w-]+[ \t]*:(?:\s|$)/u.exec(text.slice(end, end + 200))?.[1];
  const nested = error.code === 'BLOCK_AS_IMPLICIT_KEY' || error.code === 'MULTILINE_IMPLICIT_KEY';
  return nested && next !== undefined && next.length > margin && valueOf(line).value !== '' && !/:\s/.test(valueOf(line).value) ? diagnostic('CTG1005', { conseil: null }, span(end, end + next.length)) : null;
}

/** Sépare une ligne en ce qui précède la valeur et la valeur. */
function valueOf(line: string): { readonly head: string; readonly value: string } {
  const head = /^\s*(?:- +)*(?:[^\s"'#[{&*!|>%@`-][^:#]*:[ \t]+)?/.exec(line)?.[0] ?? '';
  return { head, value: line.slice(head.length).trimEnd() };
}

/** La valeur entière entre guillemets droits : ce qu'une correction écrit. */
const quote = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
/** La même, abrégée : ce qu'un conseil montre. */
const shown = (value: string): string => quote(extrait(value, 120));

/** Valeurs qui commencent par un signe que YAML se réserve. */
function firstCharacter({ error, line, start, span }: Place): Diagnostic | null {
  if (/^%/.test(line)) return diagnostic('CTG1001', { detail: 'Cette ligne commence par « % », réservé au langage YAML.', conseil: 'Retirez le signe, ou mettez le texte entre guillemets droits.' }, span(start, start + 1));
  const { head, value } = valueOf(line);
  const place = span(start + head.length, start + line.length);
  if (error.code === 'BAD_SCALAR_START') return diagnostic('CTG1011', { caractere: value.charAt(0), correct: `${head.trim()} ${shown(value)}`.trim() }, place);
  const mark = /^[&*!]\S*/.exec(value)?.[0];
  return mark === undefined ? null : diagnostic('CTG1006', { marque: extrait(mark), exemple: `${head.trim()} ${shown(value)}`.trim() }, place);
}

/** Un texte suit un guillemet fermant, ou une apostrophe a fermé le texte trop tôt. */
function quoted({ error, line, start, text, span }: Place, document: Document.Parsed): Diagnostic | null {
  if (error.code === 'BAD_DQ_ESCAPE') {
    const conseil = 'Doublez la barre, ou mettez le texte entre apostrophes droites : \'C:\\dossier\'.';
    return diagnostic('CTG1001', { detail: 'Entre guillemets droits, la barre oblique inverse « \\ » annonce un code que YAML ne connaît pas.', conseil }, span(error.pos[0], Math.max(error.pos[0] + 1, error.pos[1])));
  }
  if (error.code !== 'UNEXPECTED_TOKEN') return null;
  const multiline: number[] = [];
  visit(document, {
    Scalar: (_, { range }) => {
      if (range && /["']/.test(text.charAt(range[0])) && range[1] <= error.pos[0] && range[1] > start && range[0] < start) multiline.push(range[0]);
    },
  });
  const [open] = multiline;
  if (open !== undefined) return diagnostic('CTG1009', {}, span(open, open + 1));
  const { head, value } = valueOf(line);
  const place = span(start + head.length, start + line.length);
  if (value.startsWith("'")) {
    return diagnostic('CTG1001', { detail: 'L’apostrophe droite qui ouvre ce texte est refermée par une autre, avant la fin.', conseil: `Employez des guillemets droits : ${shown(value.slice(1).replace(/'$/, ''))}` }, place);
  }
  if (value.startsWith('"')) {
    const inner = value.replace(/"([^"]*)"/g, '« $1 »').replaceAll('"', '');
    return diagnostic('CTG1001', { detail: 'Du texte suit le guillemet qui ferme la valeur.', conseil: `Mettez tout le texte entre guillemets droits, et les mots cités entre guillemets français : "${extrait(inner, 80)}"` }, place);
  }
  return null;
}

/** « titre: Relais : petite enfance » : le second deux-points passe pour une clé. */
function colon({ error, line, start, span }: Place): Diagnostic | null {
  if (!['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY', 'UNEXPECTED_TOKEN'].includes(error.code)) return null;
  const found = /^(\s*(?:- )?\s*[^\s:#][^:]*:\s+|\s*- +)([^"'\s|>[{].*:(?:\s.*|$))$/.exec(line);
  if (found === null) return null;
  const [, head = '', value = ''] = found;
  const constat = diagnostic('CTG1004', { exemple: `${head.trim()} ${shown(value)}` }, span(start + head.length, start + head.length + value.length));
  return avecCorrection(constat, 'mettre le texte entre guillemets', quote(value));
}

/** L'espace qui manque après un tiret ou des deux-points, ou qui est insécable. */
function separators({ error, line, start, span }: Place): Diagnostic | null {
  if (!['MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR', 'BLOCK_AS_IMPLICIT_KEY'].includes(error.code)) return null;
  const margin = line.search(/\S|$/);
  const own = line.slice(margin);
  const say = (detail: string, conseil: string): Diagnostic => diagnostic('CTG1001', { detail, conseil }, span(start + margin, start + line.length));
  const tiret = /^-([^\s-].*)$/.exec(own);
  if (tiret !== null) return say('Il manque une espace après le tiret.', `Écrivez : - ${extrait(tiret[1] as string)}`);
  const insecable = /^([\p{L}\w-]+)[ \u00A0\u202F]*:[\u00A0\u202F]+(.*)$/u.exec(own);
  if (insecable !== null) return say('Les deux-points sont suivis d’une espace insécable ; YAML attend une espace simple.', `Effacez l’espace et retapez-la : ${insecable[1] as string}: ${extrait(insecable[2] as string)}`);
  const colle = /^([\p{L}\w-]+):(\S.*)$/u.exec(own);
  if (colle !== null) return say('Il manque une espace après les deux-points.', `Écrivez : ${colle[1] as string}: ${extrait(colle[2] as string)}`);
  const sans = /^([\p{L}\w-]+)(?: +([^:]+))?$/u.exec(own);
  if (sans !== null) return say(`Il manque les deux-points après ${guillemets(sans[1] as string)}.`, `Écrivez : ${sans[1] as string}: ${extrait(sans[2] ?? '…')}`);
  return null;
}

function other({ error, line, start, span }: Place): Diagnostic {
  const [from, to] = error.pos;
  const place = span(from, Math.max(from + 1, Math.min(to, start + line.length)));
  switch (error.code) {
    case 'RESOURCE_EXHAUSTION':
      // L'analyseur s'arrête où sa pile déborde : cet endroit ne dit rien.
      return diagnostic('CTG1007', { limite: LIMITS.depth }, span(0, 1));
    case 'MULTIPLE_DOCS':
      return diagnostic('CTG1008', {}, place);
    default:
      return diagnostic('CTG1001', { detail: DETAILS[error.code] ?? 'Cette ligne n’est pas du YAML bien formé.' }, place);
  }
}
