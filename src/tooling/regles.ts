/** docs/regles/ : la page de chaque règle, livrée avec ctg, et leur index. Les originaux sont à côté des règles, où ils servent d'essais. */
import { RULES } from '../rules/index.ts';
import { GENERATED, page, table } from './markdown.ts';

export function pagesDesRegles(readPage: (name: string) => string): ReadonlyMap<string, string> {
  const pages = RULES.map(({ code, slug }): [string, string] => [`docs/regles/${code}-${slug}.md`, page(GENERATED, readPage(`${code}-${slug}.md`).trimEnd())]);
  const index = page(
    GENERATED,
    '# Les règles de fond',
    'Chaque page dit ce que la règle vérifie, pourquoi, et comment corriger. `ctg explain CTG4001` affiche la même page dans un terminal. Les autres codes sont dans [reference/diagnostics.md](../reference/diagnostics.md).',
    table(['Code', 'Règle'], RULES.map(({ code, slug, title }) => [`[${code}](${code}-${slug}.md)`, title])),
  );
  return new Map([...pages, ['docs/regles/README.md', index]]);
}
