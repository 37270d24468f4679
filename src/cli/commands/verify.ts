import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { espacesInsecables, guillemets } from '../../base/francais.ts';
import { hasErrors } from '../../base/diagnostic.ts';
import { nodeHost } from '../../host/node.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { REPORTERS } from '../../report/index.ts';
import { type Io, wantsColor } from '../io.ts';
import { openProject, type Session, shown } from '../session.ts';
import { UsageError } from '../usage.ts';
import { VERSION } from '../version.ts';

/** `ctg verify FICHIER [AUTRE]` : recompile ce que le PDF contient et compare ; puis, s'il est donné, compare à l'autre. */
export async function verify({ io }: Session, file: string, other: string | undefined): Promise<ExitCode> {
  const say = (lines: readonly string[]): void => io.stdout.write(lines.map((line) => `${espacesInsecables(line)}\n`).join(''));
  const { ouvrirPdf, recompiler, refaire } = await import('../../pipeline/recompiler.ts');
  const { aNommer, ecartsLisibles, juger, rapprocher } = await import('../../pipeline/verifier.ts');

  const examine = async (name: string) => {
    const porteur = await openPdf(io, name, ouvrirPdf);
    const host = nodeHost(io.packageRoot, { packageRoot: io.packageRoot, env: {} });
    const refait = porteur.acte.compilation.recompilable ? await recompiler(host, porteur.sources, porteur.acte.compilation) : { pdf: null, acte: null };
    return { porteur, verdict: juger({ porteur, version: VERSION, refait }) };
  };
  const first = await examine(file);
  const folder = other !== undefined && statSync(path.resolve(io.cwd, other), { throwIfNoEntry: false })?.isDirectory() === true;
  // Un dossier de sources peut prouver un PDF qui ne porte pas tout : recompilé comme lui, il doit redonner ses octets.
  if (folder && other !== undefined) {
    const project = openProject(io, other);
    if (!('host' in project)) throw new UsageError(`${guillemets(other)} n’est pas le dossier d’un territoire.`, 'Donnez le dossier qui contient ctg.yaml, ou un autre PDF.');
    const { stade, edition } = first.porteur.acte.compilation;
    const made = await refaire({ ...project.host, epoch: edition }, stade);
    if (made.pdf === null || made.acte === null) {
      say(first.verdict.lignes);
      io.stderr.write(REPORTERS.codeframe(made.diagnostics.filter((d) => hasErrors([d])), new Map(), { color: wantsColor(io, io.stderr) }));
      say([`Les sources de ${guillemets(other)} ont des erreurs : rien à comparer.`]);
      return EXIT.sources;
    }
    const same = Buffer.compare(made.pdf, first.porteur.origine) === 0;
    if (same && !first.verdict.prouve) {
      say([`Ce PDF est exactement ce que ctg ${VERSION} compile à partir des sources de ${guillemets(other)} (empreinte ${made.acte.empreinte}).`]);
      return EXIT.sound;
    }
    const compared = rapprocher(first.porteur.acte, made.acte, file, other);
    say([...first.verdict.lignes, ...ecartsLisibles(first.verdict.ecarts), '', ...compared.lignes, ...aNommer(compared.ecarts, made.vises), ...(first.verdict.prouve ? [] : [CAVEAT])]);
    return first.verdict.prouve && compared.memes ? EXIT.sound : EXIT.sources;
  }
  if (other === undefined) {
    say([...first.verdict.lignes, ...ecartsLisibles(first.verdict.ecarts)]);
    return first.verdict.prouve ? EXIT.sound : EXIT.sources;
  }
  const second = await examine(other);
  const compared = rapprocher(first.porteur.acte, second.porteur.acte, file, other);
  const proven = first.verdict.prouve && second.verdict.prouve;
  say([`${file} :`, ...first.verdict.lignes, '', `${other} :`, ...second.verdict.lignes, '', ...compared.lignes, ...(proven ? [] : [CAVEAT])]);
  return proven && compared.memes ? EXIT.sound : EXIT.sources;
}

const CAVEAT = 'Cette comparaison lit le texte que chaque fichier déclare : elle ne vaut que pour les fichiers prouvés ci-dessus.';

type Opened = Awaited<ReturnType<(typeof import('../../pipeline/recompiler.ts'))['ouvrirPdf']>>;

/** Lit le PDF, ou dit en clair pourquoi il ne peut pas l'être. */
export async function openPdf(io: Io, file: string, ouvrirPdf: (bytes: Uint8Array) => Promise<Opened>): Promise<Extract<Opened, { ok: true }>['pdf']> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path.resolve(io.cwd, file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new UsageError(`${guillemets(file)} n’existe pas.`, 'Vérifiez le chemin du PDF, majuscules et accents compris.');
    if (code === 'EISDIR') throw new UsageError(`${guillemets(file)} est un dossier.`, 'Donnez le PDF d’abord, puis, s’il y en a un, le dossier auquel le comparer.');
    if (code === 'EACCES' || code === 'EPERM') throw new UsageError(`${guillemets(file)} ne peut pas être lu${'\u00A0'}: l’accès est refusé.`);
    throw error;
  }
  const read = await ouvrirPdf(bytes);
  if (read.ok) return read.pdf;
  if (read.nature === 'etranger') {
    throw new UsageError(espacesInsecables(`${guillemets(shown(io, path.resolve(io.cwd, file)))} n’a pas été fait par ctg, ou a été réenregistré par un autre logiciel : ${read.raison}.`), 'Un PDF scanné, imprimé en PDF ou « enregistré sous » perd les sources qu’il portait : demandez le fichier d’origine.');
  }
  throw new UsageError(espacesInsecables(`${guillemets(shown(io, path.resolve(io.cwd, file)))} est refusé : ${read.raison}.`), 'Ce fichier n’est pas comme ctg l’a écrit : demandez l’original à qui l’a publié.');
}
