import type { Theme } from '../theme.ts';

/**
 * Feuille de style en deux étages. Le premier n'emploie que des sélecteurs simples (élément, p.classe, .classe), que Word et
 * LibreOffice changent en styles ; le second, sous @media, n'est lu que par les navigateurs.
 */
export function style(theme: Theme): string {
  return `${officeStyle(theme)}${justified(theme)}\n${webStyle(theme)}\n${screenStyle(theme)}\n${printStyle()}`;
}

/** Paragraphes qui ne sont pas du texte courant : au fer à gauche dans tous les habillages. */
const AUTRES = 'courant stade territoire periode modele sommaire-titre thematique image legende source chiffre-libelle chiffre-valeur chiffre-zone encadre-titre ligne secondaire signe-partie signataire signe bureau titre-notes'.split(' ');

/** Le texte courant, d'une marge à l'autre si le thème le veut, comme au PDF. Word ne connaît que p et p.classe : ils se suivent dans cet ordre. */
function justified({ align }: Theme): string {
  if (align !== 'justified') return '';
  return `
p { text-align: justify }
${AUTRES.map((name) => `p.${name}`).join(', ')} { text-align: left }
@media screen, print {
.couverture p, .sommaire p, .signatures p, .pied p, td p, th p, nav p { text-align: left }
section p, section > ul > li, section > ol > li { hyphens: auto }
p.ligne, td, th, a { hyphens: manual }
}`;
}

/** Polices présentes dans toute suite bureautique : celles du thème ne le sont pas. */
const TEXTE = 'Georgia, serif';
const TITRE = 'Calibri, Carlito, sans-serif';

function officeStyle(theme: Theme): string {
  const { colors: c, sizes: s } = theme;
  return `@page { size: 21cm 29.7cm; margin: 2.5cm 2.2cm 2.5cm 2.2cm }
body { font-family: ${TEXTE}; font-size: ${s.body}pt; color: ${c.text} }
p { font-family: ${TEXTE}; font-size: ${s.body}pt; margin-top: 0; margin-bottom: 6pt }
li { font-family: ${TEXTE}; font-size: ${s.body}pt }
h1 { font-family: ${TITRE}; font-size: ${s.h1}pt; color: ${c.ink}; margin-top: 60pt; margin-bottom: 6pt }
h2 { font-family: ${TITRE}; font-size: ${s.h2}pt; color: ${c.ink}; margin-top: 24pt; margin-bottom: 8pt; page-break-after: avoid }
h3 { font-family: ${TITRE}; font-size: ${(s.h2 + s.body) / 2}pt; color: ${c.ink}; margin-top: 14pt; margin-bottom: 5pt; page-break-after: avoid }
h4, h5, h6 { font-family: ${TITRE}; font-size: ${s.body}pt; color: ${c.ink}; margin-top: 12pt; margin-bottom: 4pt; page-break-after: avoid }
a { color: ${c.ink} }
p.visa { margin-left: 1cm; text-indent: -1cm }
p.chapeau { font-size: ${s.body + 1}pt }
p.note { font-size: ${s.small}pt; color: ${c.muted} }
p.titre-notes { font-family: ${TITRE}; font-size: ${s.small}pt; font-weight: bold; color: ${c.ink}; margin-top: 14pt; margin-bottom: 3pt; page-break-after: avoid }
p.texte-note { font-family: ${TEXTE}; font-size: ${(s.small + s.table) / 2}pt; margin-bottom: 2pt }
p.cloture { margin-top: 12pt; page-break-after: avoid }
p.courant { font-family: ${TITRE}; font-size: ${s.small}pt; color: ${c.muted} }
p.stade { font-family: ${TITRE}; font-size: ${s.body}pt; color: ${c.muted} }
p.territoire { font-family: ${TITRE}; font-size: ${s.cover}pt; color: ${c.ink} }
p.periode { font-family: ${TITRE}; font-size: ${s.h2}pt; color: ${c.ink}; margin-bottom: 30pt }
p.modele { font-family: ${TITRE}; font-size: ${s.small}pt; color: ${c.muted}; margin-top: 30pt }
p.sommaire-titre { font-family: ${TITRE}; font-size: ${s.h2}pt; color: ${c.ink}; font-weight: bold }
p.thematique { font-family: ${TITRE}; font-size: ${s.body}pt; color: ${c.muted} }
p.image { margin-bottom: 3pt; page-break-after: avoid }
p.legende { font-family: ${TITRE}; font-size: ${s.small}pt; color: ${c.muted} }
p.source { font-family: ${TITRE}; font-size: ${s.small}pt; color: ${c.muted}; margin-bottom: 10pt }
p.chiffre-libelle { font-family: ${TITRE}; margin-top: 8pt; margin-bottom: 0; page-break-after: avoid }
p.chiffre-valeur { font-family: ${TITRE}; font-size: ${s.h1}pt; color: ${c.ink}; margin-bottom: 2pt; page-break-after: avoid }
p.encadre-titre { font-family: ${TITRE}; color: ${c.ink}; margin-bottom: 3pt }
p.ligne { font-family: ${TITRE}; font-size: ${s.table}pt; margin-bottom: 2pt }
p.encadre-texte { font-family: ${TEXTE}; margin-bottom: 4pt }
p.secondaire { font-family: ${TITRE}; font-size: ${s.small}pt; color: ${c.muted}; margin-top: 2pt; margin-bottom: 1pt }
p.signe-partie { font-family: ${TITRE}; color: ${c.ink}; margin-bottom: 3pt; page-break-after: avoid }
p.signataire { font-family: ${TITRE}; margin-bottom: 6pt; page-break-after: avoid }
p.signe { font-family: ${TITRE}; color: ${c.muted}; margin-bottom: 3pt; page-break-after: avoid }
table { border-collapse: collapse; margin-top: 0; margin-bottom: 10pt }
caption { font-family: ${TITRE}; font-size: ${s.small}pt; color: ${c.muted}; text-align: left }
${cells(theme)}
.zone { font-family: ${TITRE}; font-size: ${s.table}pt; padding: 1pt 8pt 1pt 0; text-align: left; font-weight: normal }
.mesure { font-family: ${TITRE}; font-size: ${s.table}pt; padding: 1pt 0 1pt 0; text-align: left }
p.chiffre-zone { font-family: ${TITRE}; font-size: ${s.table}pt; margin-bottom: 2pt }
p.bureau { font-size: 4pt; margin-bottom: 2pt }
.pave { color: ${c.ink} }
.encadre-corps { border: 0.75pt solid ${c.rule}; padding: 6pt 8pt 6pt 8pt; background: ${c.tint} }
.signe-cadre { border: 0.75pt solid ${c.rule}; padding: 6pt 8pt 6pt 8pt; vertical-align: top }
.insecable { page-break-inside: avoid }
.blanc { background: ${c.blank} }`;
}

