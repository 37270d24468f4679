/**
 * Relit un PDF balisé sans rien savoir de qui l'a écrit : l'arbre de structure, le texte de chaque contenu marqué (par la
 * table ToUnicode des polices), et ce qui se dessine hors de toute marque.
 */
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFObject, type PDFPage, PDFRawStream, PDFRef, PDFString } from 'pdf-lib';

export interface Noeud {
  readonly type: string;
  /** Attributs de l'élément et de ses dictionnaires /A : Alt, Lang, E, T, Scope, RowSpan, Headers… */
  readonly attributs: Readonly<Record<string, string>>;
  readonly enfants: (Noeud | string)[];
  /** Annotations de lien rattachées à l'élément. */
  readonly liens: number;
}
export interface Lecture {
  readonly racine: Noeud;
  /** Opérations de dessin hors de toute marque. */
  readonly nus: readonly string[];
  /** Contenus marqués que l'arbre ne cite pas. */
  readonly orphelins: readonly string[];
  readonly marques: number;
  readonly artefacts: ReadonlyMap<string, string>;
}

const N = (name: string): PDFName => PDFName.of(name);
const JETON = /\((?:[^()\\]|\\[\s\S]|\([^()]*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|\/[^\s/<>[\]()%]*|[[\]]|[^\s/<>[\]()%]+|%[^\n]*/g;
const PEINT = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'Tj', 'TJ', "'", '"', 'Do', 'sh', 'EI']);

function utf16(hex: string): string {
  const units = (hex.match(/[0-9A-Fa-f]{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
  return String.fromCharCode(...units);
}

/** Code de glyphe → texte. */
function toUnicode(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, from, list] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    [...(list as string).matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex], i) => map.set(Number.parseInt(from as string, 16) + i, utf16((hex as string).replace(/ /g, ''))));
  }
  return map;
}

export async function lire(bytes: Uint8Array): Promise<Lecture> {
  const doc = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context } = doc;
  const deref = (object: PDFObject | undefined): PDFObject | undefined => (object instanceof PDFRef ? context.lookup(object) : object);
  const get = (dict: PDFObject | undefined, key: string): PDFObject | undefined => (dict instanceof PDFDict ? deref(dict.get(N(key))) : undefined);
  const texte = (object: PDFObject | undefined): string => (object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : object instanceof PDFName ? object.decodeText() : object instanceof PDFArray ? object.asArray().map((one) => texte(deref(one))).join(' ') : object === undefined ? '' : object.toString());
  const donnees = (object: PDFObject | undefined): string => (object instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(object).decode()).toString('latin1') : '');

  const polices = new Map<PDFObject, Map<number, string>>();
  const police = (page: PDFPage, name: string): Map<number, string> => {
    const font = get(get(page.node.Resources(), 'Font'), name);
    if (font === undefined) throw new Error(`police ${name} absente des ressources`);
    const known = polices.get(font) ?? toUnicode(donnees(get(font, 'ToUnicode')));
    polices.set(font, known);
    return known;
  };

  const contenus = new Map<string, string>();
  const artefacts = new Map<string, string>();
  const nus: string[] = [];
  let marques = 0;
  doc.getPages().forEach((page, index) => {
    const stream = page.node.get(N('Contents'));
    const source = deref(stream);
    const content = source instanceof PDFArray ? source.asArray().map((one) => donnees(deref(one))).join('\n') : donnees(source);
    const pile: { mcid: number | null; artefact: string | null; actual: string | null }[] = [];
    let args: string[] = [];
    let font: Map<number, string> | null = null;
    let trace = false;
    const ajoute = (morceau: string): void => {
      const marque = pile.findLast(({ mcid, artefact }) => mcid !== null || artefact !== null);
      if (marque === undefined) return;
      const key = marque.mcid === null ? `${String(index)}:${marque.artefact ?? ''}` : `${String(index)}:${String(marque.mcid)}`;
      const cible = marque.mcid === null ? artefacts : contenus;
      cible.set(key, (cible.get(key) ?? '') + morceau);
    };
    for (const [jeton] of content.matchAll(JETON)) {
      const c = jeton.charAt(0);
      if ('(</[]>'.includes(c) || /^[-+.\d]/.test(jeton)) {
        args.push(jeton);
        continue;
      }
      if (jeton === 'BDC' || jeton === 'BMC') {
        marques += 1;
        const props = args.join(' ');
        const mcid = /\/MCID (\d+)/.exec(props);
        const actual = /\/ActualText <FEFF([0-9A-F]*)>/.exec(props);
        if (mcid !== null) {
          const key = `${String(index)}:${mcid[1] as string}`;
          if (contenus.has(key)) throw new Error(`MCID en double : ${key}`);
          contenus.set(key, '');
        }
        pile.push({ mcid: mcid === null ? null : Number(mcid[1]), artefact: args[0] === '/Artifact' ? props.replace(/^\/Artifact ?|<<|>>/g, '').trim() : null, actual: actual === null ? null : utf16(actual[1] as string) });
        if (actual !== null) ajoute(utf16(actual[1] as string));
      } else if (jeton === 'EMC') {
        if (pile.pop() === undefined) throw new Error(`EMC de trop, page ${String(index + 1)}`);
      } else if (jeton === 'Tf') font = police(page, (args[0] as string).slice(1));
      else if (['re', 'm', 'l', 'c', 'v', 'y', 'h'].includes(jeton)) trace = true;
      else if (jeton === 'n') trace = false;
      else if (PEINT.has(jeton)) {
        const chemin = /^[fFBbSs]\*?$/.test(jeton);
        if ((!chemin || trace) && !pile.some(({ mcid, artefact }) => mcid !== null || artefact !== null)) nus.push(`page ${String(index + 1)} : ${jeton} ${args.join(' ').slice(0, 60)}`);
        if (chemin) trace = false;
        if ((jeton === 'TJ' || jeton === 'Tj') && !pile.some(({ actual }) => actual !== null)) {
          for (const arg of args) for (const code of arg.startsWith('<') ? (arg.match(/[0-9a-f]{4}/gi) ?? []) : []) ajoute(font?.get(Number.parseInt(code, 16)) ?? '\uFFFD');
        }
      }
      args = [];
    }
    if (pile.length > 0) throw new Error(`marque jamais fermée, page ${String(index + 1)}`);
  });

  const pages = new Map(doc.getPages().map((page, index) => [page.ref.toString(), index]));
  const cites = new Set<string>();
  const marque = (page: PDFObject | undefined, mcid: number): string => {
    const key = `${String(pages.get(String(page)) ?? -1)}:${String(mcid)}`;
    const found = contenus.get(key);
    if (found === undefined) throw new Error(`l’arbre cite un contenu absent : ${key}`);
    if (cites.has(key)) throw new Error(`contenu cité deux fois : ${key}`);
    cites.add(key);
    return found;
  };
  const element = (dict: PDFDict): Noeud => {
    const attributs: Record<string, string> = {};
    for (const key of ['Alt', 'ActualText', 'E', 'Lang', 'T', 'ID']) if (dict.has(N(key))) attributs[key] = texte(get(dict, key));
    const a = get(dict, 'A');
    for (const one of a instanceof PDFArray ? a.asArray() : a === undefined ? [] : [a]) {
      const owner = deref(one);
      if (owner instanceof PDFDict) for (const [key, value] of owner.entries()) if (!['O', 'Placement', 'BBox'].includes(key.decodeText())) attributs[key.decodeText()] = texte(deref(value));
    }
    if (a !== undefined && texte(get(a, 'BBox')) !== '') attributs['BBox'] = 'oui';
    const enfants: (Noeud | string)[] = [];
    let liens = 0;
    const kid = (object: PDFObject | undefined): void => {
      const value = deref(object);
      if (value instanceof PDFArray) value.asArray().forEach(kid);
      else if (value instanceof PDFNumber) enfants.push(marque(dict.get(N('Pg')), value.asNumber()));
      else if (value instanceof PDFDict) {
        const type = texte(get(value, 'Type'));
        if (type === 'MCR') enfants.push(marque(value.get(N('Pg')), (get(value, 'MCID') as PDFNumber).asNumber()));
        else if (type === 'OBJR') liens += 1;
        else enfants.push(element(value));
      }
    };
    kid(dict.get(N('K')));
    return { type: texte(get(dict, 'S')), attributs, enfants, liens };
  };
  const top = get(get(doc.catalog, 'StructTreeRoot'), 'K');
  const [root] = top instanceof PDFArray ? top.asArray().map(deref) : [top];
  if (!(root instanceof PDFDict)) throw new Error('pas d’arbre de structure');
  const racine = element(root);
  return { racine, nus, orphelins: [...contenus.keys()].filter((key) => !cites.has(key)), marques, artefacts };
}

