/** Le texte d'une page HTML tel qu'un lecteur le voit. */
const ENTITES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };
export const decoder = (html: string): string => html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (m, hex: string | undefined, dec: string | undefined, nom: string | undefined) => (hex !== undefined ? String.fromCodePoint(Number.parseInt(hex, 16)) : dec !== undefined ? String.fromCodePoint(Number(dec)) : (ENTITES[nom ?? ''] ?? m)));

const EN_LIGNE = new Set(['a', 'strong', 'em', 'code', 'span', 'b', 'i', 'small', 'abbr', 'mark', 'sup', 'sub', 'time', 'data', 'wbr']);

/** Sans l'en-tête, les commentaires, ce qui n'est que pour Word ou LibreOffice, ni le sommaire. */
export function texteHtml(page: string): string {
  const corps = /<body[^>]*>([\s\S]*)<\/body>/.exec(page)?.[1];
  if (corps === undefined) throw new Error('page sans corps');
  return decoder(
    corps
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<(template|style|script|svg)\b[\s\S]*?<\/\1>/g, '')
      .replace(/<nav class="sommaire"[\s\S]*?<\/nav>/g, '')
      .replace(/<footer class="pied">[\s\S]*?<\/footer>/g, '')
      .replace(/<\/?([a-z0-9]+)\b[^>]*>/gi, (_, balise: string) => (EN_LIGNE.has(balise.toLowerCase()) ? '' : '\n')),
  );
}
