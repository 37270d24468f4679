import type { Figure, Image, Joined } from '../../document/arbre.ts';
import { dataUri, escape } from './escape.ts';
import type { Context } from './context.ts';

/** Largeur utile d'une page A4, en pixels CSS : au-delà, Word et LibreOffice déborderaient. */
const LARGEUR = 620;
const HAUTEUR = 860;
/** Au-delà, un PDF joint n'est plus embarqué dans la page. */
const LIMITE_JOINTE = 5 * 1024 * 1024;

function source(image: Image): string {
  return image.media === 'image/svg+xml'
    ? dataUri(image.media, new TextEncoder().encode(image.svg))
    : dataUri(image.media, image.bytes);
}

/** Image en ligne dans la page, ramenée à `maxWidth` × `maxHeight` pixels en gardant ses proportions. */
export function img(image: Image, alt: string, maxWidth = LARGEUR, maxHeight = HAUTEUR): string {
  const scale = Math.min(1, maxWidth / image.width, maxHeight / image.height);
  const size = (n: number): number => Math.max(1, Math.round(n * scale));
  return `<img src="${source(image)}" alt="${escape(alt)}" width="${size(image.width)}" height="${size(image.height)}">`;
}

/** Figure et sa légende. Chacune est un paragraphe : Word et LibreOffice les mettraient sinon bout à bout. */
export function figure(ctx: Context, node: Figure): string {
  const legend = node.caption.length === 0 ? '' : `<figcaption><p class="legende">${ctx.inlines(node.caption)}</p></figcaption>`;
  return `<figure>\n<p class="image">${img(node.image, node.alt)}</p>\n${legend}</figure>\n`;
}

/** Document joint : une image se montre, un PDF se nomme et s'ouvre s'il n'est pas trop lourd. */
export function joined(node: Joined): string {
  const uri = node.bytes.length > LIMITE_JOINTE ? null : dataUri(node.media, node.bytes);
  if (node.media !== 'application/pdf') {
    if (uri === null) return `<p class="joint">${escape(node.description)} (${escape(node.name)})</p>\n`;
    // La description se lit aussi sous l'image, comme au PDF.
    return `<figure>\n<p class="image"><img src="${uri}" alt="${escape(node.description)}"></p>\n<figcaption><p class="legende">${escape(node.description)}</p></figcaption>\n</figure>\n`;
  }
  const pages = `PDF, ${node.pages} page${node.pages > 1 ? 's' : ''}`;
  const link = uri === null ? escape(node.name) : `<a href="${uri}" download="${escape(fileName(node.name))}">${escape(node.name)}</a>`;
  return `<p class="joint">${escape(node.description)} – ${link} (${pages})</p>\n`;
}

function fileName(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1);
  return base.toLowerCase().endsWith('.pdf') ? base : `${base}.pdf`;
}
