import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { diagnostic } from '../../base/catalogue/index.ts';
import { combien, guillemets, NBSP } from '../../base/francais.ts';
import { findProject, nodeHost } from '../../host/node.ts';
import { REPORTERS } from '../../report/index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { NewFiles } from '../files.ts';
import type { InitOptions } from '../grammar/init.ts';
import { wantsColor } from '../io.ts';
import { refus } from '../refus.ts';
import { type Session, shown } from '../session.ts';
import { UsageError } from '../usage.ts';
import { VERSION } from '../version.ts';

/** `ctg init` : prépare le dossier d'une convention. */
export async function init({ io }: Session, directory: string | undefined, options: InitOptions): Promise<ExitCode> {
  const target = path.resolve(io.cwd, directory ?? '.');
  const nom = shown(io, target);
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === false) throw new UsageError(`${guillemets(nom)} est un fichier, pas un dossier.`, `Donnez le nom d’un dossier à créer${NBSP}: ctg init "Notre convention"`);
  const above = findProject(path.dirname(target));
  if (above !== null) throw new UsageError(`${guillemets(nom)} est dans un territoire qui existe déjà${NBSP}: ${shown(io, above)}.`, 'Une convention n’en contient pas une autre : choisissez un dossier à côté.');
  const { EXECUTABLES, exigencesDe, territoireNeuf } = await import('../../init/index.ts');
  const { ouvrirAtelier } = await import('../../pipeline/neuf.ts');
  const atelier = ouvrirAtelier(nodeHost(io.packageRoot, { packageRoot: io.packageRoot, env: io.env }));
  const existant = existsSync(path.join(target, 'ctg.yaml'));
  let reponses = null;
  if (!existant) {
    const { interroger } = await import('../init-questions.ts');
    reponses = await interroger(options, atelier, options.oui === true ? null : io.ask, (text) => io.stderr.write(text));
  }
  const modele = atelier.modeles.get(reponses?.modele ?? '');
  const exigences = modele === undefined ? { hypotheses: false, comite: false, textes: [], thematiques: [] } : exigencesDe(modele, atelier.clausesDuComite);
  const files = territoireNeuf(reponses, exigences, options.forge, reponses?.territoire?.nom ?? null, { version: VERSION, millesime: atelier.geographie.millesime, ressource: atelier.ressource, schemas: atelier.schemas });

  const faits = { écrit: [] as string[], gardé: [] as string[] };
  const neufs = new NewFiles(target);
  let current = target;
  try {
    // ctg.yaml en dernier : tant qu'il n'est pas là, une commande interrompue se reprend comme si elle n'avait pas commencé.
    for (const [relative, texte] of [...files].sort(([a], [b]) => Number(a === 'ctg.yaml') - Number(b === 'ctg.yaml'))) {
      current = path.join(target, relative);
      faits[neufs.write(relative, texte, EXECUTABLES.has(relative) ? 0o755 : 0o644) ? 'écrit' : 'gardé'].push(relative);
    }
  } catch (error) {
    const pourquoi = refus(error);
    neufs.undo();
    io.stderr.write(REPORTERS.codeframe([diagnostic('CTG0012', { chemin: shown(io, current), ...pourquoi }, null)], new Map(), { color: wantsColor(io, io.stderr) }));
    return EXIT.usage;
  }
  io.stdout.write(`${combien(faits.écrit.length, 'fichier écrit', 'fichiers écrits')} dans ${nom}${existant ? ' (la convention était déjà là : ses sources sont intactes)' : ''}\n`);
  if (faits.gardé.length > 0) io.stdout.write(`${combien(faits.gardé.length, 'fichier gardé tel quel', 'fichiers gardés tels quels')}${NBSP}: ${faits.gardé.join(', ')}\n`);
  const ici = nom === '.' ? '' : ` "${nom}"`;
  io.stdout.write(`\nLa suite${NBSP}:\n  ctg validate${ici}   dit ce qu’il reste à compléter\n  ctg build${ici}      écrit un premier projet de la convention\n  ctg watch${ici}      le montre pendant que vous écrivez\n`);
  return EXIT.sound;
}
