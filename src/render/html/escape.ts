/** Caractères qu'aucune page HTML n'a le droit de porter : commandes C0 et C1, surrogats isolés, non-caractères. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: c'est justement eux qu'on retire
const INTERDITS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]|\p{Surrogate}/gu;

const ENTITES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Échappe un texte, pour un contenu comme pour un attribut entre guillemets droits. */
export function escape(text: string): string {
  return text.replace(INTERDITS, '').replace(/[&<>"]/g, (c) => ENTITES[c] as string);
}

/** Échappe un texte destiné à un commentaire conditionnel, qui ne doit pas se fermer sur un « -- ». */
export function escapeInComment(text: string): string {
  return escape(text).replace(/-(?=-)/g, '‑');
}

/** Adresse `data:` d'octets. */
export function dataUri(media: string, bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return `data:${media};base64,${btoa(parts.join(''))}`;
}

/** Retient une adresse de lien si son protocole est permis, sinon null. */
export function safeUrl(url: string): string | null {
  return /^(?:https?:\/\/|mailto:)/i.test(url) ? url : null;
}
