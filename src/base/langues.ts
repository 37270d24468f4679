/**
 * Les langues dont un passage peut être : codes ISO 639-1, noms français du CLDR 48 (Unicode), relevés le 2026-11-22 ; et quelques
 * langues parlées en France qui n'ont qu'un code de trois lettres (ISO 639-3). Le français n'y est pas : c'est celui de l'acte.
 */
import { enIdentifiant } from './francais.ts';
import { closest } from './suggestion.ts';

export const LANGUES: Readonly<Record<string, string>> = {
  aa: 'afar', ab: 'abkhaze', ae: 'avestique', af: 'afrikaans', ak: 'akan', am: 'amharique', an: 'aragonais', ar: 'arabe', as: 'assamais',
  av: 'avar', ay: 'aymara', az: 'azerbaïdjanais', ba: 'bachkir', be: 'biélorusse', bg: 'bulgare', bi: 'bichelamar', bm: 'bambara',
  bn: 'bengali', bo: 'tibétain', br: 'breton', bs: 'bosniaque', ca: 'catalan', ce: 'tchétchène', ch: 'chamorro', co: 'corse', cr: 'cree',
  cs: 'tchèque', cu: 'slavon d’église', cv: 'tchouvache', cy: 'gallois', da: 'danois', de: 'allemand', dv: 'maldivien', dz: 'dzongkha',
  ee: 'éwé', el: 'grec', en: 'anglais', eo: 'espéranto', es: 'espagnol', et: 'estonien', eu: 'basque', fa: 'persan', ff: 'peul',
  fi: 'finnois', fj: 'fidjien', fo: 'féroïen', fy: 'frison occidental', ga: 'irlandais', gd: 'gaélique écossais', gl: 'galicien',
  gn: 'guarani', gu: 'goudjarati', gv: 'mannois', ha: 'haoussa', he: 'hébreu', hi: 'hindi', ho: 'hiri motu', hr: 'croate',
  ht: 'créole haïtien', hu: 'hongrois', hy: 'arménien', hz: 'héréro', ia: 'interlingua', id: 'indonésien', ie: 'interlingue', ig: 'igbo',
  ii: 'yi du Sichuan', ik: 'inupiaq', io: 'ido', is: 'islandais', it: 'italien', iu: 'inuktitut', ja: 'japonais', jv: 'javanais',
  ka: 'géorgien', kg: 'kikongo', ki: 'kikuyu', kj: 'kuanyama', kk: 'kazakh', kl: 'groenlandais', km: 'khmer', kn: 'kannada', ko: 'coréen',
  kr: 'kanouri', ks: 'cachemiri', ku: 'kurde', kv: 'komi', kw: 'cornique', ky: 'kirghize', la: 'latin', lb: 'luxembourgeois', lg: 'ganda',
  li: 'limbourgeois', ln: 'lingala', lo: 'lao', lt: 'lituanien', lu: 'luba-katanga', lv: 'letton', mg: 'malgache', mh: 'marshallais',
  mi: 'maori', mk: 'macédonien', ml: 'malayalam', mn: 'mongol', mr: 'marathi', ms: 'malais', mt: 'maltais', my: 'birman', na: 'nauruan',
  nb: 'norvégien bokmål', nd: 'ndébélé du Nord', ne: 'népalais', ng: 'ndonga', nl: 'néerlandais', nn: 'norvégien nynorsk', no: 'norvégien',
  nr: 'ndébélé du Sud', nv: 'navajo', ny: 'chewa', oc: 'occitan', oj: 'ojibwa', om: 'oromo', or: 'odia', os: 'ossète', pa: 'pendjabi',
  pi: 'pali', pl: 'polonais', ps: 'pachto', pt: 'portugais', qu: 'quechua', rm: 'romanche', rn: 'roundi', ro: 'roumain', ru: 'russe',
  rw: 'kinyarwanda', sa: 'sanskrit', sc: 'sarde', sd: 'sindhi', se: 'same du Nord', sg: 'sango', si: 'cingalais', sk: 'slovaque',
  sl: 'slovène', sm: 'samoan', sn: 'shona', so: 'somali', sq: 'albanais', sr: 'serbe', ss: 'swati', st: 'sotho du Sud', su: 'soundanais',
  sv: 'suédois', sw: 'swahili', ta: 'tamoul', te: 'télougou', tg: 'tadjik', th: 'thaï', ti: 'tigrigna', tk: 'turkmène', tl: 'tagalog',
  tn: 'tswana', to: 'tongien', tr: 'turc', ts: 'tsonga', tt: 'tatar', tw: 'twi', ty: 'tahitien', ug: 'ouïghour', uk: 'ukrainien',
  ur: 'ourdou', uz: 'ouzbek', ve: 'venda', vi: 'vietnamien', vo: 'volapük', wa: 'wallon', wo: 'wolof', xh: 'xhosa', yi: 'yiddish',
  yo: 'yoruba', za: 'zhuang', zh: 'chinois', zu: 'zoulou', gsw: 'alsacien', gcf: 'créole guadeloupéen et martiniquais',
  gcr: 'créole guyanais', rcf: 'créole réunionnais', swb: 'mahorais', kab: 'kabyle', rom: 'romani',
};

/** Ce que l'on écrit volontiers à la place d'un code. */
const AUTREMENT: Readonly<Record<string, string>> = { eng: 'en', english: 'en', gb: 'en-GB', us: 'en-US', esp: 'es', spa: 'es', deu: 'de', ger: 'de', ita: 'it', por: 'pt', ara: 'ar' };

/** Langue, écriture et pays : « en », « pt-BR », « zh-Hans ». */
const CODE = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}))?$/;

/** Le code tel qu'il s'écrit dans l'acte (« pt-br » → « pt-BR »), ou null s'il n'est d'aucune langue connue. */
export function codeLangue(ecrit: string): string | null {
  const [, langue = '', ecriture, pays] = CODE.exec(ecrit.toLowerCase()) ?? [];
  if (!Object.hasOwn(LANGUES, langue)) return null;
  return [langue, ...(ecriture === undefined ? [] : [`${ecriture.charAt(0).toUpperCase()}${ecriture.slice(1)}`]), ...(pays === undefined ? [] : [pays.toUpperCase()])].join('-');
}

/** Le code que l'on a sans doute voulu : « anglais », « english », « eng », « en_GB » → un code ; null si rien ne ressemble. */
export function langueVoulue(ecrit: string): string | null {
  const net = enIdentifiant(ecrit);
  const sur = codeLangue(ecrit.replaceAll('_', '-')) ?? (Object.hasOwn(AUTREMENT, net) ? (AUTREMENT[net] as string) : null);
  if (sur !== null || net.length < 4) return sur;
  const nom = closest(ecrit, Object.values(LANGUES));
  return Object.keys(LANGUES).find((code) => LANGUES[code] === nom) ?? null;
}

/** « Écrivez langue:en (anglais). », ou null. */
export function conseilLangue(ecrit: string): string | null {
  const code = langueVoulue(ecrit);
  return code === null ? null : `Écrivez langue:${code} (${LANGUES[code.split('-')[0] as string] as string}).`;
}
