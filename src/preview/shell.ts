import type { Theme } from '../pipeline/apercu.ts';

const FACES = [
  ['normal', 400, 'normal'],
  ['bold', 600, 'normal'],
  ['italics', 400, 'italic'],
  ['bolditalics', 600, 'italic'],
] as const;

/** Fichiers de police que la page peut demander. */
export const fontFiles = ({ fonts }: Theme): readonly string[] => [...new Set([fonts.text, fonts.heading].flatMap((family) => FACES.map(([face]) => family[face])))];

/** Les polices de l'acte, les mêmes qu'au PDF. Le gras de l'acte sert aussi quand une page demande plus gras encore. */
export const fontFaces = ({ fonts }: Theme): string =>
  [fonts.text, fonts.heading]
    .flatMap((family) => FACES.map(([face, weight, style]) => `@font-face { font-family: "${family.name}"; font-style: ${style}; font-weight: ${weight === 600 ? '600 700' : weight}; font-display: swap; src: url("/polices/${family[face]}") format("truetype") }`))
    .join('\n');

/** Page vide, dont la page vivante remplit le corps et la feuille de style : aucun script n'y court. */
export const shell = (title: string, large: boolean): string => `<!DOCTYPE html>
<html lang="fr-FR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style id="habillage"></style>
<link rel="stylesheet" href="/polices.css">
<link rel="stylesheet" href="/feuilles.css">
</head>
<body lang="fr-FR"${large ? ' class="large"' : ''}>
${large ? `<header class="cache"><h1>${title}</h1></header>\n` : ''}<main id="contenu" tabindex="-1"></main>
</body>
</html>
`;
