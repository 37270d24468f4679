/** Ouvrir un PDF qui vient du dehors : des bornes, et une phrase claire quand il ne s'ouvre pas. */
import { megaoctets } from '../../base/francais.ts';
import { ParseSpeeds, PDFDocument } from 'pdf-lib';
import { Objets } from './objets.ts';
import { dernier } from './table.ts';

export const FICHIER_MAXIMUM = 300 * 1024 * 1024;

export interface Ouvert { readonly objets: Objets; readonly octets: Uint8Array }
/** `chiffre` : c'est bien un PDF, mais on ne peut pas le lire. */
export interface Ferme { readonly raison: string; readonly conseil: string; readonly chiffre: boolean }

const AUTRES: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'un document Word, Excel ou une archive ZIP'],
  ['\u00D0\u00CF\u0011\u00E0', 'un ancien document Word ou Excel'],
  ['\u0089PNG', 'une image PNG'],
  ['\u00FF\u00D8\u00FF', 'une image JPEG'],
  ['GIF8', 'une image GIF'],
  ['<!DOCTYPE', 'une page HTML'],
  ['<html', 'une page HTML'],
  ['{\\rtf', 'un document RTF'],
];

const ferme = (raison: string, conseil: string, chiffre = false): Ferme => ({ raison, conseil, chiffre });
const ENCORE = 'Demandez-le ou exportez-le à nouveau, puis relancez le contrôle.';

export async function ouvrir(octets: Uint8Array): Promise<Ouvert | Ferme> {
  if (octets.length === 0) return ferme('il est vide', ENCORE);
  if (octets.length > FICHIER_MAXIMUM) return ferme(`il fait ${megaoctets(octets.length)}, et ctg n’en lit pas plus de ${megaoctets(FICHIER_MAXIMUM)}`, 'Réduisez les images du document, ou contrôlez-le avec un validateur spécialisé.');
  const tete = String.fromCharCode(...octets.subarray(0, 1024));
  if (!tete.includes('%PDF-')) {
    const autre = AUTRES.find(([debut]) => tete.trimStart().toLowerCase().startsWith(debut.toLowerCase()))?.[1];
    return ferme(autre === undefined ? 'ce n’est pas un PDF (il ne commence pas par %PDF-)' : `ce n’est pas un PDF, mais ${autre}`, 'Exportez le document en PDF, ou donnez le chemin du PDF.');
  }
  try {
    const document = await PDFDocument.load(octets, { updateMetadata: false, throwOnInvalidObject: true, parseSpeed: ParseSpeeds.Fastest });
    if (document.getPageCount() === 0) return ferme('il n’a aucune page', ENCORE);
    return { objets: new Objets(document), octets };
  } catch (error) {
    // Les erreurs de pdf-lib, compilées pour d'anciens moteurs, ne se reconnaissent qu'à leur phrase.
    if (error instanceof Error && /is encrypted/.test(error.message)) return ferme('il est chiffré ou protégé par un mot de passe', 'Enregistrez-le sans mot de passe ni restriction : un acte à conserver doit pouvoir être lu dans cinquante ans.', true);
    if (dernier(octets, '%%EOF') < octets.length - 2048) return ferme('il est incomplet, sa fin manque', `La copie ou le téléchargement s’est sans doute interrompu. ${ENCORE}`);
    return ferme('il est abîmé, sa structure ne se lit pas', ENCORE);
  }
}
