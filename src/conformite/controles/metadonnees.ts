/** Métadonnées XMP : présentes, bien formées, qui se disent PDF/A-3a et PDF/UA-1, et que rien ne contredit. */
import { guillemets } from '../../base/francais.ts';
import { lireXml } from '../lecture/xml.ts';
import { type Propriete, proprietes, structures } from '../lecture/xmp.ts';
import type { Controle } from './contexte.ts';

const DC = 'http://purl.org/dc/elements/1.1/';
const XMP = 'http://ns.adobe.com/xap/1.0/';
const PDF = 'http://ns.adobe.com/pdf/1.3/';
const PDFAID = 'http://www.aiim.org/pdfa/ns/id/';
const PDFUAID = 'http://www.aiim.org/pdfua/ns/id/';
const EXTENSION = 'http://www.aiim.org/pdfa/ns/extension/';

/** Propriétés que PDF/A connaît d'avance ; une liste vide : tout l'espace de noms. */
const CONNUES: Readonly<Record<string, readonly string[]>> = {
  [DC]: ['contributor', 'coverage', 'creator', 'date', 'description', 'format', 'identifier', 'language', 'publisher', 'relation', 'rights', 'source', 'subject', 'title', 'type'],
  [XMP]: ['Advisory', 'BaseURL', 'CreateDate', 'CreatorTool', 'Identifier', 'Label', 'MetadataDate', 'ModifyDate', 'Nickname', 'Rating', 'Thumbnails'],
  [PDF]: ['Keywords', 'PDFVersion', 'Producer', 'Trapped'],
  [PDFAID]: ['part', 'amd', 'corr', 'conformance'],
  [EXTENSION]: ['schemas'],
  'http://ns.adobe.com/xap/1.0/mm/': [],
  'http://ns.adobe.com/xap/1.0/rights/': [],
  'http://ns.adobe.com/xap/1.0/bj/': [],
  'http://ns.adobe.com/xap/1.0/t/pg/': [],
  'http://ns.adobe.com/xmp/1.0/DynamicMedia/': [],
  'http://ns.adobe.com/photoshop/1.0/': [],
  'http://ns.adobe.com/tiff/1.0/': [],
  'http://ns.adobe.com/exif/1.0/': [],
  'http://ns.adobe.com/camera-raw-settings/1.0/': [],
};
const CONTENEURS: Readonly<Record<string, string>> = { title: 'Alt', description: 'Alt', rights: 'Alt', creator: 'Seq', date: 'Seq', contributor: 'Bag', language: 'Bag', publisher: 'Bag', relation: 'Bag', subject: 'Bag', type: 'Bag' };
const DATE = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

export function controlerMetadonnees(c: Controle): void {
  const { o, constats } = c;
  const racine = o.document.catalog;
  if (!o.vrai(o.lire(racine, 'ViewerPreferences', 'DisplayDocTitle'))) constats.signaler('UA1-7.1-10', 'la fenêtre du lecteur montrera le nom du fichier, non le titre du document');
  const octets = o.octets(o.brut(racine, 'Metadata'));
  if (octets === null) return constats.signaler('A3A-6.6.2.1-1', 'le document n’a pas de métadonnées XMP');
  if (o.a(o.brut(racine, 'Metadata'), 'Filter')) constats.signaler('A3A-6.6.2.1-a', 'les métadonnées sont compressées : un outil d’archivage ne les lira pas sans ouvrir le PDF');
  const texte = decoder(c, octets);
  if (texte === null) return;
  const { racine: xml, faute, paquet } = lireXml(texte);
  for (const [attribut, code] of [['bytes', 'A3A-6.6.2.1-2'], ['encoding', 'A3A-6.6.2.1-3']] as const) {
    if (paquet !== null && new RegExp(`\\b${attribut}\\s*=`).test(paquet)) constats.signaler(code, `l’en-tête XMP contient l’attribut ${attribut}`);
  }
  if (faute !== null || xml === null) return constats.signaler('A3A-6.6.2.1-4', `le XML des métadonnées est mal formé${faute === null ? '' : ` (${faute})`}`);
  const toutes = proprietes(xml);
  identifications(c, toutes);
  const decrites = schemas(c, toutes);
  for (const p of toutes) connue(c, p, decrites);
  titre(c, toutes);
  if (o.texte(o.lire(racine, 'Lang')) === undefined && toutes.some((p) => p.conteneur === 'Alt' && p.langues.includes('x-default'))) constats.signaler('UA1-7.2-33', 'ni les métadonnées ni le document ne disent leur langue');
  accord(c, toutes);
}

function decoder({ constats }: Controle, octets: Uint8Array): string | null {
  const utf16 = (octets[0] === 0xfe && octets[1] === 0xff) || (octets[0] === 0xff && octets[1] === 0xfe) || octets[0] === 0 || octets[1] === 0;
  try {
    if (!utf16) return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    // Signalé plus bas, comme un autre codage.
  }
  constats.signaler('A3A-6.6.2.1-5', 'les métadonnées ne sont pas écrites en UTF-8');
  return null;
}

