/**
 * Un dessin et son habillage → un SVG, toujours le même : celui du PDF et celui de la page HTML. Ni image, ni script, ni
 * légende qu'une étiquette remplace ; chaque valeur est écrite. Les tailles sont en points.
 */
import type { Dessin } from '../document/dessin.ts';
import { barres } from './barres.ts';
import { carte } from './carte.ts';
import { evolution } from './evolution.ts';
import type { Habillage, Trace } from './habillage.ts';
import { pyramide } from './pyramide.ts';
import { escape, n } from './svg.ts';

export type { Habillage } from './habillage.ts';

export interface Image { readonly svg: string; readonly width: number; readonly height: number }

/** `accessible` : identifiant et textes qui nomment le dessin dans une page HTML. */
export function dessiner(dessin: Dessin, habillage: Habillage, accessible: { readonly id: string; readonly title: string; readonly desc: string } | null = null): Image {
  const { body, height } = tracer(dessin, habillage);
  const { width } = habillage;
  const named = accessible === null ? ['', ''] : [
    ` role="img" aria-labelledby="${escape(accessible.id)}-t ${escape(accessible.id)}-d"`,
    `<title id="${escape(accessible.id)}-t">${escape(accessible.title)}</title><desc id="${escape(accessible.id)}-d">${escape(accessible.desc)}</desc>`,
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}" font-family="${escape(habillage.font)}" font-size="${n(habillage.size)}" fill="${habillage.text}"${named[0] as string}>${named[1] as string}${body}</svg>`;
  return { svg, width, height };
}

function tracer(dessin: Dessin, habillage: Habillage): Trace {
  switch (dessin.type) {
    case 'barres': return barres(dessin, habillage);
    case 'evolution': return evolution(dessin, habillage);
    case 'pyramide': return pyramide(dessin, habillage);
    case 'carte': return carte(dessin, habillage);
  }
}
