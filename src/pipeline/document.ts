/** Projet résolu → arbre du document : clauses, images et documents joints lus par l'hôte. */
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import { parObjet } from '../base/memoire.ts';
import type { SourceText } from '../base/span.ts';
import type { Host } from '../host/host.ts';
import type { Block, DocumentTree } from '../document/arbre.ts';
import type { PieceResolue, Projet } from '../resolve/projet.ts';
import { reglagesDe } from '../rules/reglages.ts';
import { readImage } from '../sources/images.ts';
import { type Clause, readClause as parseClause } from '../template/clause.ts';
import { compose } from '../template/compose.ts';
import { type Assets, openAssets } from './assets.ts';
import { idOf, missingClause, readClause } from './modele.ts';
import type { Settings } from './reglages.ts';
import { readSigles } from './sigles.ts';

export interface DocumentInput {
  readonly host: Host;
  readonly projet: Projet;
  readonly sources: Map<string, SourceText>;
  /** Ce que le modèle et ctg.yaml règlent : la clause du secret statistique écrit les seuils en vigueur. */
  readonly settings: Settings;
}

const checkClause = parObjet((source: SourceText): Outcome<Clause | null> => parseClause(idOf(source), source));

export async function makeDocument({ host, projet, sources, settings }: DocumentInput): Promise<Outcome<DocumentTree | null>> {
  const diagnostics: Diagnostic[] = [];
  const clauses = new Map<string, Clause | null>();
  const pieces = projet.modele?.pieces ?? [];
  for (const id of new Set([...pieces.flatMap((p) => (p.clause === null ? [] : [p.clause])), 'signatures'])) {
    const source = readClause(host, id);
    if (source === null) {
      diagnostics.push(missingClause(id));
      continue;
    }
    sources.set(source.file, source);
    const [clause, found] = checkClause(source);
    diagnostics.push(...found);
    clauses.set(id, clause);
  }
  // Une clause que le territoire remplace donne encore son titre.
  for (const { clause, titre, modele } of pieces) {
    const id = modele?.clause ?? modele?.id;
    const source = clause !== null || titre !== null || id === undefined || clauses.has(id) ? null : readClause(host, id);
    if (source === null || id === undefined) continue;
    sources.set(source.file, source);
    clauses.set(id, checkClause(source)[0]);
  }
  const assets = openAssets(host);
  const joined = new Map<PieceResolue, readonly Block[]>();
  for (const piece of pieces) joined.set(piece, await joinedBlocks(piece, assets, diagnostics));
  const { seuil } = reglagesDe('CTG4210', settings.choix.get('CTG4210'));
  const [tree, composed] = compose({
    projet,
    secret: { allocataires_minimum: seuil('allocataires_minimum'), effectif_minimum: seuil('effectif_minimum') },
    clause: (id) => clauses.get(id) ?? null,
    image: assets.image,
    logo: assets.logo,
    joined: (piece) => joined.get(piece) ?? [],
    date: documentDate(host, projet),
  });
  return [tree === null ? null : { ...tree, sigles: readSigles(host, projet) }, [...diagnostics, ...assets.diagnostics, ...composed]];
}

/** L'acte est en couleurs RVB (sRGB) : c'est le profil que pdfkit y met. */
const PROFIL_DE_L_ACTE = 'RGB';

/** Documents joints d'une annexe : PDF (dont on compte les pages) ou image en pleine page. */
async function joinedBlocks(piece: PieceResolue, assets: Assets, diagnostics: Diagnostic[]): Promise<readonly Block[]> {
  const { texte } = piece;
  if (piece.kind !== 'annexe' || texte === null || !('fichiers' in texte.value)) return [];
  const blocks: Block[] = [];
  for (const [i, { fichier, description }] of (texte.value.fichiers ?? []).entries()) {
    const span = texte.at(['fichiers', i, 'fichier']);
    const bytes = assets.bytes(fichier, texte.file, span);
    if (bytes === null) continue;
    const common = { type: 'joined' as const, name: fichier, description, bytes, span };
    if (/\.pdf$/i.test(fichier)) {
      const pages = await countPages(bytes);
      if (pages === null) diagnostics.push(diagnostic('CTG0011', { fichier, attendu: 'un PDF utilisable', raison: 'il est abîmé, vide ou protégé par un mot de passe' }, span));
      else {
        const { obstacles } = await import('../conformite/greffe.ts');
        const raisons = await obstacles(bytes, PROFIL_DE_L_ACTE);
        if (raisons.length > 0) diagnostics.push(diagnostic('CTG7005', { fichier, raisons: raisons.slice(0, 3) }, span));
        blocks.push({ ...common, media: 'application/pdf', pages, obstacles: raisons });
      }
    } else {
      const info = readImage(bytes, fichier);
      if (info.ok && info.media !== 'image/svg+xml') blocks.push({ ...common, media: info.media, pages: 1 });
      else diagnostics.push(diagnostic('CTG0011', { fichier, attendu: 'un PDF ou une image PNG ou JPEG', raison: info.ok ? 'c’est un dessin SVG : placez-le dans le texte de l’annexe' : info.raison }, span));
    }
  }
  return blocks;
}

/** Nombre de pages d’un PDF, ou null s’il est illisible ou abîmé en partie. La bibliothèque n'est chargée que s'il y a un PDF joint. */
async function countPages(bytes: Uint8Array): Promise<number | null> {
  const { PDFDocument } = await import('pdf-lib');
  try {
    const count = (await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })).getPageCount();
    return count === 0 ? null : count;
  } catch {
    return null;
  }
}

/** Date portée par les documents : SOURCE_DATE_EPOCH, sinon une date de l'acte. Jamais l'horloge. */
function documentDate(host: Host, projet: Projet): string {
  if (host.epoch !== null) return new Date(host.epoch * 1000).toISOString();
  const c = projet.convention?.value;
  const dated = c?.signature?.date ?? (c?.periode.debut === 'signature' ? undefined : c?.periode.debut) ?? projet.signataires.map((s) => s.value.deliberation?.date).filter((d) => d !== undefined).sort().at(-1);
  return `${dated ?? c?.periode.fin ?? '2000-01-01'}T00:00:00.000Z`;
}
