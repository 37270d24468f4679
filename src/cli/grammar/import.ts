import { guillemets } from '../../base/francais.ts';
import { UsageError } from '../usage.ts';
import { type Argument, type Declare, traceOption, withExamples } from './command.ts';

export interface ImportPlanOptions {
  readonly dossier?: string;
  readonly feuille: readonly string[];
  readonly colonne: readonly string[];
  readonly sortie?: string;
  /** Dire ce qui serait écrit, sans rien écrire. */
  readonly dryRun?: true;
}

export interface ImportChiffresOptions {
  readonly dossier?: string;
  readonly colonne: readonly string[];
  readonly annee?: number;
  readonly source?: string;
  readonly sortie?: string;
  readonly dryRun?: true;
}

const FICHIER: Argument = { name: 'fichier', meaning: 'tableau à reprendre : classeur Excel (.xlsx) ou CSV', required: true };
const anneeDe = (valeur: string): number => {
  if (!/^(19|20)\d{2}$/.test(valeur)) throw new UsageError(`--annee attend une année, comme 2024 : reçu ${guillemets(valeur)}.`);
  return Number(valeur);
};
const cumuler = (valeur: string, avant: readonly string[]): readonly string[] => [...avant, valeur];

export const declareImport: Declare = (add, run) => {
  const parent = add('import', 'reprend un tableau existant dans les sources, sans jamais remplacer un fichier', []);
  const plan = add('plan', 'reprend un plan d’actions (Excel, CSV) : axes, objectifs, actions, pilotes, échéances ; dit tout ce qui n’a pas trouvé sa place', [FICHIER], parent)
    .option('--dossier <dossier>', 'dossier du territoire (par défaut, celui du dossier courant)')
    .option('--feuille <nom>', 'feuille du classeur à reprendre ; peut être répété', cumuler, [])
    .option('--colonne <titre=champ>', 'ce qu’est une colonne, par son titre ou sa lettre : "Structure=pilotes", "G=rien" ; peut être répété', cumuler, [])
    .option('-o, --sortie <dossier>', 'dossier où écrire plan/ et acteurs.yaml, au lieu du territoire')
    .option('--dry-run', 'dit ce qui serait repris, sans rien écrire')
    .addOption(traceOption())
    .action((file: string, options: ImportPlanOptions) => run(async (session) => (await import('../commands/import-plan.ts')).importPlan(session, file, options)));
  withExamples(plan, 'ctg import plan "Plan d’actions.xlsx"', 'ctg import plan plan.xlsx --feuille "Axe 1" --feuille "Axe 2"', 'ctg import plan plan.csv --colonne "Structure=pilotes" --dry-run');
  const chiffres = add('chiffres', 'reprend les chiffres du territoire dans un fichier de données ouvertes de la Caf ou de l’Insee, avec leurs pièges', [{ name: 'fichier', meaning: 'fichier téléchargé de data.caf.fr ou d’insee.fr (CSV, .xlsx)', required: true }], parent)
    .option('--dossier <dossier>', 'dossier du territoire (par défaut, celui du dossier courant)')
    .option('--colonne <titre=sorte>', 'pour un autre fichier, ce qu’est une colonne, par son titre ou sa lettre : "CODGEO=commune", "AN=annee", "NB=effectif", "C=taux" ; peut être répété', cumuler, [])
    .option('--annee <année>', 'avec --colonne, l’année des chiffres si aucune colonne ne la dit', anneeDe)
    .option('--source <texte>', 'avec --colonne, qui publie ces chiffres')
    .option('-o, --sortie <dossier>', 'dossier où écrire diagnostic/, au lieu du territoire')
    .option('--dry-run', 'dit ce qui serait repris, sans rien écrire')
    .addOption(traceOption())
    .action((file: string, options: ImportChiffresOptions) => run(async (session) => (await import('../commands/import-chiffres.ts')).importChiffres(session, file, options)));
  withExamples(chiffres, 'ctg import chiffres s_ben_com_f.csv', 'ctg import chiffres base-cc-evol-struct-pop-2021.csv --dry-run', 'ctg import chiffres places.csv --colonne "INSEE=commune" --colonne "PLACES=effectif" --annee 2024 --source "Service petite enfance"');
};
