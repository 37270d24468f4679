/** Les exemples de la spécification CommonMark, chacun comme un article de plus dans l'exemple minimal. */
import { createRequire } from 'node:module';
import { type Fichiers, fichiersExemple } from '../golden/atelier.ts';
import { decoder } from './html.ts';

export interface ExempleCommonmark { readonly number: number; readonly markdown: string; readonly html: string; readonly section: string }

export const EXEMPLES_COMMONMARK = (createRequire(import.meta.url)('commonmark-spec') as { tests: readonly ExempleCommonmark[] }).tests.map((e) => ({
  ...e,
  // La spécification écrit « → » pour une tabulation.
  markdown: e.markdown.replaceAll('→', '\t'),
  html: e.html.replaceAll('→', '\t'),
}));

/** Repère qui ne se rencontre nulle part ailleurs. */
export const repere = (n: number): string => `Repère${String(n).padStart(4, '0')}`;
export const fichier = (n: number): string => `articles/x${String(n).padStart(4, '0')}.md`;

export function territoire(exemples: readonly ExempleCommonmark[]): Fichiers {
  const articles = exemples.map((e) => [fichier(e.number), `---\ntitre: ${repere(e.number)}\napres: confidentialite\n---\n${e.markdown}`] as const);
  return { ...fichiersExemple('minimal'), ...Object.fromEntries(articles) };
}

/** Mots que la spécification rend visibles : le texte de sa page, balises ôtées. */
export const motsAttendus = (html: string): readonly string[] => decoder(html.replace(/<!--[\s\S]*?-->|<![A-Z][^>]*>|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>/g, ' ').replace(/<(?:"[^"]*"|'[^']*'|[^>"'])*>/g, (balise) => (/^<\/?(em|strong|code|a)\b/i.test(balise) ? '' : ' '))).split(/[\s\u00A0]+/).filter((m) => m !== '');

/** Sans ce que la typographie change à bon droit. */
export const fond = (s: string): string => s.replace(/[\s\u00A0\u202F\u2003\u2028]/g, '').replace(/[’'‘]/g, "'").replace(/[«»"]/g, '"').replaceAll('…', '...');

/** Mots qu'on ne retrouve pas, dans l'ordre. */
export function absents(mots: readonly string[], texte: string): readonly string[] {
  const serre = fond(texte);
  let at = 0;
  return mots.filter((mot) => {
    const found = serre.indexOf(fond(mot), at);
    if (found === -1) return true;
    at = found + fond(mot).length;
    return false;
  });
}
