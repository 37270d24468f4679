/** Deux actes disent-ils la même chose ? Pièce par pièce, texte par texte. */
import { diffArrays } from 'diff';
import type { Acte } from '../../schemas/acte.ts';

type Piece = Acte['pieces'][number];

export interface Ecart {
  /** « Article 5 — Durée », « Couverture ». */
  readonly ou: string;
  /** « article:duree », comme un avenant le nomme ; null si ce n'est ni un article ni une annexe. */
  readonly cible: string | null;
  readonly nature: 'ajouté' | 'retiré' | 'changé' | 'déplacé';
  /** Textes du premier que le second n'a pas, et l'inverse ; dans l'ordre de lecture. */
  readonly lignes: readonly { readonly signe: '-' | '+'; readonly texte: string }[];
}

/** Rend les écarts, dans l'ordre du premier acte, puis les pièces que seul le second contient. */
export function comparerActes(a: Acte, b: Acte): readonly Ecart[] {
  const autres = new Map(b.pieces.map((p) => [cle(p), p]));
  const ecarts: Ecart[] = [];
  const couverture = lignes(tete(a), tete(b));
  if (couverture.length > 0) ecarts.push({ ou: 'Couverture', cible: null, nature: 'changé', lignes: couverture });
  for (const piece of a.pieces) {
    const autre = autres.get(cle(piece));
    if (autre === undefined) ecarts.push({ ou: nom(piece), cible: cible(piece), nature: 'retiré', lignes: contenu(piece).map((texte) => ({ signe: '-', texte })) });
    else {
      const changees = lignes(contenu(piece), contenu(autre));
      if (changees.length > 0) ecarts.push({ ou: nom(piece), cible: cible(piece), nature: 'changé', lignes: changees });
    }
  }
  const connues = new Set(a.pieces.map(cle));
  for (const piece of b.pieces) if (!connues.has(cle(piece))) ecarts.push({ ou: nom(piece), cible: cible(piece), nature: 'ajouté', lignes: contenu(piece).map((texte) => ({ signe: '+', texte })) });
  // Les mêmes pièces dans un autre ordre : l'acte n'est pas le même.
  const communes = (pieces: readonly Piece[], chez: ReadonlySet<string>): string => pieces.map(cle).filter((c) => chez.has(c)).join('\n');
  if (communes(a.pieces, new Set(autres.keys())) !== communes(b.pieces, connues)) ecarts.push({ ou: 'Ordre des articles et des annexes', cible: null, nature: 'déplacé', lignes: lignes(a.pieces.map(nom), b.pieces.map(nom)) });
  return ecarts;
}

const cle = (piece: Piece): string => `${piece.genre}/${piece.id}`;
const cible = ({ genre, id }: Piece): string | null => (genre === 'article' || genre === 'annexe' ? `${genre}:${id}` : null);
const nom = ({ libelle, titre }: Piece): string => (libelle === null ? titre : `${libelle} — ${titre}`);
const tete = (acte: Acte): readonly string[] => [acte.titre, acte.territoire.nom, acte.periode.annees, ...acte.signataires.map((s) => s.nom)];
const contenu = (piece: Piece): readonly string[] => [nom(piece), ...piece.textes, ...piece.joints.map((j) => `[${j.nom}] ${j.sha256.slice(0, 16)}`)];

const lignes = (a: readonly string[], b: readonly string[]): Ecart['lignes'] =>
  diffArrays([...a], [...b]).flatMap(({ added, removed, value }) => (added || removed ? value.map((texte) => ({ signe: added ? ('+' as const) : ('-' as const), texte })) : []));