/** Cellules : une règle entière par classe, car une cellule n'en porte qu'une. */
function cells({ colors: c, sizes: s }: Theme): string {
  const rule = (name: string, size: number, align: string, padding: string, more = ''): string =>
    `.${name} { font-family: ${TITRE}; font-size: ${size}pt; border: 0.75pt solid ${c.rule}; padding: ${padding}; text-align: ${align}; vertical-align: top${more} }`;
  // LibreOffice oublie le blanc intérieur quand il mesure les mots d'une colonne : trop large, il les couperait.
  const wide = '3pt 2pt 3pt 2pt';
  const narrow = '3pt 1pt 3pt 1pt';
  const head = `; background: ${c.tint}; color: ${c.ink}`;
  const band = `; background: ${c.band}; color: ${c.ink}`;
  return [
    rule('c', s.table, 'left', wide),
    rule('c-droite', s.table, 'right', wide),
    rule('c-centre', s.table, 'center', wide),
    rule('t', s.table, 'left', wide, head),
    rule('t-droite', s.table, 'right', wide, head),
    rule('t-centre', s.table, 'center', wide, head),
    rule('action', s.table, 'left', wide, '; font-weight: normal'),
    rule('bande-0', s.body, 'left', wide, `; background: ${c.ink}; color: #ffffff`),
    rule('bande-1', s.table, 'left', wide, band),
    rule('bande-2', s.table, 'left', wide, head),
    rule('annee', s.small, 'center', narrow, head),
    rule('an', s.small, 'center', narrow),
    rule('prevu', s.small, 'center', narrow, `${band}; font-weight: bold`),
  ].join('\n');
}

/** Toutes les classes de cellule, pour leur donner d'un coup une police ou un corps. */
const CELLULES = 'td, th, .t, .t-droite, .t-centre, .c, .c-droite, .c-centre, .action, .zone, .mesure, .bande-1, .bande-2';

