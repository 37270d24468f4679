/** Codages des polices simples : du code au dessin, et du code à l'Unicode. */
import type { Objet, Objets } from '../lecture/objets.ts';
import type { TrueType } from '../polices/truetype.ts';

/** Codages que la norme connaît d'avance pour les polices composites (ISO 32000-1, table 118). */
export const CODAGES_CONNUS: ReadonlySet<string> = new Set(
  `Identity-H Identity-V GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V GBK2K-H GBK2K-V UniGB-UCS2-H UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V
B5pc-H B5pc-V HKscs-B5-H HKscs-B5-V ETen-B5-H ETen-B5-V ETenms-B5-H ETenms-B5-V CNS-EUC-H CNS-EUC-V UniCNS-UCS2-H UniCNS-UCS2-V UniCNS-UTF16-H UniCNS-UTF16-V
83pv-RKSJ-H 90ms-RKSJ-H 90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V 90pv-RKSJ-H Add-RKSJ-H Add-RKSJ-V EUC-H EUC-V Ext-RKSJ-H Ext-RKSJ-V H V
UniJIS-UCS2-H UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V UniJIS-UTF16-H UniJIS-UTF16-V KSC-EUC-H KSC-EUC-V KSCms-UHC-H KSCms-UHC-V KSCms-UHC-HW-H KSCms-UHC-HW-V KSCpc-EUC-H UniKS-UCS2-H UniKS-UCS2-V UniKS-UTF16-H UniKS-UTF16-V`.split(/\s+/),
);

const TABLES: Readonly<Record<string, string>> = { WinAnsiEncoding: 'windows-1252', MacRomanEncoding: 'macintosh' };

/** Noms de caractères courants, hors lettres et « uniXXXX » : ceux des Differences des logiciels de bureau. */
const NOMS: Readonly<Record<string, string>> = {
  space: ' ', exclam: '!', quotedbl: '"', numbersign: '#', dollar: '$', percent: '%', ampersand: '&', quotesingle: "'", parenleft: '(', parenright: ')', asterisk: '*', plus: '+', comma: ',', hyphen: '-', period: '.', slash: '/',
  zero: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', colon: ':', semicolon: ';', less: '<', equal: '=', greater: '>', question: '?', at: '@', bracketleft: '[', backslash: '\\', bracketright: ']', underscore: '_',
  quoteright: '’', quoteleft: '‘', quotedblleft: '“', quotedblright: '”', guillemotleft: '«', guillemotright: '»', endash: '–', emdash: '—', ellipsis: '…', bullet: '•', degree: '°', Euro: '€', section: '§', nbspace: '\u00A0', OE: 'Œ', oe: 'œ', AE: 'Æ', ae: 'æ',
  ccedilla: 'ç', Ccedilla: 'Ç', eacute: 'é', egrave: 'è', ecircumflex: 'ê', edieresis: 'ë', Eacute: 'É', Egrave: 'È', Ecircumflex: 'Ê', Edieresis: 'Ë', agrave: 'à', acircumflex: 'â', Agrave: 'À', Acircumflex: 'Â',
  icircumflex: 'î', idieresis: 'ï', Icircumflex: 'Î', Idieresis: 'Ï', ocircumflex: 'ô', Ocircumflex: 'Ô', ugrave: 'ù', ucircumflex: 'û', udieresis: 'ü', Ugrave: 'Ù', Ucircumflex: 'Û', fi: 'fi', fl: 'fl',
};

const parNom = (nom: string): string | undefined => {
  const code = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(nom);
  if (code !== null) return String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? '0', 16));
  return /^[A-Za-z]$/.test(nom) ? nom : NOMS[nom];
};

/** Codes que les Differences renomment. */
function differences(o: Objets, codage: Objet): ReadonlyMap<number, string> {
  const noms = new Map<number, string>();
  let code = 0;
  for (const entree of o.liste(o.lire(codage, 'Differences'))) {
    const n = o.nombre(entree);
    const nom = o.nom(entree);
    if (n !== undefined) code = n;
    else if (nom !== undefined) noms.set(code++, nom);
  }
  return noms;
}

/** Du code d'une police simple à l'Unicode, sans ToUnicode : par un codage connu, d'une police non symbolique. */
export function unicodeDuCodage(o: Objets, dict: Objet, descripteur: Objet): (code: number) => string | undefined {
  const codage = o.lire(dict, 'Encoding');
  const symbolique = ((o.nombre(o.lire(descripteur, 'Flags')) ?? 0) & 4) !== 0;
  const table = TABLES[o.nom(codage) ?? o.nom(o.lire(codage, 'BaseEncoding')) ?? ''];
  const autres = differences(o, codage);
  const decodeur = table === undefined || (symbolique && autres.size === 0) ? null : new TextDecoder(table);
  return (code) => {
    const nom = autres.get(code);
    if (nom !== undefined) return parNom(nom);
    return decodeur?.decode(Uint8Array.of(code));
  };
}

/** Du code d'une police TrueType simple au dessin ; null si ctg ne sait pas le dire. */
export function glyphePar(o: Objets, dict: Objet, descripteur: Objet, { tables }: TrueType): (code: number) => number | null {
  const table = (plateforme: number, codage: number) => tables.find((t) => t.plateforme === plateforme && t.codage === codage);
  const symbolique = ((o.nombre(o.lire(descripteur, 'Flags')) ?? 0) & 4) !== 0;
  const unicode = unicodeDuCodage(o, dict, descripteur);
  const [ms, symbole, mac] = [table(3, 1), table(3, 0), table(1, 0)];
  if (!symbolique || o.lire(dict, 'Encoding') !== undefined) {
    return (code) => {
      const texte = unicode(code);
      if (texte === undefined || texte.length !== 1 || (ms === undefined && mac === undefined)) return null;
      // WinAnsi donne à l'insécable et au trait conditionnel le dessin de l'espace et du trait d'union.
      const g = ms?.glyphe(texte.charCodeAt(0)) || (texte === '\u00A0' ? ms?.glyphe(32) : texte === '\u00AD' ? ms?.glyphe(45) : 0) || 0;
      return g !== 0 ? g : ms === undefined ? null : 0;
    };
  }
  return (code) => {
    if (symbole !== undefined) return [0xf000, 0, 0xf100, 0xf200].map((base) => symbole.glyphe(base + code)).find((g) => g !== 0) ?? 0;
    const seule = mac ?? (tables.length === 1 ? tables[0] : undefined);
    return seule === undefined ? null : seule.glyphe(code);
  };
}
