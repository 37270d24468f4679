/**
 * Lit un classeur XLSX (ECMA-376) : les textes, les dates et les fusions de chaque feuille visible. Rien n'y est cru : tailles
 * bornées avant d'être décompressées, XML strict, aucune entité, aucun lien suivi.
 */
import { unzipSync } from 'fflate';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { BORNES, borner, type Feuille, type Fusion, net, Refus } from './classeur.ts';

const decoder = new TextDecoder();
const ABIME = 'Ouvrez-le dans Excel ou LibreOffice, enregistrez-le de nouveau (« Classeur Excel (.xlsx) »), puis recommencez.';

/** Un fichier de l'archive, lu comme du XML ; `sur` reçoit chaque balise et le texte qu'elle contient directement. */
interface Lecteur {
  readonly ouvre?: (nom: string, attribut: (nom: string) => string | undefined) => void;
  readonly ferme?: (nom: string, texte: string) => void;
}

function lireXml(octets: Uint8Array, lecteur: Lecteur): void {
  const parser = new SaxesParser({ xmlns: true });
  let contenu = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('doctype');
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    contenu = '';
    lecteur.ouvre?.(tag.local, (nom) => Object.values(tag.attributes).find((a) => a.local === nom)?.value);
  });
  parser.on('text', (t) => void (contenu += t));
  parser.on('cdata', (t) => void (contenu += t));
  parser.on('closetag', (tag) => {
    lecteur.ferme?.(tag.local, contenu);
    contenu = '';
  });
  parser.write(decoder.decode(octets)).close();
}

/** Formats de nombre qui sont des dates, parmi ceux qu'Excel ne décrit pas dans le fichier. */
const DATES_CONVENUES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
/** Un format qui montre une année ou un jour : ses textes entre guillemets et ses couleurs ôtés. */
const montreUneDate = (format: string): boolean => /[yda]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').replace(/general|standard/gi, ''));

/** Numéros des styles de case qui affichent une date. */
function stylesDeDate(octets: Uint8Array | undefined): ReadonlySet<number> {
  const formats = new Map<number, string>();
  const dates = new Set<number>();
  let dansCases = false;
  let rang = 0;
  if (octets !== undefined) {
    lireXml(octets, {
      ouvre(nom, attribut) {
        if (nom === 'cellXfs') dansCases = true;
        if (nom === 'numFmt') formats.set(Number(attribut('numFmtId')), attribut('formatCode') ?? '');
        if (nom !== 'xf' || !dansCases) return;
        const id = Number(attribut('numFmtId'));
        const format = formats.get(id);
        if (format === undefined ? DATES_CONVENUES.has(id) : montreUneDate(format)) dates.add(rang);
        rang += 1;
      },
      ferme(nom) {
        if (nom === 'cellXfs') dansCases = false;
      },
    });
  }
  return dates;
}

/** Textes partagés entre les cases ; les aides de lecture phonétique n'en font pas partie. */
function textesPartages(octets: Uint8Array | undefined): readonly string[] {
  const textes: string[] = [];
  let courant = '';
  let phonetique = false;
  if (octets !== undefined) {
    lireXml(octets, {
      ouvre(nom) {
        if (nom === 'si') courant = '';
        if (nom === 'rPh') phonetique = true;
      },
      ferme(nom, contenu) {
        if (nom === 't' && !phonetique) courant += contenu;
        if (nom === 'rPh') phonetique = false;
        if (nom === 'si') textes.push(courant);
      },
    });
  }
  return textes;
}

const JOUR = 86_400_000;
/** Date d'un numéro de jour d'Excel, en AAAA-MM-JJ ; `depuis1904` : calendrier des anciens Mac. */
export function jourExcel(serie: number, depuis1904: boolean): string {
  const base = depuis1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(base + Math.floor(serie) * JOUR);
  return Number.isNaN(date.getTime()) ? String(serie) : date.toISOString().slice(0, 10);
}

/** « C12 » → ligne 11, colonne 2. */
function place(reference: string): { readonly ligne: number; readonly colonne: number } | null {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (parts === null) return null;
  let colonne = 0;
  for (const lettre of parts[1] as string) colonne = colonne * 26 + lettre.charCodeAt(0) - 64;
  return { ligne: Number(parts[2]) - 1, colonne: colonne - 1 };
}

interface Contexte {
  readonly textes: readonly string[];
  readonly dates: ReadonlySet<number>;
  readonly depuis1904: boolean;
}

function valeur(type: string | undefined, brut: string, style: number, { textes, dates, depuis1904 }: Contexte): string {
  if (type === 's') return textes[Number(brut)] ?? '';
  if (type === 'b') return brut === '1' ? 'oui' : 'non';
  if (type === 'e') return '';
  if (type === 'd') return brut.slice(0, 10);
  if (type === 'str' || type === 'inlineStr' || brut === '') return brut;
  return dates.has(style) && Number.isFinite(Number(brut)) ? jourExcel(Number(brut), depuis1904) : String(Number(brut));
}