function webStyle({ colors: c, sizes: s, fonts, leading }: Theme): string {
  const serif = `"${fonts.text.name}", ${TEXTE}`;
  const sans = `"${fonts.heading.name}", ${TITRE}`;
  return `@media screen, print {
body, p, li { font-family: ${serif}; line-height: ${Math.round((leading.body / s.body) * 100) / 100} }
h1, h2, h3, h4, h5, h6, caption, ${CELLULES}, .bande-0, .annee, .an, .prevu,
.couverture p, .couverture li, .sommaire p, .sommaire li, .pied p, .signatures td p, p.courant, p.thematique, p.legende, p.source, p.ligne, p.secondaire, p.chiffre-libelle, p.chiffre-valeur, p.chiffre-zone, p.encadre-titre, p.titre-notes, .retour { font-family: ${sans} }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; text-wrap: balance }
${CELLULES}, .bande-0 { padding: 3pt 5pt }
.zone, .mesure { padding: 1pt 6pt 1pt 0 }
td, th { vertical-align: top; font-variant-numeric: tabular-nums; line-height: 1.35 }
td > p:last-child, li > p:last-child { margin-bottom: 0 }
td ul, td ol { margin: 0; padding-left: 1.2em }
td li { font-family: inherit; font-size: inherit }
.tiret, .bureau, .pave, .cale { display: none }
.rang, .intitule { display: block }
.rang { font-size: ${s.body}pt; font-weight: 400; color: ${c.muted}; margin-bottom: 2pt }
.num { font-variant-numeric: tabular-nums; color: ${c.muted} }
mark { background: none; color: inherit }
img { max-width: 100%; height: auto }
figure { margin: 12pt 0 }
.tableau, .faits, .plan, .encadre, .cadres, .barres { width: 100% }
.faits .t { width: 28% }
.partie { margin: 0 0 12pt; padding-left: 10pt; border-left: 2pt solid ${c.rule}; break-inside: avoid }
blockquote { margin: 0 0 8pt; padding-left: 12pt; border-left: 2pt solid ${c.rule}; color: ${c.muted} }
pre { white-space: pre-wrap; background: ${c.tint}; padding: 6pt 8pt }
hr { border: 0; border-top: 0.75pt solid ${c.rule}; margin: 16pt 0 }
.encadre-corps { border-width: 0 0 0 3pt; border-color: ${c.ink} }
.logos { display: flex; flex-wrap: wrap; align-items: center; gap: 12pt 24pt; margin-bottom: 48pt }
.couverture h1 { margin: 0 0 6pt }
.couverture .territoire { line-height: 1.1; font-weight: 600; margin-bottom: 10pt }
.stade { letter-spacing: 0.08em; font-weight: 600 }
.parties { list-style: none; padding: 12pt 0 0; margin: 0; border-top: 0.75pt solid ${c.rule} }
.parties li { padding: 1pt 0; break-inside: avoid }
.parties.deux { columns: 2 16em; column-gap: 24pt }
.entrees, .entrees ul { list-style: none; padding: 0 }
.entrees a { display: block; padding: 5pt 0; text-decoration: none }
.entrees .rang { font-size: ${s.small}pt; margin: 0 }
.entrees ul { margin: 0 0 4pt 16pt }
.chiffres { display: grid; grid-template-columns: repeat(auto-fit, minmax(15em, 1fr)); gap: 12pt; margin: 12pt 0 }
.chiffre { margin: 0; padding: 10pt 12pt 8pt; border: 0.75pt solid ${c.rule}; break-inside: avoid }
.chiffre-libelle { line-height: 1.3; margin: 0 0 4pt }
.chiffre-valeur { line-height: 1.1; font-weight: 600; font-variant-numeric: tabular-nums }
.unite { font-size: ${s.body}pt; font-weight: 400 }
.barres { margin-bottom: 6pt }
.barres .zone { width: 38% }
.mesure { white-space: nowrap }
.dessin svg { display: block; max-width: 100%; height: auto }
.graphique { break-inside: avoid }
.donnees { margin: 4pt 0 }
.donnees summary { font-family: ${sans}; font-size: ${s.small}pt; color: ${c.muted}; cursor: pointer }
.donnees summary::before { content: attr(aria-label) }
.source { margin-bottom: 0 }
.formule { break-after: avoid }
sup { font-size: 0.72em; line-height: 0 }
.appel, .retour { text-decoration: none }
.appel:hover, .retour:hover { text-decoration: underline }
.notes::before { content: ""; display: block; width: 72pt; border-top: 0.75pt solid ${c.rule}; margin: 18pt 0 6pt }
.notes .titre-notes { margin: 0 0 3pt }
.notes ol { margin: 0 0 12pt; padding-left: 1.5em }
.notes ol ul, .notes ol ol { margin: 0 }
.notes > ol > li::marker { color: ${c.muted}; font-variant-numeric: tabular-nums }
.notes li, p.texte-note { font-size: ${(s.small + s.table) / 2}pt; line-height: 1.4 }
.fiche .notes p, .fiche .notes li { font-family: ${sans} }
.cadres td { width: 50% }
.signature { min-height: 30mm; margin-bottom: 6pt }
.pastille { display: inline-block; width: 0.7em; height: 0.7em; margin-right: 0.4em; vertical-align: -0.05em }
${thematiques(c.thematiques)}
}`;
}

