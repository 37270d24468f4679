/** Arbre → documents. Chaque rendu est chargé au besoin : valider ne charge jamais pdfmake. */
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import type { DocumentTree } from '../document/arbre.ts';
import type { Attachment } from '../render/pdf/attachments.ts';
import type { RenderProblem } from '../render/pdf/context.ts';
import type { TexteAuteur } from '../resolve/projet.ts';
import type { Output, Target } from './compile.ts';
import type { Habillage } from './theme.ts';

/** Nombre de pages déjà écrit hors du projet, et où il est dit. */
export interface PagesAnnoncees {
  readonly pages: number;
  readonly span: Span;
}

/** Ce que le rendu ne sait pas des sources. */
export interface Reperes {
  readonly annonce?: PagesAnnoncees | null;
  /** Les textes des auteurs, où retrouver un caractère que les polices n'ont pas. */
  readonly textes?: readonly TexteAuteur[];
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export async function renderTargets(tree: DocumentTree, targets: readonly Target[], { theme, fonts }: Habillage, attachments: readonly Attachment[], { annonce = null, textes = [] }: Reperes = {}): Promise<Outcome<readonly Output[]>> {
  const outputs: Output[] = [];
  let pages: number | null = null;
  // La page HTML cite le nombre de pages de l'acte : il faut l'avoir mis en page.
  if (targets.includes('pdf') || targets.includes('html')) {
    const { renderPdf } = await import('../render/pdf/index.ts');
    const result = await renderPdf(tree, { theme, fonts, attachments });
    if (result.bytes === null) return [[], problemDiagnostics(result.problems, textes)];
    pages = result.pages;
    if (annonce !== null && annonce.pages !== pages) return [[], [diagnostic('CTG7006', { annonce: annonce.pages, compte: pages }, annonce.span)]];
    if (tree.stade === 'signature') await controler(result.bytes);
    if (targets.includes('pdf')) outputs.push({ target: 'pdf', path: 'convention.pdf', bytes: result.bytes });
  }
  if (targets.includes('html')) {
    const { renderHtml } = await import('../render/html/index.ts');
    outputs.push({ target: 'html', path: 'convention.html', bytes: utf8(renderHtml(tree, { theme, pages })) });
  }
  if (targets.includes('plan')) {
    const [{ renderPlanHtml }, { planCsv, planJson }] = await Promise.all([import('../render/html/index.ts'), import('../render/tableaux/index.ts')]);
    const plan: readonly (readonly [string, string | null])[] = [
      ['plan-actions.html', renderPlanHtml(tree, { theme })],
      ['plan-actions.csv', planCsv(tree)],
      ['plan-actions.json', planJson(tree)],
    ];
    for (const [path, content] of plan) if (content !== null) outputs.push({ target: 'plan', path, bytes: utf8(content) });
  }
  return [outputs, []];
}

/** Un acte à signer est conforme, ou n'est pas écrit : le défaut serait de ctg, non des sources, d'où la panne (code 3). */
async function controler(bytes: Uint8Array): Promise<void> {
  const { controlerPdf } = await import('../conformite/index.ts');
  const controle = await controlerPdf(bytes);
  if ('raison' in controle) throw new Error(`l’acte à signer ne se relit pas : ${controle.raison}`);
  const [premier] = controle.manquements;
  if (premier !== undefined) throw new Error(`l’acte à signer n’est pas conforme à PDF/UA-1 et PDF/A-3a : ${premier.code}, ${premier.detail} (${controle.manquements.length} manquements)`);
}

/** Où l'auteur a écrit un caractère : dans le bloc fautif s'il a un endroit, sinon (un nom, un titre venus du YAML) dans tous ses textes. */
function lieuDuCaractere({ span, missing }: RenderProblem, textes: readonly TexteAuteur[]): Span | null {
  if (missing === undefined) return span;
  const { character, text } = missing;
  const possibles = textes.filter((t) => t.texte.includes(character) && (span === null || (t.file === span.file && t.span.start < span.end && t.span.end > span.start)));
  // Le même caractère peut être ailleurs : d'abord le texte où il a le même mot pour entourage.
  const mot = text.split(/\s/).find((m) => m.includes(character)) ?? character;
  const found = possibles.find((t) => t.texte.includes(mot)) ?? possibles[0];
  if (found === undefined) return span;
  const at = found.texte.includes(mot) ? found.texte.indexOf(mot) + mot.indexOf(character) : found.texte.indexOf(character);
  return found.passage(at, at + character.length);
}

/** Un nom s'imprime en dix endroits : le caractère qui lui manque se dit une fois. */
function problemDiagnostics(problems: readonly RenderProblem[], textes: readonly TexteAuteur[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return problems.flatMap((problem) => {
    const span = lieuDuCaractere(problem, textes);
    if (problem.missing !== undefined) {
      const key = `${problem.missing.character} ${span === null ? problem.detail : `${span.file} ${String(span.start)}`}`;
      if (seen.has(key)) return [];
      seen.add(key);
    }
    return [problemDiagnostic({ ...problem, span })];
  });
}

function problemDiagnostic(problem: RenderProblem): Diagnostic {
  const { detail, span } = problem;
  switch (problem.kind) {
    case 'missing-glyph':
      return diagnostic('CTG7001', { detail }, span);
    case 'lost-block':
      return diagnostic('CTG7002', { detail }, span);
    case 'image':
      return diagnostic('CTG7003', { detail }, span);
    case 'joined-pdf':
      return diagnostic('CTG7004', { detail }, span);
    case 'internal':
      throw new Error(detail);
  }
}
