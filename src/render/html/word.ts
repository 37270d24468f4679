import { escapeInComment } from './escape.ts';

/**
 * Ce que Word seul doit lire tient dans des commentaires conditionnels, que les navigateurs, les validateurs et
 * LibreOffice sautent. Ce que LibreOffice seul doit lire est dans libreoffice.ts.
 */
export function wordOnly(forWord: string, forOthers = ''): string {
  const others = forOthers === '' ? '' : `<!--[if !mso]><!-->${forOthers}<!--<![endif]-->`;
  return `<!--[if mso]>${forWord}<![endif]-->${others}`;
}

/** Masque un contenu à Word. */
export function hiddenFromWord(html: string): string {
  return `<!--[if !mso]><!-->${html}<!--<![endif]-->`;
}

/** Champ Word du nombre de pages, avec sa valeur connue. */
export function wordPageCount(pages: number): string {
  return `<span style='mso-field-code:" NUMPAGES "'>${pages}</span>`;
}

/** Champ Word qui compose la table des matières d'après les styles de titre. */
export function wordToc(): string {
  return `<p class="MsoToc1"><span style='mso-element:field-begin'></span> TOC \\o "2-3" \\h \\z \\u <span style='mso-element:field-separator'></span>Sélectionner puis F9 pour composer le sommaire.<span style='mso-element:field-end'></span></p>`;
}

/** Change de section Word ; `section` 2 est à l'italienne. Au niveau d'une pièce seulement : aucun autre div n'y est ouvert. */
export function wordSection(section: 1 | 2 | 3): string {
  if (section === 1) return wordOnly('<div class="WordSection1">');
  return wordOnly(`</div><br clear="all" style="page-break-before:always;mso-break-type:section-break"><div class="WordSection${section}">`);
}

/** Styles et réglages lus par Word seul : pages, en-tête et pied, paysage du plan d'actions. */
export function wordHead(): string {
  const margins = 'margin:70.9pt 62.4pt 70.9pt 62.4pt;mso-header-margin:35.4pt;mso-footer-margin:35.4pt;mso-header:h1;mso-footer:f1';
  return `<!--[if gte mso 9]><xml xmlns:w="urn:schemas-microsoft-com:office:word"><w:WordDocument><w:View>Print</w:View><w:Zoom>100</w:Zoom></w:WordDocument></xml>
<style>
@page WordSection1 { size:595.3pt 841.9pt;${margins};mso-title-page:yes }
@page WordSection2 { size:841.9pt 595.3pt;mso-page-orientation:landscape;${margins} }
@page WordSection3 { size:595.3pt 841.9pt;${margins} }
div.WordSection1 { page:WordSection1 }
div.WordSection2 { page:WordSection2 }
div.WordSection3 { page:WordSection3 }
p.MsoHeader, p.MsoFooter { font-family:Calibri,sans-serif;font-size:8.5pt }
tr { page-break-inside:avoid }
#hrdftrtbl { margin:0 0 0 900in;width:1px;height:1px;overflow:hidden }
</style><![endif]-->`;
}

/** Fin du corps pour Word : ferme la dernière section et définit l'en-tête et le pied courants. */
export function wordEnd(header: string, footer: string): string {
  return `<!--[if mso]></div>
<table id="hrdftrtbl" border="0" cellspacing="0" cellpadding="0"><tr><td>
<div style="mso-element:header" id="h1"><p class="MsoHeader">${escapeInComment(header)}</p></div>
<div style="mso-element:footer" id="f1"><p class="MsoFooter">${escapeInComment(footer)} – Page <span style='mso-field-code:" PAGE "'>1</span> / <span style='mso-field-code:" NUMPAGES "'>1</span></p></div>
</td></tr></table><![endif]-->`;
}
