/** Tous les codes et leurs textes : le catalogue, et les pages des règles livrées dans docs/regles. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogueTexts, type CodeTexts } from '../base/catalogue/textes.ts';
import type { CodeDescription } from '../report/index.ts';

/** La page Markdown d'un code qui n'est pas une règle. */
const cataloguePage = ({ code, title, severity, message, hint }: CodeTexts): string =>
  [`# ${code} — ${title}`, `Gravité\u00A0: ${severity}.`, '## Ce que dit le constat', message, ...(hint === null ? [] : ['## Que faire', hint]), ''].join('\n\n').trimEnd().concat('\n');

/** La page d'une règle, sans sa première ligne ; null si elle n'est pas là : une installation abîmée n'empêche pas un rapport. */
function rulePage(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').replace(/^<!--.*-->\n+/, '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Une section d'une page de règle. */
const section = (page: string, title: string): string => page.split(/^## /m).find((part) => part.startsWith(`${title}\n`))?.slice(title.length).trim() ?? '';

/** Markdown léger en texte simple : accents graves, gras et liens s'effacent, les blocs de code aussi. */
const simple = (markdown: string): string => markdown.replace(/```[\s\S]*?```/g, '').replace(/`|\*\*/g, '').replace(/\s+/g, ' ').trim();

/** Chaque code, sa gravité et sa page, dans l'ordre des codes. */
export async function codeDescriptions(packageRoot: string): Promise<readonly CodeDescription[]> {
  const { ruleSummaries } = await import('../pipeline/regles.ts');
  const rules = ruleSummaries().map(({ code, slug, title, severity }): CodeDescription => {
    const page = rulePage(path.join(packageRoot, 'docs/regles', `${code}-${slug}.md`)) ?? `# ${code} — ${title}\n`;
    return { code, title, severity, description: simple(section(page, 'Ce que la règle vérifie')) || title, page };
  });
  const catalogue = catalogueTexts().map((texts): CodeDescription => ({ code: texts.code, title: texts.title, severity: texts.severity, description: texts.message, page: cataloguePage(texts) }));
  return [...catalogue, ...rules].sort((a, b) => (a.code < b.code ? -1 : 1));
}
