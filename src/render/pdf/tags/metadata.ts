/** Métadonnées XMP : les mêmes que le dictionnaire Info, échappées, et les deux normes que l'acte suit. */

export interface DocumentInfo { readonly Title: string; readonly Author: string; readonly Subject: string; readonly Keywords: string; readonly Producer: string; readonly Creator: string; readonly CreationDate: Date; readonly ModDate: Date }

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
/** pdfkit écrit les dates à la seconde. */
const date = (value: Date): string => `${value.toISOString().slice(0, 19)}Z`;
const localized = (name: string, value: string): string => (value === '' ? '' : `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(value)}</rdf:li></rdf:Alt></dc:${name}>\n`);
const only = (name: string, value: string): string => (value === '' ? '' : `<${name}>${escapeXml(value)}</${name}>\n`);

/** PDF/A n'admet un espace de noms inconnu que décrit : celui de PDF/UA l'est ici. */
const UA_SCHEMA = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
`;

/** Description de l'acte. `lang` : sa langue ; `accessible` : il suit PDF/UA-1. */
export function describe(info: DocumentInfo, lang: string, accessible: boolean): string {
  return `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
${localized('title', info.Title)}${info.Author === '' ? '' : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(info.Author)}</rdf:li></rdf:Seq></dc:creator>\n`}${localized('description', info.Subject)}<dc:language><rdf:Bag><rdf:li>${lang}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>${date(info.CreationDate)}</xmp:CreateDate>
<xmp:ModifyDate>${date(info.ModDate)}</xmp:ModifyDate>
<xmp:CreatorTool>${escapeXml(info.Creator)}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
${only('pdf:Producer', info.Producer)}${only('pdf:Keywords', info.Keywords)}</rdf:Description>
${accessible ? UA_SCHEMA : ''}`;
}
