/**
 * Un petit PDF sain, écrit objet par objet : PDF/UA-1 et PDF/A-3a, avec de chaque balise une. Les essais le cassent d'une
 * seule façon à la fois, avant qu'il soit écrit (`changer`) ou une fois en octets (`abimer`).
 */
import { readFileSync } from 'node:fs';
import { PDFArray, type PDFContext, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNull, PDFNumber, type PDFObject, PDFRawStream, type PDFRef, PDFString } from 'pdf-lib';
import { lireTrueType } from '../../src/conformite/polices/truetype.ts';

const POLICE = readFileSync(new URL('../../templates/theme/fonts/SourceSans3_400Regular.ttf', import.meta.url));
const PROFIL = readFileSync(new URL('../../node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc', import.meta.url));
const TITRE = 'Essai';

export type Valeur = string | number | boolean | null | PDFObject | readonly Valeur[] | { readonly [cle: string]: Valeur };

/** Une valeur JavaScript en objet PDF : '/Nom' est un nom, '(texte)' une chaîne, un nombre un nombre. */
export function pdf(ctx: PDFContext, v: Valeur): PDFObject {
  if (typeof v === 'number') return PDFNumber.of(v);
  if (typeof v === 'string') return v.startsWith('/') ? PDFName.of(v.slice(1)) : PDFHexString.fromText(v.replace(/^\(|\)$/g, ''));
  if (v === null) return PDFNull;
  if (typeof v === 'boolean') return ctx.obj(v);
  if (Array.isArray(v)) {
    const liste = PDFArray.withContext(ctx);
    for (const article of v as readonly Valeur[]) liste.push(pdf(ctx, article));
    return liste;
  }
  if (typeof (v as PDFObject).sizeInBytes === 'function') return v as PDFObject;
  const dict = PDFDict.withContext(ctx);
  for (const [cle, valeur] of Object.entries(v as { readonly [cle: string]: Valeur })) dict.set(PDFName.of(cle), pdf(ctx, valeur));
  return dict;
}

export class Sain {
  readonly doc: PDFDocument;
  readonly ctx: PDFContext;
  readonly contenu: string[] = [];
  readonly ressources: PDFDict;
  readonly police: PDFDict;
  readonly descendante: PDFDict;
  readonly descripteur: PDFDict;
  readonly racine: PDFDict;
  readonly document: PDFDict;
  /** La première balise de chaque type. */
  readonly balises: Record<string, PDFDict> = {};
  readonly page: PDFDict;
  readonly lien: PDFDict;
  readonly joint: PDFDict;
  readonly fluxJoint: PDFRawStream;
  readonly intention: PDFDict;
  /** Correspondance vers l'Unicode, telle qu'elle sera écrite. */
  unicode: string;
  xmp: string;
  #mcid = 0;
  readonly parents: PDFArray;
  readonly arbreDesParents: PDFArray;
  readonly #glyphe: (c: string) => number;

