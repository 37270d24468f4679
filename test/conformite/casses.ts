/** Une façon de casser le fichier sain par condition. `avec` : les codes que le même défaut ne peut éviter. */
import { type PDFArray, PDFHexString, PDFName, PDFNumber, type PDFRawStream, PDFString } from 'pdf-lib';
import type { Code } from '../../src/conformite/index.ts';
import type { Sain, Valeur } from './fichier-sain.ts';

export interface Casse { readonly changer?: (s: Sain) => void; readonly abimer?: (octets: Buffer) => Buffer; readonly avec?: readonly Code[] }

const remplacer = (de: string | RegExp, vers: string) => (octets: Buffer): Buffer => {
  const texte = octets.toString('latin1');
  if (texte.search(de) < 0) throw new Error(`rien à remplacer : ${de}`);
  return Buffer.from(texte.replace(de, vers), 'latin1');
};
/** Remplace sans changer la longueur : les décalages de la table restent justes. */
const place = (de: string, vers: string) => {
  if (de.length !== vers.length) throw new Error(`longueurs différentes : ${de}`);
  return remplacer(de, vers);
};
const xmp = (de: string | RegExp, vers: string) => (s: Sain): void => {
  if (s.xmp.search(de) < 0) throw new Error(`rien à remplacer : ${de}`);
  s.xmp = s.xmp.replace(de, vers);
};
const catalogue = (v: { readonly [cle: string]: Valeur | undefined }) => (s: Sain): void => s.poser(s.doc.catalog, v);
const lien = (v: { readonly [cle: string]: Valeur | undefined }) => (s: Sain): void => s.poser(s.lien, v);
const joint = (v: { readonly [cle: string]: Valeur | undefined }) => (s: Sain): void => s.poser(s.joint, v);
const etat = (v: { readonly [cle: string]: Valeur }) => (s: Sain): void => {
  s.poser(s.ressources, { ExtGState: { G1: v } });
  s.contenu.push('/G1 gs');
};
const decoratif = (operations: string) => (s: Sain): void => void s.contenu.push(`/Artifact BMC ${operations} EMC`);
/** Une image de 1 × 1. */
const image = (v: { readonly [cle: string]: Valeur } = {}) => (s: Sain): void => {
  const flux = s.flux(Buffer.from([0]), { Type: '/XObject', Subtype: '/Image', Width: 1, Height: 1, BitsPerComponent: 8, ColorSpace: '/DeviceGray', ...v });
  s.poser(s.ressources, { XObject: { I1: s.ctx.register(flux) } });
  s.contenu.push('/Artifact BMC q 10 0 0 10 0 0 cm /I1 Do Q EMC');
};
const dessin = (v: { readonly [cle: string]: Valeur }, operations = '0 0 5 5 re f') => (s: Sain): void => {
  const flux = s.flux(Buffer.from(operations), { Type: '/XObject', Subtype: '/Form', BBox: [0, 0, 10, 10], Resources: {}, ...v });
  s.poser(s.ressources, { XObject: { D1: s.ctx.register(flux) } });
  s.contenu.push('/Artifact BMC /D1 Do EMC');
};
/** Une annotation de plus, dans la balise voulue. */
const annotation = (v: { readonly [cle: string]: Valeur | undefined }, type: string | null = 'Annot', apparence = true) => (s: Sain): void => {
  const dict = s.dict({ Type: '/Annot', Subtype: '/Text', Rect: [20, 20, 40, 40], F: 4, Contents: '(Note)' });
  if (apparence) s.poser(dict, { AP: { N: s.ctx.register(s.flux(Buffer.from('0 0 5 5 re f'), { Type: '/XObject', Subtype: '/Form', BBox: [0, 0, 10, 10], Resources: {} })) } });
  s.poser(dict, v);
  const ref = s.ctx.register(dict);
  (s.page.lookup(PDFName.of('Annots')) as PDFArray).push(ref);
  if (type === null) return;
  const balise = s.balise(type, s.document);
  (balise.lookup(PDFName.of('K')) as PDFArray).push(s.dict({ Type: '/OBJR', Obj: ref }));
  dict.set(PDFName.of('StructParent'), PDFNumber.of(7));
  s.arbreDesParents.push(PDFNumber.of(7));
  s.arbreDesParents.push(s.ctx.getObjectRef(balise) ?? PDFNumber.of(0));
};
const champ = (v: { readonly [cle: string]: Valeur | undefined }, type: string | null = 'Form') => (s: Sain): void => {
  annotation({ Subtype: '/Widget', FT: '/Tx', TU: '(Nom)', Contents: undefined, ...v }, type)(s);
  const annots = s.page.lookup(PDFName.of('Annots')) as PDFArray;
  s.poser(s.doc.catalog, { AcroForm: { Fields: [annots.get(annots.size() - 1)] } });
};
const formulaire = (v: { readonly [cle: string]: Valeur }) => catalogue({ AcroForm: { Fields: [], ...v } });
const calques = (v: { readonly [cle: string]: Valeur }, plus: { readonly [cle: string]: Valeur } = {}) => (s: Sain): void => {
  const calque = s.ctx.register(s.dict({ Type: '/OCG', Name: '(Fond)' }));
  s.poser(s.doc.catalog, { OCProperties: { OCGs: [calque], D: { Name: '(Réglage)', Order: [calque], ...v }, ...plus } });
};
const b = (s: Sain, type: string) => {
  const balise = s.balises[type];
  if (balise === undefined) throw new Error(`pas de balise ${type}`);
  return balise;
};
const balise = (type: string, v: { readonly [cle: string]: Valeur | undefined }) => (s: Sain): void => s.poser(b(s, type), v);
const ajouter = (type: string, dans = 'Document', texte: string | null = null, plus: { readonly [cle: string]: Valeur } = {}) => (s: Sain): void => void s.balise(type, b(s, dans), texte, plus);
/** Un tableau de plus : ses lignes, chacune de cellules « TH », « TD2 » (deux colonnes), « TD|2 » (deux lignes). */
const tableau = (...lignes: readonly string[]) => (s: Sain): void => {
  const table = s.balise('Table', s.document);
  for (const ligne of lignes) {
    const tr = s.balise('TR', table);
    for (const cellule of ligne.split(' ')) {
      const [, type = 'TD', portee, colonnes = '1', rangs = '1'] = /^(TH|TD)(c)?(\d*)\|?(\d*)$/.exec(cellule) ?? [];
      s.balise(type, tr, '1', { A: { O: '/Table', ColSpan: Number(colonnes || 1), RowSpan: Number(rangs || 1), ...(portee === undefined ? {} : { Scope: '/Column' }) } });
    }
  }
};
const profil = (octets: Buffer) => (s: Sain): void => s.poser(s.intention, { DestOutputProfile: s.ctx.register(s.flux(octets, { N: 3 })) });
/** Une police simple, avec le même programme. */
const trueType = (v: { readonly [cle: string]: Valeur | undefined }, drapeaux: number) => (s: Sain): void => {
  s.poser(s.descripteur, { Flags: drapeaux });
  const dict = s.dict({ Type: '/Font', Subtype: '/TrueType', BaseFont: '/SourceSans3', FirstChar: 69, LastChar: 69, Widths: [527], Encoding: '/WinAnsiEncoding', FontDescriptor: s.ctx.getObjectRef(s.descripteur) ?? null });
  s.poser(dict, { ToUnicode: s.ctx.register(s.flux(Buffer.from('1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <45> <0045> endbfchar'))), ...v });
  s.poser(s.ressources.lookup(PDFName.of('Font')) as never, { F2: s.ctx.register(dict) });
  s.contenu.push('/Artifact BMC BT /F2 12 Tf 10 10 Td (E) Tj ET EMC');
};
const sansLangue = (s: Sain): void => {
  s.poser(s.doc.catalog, { Lang: undefined, Outlines: undefined });
  s.poser(s.document, { Lang: '(fr)' });
  s.poser(s.lien, { Lang: '(fr)' });
  s.xmp = s.xmp.replace('x-default', 'fr');
  s.contenu[s.contenu.length - 1] = '';
};

