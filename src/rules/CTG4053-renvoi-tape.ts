import { combien, guillemets } from '../base/francais.ts';
import type { Span } from '../base/span.ts';
import { AUTRE_TEXTE, RENVOI_TAPE, TEXTE_AVANT } from './formes/renvois-tapes.ts';
import { always, type Rule } from './rule.ts';

export const renvoiTape: Rule = {
  code: 'CTG4053',
  slug: 'renvoi-tape',
  title: 'Renvoi écrit à la main',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ textes, modele }) {
    const found: { readonly ecrit: string; readonly lien: string; readonly span: Span }[] = [];
    for (const { texte, nature, passage } of textes) {
      if (nature !== 'prose' || !/article|annexe/i.test(texte)) continue;
      for (const match of texte.matchAll(RENVOI_TAPE)) {
        const [ecrit, mot = '', numero = ''] = match;
        const end = match.index + ecrit.length;
        if (AUTRE_TEXTE.test(texte.slice(end)) || TEXTE_AVANT.test(texte.slice(0, match.index))) continue;
        const kind = mot.toLowerCase().startsWith('annexe') ? 'annexe' : 'article';
        const rang = numero === '1er' ? 1 : Number(numero);
        const id = modele?.pieces.find((p) => p.kind === kind && p.rang === rang)?.id ?? '…';
        found.push({ ecrit, lien: `[](${kind}:${id})`, span: passage(match.index, end) });
      }
    }
    const [first, ...others] = found;
    if (first === undefined) return;
    yield {
      message: `${guillemets(first.ecrit)} est écrit à la main${others.length > 0 ? ` (et ${combien(others.length, 'autre renvoi', 'autres renvois')})` : ''}. Si l’ordre des articles ou des annexes change, le renvoi mènera ailleurs.`,
      hint: `Écrivez ${first.lien} : ctg met le numéro, et le tient à jour. Un article d’un code ou d’une loi se dit « l’article 6 de la loi… ».`,
      span: first.span,
      related: others.map((o) => ({ message: `${o.ecrit} : ${o.lien}`, span: o.span })),
    };
  },
};
