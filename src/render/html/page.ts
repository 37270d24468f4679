import type { DocumentTree } from '../../document/arbre.ts';
import type { Theme } from '../theme.ts';
import { escape } from './escape.ts';
import { style } from './style.ts';

export interface PageParts {
  readonly title: string;
  readonly theme: Theme;
  /** En plus du style : ce que Word lit dans l'en-tête. */
  readonly head?: string;
  readonly body: string;
  /** Page à la mesure d'un grand tableau plutôt que d'une ligne de texte. */
  readonly large?: boolean;
}

/** Coque commune aux deux pages : un fichier qui se suffit, sans script ni requête. */
export function page(tree: DocumentTree, parts: PageParts): string {
  const meta = (name: string, content: string): string => (content === '' ? '' : `<meta name="${name}" content="${escape(content)}">\n`);
  // La langue est aussi sur le corps : LibreOffice ne la lit que là.
  return `<!DOCTYPE html>
<html lang="${tree.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(parts.title)}</title>
${meta('author', tree.author)}${meta('description', tree.subject)}${meta('keywords', tree.keywords.join(', '))}${meta('dcterms.date', tree.date)}<style>
${style(parts.theme)}
</style>
${parts.head ?? ''}</head>
<body lang="${tree.lang}"${parts.large === true ? ' class="large"' : ''}>
${parts.body}</body>
</html>
`;
}

/** Pied de page : titre court et empreinte des sources. */
export function footer(tree: DocumentTree): string {
  return `<footer class="pied">\n<p class="courant">${escape(runningFooter(tree))}</p>\n</footer>\n`;
}

export function runningFooter(tree: DocumentTree): string {
  return `${tree.shortTitle} – ${tree.fingerprint}`;
}

/** Lien d'évitement. Son texte vient de la feuille de style, pour ne pas s'imprimer en tête d'un document Word. */
export function skipLink(): string {
  return '<a class="evitement" href="#contenu" aria-label="Aller au contenu"></a>\n';
}
