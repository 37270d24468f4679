/** Ce que la documentation montre : ses pages, et leurs blocs de code. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RACINE } from '../cli/outils.ts';

export interface Bloc {
  readonly page: string;
  /** Ligne du premier accent grave, à partir de 1. */
  readonly ligne: number;
  /** Dernier titre de niveau 2 au-dessus, ou ''. */
  readonly section: string;
  readonly langue: string;
  /** Ce qui suit la langue : `fichier=plan/plan.yaml ajout`, `code=1`… Un mot seul vaut ''. */
  readonly options: ReadonlyMap<string, string>;
  readonly texte: string;
}

const sous = (dossier: string): readonly string[] =>
  readdirSync(path.join(RACINE, dossier), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && e.name.endsWith('.md'))
    .map((e) => path.relative(RACINE, path.join(e.parentPath, e.name)).split(path.sep).join('/'))
    .sort();

/** Les pages pour ceux qui font des conventions. Celles des règles sont exécutées par test/rules. */
export const PAGES: readonly string[] = ['README.md', ...sous('docs').filter((f) => !f.startsWith('docs/regles/')), 'templates/depot/LISEZMOI.md'];

/** Toutes les pages écrites, pour leurs liens. */
export const TOUTES: readonly string[] = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'src/README.md', ...sous('docs'), ...sous('src/decisions'), ...sous('examples').filter((f) => /\/(README|CHOIX)\.md$/.test(f)), 'templates/depot/LISEZMOI.md'];

export const lirePage = (page: string): string => readFileSync(path.join(RACINE, page), 'utf8').replaceAll('\r\n', '\n');

const BLOC = /^( *)```(\w*)[ \t]*([^\n]*)\n([\s\S]*?)^\1```$/gm;

export function blocsDe(page: string): readonly Bloc[] {
  const texte = lirePage(page);
  return [...texte.matchAll(BLOC)].map((m): Bloc => {
    const avant = texte.slice(0, m.index);
    const [, retrait = '', langue = '', options = '', corps = ''] = m;
    return {
      page,
      ligne: avant.split('\n').length,
      section: [...avant.matchAll(/^## (.*)$/gm)].at(-1)?.[1] ?? '',
      langue,
      options: new Map(options.trim().split(/\s+/).filter((o) => o !== '').map((o): [string, string] => [o.split('=')[0] ?? '', o.slice(o.indexOf('=') + 1 || o.length)])),
      texte: corps.split('\n').map((l) => (l.startsWith(retrait) ? l.slice(retrait.length) : l)).join('\n'),
    };
  });
}