/** Une couleur par thématique, toujours à côté de son nom. */
function thematiques(colors: readonly string[]): string {
  return colors.map((color, i) => `.th-${i} { background: ${color} }`).join('\n');
}

function screenStyle({ colors: c, sizes: s }: Theme): string {
  return `@media screen {
html { scroll-behavior: smooth; scroll-padding-top: 1rem }
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1.25rem 4rem; background: #ffffff }
body, p, li { font-size: 1.0625rem }
h2 { font-size: 1.6rem }
h3 { font-size: 1.25rem }
h4, h5, h6 { font-size: 1.0625rem }
p.chapeau { font-size: 1.1875rem }
p.note, p.legende, p.source, p.modele, p.courant, p.titre-notes { font-size: 0.875rem }
.notes li, p.texte-note { font-size: 0.9375rem }
${CELLULES}, p.ligne, caption { font-size: 0.9375rem }
.bande-0 { font-size: 1rem }
.annee, .an, .prevu, p.secondaire { font-size: 0.8125rem }
p.territoire { font-size: clamp(1.9rem, 7vw, ${s.cover}pt) }
.couverture { min-height: min(60vh, 36rem); padding-top: 3rem }
main { margin-top: 2.5rem }
.annexe { margin-top: 3rem; border-top: 2px solid ${c.ink} }
.fiche { margin-top: 2.5rem; padding-top: 0.5rem; border-top: 1px solid ${c.rule} }
.fiche h3, .annexe > h2 { margin-top: 1rem }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid ${c.ink}; outline-offset: 2px }
:target { background: ${c.blank} }
.evitement { position: absolute; left: -99rem; top: 0; padding: 0.5rem 1rem; background: ${c.ink}; color: #ffffff; z-index: 3 }
.evitement::before { content: attr(aria-label) }
.evitement:focus { left: 0 }
.cadre { overflow-x: auto; margin: 1rem 0 }
.large .cadre { border: 1px solid ${c.rule} }
.cadre table { margin: 0 }
.paysage .cadre { position: relative; width: min(94vw, 76rem); left: 50%; transform: translateX(-50%); border: 1px solid ${c.rule} }
body.large { max-width: 96rem }
.large main { margin-top: 1rem }
.plan { min-width: 60rem; border-collapse: separate; border-spacing: 0 }
.plan td, .plan th { border-width: 0 1px 1px 0 }
.plan .action { position: sticky; left: 0; background: #ffffff; z-index: 1; min-width: 11rem }
.plan thead tr:first-child .t:first-child { position: sticky; left: 0; z-index: 2 }
.tenu { position: sticky; left: 0.4rem }
.plan caption { position: absolute; left: -99rem }
.pied { margin-top: 3rem; padding-top: 0.75rem; border-top: 1px solid ${c.rule} }
}
@media screen and (max-width: 40rem) {
.cadres, .cadres tbody, .cadres tr, .cadres td { display: block; width: auto }
.faits, .faits tbody, .faits tr { display: block; width: auto }
.faits .t, .faits .c { display: block; width: auto; border-width: 0 }
.plan .action { min-width: 8.5rem; max-width: 8.5rem }
h2, h3 { hyphens: auto }
}`;
}

function printStyle(): string {
  return `@page paysage { size: A4 landscape; margin: 1.5cm }
@media print {
.evitement, .pied { display: none }
.page { break-before: page }
.paysage { page: paysage }
.couverture { break-after: page }
tr { break-inside: avoid }
thead { display: table-header-group }
h1, h2, h3, h4, h5, h6 { break-after: avoid }
p { orphans: 2; widows: 2 }
a { text-decoration: none }
.donnees { display: none }
.pastille, th, .prevu, .encadre-corps, .blanc { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}`;
}