/** Texte d'un élément, dans l'ordre de lecture. */
export const texteDe = (noeud: Noeud | string): string => (typeof noeud === 'string' ? noeud : noeud.type === 'Lbl' && noeud.attributs['ActualText'] !== undefined ? '' : noeud.enfants.map(texteDe).join(''));

const EN_LIGNE = new Set(['Link', 'Span', 'Code', 'Reference']);
const BLOCS_DE_TEXTE = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Caption', 'Lbl', 'LBody', 'TD', 'TH', 'Reference', 'Note']);
const enLigne = (noeud: Noeud | string): boolean => typeof noeud === 'string' || EN_LIGNE.has(noeud.type);

/** Un texte par bloc, dans l'ordre de lecture. */
export function textesDe(noeud: Noeud): string[] {
  if (BLOCS_DE_TEXTE.has(noeud.type) && noeud.enfants.every(enLigne)) return [texteDe(noeud)];
  return noeud.enfants.flatMap((enfant) => (typeof enfant === 'string' ? [enfant] : textesDe(enfant)));
}

/** Tous les éléments, dans l'ordre. */
export const elements = (noeud: Noeud): Noeud[] => [noeud, ...noeud.enfants.flatMap((enfant) => (typeof enfant === 'string' ? [] : elements(enfant)))];

/** Le texte entier est comparé à celui de l'arbre par ailleurs : son début suffit ici. */
const cite = (texte: string): string => `« ${texte.length > 60 ? `${texte.slice(0, 57)}…` : texte} »`;

/** L'arbre à lire : un élément par ligne, un enfant unique à la suite de son parent. */
export function enClair(noeud: Noeud | string, retrait = ''): string {
  if (typeof noeud === 'string') return `${retrait}${cite(noeud)}\n`;
  const tete = `${noeud.type}${Object.entries(noeud.attributs).map(([key, value]) => ` ${key}=${value}`).join('')}${noeud.liens > 0 ? ` liens=${String(noeud.liens)}` : ''}`;
  const [seul, ...autres] = noeud.enfants;
  if (seul === undefined) return `${retrait}${tete}\n`;
  if (autres.length === 0) return `${retrait}${tete} ${typeof seul === 'string' ? `${cite(seul)}\n` : `› ${enClair(seul, retrait).slice(retrait.length)}`}`;
  return `${retrait}${tete}\n${noeud.enfants.map((enfant) => enClair(enfant, `${retrait}  `)).join('')}`;
}