/** Le programme de police, amputé de ses sous-tables de caractères, sauf celles que l'on garde. */
const cmaps = (garder: readonly (readonly [number, number])[]) => (s: Sain): void => {
  const flux = s.ctx.lookup(s.descripteur.get(PDFName.of('FontFile2'))) as PDFRawStream;
  const octets = Buffer.from(flux.contents);
  for (let i = 0; i < octets.readUInt16BE(4); i += 1) {
    const at = 12 + i * 16;
    if (octets.toString('latin1', at, at + 4) !== 'cmap') continue;
    const cmap = octets.readUInt32BE(at + 8);
    const premier = Buffer.from(octets.subarray(cmap + 4, cmap + 12));
    octets.writeUInt16BE(garder.length, cmap + 2);
    for (const [n, [plateforme, codage]] of garder.entries()) {
      premier.copy(octets, cmap + 4 + n * 8);
      octets.writeUInt16BE(plateforme, cmap + 4 + n * 8);
      octets.writeUInt16BE(codage, cmap + 6 + n * 8);
    }
  }
  s.poser(s.descripteur, { FontFile2: s.ctx.register(s.flux(octets, { Length1: octets.length })) });
};
const simpleAvec = (garder: readonly (readonly [number, number])[], v: { readonly [cle: string]: Valeur | undefined }, drapeaux: number) => (s: Sain): void => {
  cmaps(garder)(s);
  trueType(v, drapeaux)(s);
};

