/** Couleurs du rapport HTML ; chaque couple texte et fond est mesuré par un essai. */
export const COLORS = { text: '#1b1b1b', muted: '#4a4a4a', page: '#ffffff', tint: '#f4f4f6', rule: '#c9c9cf', erreur: '#9b1c1c', avertissement: '#744700', information: '#1d4f91', mark: '#ffe08a', link: '#1d4f91' } as const;

/** La feuille de style, toute dans la page : aucun fichier ni police à chercher. */
export const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1.5rem; max-width: 50rem; font: 1rem/1.5 system-ui, "Segoe UI", Arial, sans-serif; color: ${COLORS.text}; background: ${COLORS.page}; }
a { color: ${COLORS.link}; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; padding-top: .5rem; border-top: 2px solid ${COLORS.rule}; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; overflow-wrap: anywhere; }
h4 { font-size: 1rem; margin: 0; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding: .25rem 0; }
th, td { border: 1px solid ${COLORS.rule}; padding: .35rem .6rem; text-align: left; overflow-wrap: anywhere; }
thead th { background: ${COLORS.tint}; }
td { text-align: right; }
.verdict { font-size: 1.15rem; font-weight: bold; border-left: .4rem solid; padding: .6rem 1rem; background: ${COLORS.tint}; }
.point { border: 1px solid ${COLORS.rule}; border-left: .4rem solid; padding: .75rem 1rem; margin: 0 0 1rem; break-inside: avoid; }
.point > * { color: ${COLORS.text}; }
.point h4 + * { margin-top: .25rem; }
.erreur { border-left-color: ${COLORS.erreur}; }
.avertissement { border-left-color: ${COLORS.avertissement}; }
.information, .sain { border-left-color: ${COLORS.information}; }
.point .place { color: ${COLORS.muted}; }
.code { font-weight: normal; color: ${COLORS.muted}; white-space: nowrap; }
pre { background: ${COLORS.tint}; padding: .5rem .75rem; white-space: pre-wrap; overflow-wrap: anywhere; font: .9rem/1.5 ui-monospace, Consolas, "Liberation Mono", monospace; }
mark { background: ${COLORS.mark}; color: ${COLORS.text}; font-weight: bold; text-decoration: underline; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
footer { margin-top: 3rem; border-top: 1px solid ${COLORS.rule}; color: ${COLORS.muted}; font-size: .9rem; }
@page { margin: 2cm; }
@media print { body { padding: 0; max-width: none; font-size: 10.5pt; } nav, .skip { display: none; } h2, h3, h4 { break-after: avoid; } }
`;
