/** Étend une clause déjà vérifiée : l'arbre Handlebars lu tel quel, sans le traduire en JavaScript. Chaque valeur passe par l'échappement Markdown. */
import { escapeMarkdown } from './escape.ts';
import type { PathExpression } from './paths.ts';

/** Où l'on lit : une valeur, celle qui l'entoure, et le rang dans la liste parcourue. */
interface Frame {
  readonly value: unknown;
  readonly parent: Frame | null;
  readonly rank: Readonly<Record<string, unknown>>;
}

/** Texte d'un programme Handlebars pour cette vue. */
export const expand = (program: hbs.AST.Program, vue: unknown): string => print(program, { value: vue, parent: null, rank: {} });

const print = (program: hbs.AST.Program | undefined, frame: Frame): string => (program === undefined ? '' : program.body.map((statement) => printStatement(statement, frame)).join(''));

function printStatement(statement: hbs.AST.Statement, frame: Frame): string {
  switch (statement.type) {
    case 'ContentStatement':
      return (statement as hbs.AST.ContentStatement).value;
    case 'MustacheStatement':
      return escapeMarkdown(read((statement as hbs.AST.MustacheStatement).path, frame));
    case 'BlockStatement':
      return printBlock(statement as hbs.AST.BlockStatement, frame);
    default:
      return '';
  }
}

function printBlock(block: hbs.AST.BlockStatement, frame: Frame): string {
  const value = read(block.params[0], frame);
  const full = value !== '' && value !== false && value !== 0 && value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
  switch (block.path.original) {
    case 'if':
      return print(full ? block.program : block.inverse, frame);
    case 'unless':
      return print(full ? block.inverse : block.program, frame);
    case 'with':
      return full ? print(block.program, { value, parent: frame, rank: frame.rank }) : print(block.inverse, frame);
    default: {
      if (!Array.isArray(value) || value.length === 0) return print(block.inverse, frame);
      const last = value.length - 1;
      return value.map((item: unknown, index) => print(block.program, { value: item, parent: frame, rank: { index, first: index === 0, last: index === last } })).join('');
    }
  }
}

/** Suit un chemin ; sa vérification a déjà dit qu'il existe, sauf là où une donnée facultative manque. */
function read(expression: hbs.AST.Expression | undefined, frame: Frame): unknown {
  const { parts, depth, data } = expression as unknown as PathExpression;
  let from = frame;
  for (let i = 0; i < depth && from.parent !== null; i++) from = from.parent;
  return parts.reduce<unknown>((value, part) => (value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[part] : undefined), data ? from.rank : from.value);
}