export const CASSES: Readonly<Record<Code, Casse>> = {
  'A3A-6.1.2-1': { abimer: place('%PDF-1.7', '%PDF-2.0') },
  'A3A-6.1.2-2': { abimer: remplacer(/^%PDF-1\.7\n%..../, '%PDF-1.7\n%abcd') },
  'A3A-6.1.3-1': { changer: (s) => void delete s.ctx.trailerInfo.ID },
  'A3A-6.1.3-2': { abimer: remplacer(/trailer\n<</, 'trailer\n<<\n/Encrypt 1 0 R') },
  'A3A-6.1.3-3': { abimer: (o) => Buffer.concat([o, Buffer.from('\n\nreste')]) },
  'A3A-6.1.4-2': { abimer: remplacer(/\nxref\n/, '\nxref \n') },
  'A3A-6.1.4-a': { abimer: (o) => Buffer.from(o.toString('latin1').replace(/startxref\n(\d+)/, (_, n: string) => `startxref\n${Number(n) + 3}`), 'latin1') },
  'A3A-6.1.6-1': { changer: decoratif('BT /F1 1 Tf <0> Tj ET') },
  'A3A-6.1.6-2': { changer: (s) => void s.contenu.push(`/Artifact BMC BT /F1 1 Tf ${s.coder('E').replace('>', 'zz>')} Tj ET EMC`) },
  'A3A-6.1.7-1': { abimer: remplacer(/\/Length 5\n/, '/Length 4\n') },
  'A3A-6.1.7-2': { abimer: (o) => Buffer.from(o.toString('latin1').replace(/\/Length 5\n/, '/Length 6\n'), 'latin1') },
  'A3A-6.1.7-3': { changer: (s) => s.poser(s.fluxJoint.dict, { F: '(ailleurs.bin)' }) },
  'A3A-6.1.7-4': { changer: (s) => s.poser(s.fluxJoint.dict, { Filter: '/LZWDecode' }) },
  'A3A-6.1.8-1': { changer: balise('Chapeau', { S: '/Ch#FFpea' }), avec: ['UA1-7.1-5'] },
  'A3A-6.1.9-1': { abimer: (o) => Buffer.from(o.toString('latin1').replace('\n1 0 obj\n', '\n1 0 obj '), 'latin1') },
  'A3A-6.1.10-1': { changer: decoratif('BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID x EI') },
  'A3A-6.1.12-1': { changer: catalogue({ Perms: { Autre: true } }) },
  'A3A-6.1.13-1': { changer: decoratif('2147483648 w') },
  'A3A-6.1.13-2': { changer: decoratif(`${'9'.repeat(40)}.0 w`) },
  'A3A-6.1.13-3': { changer: (s) => s.poser(s.joint, { Desc: PDFString.of('a'.repeat(32768)) }) },
  'A3A-6.1.13-4': { changer: (s) => s.poser(s.joint, { ['N'.repeat(128)]: true }) },
  'A3A-6.1.13-5': { changer: decoratif(`0.${'0'.repeat(40)}1 w`) },
  'A3A-6.1.13-8': { changer: decoratif(`${'q '.repeat(29)}${'Q '.repeat(29)}`) },
  'A3A-6.1.13-9': { changer: (s) => { s.poser(s.ressources, { ColorSpace: { C1: ['/DeviceN', Array.from({ length: 33 }, (_, i) => `/E${i}`), '/DeviceRGB', {}] } }); decoratif('/C1 cs 0 0 5 5 re f')(s); } },
  'A3A-6.1.13-11': { changer: (s) => s.poser(s.page, { CropBox: [0, 0, 2, 800] }) },
  'A3A-6.6.2.1-1': { changer: (s) => void (s.xmp = '') },
  'A3A-6.6.2.1-2': { changer: xmp('<?xpacket begin', '<?xpacket bytes="12" begin') },
  'A3A-6.6.2.1-3': { changer: xmp('<?xpacket begin', '<?xpacket encoding="UTF-8" begin') },
  'A3A-6.6.2.1-4': { changer: xmp('<dc:title>', '<dc:title>A & B') },
  'A3A-6.6.2.1-5': { abimer: (o) => Buffer.from(o.toString('latin1').replace('begin="\u00EF\u00BB\u00BF"', 'begin="\u00FF\u00BB\u00BF"'), 'latin1') },
  'A3A-6.6.2.1-a': { changer: (s) => { s.poser(s.doc.catalog, { Metadata: s.ctx.register(s.flux(Buffer.from(`${Buffer.from(s.xmp).toString('hex')}>`), { Type: '/Metadata', Subtype: '/XML', Filter: '/ASCIIHexDecode' })) }); s.xmp = ''; } },
  'A3A-6.6.2.3-2': { changer: (s) => void (s.xmp = s.xmp.replace('<pdfaExtension:schemas><rdf:Bag>', '<pdfaExtension:schemas><rdf:Seq>').replace('</rdf:Bag></pdfaExtension:schemas>', '</rdf:Seq></pdfaExtension:schemas>')) },
  'A3A-6.6.2.3-3': { changer: xmp('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>', '') },
  'A3A-6.6.2.3-4': { changer: xmp('<pdfaProperty:category>internal', '<pdfaProperty:category>autre') },
  'A3A-6.6.2.3-7': { changer: xmp('<xmp:CreateDate>', '<xmp:Inconnue>1</xmp:Inconnue><xmp:CreateDate>') },
  'A3A-6.6.4-1': { changer: xmp('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>', '') },
  'A3A-6.6.4-2': { changer: xmp('<pdfaid:part>3', '<pdfaid:part>2') },
  'A3A-6.6.4-3': { changer: xmp('conformance>A<', 'conformance>B<') },
  'A3A-6.6.4-4': { changer: (s) => void (s.xmp = s.xmp.replaceAll('pdfaid', 'autre')) },
  'A3A-6.6.3-a': { changer: (s) => void (s.ctx.trailerInfo.Info = s.ctx.register(s.dict({ Title: '(Autre)' }))) },
  'UA1-5-1': { changer: xmp('pdfuaid:part="1"', '') },
  'UA1-5-2': { changer: xmp('pdfuaid:part="1"', 'pdfuaid:part="2"') },
  'UA1-5-3': { changer: xmp('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part', 'xmlns:autre="http://www.aiim.org/pdfua/ns/id/" autre:part') },
  'UA1-7.1-9': { changer: xmp(/<dc:title>.*<\/dc:title>/, '') },
  'UA1-7.1-10': { changer: catalogue({ ViewerPreferences: undefined }) },
  'A3A-6.2.2-1': { changer: decoratif('1 zz') },
  'A3A-6.2.2-2': { changer: dessin({ Resources: null }, '/F1 1 Tf 0 0 5 5 re f') },
  'A3A-6.2.3-1': { changer: profil(Buffer.alloc(200)), avec: ['A3A-6.2.4.3-2', 'A3A-6.2.4.3-4'] },
  'A3A-6.2.3-2': { changer: (s) => (s.doc.catalog.lookup(PDFName.of('OutputIntents')) as PDFArray).push(s.dict({ S: '/GTS_PDFX', DestOutputProfile: s.ctx.register((s.ctx.lookup(s.intention.get(PDFName.of('DestOutputProfile'))) as PDFRawStream).clone()) })) },
  'A3A-6.2.3-3': { changer: (s) => (s.doc.catalog.lookup(PDFName.of('OutputIntents')) as PDFArray).push(s.dict({ S: '/GTS_PDFX', DestOutputProfileRef: {} })) },
  'A3A-6.2.4.2-1': { changer: (s) => { s.poser(s.ressources, { ColorSpace: { C1: ['/ICCBased', s.ctx.register(s.flux(Buffer.alloc(10), { N: 3 }))] } }); decoratif('/C1 cs 0 0 5 5 re f')(s); } },
  'A3A-6.2.4.3-2': { changer: (s) => { catalogue({ OutputIntents: undefined })(s); s.poser(s.ressources, { ColorSpace: { DefaultGray: ['/CalGray', { WhitePoint: [1, 1, 1] }] } }); } },
  'A3A-6.2.4.3-3': { changer: decoratif('0 0 0 1 k 0 0 5 5 re f') },
  'A3A-6.2.4.3-4': { changer: (s) => { catalogue({ OutputIntents: undefined })(s); s.poser(s.ressources, { ColorSpace: { DefaultRGB: ['/CalRGB', { WhitePoint: [1, 1, 1] }] } }); } },
  'A3A-6.2.5-1': { changer: etat({ TR: '/Identity' }) },
  'A3A-6.2.5-2': { changer: etat({ TR2: '/Identity' }) },
  'A3A-6.2.5-3': { changer: etat({ HTP: [0, 0] }) },
  'A3A-6.2.5-4': { changer: etat({ HT: { HalftoneType: 6 } }) },
  'A3A-6.2.5-5': { changer: etat({ HT: { HalftoneType: 1, HalftoneName: '(x)' } }) },
  'A3A-6.2.6-1': { changer: decoratif('/Autre ri') },
  'A3A-6.2.8-1': { changer: image({ Alternates: [] }) },
  'A3A-6.2.8-2': { changer: image({ OPI: {} }) },
  'A3A-6.2.8-3': { changer: image({ Interpolate: true }) },
  'A3A-6.2.9-1': { changer: dessin({ OPI: {} }) },
  'A3A-6.2.9-2': { changer: dessin({ Ref: {} }) },
  'A3A-6.2.9-3': { changer: dessin({ Subtype: '/PS' }) },
  'A3A-6.2.10-1': { changer: etat({ BM: '/Autre' }) },
  'A3A-6.2.10-2': { changer: (s) => { catalogue({ OutputIntents: undefined })(s); s.poser(s.ressources, { ColorSpace: { DefaultRGB: ['/CalRGB', {}], DefaultGray: ['/CalGray', {}] } }); etat({ ca: 0.5 })(s); } },
  'A3A-6.2.11.2-1': { changer: (s) => s.poser(s.police, { Type: '/Autre' }) },
  'A3A-6.2.11.2-2': { changer: trueType({ Subtype: '/Autre' }, 32) },
  'A3A-6.2.11.2-3': { changer: (s) => s.poser(s.police, { BaseFont: undefined }) },
  'A3A-6.2.11.2-4': { changer: trueType({ FirstChar: undefined, Widths: undefined }, 32) },
  'A3A-6.2.11.2-5': { changer: trueType({ LastChar: undefined }, 32) },
  'A3A-6.2.11.2-6': { changer: trueType({ LastChar: 70 }, 32) },
  'A3A-6.2.11.2-a': { changer: (s) => s.poser((s.ctx.lookup(s.descripteur.get(PDFName.of('FontFile2'))) as PDFRawStream).dict, { Length1: 12 }) },
  'A3A-6.2.11.2-7': { changer: (s) => s.poser((s.ctx.lookup(s.descripteur.get(PDFName.of('FontFile2'))) as PDFRawStream).dict, { Subtype: '/Autre' }) },
  'A3A-6.2.11.3-1': { changer: (s) => codage(s, { Registry: '(Autre)', Ordering: '(Identity)', Supplement: 0 }) },
  'A3A-6.2.11.3-2': { changer: (s) => s.poser(s.descendante, { CIDToGIDMap: undefined }) },
  'A3A-6.2.11.3-3': { changer: (s) => s.poser(s.police, { Encoding: '/Autre-H' }) },
  'A3A-6.2.11.3-4': { changer: (s) => codage(s, undefined, { WMode: 1 }) },
  'A3A-6.2.11.3-5': { changer: (s) => codage(s, undefined, { UseCMap: '/Autre-H' }) },
  'A3A-6.2.11.4-1': { changer: (s) => s.poser(s.descripteur, { FontFile2: undefined }) },
  'A3A-6.2.11.4-2': { changer: (s) => { s.poser(s.descendante, { W: [60000, [1000]] , DW: 1000 }); (s.unicode += '\n1 beginbfchar <EA60> <0041> endbfchar'); (s.contenu.length = 0); s.contenu.push('/Artifact BMC BT /F1 1 Tf <EA60> Tj ET EMC'); } },
  'A3A-6.2.11.4-4': { changer: (s) => { for (const d of [s.police, s.descendante]) s.poser(d, { BaseFont: '/ABCDEF+SourceSans3' }); s.poser(s.descripteur, { CIDSet: s.ctx.register(s.flux(Buffer.from([0x80]))) }); } },
  'A3A-6.2.11.5-1': { changer: (s) => s.poser(s.descendante, { W: [], DW: 123 }) },
  'A3A-6.2.11.6-1': { changer: simpleAvec([], {}, 32) },
  'A3A-6.2.11.6-2': { changer: trueType({ Encoding: '/StandardEncoding' }, 32) },
  'A3A-6.2.11.6-3': { changer: simpleAvec([[3, 1]], {}, 4) },
  'A3A-6.2.11.6-4': { changer: simpleAvec([[3, 1], [0, 3]], { Encoding: undefined }, 4) },
  'A3A-6.2.11.7-1': { changer: (s) => void (s.unicode = s.unicode.replace(/<[0-9A-F]{4}> <0042>/, '')) },
  'A3A-6.2.11.7-2': { changer: (s) => void (s.unicode = s.unicode.replace('<0042>', '<0000>')) },
  'A3A-6.2.11.7-3': { changer: (s) => void (s.unicode = s.unicode.replace('<0042>', '<E001>')) },
  'A3A-6.2.11.8-1': { changer: (s) => { (s.unicode += '\n1 beginbfchar <0000> <0041> endbfchar'); s.poser(s.descendante, { DW: ABSENT }); decoratif('BT /F1 1 Tf <0000> Tj ET')(s); } },
  'UA1-6.2-1': { changer: catalogue({ MarkInfo: undefined }) },
  'UA1-7.1-1': { changer: (s) => void (s.contenu[0] = s.contenu[0]?.replace(/BT/, '/Artifact BMC 0 0 5 5 re f EMC BT') ?? '') },
  'UA1-7.1-2': { changer: (s) => void (s.contenu[0] = `/Artifact BMC ${s.contenu[0]} EMC`) },
  'UA1-7.1-3': { changer: (s) => void s.contenu.push('0 0 5 5 re f') },
  'UA1-7.1-4': { changer: catalogue({ MarkInfo: { Marked: true, Suspects: true } }) },
  'UA1-7.1-5': { changer: ajouter('Inconnue') },
  'UA1-7.1-6': { changer: (s) => { s.poser(s.racine, { RoleMap: { Chapeau: '/P', Un: '/Deux', Deux: '/Un' } }); s.balise('Un', s.document); } },
  'UA1-7.1-7': { changer: (s) => s.poser(s.racine, { RoleMap: { Chapeau: '/P', P: '/Div' } }) },
  'UA1-7.1-11': { changer: (s) => { s.doc.catalog.delete(PDFName.of('StructTreeRoot')); s.poser(s.page, { Annots: undefined }); (s.contenu.length = 0); } },
  'UA1-7.1-12': { changer: balise('H1', { P: undefined }) },
  'UA1-7.1-a': { changer: (s) => s.parents.set(0, s.parents.get(1)) },
  'UA1-7.1-b': { changer: (s) => void s.contenu.push(s.contenu[0] ?? '') },
  'UA1-7.1-c': { changer: (s) => void s.contenu.push('/Artifact BMC') },
  'UA1-7.20-2': { changer: (s) => { dessin({ StructParents: 0 })(s); s.contenu.push('/Artifact BMC /D1 Do EMC'); } },
  'UA1-7.2-2': { changer: (s) => { const signets = s.doc.catalog.get(PDFName.of('Outlines')); sansLangue(s); s.poser(s.doc.catalog, { Outlines: signets as never }); } },
  'UA1-7.2-21': { changer: (s) => { sansLangue(s); libre(s, 'Div', { ActualText: '(x)' }); } },
  'UA1-7.2-22': { changer: (s) => { sansLangue(s); libre(s, 'Div', { Alt: '(x)' }); } },
  'UA1-7.2-23': { changer: (s) => { sansLangue(s); libre(s, 'Div', { E: '(x)' }); } },
  'UA1-7.2-24': { changer: (s) => { sansLangue(s); s.poser(s.lien, { Lang: undefined }); } },
  'UA1-7.2-25': { changer: (s) => { sansLangue(s); champ({})(s); } },
  'UA1-7.2-29': { changer: catalogue({ Lang: '(français)' }) },
  'UA1-7.2-30': { changer: (s) => { sansLangue(s); s.contenu.push('/Artifact BMC /Span <</ActualText (x)>> BDC EMC EMC'); } },
  'UA1-7.2-31': { changer: (s) => { sansLangue(s); s.contenu.push('/Artifact BMC /Span <</Alt (x)>> BDC EMC EMC'); } },
  'UA1-7.2-32': { changer: (s) => { sansLangue(s); s.contenu.push('/Artifact BMC /Span <</E (x)>> BDC EMC EMC'); } },
  'UA1-7.2-33': { changer: (s) => { sansLangue(s); void (s.xmp = s.xmp.replace('xml:lang="fr"', 'xml:lang="x-default"')); } },
  'UA1-7.2-34': { changer: (s) => { sansLangue(s); s.contenu.push(`/Artifact BMC ${s.dessiner('1')} EMC`); } },
  'UA1-7.2-3': { changer: ajouter('P', 'Table') },
  'UA1-7.2-4': { changer: ajouter('TR') },
  'UA1-7.2-5': { changer: (s) => void s.balise('THead', s.balise('Sect', s.document)) },
  'UA1-7.2-6': { changer: ajouter('TBody') },
  'UA1-7.2-7': { changer: ajouter('TFoot') },
  'UA1-7.2-8': { changer: ajouter('TH') },
  'UA1-7.2-9': { changer: ajouter('TD') },
  'UA1-7.2-10': { changer: ajouter('P', 'TR') },
  'UA1-7.2-11': { changer: ajouter('THead', 'Table') },
  'UA1-7.2-12': { changer: (s) => { ajouter('TFoot', 'Table')(s); ajouter('TFoot', 'Table')(s); } },
  'UA1-7.2-13': { changer: (s) => { const t = s.balise('Table', s.document); s.balise('TR', t); s.balise('TFoot', t); } },
  'UA1-7.2-14': { changer: (s) => { const t = s.balise('Table', s.document); s.balise('THead', t); s.balise('TR', t); } },
  'UA1-7.2-15': { changer: tableau('THc THc|2 THc', 'TDc2 TD') },
  'UA1-7.2-16': { changer: (s) => { const t = s.balise('Table', s.document); s.balise('TBody', t); s.balise('Caption', t); s.balise('TBody', t); } },
  'UA1-7.2-17': { changer: ajouter('LI') },
  'UA1-7.2-18': { changer: ajouter('LBody') },
  'UA1-7.2-19': { changer: ajouter('P', 'L') },
  'UA1-7.2-20': { changer: ajouter('P', 'LI') },
  'UA1-7.2-26': { changer: ajouter('TOCI') },
  'UA1-7.2-27': { changer: ajouter('P', 'TOC') },
  'UA1-7.2-28': { changer: ajouter('Caption', 'TOC') },
  'UA1-7.2-36': { changer: ajouter('P', 'THead') },
  'UA1-7.2-37': { changer: ajouter('P', 'TBody') },
  'UA1-7.2-38': { changer: (s) => void s.balise('P', s.balise('TFoot', b(s, 'Table'))) },
  'UA1-7.2-39': { changer: (s) => { const t = s.balise('Table', s.document); s.balise('Caption', t); s.balise('TBody', t); s.balise('Caption', t); } },
  'UA1-7.2-40': { changer: ajouter('Caption', 'L') },
  'UA1-7.2-41': { changer: tableau('THc THc', 'TD TD|2') },
  'UA1-7.2-42': { changer: tableau('THc THc', 'TD TD TD') },
  'UA1-7.2-43': { changer: tableau('THc THc', 'TD') },
  'UA1-7.3-1': { changer: balise('Figure', { Alt: undefined }) },
  'UA1-7.4.2-1': { changer: ajouter('H4', 'Document', 'Titre') },
  'UA1-7.4.4-1': { changer: (s) => { for (const h of ['H1', 'H2']) s.poser(b(s, h), { S: '/P' }); ajouter('H')(s); ajouter('H')(s); } },
  'UA1-7.4.4-2': { changer: ajouter('H'), avec: ['UA1-7.4.4-3'] },
  'UA1-7.4.4-3': { changer: ajouter('H'), avec: ['UA1-7.4.4-2'] },
  'UA1-7.5-1': { changer: tableau('THc TD', 'TD TH', 'TD TD') },
  'UA1-7.5-2': { changer: (s) => { tableau('TD TH')(s); s.poser(dernierTd(s), { A: { O: '/Table', Headers: [PDFHexString.fromText('absent')] } }); } },
  'UA1-7.7-1': { changer: ajouter('Formula') },
  'UA1-7.9-1': { changer: balise('Note', { ID: undefined }) },
  'UA1-7.9-2': { changer: ajouter('Note', 'Document', null, { ID: '(n1)' }) },
  'A3A-6.3.1-1': { changer: annotation({ Subtype: '/Sound' }) },
  'A3A-6.3.2-1': { changer: lien({ F: undefined }) },
  'A3A-6.3.2-2': { changer: lien({ F: 0 }) },
  'A3A-6.3.3-1': { changer: annotation({}, 'Annot', false) },
  'A3A-6.3.3-2': { changer: lien({ AP: { D: {} } }) },
  'A3A-6.4.1-1': { changer: champ({ AA: {} }) },
  'A3A-6.4.1-2': { changer: (s) => s.poser(s.doc.catalog, { AcroForm: { Fields: [s.ctx.register(s.dict({ FT: '/Tx', AA: {} }))] } }) },
  'A3A-6.4.1-3': { changer: formulaire({ NeedAppearances: true }) },
  'A3A-6.4.2-1': { changer: formulaire({ XFA: [] }) },
  'A3A-6.4.2-2': { changer: catalogue({ NeedsRendering: true }) },
  'A3A-6.4.3-1': { changer: (s) => s.poser(s.doc.catalog, { AcroForm: { Fields: [s.ctx.register(s.dict({ FT: '/Sig', V: { ByteRange: [0, 10, 20, 10] } }))] } }) },
  'UA1-7.18.1-1': { changer: annotation({}, null) },
  'UA1-7.18.1-2': { changer: annotation({ Contents: undefined }) },
  'UA1-7.18.1-3': { changer: champ({ TU: undefined }) },
  'UA1-7.18.2-1': { changer: annotation({ Subtype: '/TrapNet' }) },
  'UA1-7.18.3-1': { changer: (s) => s.poser(s.page, { Tabs: undefined }) },
  'UA1-7.18.4-1': { changer: champ({}, 'Div') },
  'UA1-7.18.4-2': { changer: ajouter('Form', 'Document', '1') },
  'UA1-7.18.5-1': { changer: (s) => { annotation({ Subtype: '/Link' }, 'Annot')(s); } },
  'UA1-7.18.5-2': { changer: lien({ Contents: undefined }) },
  'UA1-7.18.5-a': { changer: ajouter('Link', 'Document', 'suivre') },
  'UA1-7.18.8-1': { changer: annotation({ Subtype: '/PrinterMark' }) },
  'A3A-6.5.1-1': { changer: catalogue({ OpenAction: { S: '/JavaScript', JS: '(1)' } }) },
  'A3A-6.5.1-2': { changer: catalogue({ OpenAction: { S: '/Named', N: '/Print' } }) },
  'A3A-6.5.2-1': { changer: catalogue({ AA: {} }) },
  'A3A-6.5.2-2': { changer: (s) => s.poser(s.page, { AA: {} }) },
  'A3A-6.9-1': { changer: calques({ Name: '()' }) },
  'A3A-6.9-2': { changer: calques({}, { Configs: [{ Name: '(Réglage)' }] }) },
  'A3A-6.9-3': { changer: calques({ Order: [] }) },
  'A3A-6.9-4': { changer: calques({ AS: [] }) },
  'A3A-6.10-1': { changer: (s) => s.poser(s.doc.catalog.lookup(PDFName.of('Names')) as never, { AlternatePresentations: {} }) },
  'A3A-6.10-2': { changer: (s) => s.poser(s.page, { PresSteps: {} }) },
  'A3A-6.11-1': { changer: catalogue({ Requirements: [] }) },
  'A3A-6.8-1': { changer: (s) => s.poser(s.fluxJoint.dict, { Subtype: undefined }) },
  'A3A-6.8-2': { changer: joint({ UF: undefined }) },
  'A3A-6.8-3': { changer: joint({ AFRelationship: undefined }) },
  'A3A-6.8-4': { changer: catalogue({ AF: undefined }) },
  'A3A-6.8-a': { changer: (s) => s.poser(s.fluxJoint.dict, { Params: undefined }) },
};

