import type { DocumentTree } from '../../document/arbre.ts';
import { escape } from './escape.ts';
import { img } from './images.ts';

/** Mention portée par la couverture et l'en-tête courant, tant que la convention est un projet. */
const PROJET = 'PROJET';

/** En-tête courant des traitements de texte. */
export function runningHeader(tree: DocumentTree): string {
  return tree.stade === 'projet' ? `${tree.shortTitle} – ${PROJET}` : tree.shortTitle;
}

/** Aire égale pour tous les logos : une marque large et une marque haute pèsent alors autant. */
const AIRE_LOGO = 12_000;

/** Couverture : c'est aussi la bannière de la page. */
export function cover(tree: DocumentTree): string {
  const { cover: c } = tree;
  const logos = c.logos.map(({ image, alt }) => {
    const scale = Math.sqrt(AIRE_LOGO / (image.width * image.height));
    return img({ ...image, width: image.width * scale, height: image.height * scale }, alt, 240, 110);
  });
  const parties = c.signataires.map((name) => `<li>${escape(name)}</li>\n`).join('');
  return `<header class="couverture">
${logos.length === 0 ? '' : `<p class="logos">${logos.join(' ')}</p>\n`}${tree.stade === 'projet' ? `<p class="stade">${PROJET}</p>\n` : ''}<h1>${escape(c.title)}</h1>
<p class="territoire">${escape(c.territoire)}</p>
<p class="periode">${escape(c.years)}</p>
${parties === '' ? '' : `<ul class="parties${c.signataires.length >= 8 ? ' deux' : ''}">\n${parties}</ul>\n`}<p class="modele">${escape(c.model)}</p>
</header>
`;
}
