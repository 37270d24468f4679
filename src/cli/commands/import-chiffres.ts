import path from 'node:path';
import { combien, guillemets, NBSP } from '../../base/francais.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { ImportChiffresOptions } from '../grammar/import.ts';
import { type Session, shown } from '../session.ts';
import { UsageError } from '../usage.ts';
import { direRemarques, ecrire, lireFichier, refuserExistants, territoire } from './import-commun.ts';

/** Un fichier national de communes, sur plusieurs années, tient dedans. */
const LIMITE = 150_000_000;

/** `ctg import chiffres` : écrit diagnostic/….yaml d'après un jeu de données ouvertes, et dit ce dont il faut se méfier. */
export async function importChiffres({ io, compile }: Session, file: string, options: ImportChiffresOptions): Promise<ExitCode> {
  const [{ lireTableaux }, { Refus }, { codesUtiles, lireColonne, reprendreChiffres }, { perimetrePourReprise }] = await Promise.all([import('../../reprise/lire.ts'), import('../../reprise/classeur.ts'), import('../../reprise/chiffres/index.ts'), import('../../pipeline/reprise.ts')]);
  const octets = lireFichier(io, file, LIMITE);
  const project = territoire(io, options.dossier);
  if (project === null) return EXIT.usage;
  const perimetre = perimetrePourReprise(project.host, (await compile(project.host, { targets: [] })).projet);
  try {
    const utiles = codesUtiles(perimetre);
    const dites = options.colonne.length === 0 ? null : { colonnes: new Map(options.colonne.map(lireColonne)), annee: options.annee ?? null, source: options.source ?? null, fichier: path.basename(file, path.extname(file)) };
    if (dites === null && (options.annee !== undefined || options.source !== undefined)) throw new Refus('--annee et --source vont avec --colonne', 'Un jeu connu dit lui-même son année et sa source ; pour un autre, dites ses colonnes.');
    const { fichiers, chiffres, pieges, remarques } = reprendreChiffres(lireTableaux(octets, LIMITE, (cases) => cases.some((c) => utiles.has(c.trim()))), perimetre, dites);
    const dossier = options.sortie === undefined ? project.root : path.resolve(io.cwd, options.sortie);
    refuserExistants(io, dossier, [...fichiers.keys()]);
    const echec = options.dryRun === true ? null : ecrire(io, dossier, fichiers);
    if (echec !== null) return echec;
    const ecrits = fichiers.size === 1 ? ['Serait écrit', 'Écrit'] : ['Seraient écrits', 'Écrits'];
    io.stdout.write(`${combien(chiffres, 'chiffre')}. ${ecrits[options.dryRun === true ? 0 : 1]}${NBSP}: ${[...fichiers.keys()].map((c) => shown(io, path.join(dossier, c))).join(', ')}\n\nÀ savoir de ces données${NBSP}:\n${pieges.map((p) => `  - ${p}\n`).join('')}`);
    direRemarques(io, file, remarques);
    io.stdout.write(`\nLa suite${NBSP}: gardez les chiffres utiles, puis lancez ctg validate.\n`);
    return EXIT.sound;
  } catch (error) {
    if (error instanceof Refus) throw new UsageError(`${guillemets(file)} ne peut pas être repris${NBSP}: ${error.message}.`, error.conseil);
    throw error;
  }
}
