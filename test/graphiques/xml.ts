/** Un contrôle simple : chaque balise ouverte se ferme, dans l'ordre, et nul signe n'est laissé nu. */
export function xmlFaute(xml: string): string | null {
  const ouvertes: string[] = [];
  for (const [, fin, nom, reste] of xml.matchAll(/<(\/?)([a-z]+)([^<>]*)>/g)) {
    if (reste?.endsWith('/') === true) continue;
    if (fin === '') ouvertes.push(nom as string);
    else if (ouvertes.pop() !== nom) return `</${String(nom)}>`;
  }
  if (/&(?!amp;|lt;|gt;|quot;)/.test(xml)) return '&';
  return ouvertes[0] ?? null;
}
