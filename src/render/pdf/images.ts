/** Images : bitmap déposée par son nom, SVG recopié après contrôle. */
import type { Image } from '../../document/arbre.ts';
import type { RenderContext } from './context.ts';
import type { PdfNode } from './definition.ts';

/** Une image dans une boîte, jamais agrandie au-delà de `scale` fois sa taille. Sans texte de remplacement, elle n'est qu'un décor. */
export function imageNode(context: RenderContext, image: Image, alt: string, box: readonly [number, number], scale = 1): PdfNode {
  const factor = Math.min(box[0] / image.width, box[1] / image.height, scale);
  const fit: [number, number] = [image.width * factor, image.height * factor];
  if (image.media !== 'image/svg+xml') {
    const name = context.shared.imageName(image.bytes);
    return name === null ? { text: '' } : { image: name, alt, fit };
  }
  if (/<(image|foreignObject|use)\b[^>]*href\s*=\s*["'](?!#)/i.test(image.svg) || /@import|url\(\s*["']?(?!#)/i.test(image.svg)) {
    context.shared.problem({ kind: 'image', detail: 'une image SVG va chercher un autre fichier', span: context.shared.at });
    return { text: '' };
  }
  return { svg: image.svg, alt, fit };
}
