import { guillemets, nombre } from '../base/francais.ts';
import type { Chiffre, TexteAuteur } from '../resolve/projet.ts';
import { always, type Rule } from './rule.ts';

/** Un nombre, avec ses milliers séparés et ses décimales, puis une unité. */
const NOMBRE = /(?<![\p{L}\p{N},.-])(\d{1,3}(?:\s\d{3})+|\d+)(?:,(\d+))?(?=\s?(?:%|€|\p{L}))/gu;

export const chiffreTape: Rule = {
  code: 'CTG4257',
  slug: 'chiffre-tape',
  title: 'Chiffre du diagnostic tapé dans un texte',
  severity: always('information'),
  needsWhole: false,
  *check({ chiffres, textes }, { seuil }) {
    const minimum = seuil('entier_minimum');
    const parValeur = new Map<number, (readonly [string, Chiffre])[]>();
    for (const [id, c] of chiffres) {
      const { valeur, unite } = c.value;
      // « deux relais », « 8 familles » : un petit nombre rond peut compter autre chose.
      if (valeur === null || unite === undefined || (Number.isInteger(valeur) && Math.abs(valeur) < minimum)) continue;
      parValeur.set(valeur, [...(parValeur.get(valeur) ?? []), [id, c]]);
    }
    const lieux = new Map<string, { readonly ecrit: string; readonly passage: ReturnType<TexteAuteur['passage']> }[]>();
    for (const auteur of parValeur.size === 0 ? [] : textes) {
      if (auteur.nature !== 'prose') continue;
      for (const match of auteur.texte.matchAll(NOMBRE)) {
        const [entier, decimales] = [match[1] ?? '', match[2]];
        const valeur = Number(`${entier.replace(/\D/g, '')}${decimales === undefined ? '' : `.${decimales}`}`);
        const suite = auteur.texte.slice(match.index + match[0].length);
        const trouve = (parValeur.get(valeur) ?? []).find(([, c]) => commence(suite, c.value.unite ?? ''));
        if (trouve === undefined) continue;
        const ecrit = `${nombre(valeur)} ${trouve[1].value.unite ?? ''}`;
        lieux.set(trouve[0], [...(lieux.get(trouve[0]) ?? []), { ecrit, passage: auteur.passage(match.index, match.index + match[0].length) }]);
      }
    }
    const all = [...lieux].flatMap(([id, found]) => found.map((l) => ({ ...l, id })));
    const [first, ...others] = all;
    if (first === undefined) return;
    yield {
      message: `${guillemets(first.ecrit)} est tapé dans le texte et figure au diagnostic${others.length > 0 ? ` (et ${nombre(others.length)} autre${others.length > 1 ? 's' : ''})` : ''}. Si le diagnostic change, le texte ne suivra pas.`,
      hint: `Citez le chiffre : [](chiffre:${first.id}) écrit la valeur et son unité.`,
      span: first.passage,
      related: others.map((o) => ({ message: `${o.ecrit} : [](chiffre:${o.id})`, span: o.passage })),
    };
  },
};

/** La suite du nombre dit-elle cette unité ? */
function commence(suite: string, unite: string): boolean {
  const plain = (s: string): string => s.toLowerCase().replace(/\s+/g, ' ').replaceAll("'", '’').trimStart();
  const [text, wanted] = [plain(suite), plain(unite)];
  return text.startsWith(wanted) && !/^[\p{L}\p{N}]/u.test(text.slice(wanted.length));
}