function lireFeuille(nom: string, octets: Uint8Array, contexte: Contexte): Feuille {
  const lignes: string[][] = [];
  const fusions: Fusion[] = [];
  let [ligne, colonne, style, cases] = [-1, -1, 0, 0];
  let type: string | undefined;
  let [brut, insere] = ['', ''];
  lireXml(octets, {
    ouvre(balise, attribut) {
      if (balise === 'row') {
        ligne = Number(attribut('r') ?? ligne + 2) - 1;
        colonne = -1;
      } else if (balise === 'c') {
        const at = place(attribut('r') ?? '');
        colonne = at?.colonne ?? colonne + 1;
        ligne = at?.ligne ?? ligne;
        style = Number(attribut('s') ?? 0);
        type = attribut('t');
        [brut, insere] = ['', ''];
      } else if (balise === 'mergeCell') {
        const [debut, fin] = (attribut('ref') ?? '').split(':').map(place);
        if (debut != null && fin != null) fusions.push({ ligne: debut.ligne, colonne: debut.colonne, derniereLigne: Math.min(fin.ligne, BORNES.lignes), derniereColonne: Math.min(fin.colonne, BORNES.colonnes) });
      }
    },
    ferme(balise, contenu) {
      if (balise === 'v') brut = contenu;
      if (balise === 't') insere += contenu;
      if (balise !== 'c') return;
      const lu = net(type === 'inlineStr' ? insere : valeur(type, brut, style, contexte));
      if (lu === '') return;
      cases += 1;
      borner(ligne + 1, colonne + 1, cases);
      while (lignes.length <= ligne) lignes.push([]);
      const cible = lignes[ligne] as string[];
      while (cible.length < colonne) cible.push('');
      cible[colonne] = lu;
    },
  });
  return { nom, lignes, fusions };
}

/** Les feuilles visibles d'un classeur, dans l'ordre des onglets. */
export function lireXlsx(octets: Uint8Array): readonly Feuille[] {
  let total = 0;
  const noms = new Set<string>();
  let fichiers: Readonly<Record<string, Uint8Array>>;
  try {
    fichiers = unzipSync(octets, {
      filter: ({ name, originalSize }) => {
        noms.add(name);
        if (!/^xl\/(workbook|sharedStrings|styles)\.xml$|^xl\/_rels\/workbook\.xml\.rels$|^xl\/worksheets\/[^/]+\.xml$/.test(name)) return false;
        total += originalSize;
        if (total > BORNES.decompresse || noms.size > 5000) throw new Refus('il est démesuré une fois décompressé', 'Gardez dans un nouveau classeur le seul tableau à reprendre, sans images ni feuilles de calcul annexes.');
        return true;
      },
    });
  } catch (error) {
    if (error instanceof Refus) throw error;
    throw new Refus('l’archive qui le compose est abîmée', ABIME);
  }
  const livre = fichiers['xl/workbook.xml'];
  if (livre === undefined) throw autreArchive(noms);
  try {
    const onglets: { nom: string; lien: string }[] = [];
    let depuis1904 = false;
    lireXml(livre, {
      ouvre(nom, attribut) {
        if (nom === 'workbookPr') depuis1904 = /^(1|true)$/.test(attribut('date1904') ?? '');
        if (nom === 'sheet' && !/hidden/i.test(attribut('state') ?? '')) onglets.push({ nom: attribut('name') ?? '', lien: attribut('id') ?? '' });
      },
    });
    const cibles = new Map<string, string>();
    const liens = fichiers['xl/_rels/workbook.xml.rels'];
    if (liens !== undefined) lireXml(liens, { ouvre: (nom, attribut) => void (nom === 'Relationship' && cibles.set(attribut('Id') ?? '', (attribut('Target') ?? '').replace(/^\/xl\/|^\.\//, ''))) });
    const contexte = { textes: textesPartages(fichiers['xl/sharedStrings.xml']), dates: stylesDeDate(fichiers['xl/styles.xml']), depuis1904 };
    return onglets.flatMap(({ nom, lien }) => {
      const feuille = fichiers[`xl/${cibles.get(lien) ?? ''}`];
      return feuille === undefined ? [] : [lireFeuille(nom, feuille, contexte)];
    });
  } catch (error) {
    if (error instanceof Refus) throw error;
    throw new Refus('une de ses feuilles est illisible', ABIME);
  }
}

/** Une archive zip, mais d'un autre logiciel. */
function autreArchive(noms: ReadonlySet<string>): Refus {
  if (noms.has('word/document.xml')) return new Refus('c’est un document Word, pas un classeur', 'Copiez le tableau dans Excel ou LibreOffice Calc, puis enregistrez-le en .xlsx.');
  if (noms.has('content.xml') && noms.has('mimetype')) return new Refus('c’est un document LibreOffice', 'Dans LibreOffice Calc : Fichier > Enregistrer sous, format « Classeur Excel (.xlsx) ».');
  if ([...noms].some((n) => n.endsWith('.bin') && n.startsWith('xl/'))) return new Refus('c’est un classeur binaire (.xlsb)', 'Dans Excel : Fichier > Enregistrer sous, format « Classeur Excel (.xlsx) ».');
  return new Refus('ce n’est pas un classeur Excel', ABIME);
}
