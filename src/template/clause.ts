/** Une clause : en-tête, texte Handlebars vérifié, et la fonction qui l'étend. Rien de ce qu'elle reçoit ne devient du Markdown. */
import Handlebars from 'handlebars';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { SourceText, Span } from '../base/span.ts';
import { suggest } from '../base/suggestion.ts';
import { formeVue, type Vue } from '../model/forme.ts';
import { parseYaml } from '../sources/yaml.ts';
import { expand } from './expand.ts';
import { NATURES, type PathExpression, resolvePath, type Scope, withoutOption } from './paths.ts';

export interface Clause {
  readonly id: string;
  readonly titre: string;
  readonly source: SourceText;
  /** Texte de la clause pour cette vue, en Markdown. */
  readonly expand: (vue: Vue) => string;
}

type Ast = hbs.AST.Program;

/** Lit une clause ; null si elle est fautive. */
export function readClause(id: string, source: SourceText): Outcome<Clause | null> {
  const head = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*\r?\n/.exec(source.text);
  const whole: Span = { file: source.file, start: 0, end: Math.min(3, source.text.length) };
  if (head === null) return [null, [diagnostic('CTG5001', { detail: 'La clause doit commencer par un en-tête « --- » qui donne son titre.' }, whole)]];
  const [entete, found] = parseYaml(source, 4, 4 + (head[1] as string).length);
  const titre = (entete?.value as { titre?: unknown } | null)?.titre;
  if (entete === null || typeof titre !== 'string') {
    return [null, found.length > 0 ? found : [diagnostic('CTG5001', { detail: 'L’en-tête de la clause ne donne pas de titre.' }, whole)]];
  }
  const start = head[0].length;
  const body = source.text.slice(start);
  let ast: Ast;
  try {
    ast = Handlebars.parse(body);
  } catch (error) {
    const line = Number(/line (\d+)/.exec(String(error))?.[1] ?? '1');
    const lineStart = source.lineStarts[source.position(start).line + line - 2] ?? start;
    return [null, [diagnostic('CTG5001', { detail: 'Cette ligne n’est pas du Handlebars bien formé.' }, { file: source.file, start: lineStart, end: lineStart + source.line(source.position(lineStart).line).length })]];
  }
  const checker = new Checker(source, start);
  checker.program(ast, { forme: formeVue, parent: null, guarded: new Set(), inEach: false });
  if (checker.diagnostics.length > 0) return [null, checker.diagnostics];
  return [{ id, titre, source, expand: (vue) => expand(ast, vue) }, []];
}

const BLOCKS = new Set(['if', 'unless', 'each', 'with']);

/** Parcourt l'arbre et vérifie chaque chemin. */
class Checker {
  readonly diagnostics: Diagnostic[] = [];
  readonly #source: SourceText;
  readonly #firstLine: number;
  readonly #offset: number;

  constructor(source: SourceText, offset: number) {
    this.#source = source;
    this.#offset = offset;
    this.#firstLine = source.position(offset).line;
  }

  program(program: Ast, scope: Scope): void {
    for (const statement of program.body) this.#statement(statement, scope);
  }

  #span(loc: hbs.AST.SourceLocation): Span {
    const at = (p: hbs.AST.Position): number => (this.#source.lineStarts[this.#firstLine + p.line - 2] ?? this.#offset) + p.column;
    return { file: this.#source.file, start: at(loc.start), end: at(loc.end) };
  }

  #refuse(construction: string, loc: hbs.AST.SourceLocation): void {
    this.diagnostics.push(diagnostic('CTG5004', { construction }, this.#span(loc)));
  }

  #statement(statement: hbs.AST.Statement, scope: Scope): void {
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        return;
      case 'MustacheStatement': {
        const mustache = statement as hbs.AST.MustacheStatement;
        const path = mustache.path as unknown as PathExpression;
        if (mustache.params.length > 0 || mustache.hash !== undefined || path.type !== 'PathExpression') return this.#refuse(`{{${path.original}…}}`, statement.loc);
        if (!mustache.escaped) return this.#refuse(`{{{${path.original}}}}`, statement.loc);
        return this.#printed(path, scope, statement.loc);
      }
      case 'BlockStatement':
        this.#block(statement as hbs.AST.BlockStatement, scope);
        return;
      default:
        this.#refuse(statement.type, statement.loc);
    }
  }

  #printed(path: PathExpression, scope: Scope, loc: hbs.AST.SourceLocation): void {
    const found = resolvePath(path, scope);
    if (!found.ok) this.#unknown(path, found.candidates, loc);
    else if (withoutOption(found.forme).k !== 'texte') this.diagnostics.push(diagnostic('CTG5003', { chemin: path.original, nature: NATURES[found.forme.k] }, this.#span(loc)));
    else if (found.unguarded.length > 0) {
      this.diagnostics.push(diagnostic('CTG5003', { chemin: path.original, nature: `une donnée facultative : entourez-la de {{#if ${String(found.unguarded[0])}}}… Elle` }, this.#span(loc)));
    }
  }

  #unknown(path: PathExpression, candidates: readonly string[], loc: hbs.AST.SourceLocation): void {
    this.diagnostics.push(diagnostic('CTG5002', { chemin: path.original, suggestion: suggest(path.original, candidates) }, this.#span(loc)));
  }

  #block(block: hbs.AST.BlockStatement, scope: Scope): void {
    const name = block.path.original;
    const argument = block.params[0] as unknown as PathExpression | undefined;
    if (!BLOCKS.has(name) || block.params.length !== 1 || argument?.type !== 'PathExpression') return this.#refuse(`{{#${name}}}`, block.loc);
    const found = resolvePath(argument, scope);
    if (!found.ok) return this.#unknown(argument, found.candidates, block.loc);
    const guarded: Scope = { ...scope, guarded: new Set([...scope.guarded, argument.original]) };
    const inner = withoutOption(found.forme);
    let main: Scope = name === 'if' ? guarded : scope;
    if (name === 'each') {
      if (inner.k !== 'liste') this.diagnostics.push(diagnostic('CTG5003', { chemin: argument.original, nature: NATURES[inner.k] }, this.#span(block.loc)));
      else main = { forme: inner.de, parent: scope, guarded: new Set(), inEach: true };
    } else if (name === 'with') {
      if (inner.k !== 'objet') this.diagnostics.push(diagnostic('CTG5003', { chemin: argument.original, nature: NATURES[inner.k] }, this.#span(block.loc)));
      else main = { forme: inner, parent: scope, guarded: new Set(), inEach: false };
    }
    this.program(block.program, main);
    if (block.inverse !== undefined) this.program(block.inverse, name === 'unless' ? guarded : scope);
  }
}
