/** Ce que les reprises ont en commun : lire le tableau donné, écrire sans rien remplacer, dire ce qui reste à faire. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { guillemets, megaoctets, NBSP } from '../../base/francais.ts';
import { REPORTERS } from '../../report/index.ts';
import type { Remarque } from '../../reprise/plan/lignes.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { type Io, wantsColor } from '../io.ts';
import { openProject, type Project, shown } from '../session.ts';
import { UsageError } from '../usage.ts';
import { writeOutputs } from '../write-outputs.ts';

/** Octets du fichier donné, s'il ne dépasse pas `limite`. */
export function lireFichier(io: Io, file: string, limite: number): Uint8Array {
  const target = path.resolve(io.cwd, file);
  const stat = statSync(target, { throwIfNoEntry: false });
  if (stat === undefined) throw new UsageError(`Le fichier ${guillemets(file)} n’existe pas.`, 'Vérifiez son chemin ; mettez-le entre guillemets s’il contient des espaces.');
  if (!stat.isFile()) throw new UsageError(`${guillemets(file)} n’est pas un fichier.`, 'Donnez le chemin d’un classeur Excel (.xlsx) ou d’un CSV.');
  if (stat.size > limite) throw new UsageError(`${guillemets(file)} ne peut pas être repris${NBSP}: il fait ${megaoctets(stat.size)}, et ctg n’en lit pas plus de ${megaoctets(limite)}.`, 'Gardez dans un nouveau fichier le seul tableau à reprendre.');
  try {
    return readFileSync(target);
  } catch (error) {
    throw new UsageError(`${guillemets(file)} ne peut pas être lu (${(error as NodeJS.ErrnoException).code ?? 'erreur'}).`, 'Fermez-le dans Excel, et vérifiez vos droits.');
  }
}

/** Le territoire, ou le constat écrit qu'il n'y en a pas. */
export function territoire(io: Io, dossier: string | undefined): Project | null {
  const project = openProject(io, dossier);
  if ('host' in project) return project;
  io.stderr.write(REPORTERS.codeframe([project], new Map(), { color: wantsColor(io, io.stderr) }));
  return null;
}

/** Les fichiers déjà là : rien n'est remplacé, et rien n'est écrit à moitié. */
export function refuserExistants(io: Io, dossier: string, chemins: readonly string[]): void {
  const existants = chemins.filter((c) => existsSync(path.join(dossier, c)));
  if (existants.length === 0) return;
  throw new UsageError(
    `${existants.length === 1 ? 'Ce fichier existe déjà, et ctg ne remplace rien' : 'Ces fichiers existent déjà, et ctg ne remplace rien'}${NBSP}: ${existants.map((c) => shown(io, path.join(dossier, c))).join(', ')}. Rien n’a été écrit.`,
    'Renommez ou déplacez ce qui est là, ou écrivez ailleurs pour comparer : --sortie "reprise"',
  );
}

/** Écrit les fichiers, tous ou aucun ; rend un code de sortie s'il y a échec. */
export function ecrire(io: Io, dossier: string, fichiers: ReadonlyMap<string, string>): ExitCode | null {
  const encoder = new TextEncoder();
  const [, echecs] = writeOutputs(dossier, [...fichiers].map(([chemin, texte]) => ({ path: chemin, bytes: encoder.encode(texte) })), (file) => shown(io, file));
  if (echecs.length === 0) return null;
  io.stderr.write(REPORTERS.codeframe(echecs, new Map(), { color: wantsColor(io, io.stderr) }));
  return EXIT.usage;
}

/** La liste de ce qui n'a pas trouvé sa place, puis de ce qui est à vérifier : une ligne par endroit. */
export function direRemarques(io: Io, file: string, remarques: readonly Remarque[]): void {
  const nom = path.basename(file);
  for (const [sorte, titre] of [['non repris', 'Non repris'], ['à vérifier', 'À vérifier']] as const) {
    const liste = remarques.filter((r) => r.sorte === sorte);
    if (liste.length > 0) io.stdout.write(`\n${titre} (${liste.length})${NBSP}:\n${liste.map((r) => `  ${nom} ${r.ou}  ${r.texte}\n`).join('')}`);
  }
}
