import { FORGES, type Forge } from '../../init/depot.ts';
import { choices, type Declare, traceOption, withExamples } from './command.ts';

export interface InitOptions {
  readonly territoire?: string;
  readonly modele?: string;
  readonly debut?: string;
  readonly fin?: string;
  readonly thematiques?: string;
  readonly forge: readonly Forge[];
  /** Faux : seule l'intercommunalité signe. */
  readonly communes: boolean;
  readonly oui?: true;
}

export const declareInit: Declare = (add, run) => {
  const command = add('init', 'prépare le dossier d’une nouvelle convention, qui se contrôle et se compile aussitôt', [{ name: 'dossier', meaning: 'dossier à créer ou à compléter (par défaut, le dossier courant) ; un fichier qui s’y trouve déjà n’est jamais remplacé' }])
    .option('--territoire <nom>', 'commune ou intercommunalité : son nom, son code Insee ou son SIREN')
    .option('--modele <modèle>', 'modèle de convention (par défaut, quatorze-articles)')
    .option('--debut <date>', 'premier jour de la convention, AAAA-MM-JJ')
    .option('--fin <date>', 'dernier jour de la convention, AAAA-MM-JJ')
    .option('--thematiques <liste>', 'thématiques du plan d’actions, séparées par des virgules')
    .option('--sans-communes', 'd’une intercommunalité, ne pas faire signer les communes', false)
    .addOption(choices('--forge <forges>', 'intégration continue à préparer, séparées par des virgules (par défaut, les deux) : github, gitlab', FORGES, FORGES))
    .option('--oui', 'ne poser aucune question : ce qui n’est pas donné reste à compléter')
    .addOption(traceOption())
    .action((directory: string | undefined, { sansCommunes, ...options }: Omit<InitOptions, 'communes'> & { sansCommunes: boolean }) =>
      run(async (session) => (await import('../commands/init.ts')).init(session, directory, { ...options, communes: !sansCommunes })),
    );
  withExamples(command, 'ctg init', 'ctg init "CTG du Clunisois" --territoire 200040293', 'ctg init . --territoire "Le Creusot" --debut 2027-01-01 --fin 2031-12-31 --oui');
};
