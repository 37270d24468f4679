import type { AnnexeEntete, ArticleEntete } from '../../schemas/entetes.ts';
import type { Modele, PieceModele } from '../../schemas/modele.ts';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { suggest } from '../base/suggestion.ts';
import { located, prose, type ResolveInput, type TypedFile } from './input.ts';
import type { ModeleResolu, PieceResolue, Prose } from './projet.ts';

type Kind = PieceResolue['kind'];
type Texte = Prose<ArticleEntete> | Prose<AnnexeEntete>;
type Draft = Omit<PieceResolue, 'rang'>;

/** Les pièces de l'acte, dans l'ordre : celles du modèle sous l'hypothèse choisie, puis celles que le territoire ajoute. */
export function resolveModele(input: ResolveInput, hypothese: 1 | 2 | undefined, diagnostics: Diagnostic[]): ModeleResolu | null {
  const { modele } = input;
  if (modele === null) return null;
  const retained = (pieces: readonly PieceModele[]): readonly PieceModele[] => pieces.filter((p) => p.hypothese === undefined || p.hypothese === hypothese);
  const all = [...modele.value.liminaires, ...modele.value.articles, ...modele.value.annexes].map((p) => p.id);

  const articles = input.files('article').map((f): [TypedFile<ArticleEntete>, Texte] => [f, prose(f)]);
  const annexes = input.files('annexe').map((f): [TypedFile<AnnexeEntete>, Texte] => [f, prose(f)]);
  const bodies = (kind: Kind): readonly (readonly [TypedFile<ArticleEntete>, Texte])[] => (kind === 'annexe' ? (annexes as [TypedFile<ArticleEntete>, Texte][]) : articles);

  const list = (kind: Kind, pieces: readonly PieceModele[]): Draft[] =>
    retained(pieces).map((piece) => {
      const texte = bodies(kind).find(([file]) => file.id === piece.id)?.[1] ?? null;
      const replaced = texte !== null && texte.value.remplace === true;
      return { kind, id: piece.id, clause: replaced ? null : (piece.clause ?? piece.id), titre: texte?.value.titre ?? piece.titre ?? null, texte, modele: piece };
    });

  const liminaires = list('liminaire', modele.value.liminaires);
  const articlesOut = list('article', modele.value.articles);
  const annexesOut = list('annexe', modele.value.annexes);
  insertExtras('article', articlesOut, articles, all, modele.value, diagnostics);
  insertExtras('annexe', annexesOut, annexes as [TypedFile<ArticleEntete>, Texte][], all, modele.value, diagnostics);

  const number = (drafts: readonly Draft[]): PieceResolue[] => drafts.map((d, i) => ({ ...d, rang: i + 1 }));
  return { ...located(modele, modele.value), pieces: [...number(liminaires), ...number(articlesOut), ...number(annexesOut)] };
}

/** Ajoute les textes du territoire qui ne sont pas du modèle, après la pièce qu'ils nomment. */
function insertExtras(kind: Kind, drafts: Draft[], texts: readonly (readonly [TypedFile<ArticleEntete>, Texte])[], known: readonly string[], modele: Modele, diagnostics: Diagnostic[]): void {
  const own = (kind === 'annexe' ? modele.annexes : [...modele.liminaires, ...modele.articles]).map((p) => p.id);
  for (const [file, texte] of texts) {
    if (own.includes(file.id)) continue;
    const { titre, apres } = file.value;
    if (titre === undefined || (apres === undefined && kind === 'article')) {
      diagnostics.push(diagnostic('CTG3005', { id: file.id, suggestion: suggest(file.id, own) }, file.at([])));
      continue;
    }
    let at = drafts.length;
    if (apres !== undefined) {
      const index = drafts.findIndex((d) => d.id === apres);
      if (index === -1) {
        diagnostics.push(diagnostic('CTG3001', { quoi: 'Aucune pièce', id: apres, suggestion: suggest(apres, drafts.map((d) => d.id)), ou: 'le modèle choisi' }, file.at(['apres'])));
        continue;
      }
      at = index + 1;
    }
    if (known.includes(file.id) || drafts.some((d) => d.id === file.id)) diagnostics.push(diagnostic('CTG3002', { id: file.id }, file.at([])));
    drafts.splice(at, 0, { kind, id: file.id, clause: null, titre, texte, modele: null });
  }
}
