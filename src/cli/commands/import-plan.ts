import { existsSync } from 'node:fs';
import path from 'node:path';
import { combien, guillemets, NBSP } from '../../base/francais.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { ImportPlanOptions } from '../grammar/import.ts';
import { type Session, shown } from '../session.ts';
import { UsageError } from '../usage.ts';
import { direRemarques, ecrire, lireFichier, refuserExistants, territoire } from './import-commun.ts';

/** `ctg import plan` : écrit plan/*.yaml et acteurs.yaml d'après un tableau, et dit ce qu'il n'a pas pu placer. */
export async function importPlan({ io, compile }: Session, file: string, options: ImportPlanOptions): Promise<ExitCode> {
  const [{ lireTableaux }, { BORNES, Refus }, { acteursEnYaml, lireImposee, reprendrePlan }, { territoirePourReprise }] = await Promise.all([
    import('../../reprise/lire.ts'),
    import('../../reprise/classeur.ts'),
    import('../../reprise/plan/index.ts'),
    import('../../pipeline/reprise.ts'),
  ]);
  const octets = lireFichier(io, file, BORNES.fichier);
  const project = territoire(io, options.dossier);
  if (project === null) return EXIT.usage;
  const { projet } = await compile(project.host, { targets: [] });
  const connu = territoirePourReprise(project.host, projet);
  try {
    const imposees = new Map(options.colonne.map(lireImposee));
    const { fichiers, acteurs, remarques, comptes } = reprendrePlan(lireTableaux(octets), connu, { feuilles: options.feuille, imposees });
    const dossier = options.sortie === undefined ? project.root : path.resolve(io.cwd, options.sortie);
    const neufs = new Map(fichiers);
    const nomsActeurs = acteursEnYaml(acteurs, connu.ctgYaml);
    const acteursLa = existsSync(path.join(dossier, 'acteurs.yaml'));
    if (acteurs.size > 0 && !acteursLa) neufs.set('acteurs.yaml', nomsActeurs);
    refuserExistants(io, dossier, [...neufs.keys()]);
    if (options.dryRun !== true) {
      const echec = ecrire(io, dossier, neufs);
      if (echec !== null) return echec;
    }
    io.stdout.write(`${combien(comptes.actions, 'action')}, ${combien(comptes.niveaux, 'axe ou objectif', 'axes et objectifs')}, ${combien(acteurs.size, 'acteur à déclarer', 'acteurs à déclarer')}. ${options.dryRun === true ? 'Seraient écrits' : 'Écrits'}${NBSP}:\n${[...neufs.keys()].map((c) => `  ${shown(io, path.join(dossier, c))}\n`).join('')}`);
    if (projet.plan.actions.length > 0 && options.sortie === undefined) io.stdout.write(`\nLe plan avait déjà ${combien(projet.plan.actions.length, 'action')}, gardées telles quelles${NBSP}: ${[...new Set(projet.plan.noeuds.map((n) => n.file))].join(', ')}\n`);
    if (acteurs.size > 0 && acteursLa) io.stdout.write(`\nacteurs.yaml existe déjà${NBSP}: il est gardé tel quel. Ajoutez-y${NBSP}:\n\n${nomsActeurs.replace(/^#.*\n/gm, '')}`);
    direRemarques(io, file, remarques);
    io.stdout.write(`\nLa suite${NBSP}: relisez ces fichiers, puis lancez ctg validate.\n`);
    return EXIT.sound;
  } catch (error) {
    if (error instanceof Refus) throw new UsageError(`${guillemets(file)} ne peut pas être repris${NBSP}: ${error.message}.`, error.conseil);
    throw error;
  }
}
