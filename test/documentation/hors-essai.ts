/** Ce qui n'est pas exécuté comme le reste, et pourquoi. Chaque ligne doit encore servir, et la liste reste courte. */
export interface HorsEssai {
  readonly page: string;
  /** Ligne de commande, telle qu'elle est écrite, sans son commentaire. */
  readonly ligne: string;
  readonly raison: string;
}

export const HORS_ESSAI: readonly HorsEssai[] = [
  { page: 'README.md', ligne: 'npm ci && npm run exemple', raison: 'exécutée par .ci/run, qui la lit dans le README' },
  { page: 'README.md', ligne: 'npm ci && npm test', raison: 'exécutée par .ci/run, qui la lit dans le README' },
  { page: 'docs/reference/commandes.md', ligne: 'ctg completion powershell | Out-String | Invoke-Expression', raison: 'pour PowerShell ; test/systeme/completion essaie les autres' },
  { page: 'docs/performances.md', ligne: 'npm run bench -- --runs 3', raison: 'une mesure, de plusieurs minutes' },
  { page: 'docs/performances.md', ligne: 'npm run stress -- -t "3000 pages"', raison: 'une épreuve, de plusieurs minutes' },
  { page: 'docs/performances.md', ligne: 'npm run bench:page', raison: 'une mesure, de plusieurs minutes' },
  { page: 'docs/performances.md', ligne: 'node test/bench/passages.js --facteurs 1,10 --v8=--interrupt-budget=400000', raison: 'une mesure, de plusieurs minutes' },
  { page: 'docs/performances.md', ligne: 'npm run build && node test/bench/balises.js 7', raison: 'une mesure, de plusieurs minutes' },
  { page: 'docs/tutoriel.md', ligne: 'npm install -g ./ctg-0.1.0.tgz', raison: 'demande le réseau ; test/paquet installe ce paquet' },
  { page: 'docs/guides/integration-continue.md', ligne: 'npm install --save-dev ./ctg-0.1.0.tgz', raison: 'demande le réseau ; test/paquet/depot le fait' },
  { page: 'docs/mutations.md', ligne: 'npm run mutations', raison: 'récrit la page ; un échantillon passe dans test/mutations' },
];

/**
 * D'où part une page ou une de ses sections :
 * - `complet` : l'exemple minimal, compilé, avec les fichiers que les pages nomment (par défaut) ;
 * - `minimal`, `creusot` : ces exemples, tels quels ;
 * - `neuf` : un territoire que `ctg init` vient d'écrire ;
 * - `vide` : un dossier vide.
 * Avec `neuve`, chaque ligne de commande repart de la scène : ce sont des exemples, pas une suite.
 */
export type Scene = 'complet' | 'creusot' | 'minimal' | 'neuf' | 'vide';

const SCENES: readonly { readonly page: string; readonly section?: RegExp; readonly scene: Scene; readonly neuve?: true }[] = [
  { page: 'docs/reference/commandes.md', section: /ctg init/, scene: 'vide', neuve: true },
  { page: 'docs/reference/commandes.md', section: /ctg import chiffres/, scene: 'creusot', neuve: true },
  { page: 'docs/guides/reprendre-des-chiffres.md', scene: 'creusot', neuve: true },
  { page: 'docs/reference/commandes.md', section: /ctg import/, scene: 'complet', neuve: true },
  { page: 'docs/guides/reprendre-un-plan-excel.md', scene: 'complet', neuve: true },
  { page: 'README.md', section: /^Écrire les sources/, scene: 'minimal' },
  { page: 'docs/tutoriel.md', scene: 'vide' },
  { page: 'docs/guides/integration-continue.md', scene: 'neuf' },
  { page: 'templates/depot/LISEZMOI.md', scene: 'neuf' },
];

/** Ces pages se lisent par section : chacune repart de sa scène. */
export const parSection = (page: string): boolean => ['README.md', 'docs/reference/commandes.md'].includes(page);
export function sceneDe(page: string, section: string): { readonly scene: Scene; readonly neuve: boolean } {
  const trouvee = SCENES.find((s) => s.page === page && (s.section === undefined || s.section.test(section)));
  return { scene: trouvee?.scene ?? 'complet', neuve: trouvee?.neuve === true };
}