function identifications({ constats }: Controle, toutes: readonly Propriete[]): void {
  const une = (uri: string, local: string): Propriete | undefined => toutes.find((p) => p.uri === uri && p.local === local);
  const pdfa = toutes.filter((p) => p.uri === PDFAID);
  if (pdfa.length === 0) constats.signaler('A3A-6.6.4-1', 'les métadonnées ne disent pas que le document est en PDF/A');
  else {
    const [part, niveau] = [une(PDFAID, 'part')?.valeurs[0], une(PDFAID, 'conformance')?.valeurs[0]];
    if (part !== '3') constats.signaler('A3A-6.6.4-2', `le document se dit en PDF/A-${part ?? '?'}, non en PDF/A-3`);
    if (niveau !== 'A') constats.signaler('A3A-6.6.4-3', `le document se dit de niveau ${niveau ?? '?'}, non A`);
    const autre = pdfa.find((p) => p.prefixe !== 'pdfaid');
    if (autre !== undefined) constats.signaler('A3A-6.6.4-4', `l’identification PDF/A porte le préfixe ${guillemets(autre.prefixe)}`);
  }
  const pdfua = toutes.filter((p) => p.uri === PDFUAID);
  if (pdfua.length === 0) constats.signaler('UA1-5-1', 'les métadonnées ne disent pas que le document est en PDF/UA');
  else {
    const part = une(PDFUAID, 'part')?.valeurs[0];
    if (part !== '1') constats.signaler('UA1-5-2', `le document se dit en PDF/UA-${part ?? '?'}, non en PDF/UA-1`);
    const autre = pdfua.find((p) => p.prefixe !== 'pdfuaid');
    if (autre !== undefined) constats.signaler('UA1-5-3', `l’identification PDF/UA porte le préfixe ${guillemets(autre.prefixe)}`);
  }
}

/** Schémas d'extension : les rend comme « espace de noms + propriété ». */
function schemas({ constats }: Controle, toutes: readonly Propriete[]): ReadonlySet<string> {
  const decrites = new Set<string>();
  for (const conteneur of toutes.filter((p) => p.uri === EXTENSION && p.local === 'schemas')) {
    if (conteneur.conteneur !== 'Bag' || conteneur.prefixe !== 'pdfaExtension') constats.signaler('A3A-6.6.2.3-2', 'le conteneur des schémas d’extension n’est pas un Bag de préfixe pdfaExtension');
    for (const schema of structures(conteneur.element)) {
      const [nom, uri, prefixe, liste] = [schema.get('schema'), schema.get('namespaceURI'), schema.get('prefix'), schema.get('property')];
      const champs = [nom, uri, prefixe];
      if (champs.some((p) => p === undefined || p.prefixe !== 'pdfaSchema' || p.valeurs[0] === '') || (liste !== undefined && (liste.conteneur !== 'Seq' || liste.prefixe !== 'pdfaSchema'))) {
        constats.signaler('A3A-6.6.2.3-3', `la définition du schéma ${guillemets(uri?.valeurs[0] ?? '?')} est incomplète`);
      }
      for (const propriete of structures(liste?.element ?? null)) {
        const attendus = ['name', 'valueType', 'category', 'description'].map((cle) => propriete.get(cle));
        const categorie = propriete.get('category')?.valeurs[0] ?? '';
        if (attendus.some((p) => p === undefined || p.prefixe !== 'pdfaProperty') || !['external', 'internal'].includes(categorie)) constats.signaler('A3A-6.6.2.3-4', `la propriété ${guillemets(propriete.get('name')?.valeurs[0] ?? '?')} d’un schéma d’extension est mal décrite`);
        decrites.add(`${uri?.valeurs[0] ?? ''} ${propriete.get('name')?.valeurs[0] ?? ''}`);
      }
    }
  }
  return decrites;
}

function connue({ constats }: Controle, p: Propriete, decrites: ReadonlySet<string>): void {
  const nom = `${p.prefixe}:${p.local}`;
  const noms = CONNUES[p.uri];
  if (decrites.has(`${p.uri} ${p.local}`)) return;
  if (noms === undefined || (noms.length > 0 && !noms.includes(p.local))) return constats.signaler('A3A-6.6.2.3-7', `la propriété ${nom} n’est ni connue, ni décrite par un schéma d’extension`);
  const attendu = p.uri === DC ? (CONTENEURS[p.local] ?? null) : null;
  const fausse = (p.uri === DC && p.conteneur !== attendu) || (p.uri === XMP && p.local.endsWith('Date') && !DATE.test(p.valeurs[0] ?? '')) || (p.uri === DC && p.local === 'date' && p.valeurs.some((v) => !DATE.test(v)));
  if (fausse) constats.signaler('A3A-6.6.2.3-7', `la propriété ${nom} n’a pas le type attendu`);
}

function titre({ constats }: Controle, toutes: readonly Propriete[]): void {
  const p = toutes.find((une) => une.uri === DC && une.local === 'title');
  if (p === undefined || p.valeurs.every((v) => v === '')) constats.signaler('UA1-7.1-9', 'les métadonnées ne donnent pas le titre du document');
}

/** Le dictionnaire d'informations, que d'anciens logiciels montrent, dit la même chose que les métadonnées. */
function accord({ o, constats }: Controle, toutes: readonly Propriete[]): void {
  const info = o.contexte.trailerInfo.Info;
  const jour = (texte: string): string => texte.replace(/\D/g, '').slice(0, 8);
  const couples = [['Title', DC, 'title', 'le titre'], ['Author', DC, 'creator', 'l’auteur'], ['Producer', PDF, 'Producer', 'le logiciel'], ['CreationDate', XMP, 'CreateDate', 'la date']] as const;
  for (const [cle, uri, local, quoi] of couples) {
    const dit = o.texte(o.lire(info, cle));
    const xmp = toutes.find((p) => p.uri === uri && p.local === local)?.valeurs.join(', ');
    const pareil = cle === 'CreationDate' ? jour(dit ?? '') === jour(xmp ?? '') : dit === xmp;
    if (dit !== undefined && dit !== '' && xmp !== undefined && !pareil) constats.signaler('A3A-6.6.3-a', `${quoi} n’est pas le même dans les informations (${guillemets(dit)}) et dans les métadonnées (${guillemets(xmp)})`);
  }
}
