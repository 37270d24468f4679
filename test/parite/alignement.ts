/**
 * Compare un texte attendu, morceau par morceau et dans l'ordre, à un texte imprimé. Les espaces seules sont normalisées :
 * on aligne sans elles, puis on vérifie que chaque espace attendue est là et qu'aucun mot n'est coupé.
 */
export interface Flux {
  /** Le texte sans aucun blanc. */
  readonly serre: string;
  /** Blanc qui précède chaque caractère : aucun, une espace, une fin de ligne. */
  readonly avant: readonly ('' | ' ' | '\n')[];
  /** Décalages (dans `serre`) où commence une page, ou toute autre coupure permise. */
  readonly coupures: readonly number[];
}

const BLANC = /[\s\u00A0\u202F\u2009\u200B\u00AD\uFEFF]/;

/** Fait un flux de plusieurs pages. */
export function flux(pages: readonly string[]): Flux {
  let serre = '';
  const avant: Flux['avant'][number][] = [];
  const coupures: number[] = [];
  for (const page of pages) {
    coupures.push(serre.length);
    let blanc: '' | ' ' | '\n' = '\n';
    // Par unités UTF-16, comme les décalages.
    for (let i = 0; i < page.length; i++) {
      const c = page.charAt(i);
      if (BLANC.test(c)) {
        if (c === '\n' || blanc === '\n') blanc = '\n';
        else blanc = ' ';
        continue;
      }
      serre += c;
      avant.push(blanc);
      blanc = '';
    }
  }
  return { serre, avant, coupures };
}

export interface Alignement {
  /** Textes attendus qu'on ne retrouve pas à leur place. */
  readonly manquants: readonly string[];
  /** Mots soudés ou coupés. */
  readonly espaces: readonly string[];
  /** Ce qui est imprimé sans être attendu, dans l'ordre. */
  readonly restes: readonly string[];
  readonly retrouves: number;
}

/**
 * Aligne. Un texte peut être coupé par une fin de page, jamais ailleurs. `fines` : l'espace fine insécable se voit (HTML), ou
 * reste libre (pdftotext rend celle du texte, non celle, plus étroite, d'un dessin).
 */
export function aligner(attendus: readonly string[], imprime: Flux, fines: 'vues' | 'libres' = 'vues'): Alignement {
  const manquants: string[] = [];
  const espaces: string[] = [];
  const restes: string[] = [];
  let at = 0;
  let retrouves = 0;
  const prendre = (debut: number, longueur: number, texte: Flux, depuis: number, libres: ReadonlySet<number>): void => {
    if (debut > at) restes.push(imprime.serre.slice(at, debut));
    for (let i = 1; i < longueur; i++) {
      if (libres.has(depuis + i)) continue;
      const voulu = texte.avant[depuis + i] !== '';
      const vu = imprime.avant[debut + i] as '' | ' ' | '\n';
      const extrait = imprime.serre.slice(Math.max(0, debut + i - 12), debut + i + 12);
      if (voulu && vu === '') espaces.push(`soudé : ${extrait}`);
      // Une ligne ne se coupe dans un mot qu'après un trait d'union, une barre, ou dans un mot plus long que la ligne.
      if (!voulu && (vu === ' ' || (vu === '\n' && !/[-–—/’…,;:.?!()«»&=@_%+]/.test(imprime.serre.charAt(debut + i - 1) + imprime.serre.charAt(debut + i))))) espaces.push(`coupé : ${extrait}`);
    }
    at = debut + longueur;
  };
  for (const attendu of attendus) {
    const texte = flux([attendu]);
    const libres = fines === 'vues' ? new Set<number>() : apresFine(attendu);
    if (texte.serre === '') continue;
    const entier = imprime.serre.indexOf(texte.serre, at);
    const page = imprime.coupures.find((c) => c > at) ?? imprime.serre.length;
    // Entier, et pas plus loin que la page suivante : sinon c'est un autre passage du même texte.
    const suivante = imprime.coupures.find((c) => c > page) ?? imprime.serre.length;
    if (entier !== -1 && entier < suivante) {
      prendre(entier, texte.serre.length, texte, 0, libres);
      retrouves++;
      continue;
    }
    const coupe = couper(texte.serre, imprime, at);
    if (coupe === null) {
      manquants.push(attendu);
      continue;
    }
    let depuis = 0;
    for (const [debut, longueur] of coupe) {
      prendre(debut, longueur, texte, depuis, libres);
      depuis += longueur;
    }
    retrouves++;
  }
  if (at < imprime.serre.length) restes.push(imprime.serre.slice(at));
  return { manquants, espaces, restes, retrouves };
}

/** Rangs, sans compter les blancs, des signes qu'une espace fine insécable précède. */
function apresFine(texte: string): ReadonlySet<number> {
  const rangs = new Set<number>();
  let rang = 0;
  for (let i = 0; i < texte.length; i++) {
    if (texte.charAt(i) === '\u202F') rangs.add(rang);
    else if (!BLANC.test(texte.charAt(i))) rang += 1;
  }
  return rangs;
}

/** Un texte à cheval sur des pages : ses morceaux, chacun sur la page qui suit le précédent. */
function couper(texte: string, { serre, coupures }: Flux, at: number): readonly (readonly [number, number])[] | null {
  const fins = [...coupures.filter((c) => c > at), serre.length];
  const morceaux: (readonly [number, number])[] = [];
  let reste = texte;
  let depuis = at;
  for (const fin of fins) {
    const page = serre.slice(depuis, fin);
    let longueur = reste.length;
    let debut = -1;
    while (longueur > 0 && (debut = page.indexOf(reste.slice(0, longueur))) === -1) longueur--;
    // Un début trop court serait une coïncidence, sauf s'il finit la page.
    if (longueur > 0 && (longueur === reste.length || longueur >= 8 || debut + longueur === page.length)) {
      morceaux.push([depuis + debut, longueur]);
      reste = reste.slice(longueur);
      if (reste === '') return morceaux;
    } else if (morceaux.length > 0) return null;
    depuis = fin;
    if (morceaux.length === 0 && fin !== fins[0]) return null;
  }
  return null;
}

/** Retire des restes ce qui est permis ; rend ce qui ne l'est pas. */
export function nonPermis(restes: readonly string[], permis: readonly (string | RegExp)[]): readonly string[] {
  const sources = permis.map((p) => (typeof p === 'string' ? flux([p.replace(/\u202F/g, '')]).serre.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : p.source)).filter((s) => s !== '');
  const motif = new RegExp(`^(?:${sources.sort((a, b) => b.length - a.length).join('|')})+$`, 'u');
  return restes.filter((r) => !motif.test(r));
}
