import { capitale, dateEnLettres, guillemets } from '../base/francais.ts';
import { parObjet } from '../base/memoire.ts';
import { dernierVote } from './aide/collectivites.ts';
import { unDe } from './aide/mots.ts';
import { bornes } from './aide/periode.ts';
import { always, type Rule } from './rule.ts';
import type { TexteAbroge } from './tables.ts';

/** Compilées une fois ; `toutes` dit d'un regard s'il y a quelque chose à chercher. */
const compiler = parObjet((textes: readonly TexteAbroge[]) => ({
  toutes: new RegExp(textes.map((t) => t.forme).join('|'), 'iu'),
  chacune: textes.map((t) => ({ ...t, forme: new RegExp(t.forme, 'giu') })),
}));

export const texteAbroge: Rule = {
  code: 'CTG4058',
  slug: 'texte-abroge',
  title: 'Texte qui n’est plus en vigueur',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet, { liste, table }) {
    const periode = bornes(projet);
    const acte = projet.convention?.value.signature?.date ?? dernierVote(projet) ?? periode?.debut ?? periode?.fin ?? null;
    if (acte === null) return;
    const { toutes, chacune } = compiler(table('textes_abroges'));
    const perimes = chacune.filter((t) => t.depuis <= acte);
    const auPasse = unDe(liste('au_passe'));
    for (const { texte, passage } of projet.textes) {
      if (!toutes.test(texte)) continue;
      for (const { forme, nom, depuis, remplace } of perimes) {
        for (const match of texte.matchAll(forme)) {
          const phrase = texte.slice(texte.slice(0, match.index).search(/[^.;]*$/u), match.index + match[0].length + (/^[^.;]*/u.exec(texte.slice(match.index + match[0].length))?.[0].length ?? 0));
          if (auPasse.test(phrase)) continue;
          yield {
            message: `${guillemets(match[0])} : ${nom} n’est plus en vigueur depuis le ${dateEnLettres(depuis)}, avant cet acte. Un visa périmé trahit un modèle ancien, et ne fonde rien.`,
            hint: `${capitale(remplace)} le remplace : visez-le, ou dites dans la phrase qu’il s’agit du passé.`,
            span: passage(match.index, match.index + match[0].length),
          };
        }
      }
    }
  },
};
