/** Ce que le PDF emporte pour se prouver : les sources lues, moins celles que le territoire garde privées. */
import { ecrireArchive } from '../archive/ecrire.ts';
import { LIMITES } from '../archive/limites.ts';
import { cleDeNom, defautDeNom } from '../archive/noms.ts';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import { megaoctets } from '../base/francais.ts';
import type { SourceText } from '../base/span.ts';
import type { DocumentTree } from '../document/arbre.ts';
import { type Host, normalizePath } from '../host/host.ts';
import { faireActe } from '../preuve/acte.ts';
import { empreinteActe } from '../preuve/empreinte.ts';
import { mentionner } from '../preuve/mention.ts';
import { CONVENTION_JSON, SOURCES_ZIP } from '../preuve/noms.ts';
import type { Attachment } from '../render/pdf/attachments.ts';
import type { Projet } from '../resolve/projet.ts';
import { LIMITS } from '../sources/places.ts';
import type { Habillage } from './theme.ts';

export interface Emport {
  /** Tout ce qui a été lu dans le territoire. */
  readonly lus: ReadonlyMap<string, Uint8Array>;
  /** Ce qui en est joint. */
  readonly joints: ReadonlyMap<string, Uint8Array>;
}

/** Sépare ce qui part avec le PDF de ce qui reste privé ; un fichier privé introuvable est une erreur, sans quoi il partirait. */
export function emporter(host: Host, lus: ReadonlyMap<string, Uint8Array>, { ctg }: Projet): Outcome<Emport> {
  const found: Diagnostic[] = [];
  const gardes = new Set<string>();
  for (const [i, ecrit] of (ctg?.value.fichiers_prives ?? []).entries()) {
    const chemin = normalizePath(ecrit);
    const cle = cleDeNom(chemin ?? '');
    const vises = chemin === null || chemin === '' ? [] : [...lus.keys()].filter((f) => cleDeNom(f) === cle || cleDeNom(f).startsWith(`${cle}/`));
    for (const fichier of vises) gardes.add(fichier);
    if (vises.length > 0 || (chemin !== null && chemin !== '' && existe(host, chemin))) continue;
    const raison = chemin === null ? 'ce chemin mène hors du dossier du territoire' : 'rien ne porte ce nom';
    found.push(diagnostic('CTG0017', { chemin: ecrit, raison }, ctg?.at(['fichiers_prives', i]) ?? null));
  }
  const joints = new Map([...lus].filter(([fichier]) => !gardes.has(fichier)));
  const total = [...joints.values()].reduce((somme, octets) => somme + octets.byteLength, 0);
  if (total > LIMITES.total) found.push(diagnostic('CTG0019', { taille: megaoctets(total), limite: megaoctets(LIMITES.total) }, null));
  for (const fichier of joints.keys()) {
    const defaut = defautDeNom(fichier);
    if (defaut !== null) found.push(diagnostic('CTG0018', { fichier, defaut }, { file: fichier, start: 0, end: 0 }));
  }
  return [{ lus, joints }, found];
}

const existe = (host: Host, chemin: string): boolean => {
  const lu = host.read(chemin, LIMITS.asset);
  return lu.ok || lu.why !== 'absent' || host.list(chemin).ok;
};

/** Version de ctg, d'après le paquet livré. */
export function versionDeCtg(host: Host): string {
  const bytes = host.resource('package.json');
  return bytes === null ? '' : String((JSON.parse(new TextDecoder().decode(bytes)) as { version?: unknown }).version ?? '');
}

/** Pose l'empreinte dans l'arbre composé. `sources` tient les textes du modèle et des clauses. */
export function signer(host: Host, tree: DocumentTree, { lus, joints }: Emport, sources: ReadonlyMap<string, SourceText>, habillage: Habillage): DocumentTree {
  const version = versionDeCtg(host);
  const textes = [...sources].filter(([chemin]) => chemin.startsWith('templates/')).map(([chemin, source]): [string, Uint8Array] => [chemin, new TextEncoder().encode(source.text)]);
  const ressources = new Map([...textes, ...habillage.ressources]);
  const empreinte = empreinteActe(host.hash, { version, stade: tree.stade, sources: lus, ressources });
  return mentionner(tree, { empreinte, version, prives: joints.size < lus.size });
}

/** Les fichiers joints au PDF : ses sources, et l'acte pour un logiciel. */
export function jointes(host: Host, tree: DocumentTree, projet: Projet, { lus, joints }: Emport): readonly Attachment[] {
  const compilation = { ctg: versionDeCtg(host), stade: tree.stade, date: tree.date, edition: host.epoch, recompilable: joints.size === lus.size };
  const acte = faireActe({ tree, projet, compilation, joints, hash: host.hash });
  return [
    { name: CONVENTION_JSON, description: 'Ce document, pour un logiciel', media: 'application/json', relationship: 'Data', bytes: new TextEncoder().encode(`${JSON.stringify(acte, null, 2)}\n`) },
    { name: SOURCES_ZIP, description: 'Sources dont ce document est tiré', media: 'application/zip', relationship: 'Source', bytes: ecrireArchive(joints) },
  ];
}
