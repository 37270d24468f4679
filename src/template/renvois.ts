/** Ce qu'imprime un renvoi : `[](chiffre:population)`, `[](article:duree)`. */
import { extrait } from '../base/caracteres.ts';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import { codeLangue, conseilLangue } from '../base/langues.ts';
import { enLettres, nombre, NBSP } from '../base/francais.ts';
import type { Inline } from '../document/arbre.ts';
import { chiffreEnTexte } from '../model/chiffres.ts';
import type { NomCompte } from '../resolve/comptes.ts';
import type { Vue } from '../model/forme.ts';
import { LANGUE, splitRenvoi } from '../resolve/renvois.ts';
import type { Chiffre, ModeleResolu, PieceResolue, Projet } from '../resolve/projet.ts';

export const pieceAnchor = (piece: Pick<PieceResolue, 'kind' | 'id'>): string => (piece.kind === 'liminaire' ? piece.id : `${piece.kind}-${piece.id}`);
export const pieceLabel = (piece: Pick<PieceResolue, 'kind' | 'rang'>): string | null => (piece.kind === 'liminaire' ? null : `${piece.kind === 'article' ? 'Article' : 'Annexe'} ${String(piece.rang)}`);
export const actionAnchor = (id: string): string => `action-${id}`;
export const ficheAnchor = (id: string): string => `fiche-${id}`;
export const ficheLabel = (numero: number): string => `Fiche-action ${String(numero)}`;

/** Espace à remplir à la main : date ou lieu encore inconnus. */
const LIGNE = '…'.repeat(12);

const text = (value: string): readonly Inline[] => [{ type: 'text', value }];

export interface RenvoiContext {
  readonly projet: Projet;
  readonly modele: ModeleResolu;
  readonly vue: Vue;
  readonly report: (found: Diagnostic) => void;
}

/** Rend un lien ; les cibles des textes d'auteur sont déjà vérifiées, celles des clauses le sont ici. */
export function renderLink(url: string, children: readonly Inline[], span: Span | null, context: RenvoiContext): readonly Inline[] {
  const renvoi = splitRenvoi(url);
  if (renvoi === null) {
    if (/^(https?:\/\/|mailto:)/i.test(url)) return [{ type: 'link', url, children: children.length === 0 ? text(url) : children }];
    context.report(diagnostic('CTG6005', { url }, span));
    return children;
  }
  const own = (label: string): readonly Inline[] => (children.length === 0 ? text(label) : children);
  const { projet, vue } = context;
  const { genre, id } = renvoi;
  const missing = (): readonly Inline[] => {
    context.report(diagnostic('CTG6001', { cible: `${genre}:${id}`, suggestion: null }, span));
    return own(id);
  };
  switch (genre) {
    case LANGUE: {
      const lang = codeLangue(id);
      if (lang !== null && children.length > 0) return [{ type: 'langue', lang, children }];
      context.report(diagnostic('CTG3020', { code: extrait(id), faute: lang === null ? 'code' : 'vide', suggestion: conseilLangue(id) }, span));
      return children;
    }
    case 'blanc':
      return [{ type: 'blank', value: LIGNE }];
    case 'pages':
      return [{ type: 'page-total' }];
    case 'article':
    case 'annexe': {
      const piece = context.modele.pieces.find((p) => p.id === id && (genre === 'annexe' ? p.kind === 'annexe' : p.kind !== 'annexe'));
      if (piece === undefined) return missing();
      return [{ type: 'crossref', target: pieceAnchor(piece), children: own(piece.kind === 'liminaire' ? id.replace('preambule', 'préambule') : `${genre}${NBSP}${String(piece.rang)}`) }];
    }
    case 'chiffre':
      return chiffre(id, span, context) ?? missing();
    case 'lettres':
      return chiffre(id, span, context, true) ?? missing();
    case 'action': {
      const action = projet.plan.actions.find((a) => a.id === id);
      return action === undefined ? missing() : [{ type: 'crossref', target: actionAnchor(id), children: own(action.value.titre) }];
    }
    case 'fiche': {
      const fiche = projet.fiches.find((f) => f.id === id);
      return fiche === undefined ? missing() : [{ type: 'crossref', target: ficheAnchor(id), children: own(`fiche-action${NBSP}${String(fiche.numero)}`) }];
    }
    case 'acteur': {
      const acteur = projet.acteurs.get(id);
      return acteur === undefined ? missing() : own(acteur.signataire?.court ?? acteur.nom);
    }
    case 'axe': {
      const node = projet.plan.noeuds.find((n) => n.id === id);
      return node === undefined ? missing() : own(node.titre);
    }
    case 'indicateur': {
      const indicateur = projet.indicateurs.find((i) => i.id === id);
      return indicateur === undefined ? missing() : own(indicateur.value.libelle);
    }
    case 'instance': {
      const instance = projet.instances.find((i) => i.id === id);
      return instance === undefined ? missing() : own(instance.value.nom);
    }
    case 'compte':
      return own(vue.comptes[id as NomCompte]?.lettres ?? id);
    case 'convention':
      return own(fait(id, vue));
    default:
      return missing();
  }
}

function fait(id: string, vue: Vue): string {
  const c = vue.convention;
  const faits: Readonly<Record<string, string | null>> = { titre: c.titre, annees: c.annees, prend_effet: c.prend_effet, fin: c.fin, duree: c.duree, lieu: c.a_lieu };
  return faits[id] ?? LIGNE;
}

/** « 71,8 % », ou la valeur d'une comparaison : `chiffre:couverture/France`. */
function chiffre(id: string, span: Span | null, context: RenvoiContext, lettres = false): readonly Inline[] | null {
  const [own = '', zone] = id.split('/');
  const found: Chiffre | undefined = context.projet.chiffres.get(own);
  if (found === undefined) return null;
  if (zone !== undefined) {
    const comparaison = found.value.comparaisons?.find((c) => c.zone === zone);
    return comparaison === undefined ? null : text(`${nombre(comparaison.valeur)}${found.value.unite === undefined ? '' : `${NBSP}${found.value.unite}`}`);
  }
  const value = lettres && found.value.valeur !== null ? enLettres(found.value.valeur) : chiffreEnTexte(found);
  if (value !== null) return text(value);
  context.report(diagnostic('CTG6006', { chiffre: found.value.libelle, motif: found.value.motif ?? 'valeur absente' }, span));
  return text('n.c.');
}