/** Donne à la police un codage incorporé, qui vaut Identity. */
function codage(s: Sain, systeme: { readonly [cle: string]: Valeur } = { Registry: '(Adobe)', Ordering: '(Identity)', Supplement: 0 }, plus: { readonly [cle: string]: Valeur } = {}): void {
  const texte = '1 begincodespacerange <0000> <FFFF> endcodespacerange 1 begincidrange <0000> <FFFF> 0 endcidrange';
  s.poser(s.police, { Encoding: s.ctx.register(s.flux(Buffer.from(texte), { Type: '/CMap', CMapName: '/Propre', CIDSystemInfo: systeme, ...plus })) });
}

/** Une balise hors du document, donc sans langue héritée. */
function libre(s: Sain, type: string, v: { readonly [cle: string]: Valeur }): void {
  const dict = s.dict({ Type: '/StructElem', S: `/${type}`, P: s.doc.catalog.get(PDFName.of('StructTreeRoot')) ?? null, ...v });
  s.racine.set(PDFName.of('K'), s.dict({ x: [s.racine.get(PDFName.of('K')) ?? null, s.ctx.register(dict)] }).get(PDFName.of('x')) as never);
}

const dernierTd = (s: Sain) => {
  const table = (s.document.lookup(PDFName.of('K')) as PDFArray).lookup((s.document.lookup(PDFName.of('K')) as PDFArray).size() - 1) as never as Sain['document'];
  const tr = (table.lookup(PDFName.of('K')) as PDFArray).lookup(0) as Sain['document'];
  return (tr.lookup(PDFName.of('K')) as PDFArray).lookup(0) as Sain['document'];
};
/** Largeur du caractère « absent » de la police. */
const ABSENT = 653;