  constructor(doc: PDFDocument) {
    this.doc = doc;
    const ctx = (this.ctx = doc.context);
    const trueType = lireTrueType(POLICE);
    if (trueType === null) throw new Error('police illisible');
    const table = trueType.tables.find((t) => t.plateforme === 3 && t.codage === 1);
    this.#glyphe = (c) => table?.glyphe(c.codePointAt(0) as number) ?? 0;
    const lettres = [...new Set('Essai 1TitreBonjour.•Àsuivre')];
    const programme = ctx.register(this.flux(POLICE, { Length1: POLICE.length }));
    this.descripteur = this.dict({ Type: '/FontDescriptor', FontName: '/SourceSans3', Flags: 32, FontBBox: [-400, -400, 1200, 1200], ItalicAngle: 0, Ascent: 1000, Descent: -300, CapHeight: 660, StemV: 80, FontFile2: programme });
    this.descendante = this.dict({ Type: '/Font', Subtype: '/CIDFontType2', BaseFont: '/SourceSans3', CIDSystemInfo: { Registry: '(Adobe)', Ordering: '(Identity)', Supplement: 0 }, FontDescriptor: ctx.register(this.descripteur), CIDToGIDMap: '/Identity', W: lettres.flatMap((c): Valeur[] => [this.#glyphe(c), [trueType.largeur(this.#glyphe(c)) ?? 0]]) });
    this.unicode = ['1 begincodespacerange', '<0000> <FFFF>', 'endcodespacerange', `${lettres.length} beginbfchar`, ...lettres.map((c) => `<${hexa(this.#glyphe(c))}> <${hexa(c.codePointAt(0) as number)}>`), 'endbfchar'].join('\n');
    this.police = this.dict({ Type: '/Font', Subtype: '/Type0', BaseFont: '/SourceSans3', Encoding: '/Identity-H', DescendantFonts: [ctx.register(this.descendante)] });
    this.ressources = this.dict({ Font: { F1: ctx.register(this.police) } });
    this.parents = PDFArray.withContext(ctx);
    this.arbreDesParents = pdf(ctx, [0, this.parents]) as PDFArray;
    this.racine = this.dict({ Type: '/StructTreeRoot', ParentTree: ctx.register(this.dict({ Nums: this.arbreDesParents })), RoleMap: { Chapeau: '/P' } });
    const racine = ctx.register(this.racine);
    doc.catalog.set(PDFName.of('StructTreeRoot'), racine);
    this.page = doc.addPage([595, 842]).node;
    const page = ctx.getObjectRef(this.page) as PDFRef;
    this.poser(this.page, { Resources: this.ressources, StructParents: 0, Tabs: '/S' });
    this.document = this.dict({ Type: '/StructElem', S: '/Document', P: racine, K: [] });
    this.balises['Document'] = this.document;
    this.racine.set(PDFName.of('K'), ctx.register(this.document));
    this.lien = this.dict({ Type: '/Annot', Subtype: '/Link', Rect: [10, 10, 100, 30], F: 4, Border: [0, 0, 0], Contents: '(Suivre)', StructParent: 1, A: { S: '/URI', URI: PDFString.of('https://example.org/') } });
    const lien = ctx.register(this.lien);
    this.poser(this.page, { Annots: [lien] });
    this.#corps(page, lien);
    this.fluxJoint = this.flux(Buffer.from('a: 1\n'), { Type: '/EmbeddedFile', Subtype: '/text/plain', Params: { ModDate: PDFString.of('D:20250101000000Z'), Size: 5 } });
    this.joint = this.dict({ Type: '/Filespec', F: '(source.yaml)', UF: '(source.yaml)', AFRelationship: '/Source', EF: { F: ctx.register(this.fluxJoint) } });
    const joint = ctx.register(this.joint);
    this.intention = this.dict({ Type: '/OutputIntent', S: '/GTS_PDFA1', OutputConditionIdentifier: '(sRGB)', DestOutputProfile: ctx.register(this.flux(PROFIL, { N: 3 })) });
    const signet = this.dict({ Title: `(${TITRE})`, Dest: [page, '/Fit'] });
    const signets = ctx.register(this.dict({ Type: '/Outlines', First: ctx.register(signet), Last: ctx.getObjectRef(signet) as PDFRef, Count: 1 }));
    signet.set(PDFName.of('Parent'), signets);
    this.poser(doc.catalog, {
      Lang: '(fr-FR)', MarkInfo: { Marked: true }, ViewerPreferences: { DisplayDocTitle: true }, OutputIntents: [ctx.register(this.intention)], Outlines: signets,
      AF: [joint], Names: { EmbeddedFiles: { Names: ['(source.yaml)', joint] } },
    });
    this.xmp = XMP;
    ctx.trailerInfo.ID = pdf(ctx, [PDFHexString.of('00112233445566778899AABBCCDDEEFF'), PDFHexString.of('00112233445566778899AABBCCDDEEFF')]);
  }

  dict(v: { readonly [cle: string]: Valeur }): PDFDict {
    return pdf(this.ctx, v) as PDFDict;
  }

  flux(octets: Uint8Array, v: { readonly [cle: string]: Valeur } = {}): PDFRawStream {
    return PDFRawStream.of(this.dict({ ...v, Length: octets.length }), octets);
  }

  /** Pose des clés ; une valeur `undefined` retire la clé. */
  poser(dict: PDFDict, v: { readonly [cle: string]: Valeur | undefined }): void {
    for (const [cle, valeur] of Object.entries(v)) {
      if (valeur === undefined) dict.delete(PDFName.of(cle));
      else dict.set(PDFName.of(cle), pdf(this.ctx, valeur));
    }
  }

  /** Le texte, tel que la police le code. */
  coder(texte: string): string {
    return `<${[...texte].map((c) => hexa(this.#glyphe(c))).join('')}>`;
  }

  dessiner(texte: string): string {
    return `BT /F1 12 Tf 50 ${700 - this.#mcid * 20} Td ${this.coder(texte)} Tj ET`;
  }

  /** Une balise dans une autre ; un texte devient un contenu balisé. */
  balise(type: string, parente: PDFDict, texte: string | null = null, plus: { readonly [cle: string]: Valeur } = {}): PDFDict {
    const dict = this.dict({ Type: '/StructElem', S: `/${type}`, P: this.ctx.getObjectRef(parente) as PDFRef, Pg: this.ctx.getObjectRef(this.page) as PDFRef, K: [], ...plus });
    const ref = this.ctx.register(dict);
    (parente.lookup(PDFName.of('K')) as PDFArray).push(ref);
    this.balises[type] ??= dict;
    if (texte !== null) {
      const mcid = this.#mcid;
      this.contenu.push(`/${type} <</MCID ${mcid}>> BDC ${this.dessiner(texte)} EMC`);
      this.#mcid += 1;
      this.parents.push(ref);
      (dict.lookup(PDFName.of('K')) as PDFArray).push(PDFNumber.of(mcid));
    }
    return dict;
  }

  #corps(page: PDFRef, lien: PDFRef): void {
    const d = this.document;
    this.balise('H1', d, TITRE);
    this.balise('P', d, 'Bonjour.', { Lang: '(fr)' });
    this.balise('Chapeau', d, 'Bonjour.');
    const toc = this.balise('TOC', d);
    this.balise('Reference', this.balise('TOCI', toc), TITRE);
    const liste = this.balise('L', d);
    const li = this.balise('LI', liste);
    this.balise('Lbl', li, '•');
    this.balise('LBody', li, 'Bonjour.');
    const tableau = this.balise('Table', d);
    const tete = this.balise('TR', this.balise('THead', tableau));
    this.balise('TH', tete, 'Titre', { A: { O: '/Table', Scope: '/Column' } });
    this.balise('TH', tete, '1', { A: { O: '/Table', Scope: '/Column' } });
    const rangee = this.balise('TR', this.balise('TBody', tableau));
    this.balise('TD', rangee, 'Bonjour.');
    this.balise('TD', rangee, '1');
    const figure = this.balise('Figure', d, null, { Alt: '(Un carré)', A: { O: '/Layout', BBox: [50, 300, 90, 340] } });
    this.contenu.push(`/Figure <</MCID ${this.#mcid}>> BDC 0 0 1 rg 50 300 40 40 re f EMC`);
    (figure.lookup(PDFName.of('K')) as PDFArray).push(PDFNumber.of(this.#mcid));
    this.parents.push(this.ctx.getObjectRef(figure) as PDFRef);
    this.#mcid += 1;
    const link = this.balise('Link', this.balise('P', d), 'suivre');
    (link.lookup(PDFName.of('K')) as PDFArray).push(this.dict({ Type: '/OBJR', Obj: lien, Pg: page }));
    this.arbreDesParents.push(PDFNumber.of(1));
    this.arbreDesParents.push(this.ctx.getObjectRef(link) as PDFRef);
    this.balise('Note', d, 'Bonjour.', { ID: '(n1)' });
    this.balise('H2', d, TITRE);
    this.contenu.push(`/Artifact <</Type /Pagination>> BDC ${this.dessiner('1')} EMC`);
  }

  async ecrire(): Promise<Uint8Array> {
    this.police.set(PDFName.of('ToUnicode'), this.ctx.register(this.flux(Buffer.from(this.unicode))));
    this.page.set(PDFName.of('Contents'), this.ctx.register(this.flux(Buffer.from(this.contenu.join('\n'), 'latin1'))));
    if (this.xmp !== '') this.doc.catalog.set(PDFName.of('Metadata'), this.ctx.register(this.flux(Buffer.from(this.xmp), { Type: '/Metadata', Subtype: '/XML' })));
    return this.doc.save({ useObjectStreams: false, addDefaultPage: false });
  }
}

const hexa = (n: number): string => n.toString(16).padStart(4, '0').toUpperCase();

const XMP = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${TITRE}</rdf:li></rdf:Alt></dc:title></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>2025-01-01T00:00:00Z</xmp:CreateDate></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Partie</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;

/** Le fichier sain, cassé d'une façon. */
export async function fichier(changer: (s: Sain) => void = () => undefined, abimer: (octets: Buffer) => Buffer = (o) => o): Promise<Uint8Array> {
  const sain = new Sain(await PDFDocument.create({ updateMetadata: false }));
  changer(sain);
  return abimer(Buffer.from(await sain.ecrire()));
}
