/** Ce que le lecteur court lit, la bibliothèque le lit pareil : nœuds, textes, endroits. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../src/base/span.ts';
import { parseComplet } from '../../src/sources/markdown.ts';
import { lireMarkdownCourant } from '../../src/sources/markdown-courant.ts';
import { escapeMarkdown } from '../../src/template/escape.ts';
import { parseClauseComplet } from '../../src/template/markdown.ts';
import { EXEMPLES_COMMONMARK } from '../parite/commonmark.ts';
import { abimes, textes } from './textes.ts';

const SIGNES = [' ', '  ', '    ', '\n', '\n\n', '\r\n', '\t', '# ', '## ', '#', '- ', '* ', '+ ', '1. ', '2) ', '12. ', '-', '---\n', '===\n', '***', '**', '*', '_', '__', '`', '```\n', '~~~\n', '> ', '<', '<br>', '<!-- x -->', '&amp;', '&', '![', '[', ']', '](', '[](', '[a](b)', '[](chiffre:x)', '[a]: b\n', ')', '|', '\\|', '\n|---|---|\n', '|:-:|', ':', '::', '::texte-local\n', ':::\n', ':::partie\n', '{lot=démarche}', '\\', '\\\\', '\\*', '\u00A0', 'é', '«', '’', '1', 'www.caf.fr', 'https://caf.fr', '\uFEFF', '🎉'];

interface Nu {
  readonly [cle: string]: unknown;
}
/** Un nœud, ses endroits en décalages ; sans eux pour une clause, dont personne ne les lit. */
function nu(node: Nodes, endroits: boolean): Nu {
  const { position, ...reste } = node as Nodes & { data?: unknown };
  const lieu = endroits && node.type !== 'root' ? { de: position?.start.offset, a: position?.end.offset } : {};
  return { ...reste, ...lieu, ...('children' in node ? { children: node.children.map((c) => nu(c as Nodes, endroits)) } : {}) };
}

function compareTexte(text: string): boolean {
  const court = lireMarkdownCourant(text, { entete: true, directives: false });
  if (court === null) return false;
  const [complet, constats] = parseComplet(new SourceText('f.md', text));
  expect(constats, text).toEqual([]);
  expect(nu(court, true), text).toEqual(nu(complet as Nodes, true));
  return true;
}
function compareClause(text: string): boolean {
  const court = lireMarkdownCourant(text, { entete: false, directives: true });
  if (court === null) return false;
  expect(nu(court, false), text).toEqual(nu(parseClauseComplet(text), false));
  return true;
}

/** Une clause étendue : ses blocs ôtés, ses champs remplacés par un texte neutralisé comme le fait ctg. */
const etendues = textes('.md.hbs').map((t) => t.replace(/^---\r?\n[\s\S]*?\n---\n/, '').replace(/\{\{[#/e][^}]*\}\}\n?/g, '').replace(/\{\{[^}]*\}\}/g, escapeMarkdown('l’Île-d’Aval, (2024-2027) *a*')));

describe('le Markdown courant se lit comme par la bibliothèque', () => {
  const livres = textes('.md');

  it('dans tous les textes livrés, et la plupart sont de forme courante', () => {
    const lus = livres.filter(compareTexte).length;
    expect(lus / livres.length).toBeGreaterThan(0.5);
  });
  it('avec les fins de ligne de Windows', () => {
    expect(livres.filter((t) => compareTexte(t.replaceAll('\n', '\r\n'))).length).toBeGreaterThan(20);
  });
  it('dans les clauses', () => {
    expect(etendues.filter(compareClause).length / etendues.length).toBeGreaterThan(0.8);
  });
  it('dans les exemples de CommonMark', () => {
    const lus = EXEMPLES_COMMONMARK.filter((e) => [compareTexte(e.markdown), compareClause(e.markdown)].some(Boolean));
    expect(lus.length).toBeGreaterThanOrEqual(25);
  });
  it.each([['textes', livres, compareTexte], ['clauses', etendues, compareClause]] as const)('dans des %s abîmés', (_, sources, compare) => {
    let lus = 0;
    fc.assert(fc.property(abimes(sources, SIGNES), (text) => void (compare(text) && lus++)), { numRuns: 1500 });
    expect(lus).toBeGreaterThan(300);
  }, 120_000);
});
