/**
 * `convention.json` : l'acte pour un logiciel. Il ne dit que ce que l'acte imprime, et quelques faits des sources qui ne
 * sont pas privées : ce qui est gardé hors de l'archive n'y entre pas par une autre porte.
 */
import type { Acte } from '../../schemas/acte.ts';
import type { Block, DocumentTree, Image, PlanActions } from '../document/arbre.ts';
import { blockTexts } from '../document/texte.ts';
import { byCodePoint } from '../host/host.ts';
import type { Projet } from '../resolve/projet.ts';
import { estMention } from './mention.ts';

export interface MatiereActe {
  readonly tree: DocumentTree;
  readonly projet: Projet;
  readonly compilation: Acte['compilation'];
  /** Fichiers joints. */
  readonly joints: ReadonlyMap<string, Uint8Array>;
  readonly hash: (parts: readonly (Uint8Array | string)[]) => string;
}

export function faireActe({ tree, projet, compilation, joints, hash }: MatiereActe): Acte {
  /** Une chose lue dans un fichier joint, ou null. */
  const public_ = <T extends { readonly file: string }>(chose: T | null): T | null => (chose !== null && joints.has(chose.file) ? chose : null);
  const periode = public_(projet.convention)?.value.periode;
  const territoire = public_(projet.territoire);
  const blocs = tree.pieces.flatMap((piece) => tous(piece.children));
  return {
    format: 1,
    empreinte: tree.fingerprint,
    compilation,
    sources: [...joints].map(([chemin, octets]) => ({ chemin, octets: octets.byteLength, sha256: hash([octets]) })).sort((a, b) => byCodePoint(a.chemin, b.chemin)),
    titre: tree.cover.title,
    modele: tree.cover.model,
    periode: { annees: tree.cover.years, debut: periode?.debut ?? null, fin: periode?.fin ?? null },
    territoire: { nom: tree.cover.territoire, type: territoire?.value.type ?? null, communes: territoire === null ? [] : projet.communes.map(({ nom, insee }) => ({ nom, insee })) },
    signataires: projet.signataires.flatMap((s) => {
      if (public_(s) === null) return [];
      const { categorie, siren, representants, deliberation } = s.value;
      return [{
        id: s.id,
        nom: s.le,
        categorie,
        siren: siren ?? null,
        representants: (representants ?? []).map((r) => ({ nom: `${r.prenom} ${r.nom}`, qualite: r.qualite })),
        deliberation: deliberation === undefined ? null : { date: deliberation.date ?? null, numero: deliberation.numero ?? null },
      }];
    }),
    pieces: tree.pieces.map((piece) => ({
      genre: piece.kind,
      id: piece.id,
      libelle: piece.label,
      titre: piece.title,
      textes: piece.children.flatMap((b) => blockTexts(b, '…')).filter((t) => t.trim() !== '' && !estMention(t)),
      joints: tous(piece.children).flatMap((b) => nonTexte(b, hash)),
    })),
    plan: plan(blocs.find((b) => b.type === 'plan-actions')),
    chiffres: blocs.flatMap((b) => (b.type !== 'chiffres' ? [] : b.items.map(({ id, label, raw, unit, zone, source }) => ({ id, libelle: label, valeur: raw, unite: unit, zone, source })))),
  };
}

/** Un bloc et ceux qu'il contient, dans l'ordre de lecture. */
function tous(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    switch (block.type) {
      case 'quote':
      case 'callout':
      case 'partie':
        return [block, ...tous(block.children)];
      case 'list':
        return [block, ...block.items.flatMap(tous)];
      case 'fiche-action':
        return [block, ...block.sections.flatMap((s) => tous(s.children)), ...(block.notes === undefined ? [] : tous([block.notes]))];
      case 'notes':
        return [block, ...block.items.flatMap((note) => tous(note.children))];
      case 'key-values':
        return [block, ...block.entries.flatMap((e) => tous(e.value))];
      case 'table':
        return [block, ...[...block.head, ...block.body].flatMap((row) => row.flatMap((cell) => tous(cell.children)))];
      default:
        return [block];
    }
  });
}

function nonTexte(block: Block, hash: MatiereActe['hash']): Acte['pieces'][number]['joints'] {
  const image = (i: Image): string => hash([i.media === 'image/svg+xml' ? i.svg : i.bytes]);
  if (block.type === 'figure') return [{ nom: block.alt, sha256: image(block.image) }];
  return block.type === 'joined' ? [{ nom: block.name, sha256: hash([block.bytes]) }] : [];
}

function plan(block: PlanActions | undefined): Acte['plan'] {
  if (block === undefined) return null;
  return {
    niveaux: [...block.levels],
    actions: block.rows.map((row) => ({
      id: row.id,
      numero: row.number,
      titre: row.title,
      niveaux: row.path.map((n) => (n === null ? null : { id: n.id, numero: n.number, titre: n.title })),
      thematiques: [...row.thematiques],
      pilotes: [...row.pilotes],
      partenaires: [...row.partenaires],
      echeances: [...row.echeances],
      indicateurs: [...row.indicateurs],
      fiche: row.fiche?.label ?? null,
    })),
  };
}
