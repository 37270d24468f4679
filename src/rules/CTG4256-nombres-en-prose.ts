import { enLettres, guillemets, nombre } from '../base/francais.ts';
import { compter } from '../resolve/comptes.ts';
import { ANNONCES, NOMS, SUITES } from './donnees/nombres-en-prose.ts';
import { always, type Rule } from './rule.ts';

const LIMITE = 199;
const LETTRES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: LIMITE - 1 }, (_, i) => i + 2).flatMap((n): [string, number][] => [
    [enLettres(n), n],
    [enLettres(n, 'f'), n],
  ]),
);

const longestFirst = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll(' ', '\\s');
// Le nombre est ici « un à quatre mots » : les citer tous coûterait plus que tout le reste du contrôle. LETTRES dit ensuite s'il en est un.
// Après le nom : la fin, une liaison, un verbe au pluriel (« répondent », « sont »), ou une suite qui ne restreint pas.
const ANNONCE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${longestFirst(ANNONCES)})\\s((\\d{1,3}|[\\p{L}-]+(?:\\s[\\p{L}-]+){0,3}?)\\s(${longestFirst(NOMS.map((n) => n.nom))}))(?=\\s*(?:[.,;:!?)]|$|\\s(?:et|ou|que|qui|ne)\\s|\\s\\p{L}+(?:ent|ont)(?!\\p{L})|\\s(?:${longestFirst(SUITES)})(?!\\p{L})))`,
  'giu',
);

/** Les nombres annoncés d'un texte. Un mot qui n'est pas un nombre ne cache pas l'annonce qui le suit. */
function* annonces(texte: string): Iterable<RegExpExecArray & { readonly n: number }> {
  ANNONCE.lastIndex = 0;
  for (let match = ANNONCE.exec(texte); match !== null; match = ANNONCE.exec(texte)) {
    const ecrit = (match[2] ?? '').toLowerCase().replace(/\s/g, ' ');
    const n = LETTRES.get(ecrit) ?? Number(ecrit);
    if (Number.isNaN(n)) ANNONCE.lastIndex = match.index + 1;
    else yield Object.assign(match, { n });
  }
}

/** La plupart des textes ne nomment rien de ce que l'on compte : inutile d'y chercher un nombre. */
const NOMME = new RegExp(NOMS.map((n) => n.nom).join('|'), 'i');

export const nombresEnProse: Rule = {
  code: 'CTG4256',
  slug: 'nombres-en-prose',
  title: 'Nombre écrit à la main et qui a changé',
  severity: always('avertissement'),
  needsWhole: true,
  *check(projet) {
    const comptes = compter(projet);
    for (const auteur of projet.textes) {
      // Dans une fiche-action, « les trois actions » sont celles de la fiche.
      if (auteur.file.startsWith('fiches-actions/') || !NOMME.test(auteur.texte)) continue;
      for (const match of annonces(auteur.texte)) {
        const [whole, passage = '', , nom = ''] = match;
        const quoi = NOMS.find((n) => n.nom === nom.toLowerCase().replace(/\s/g, ' '));
        if (quoi === undefined || comptes[quoi.compte] === match.n || comptes[quoi.compte] === 0) continue;
        const start = match.index + whole.length - passage.length;
        yield {
          message: `${guillemets(passage)} : ctg en compte ${nombre(comptes[quoi.compte])}. Le texte et le plan se contrediraient.`,
          hint: `Écrivez [](compte:${quoi.compte}) ${nom} : le nombre suivra le projet, en lettres.`,
          span: auteur.passage(start, start + passage.length),
        };
      }
    }
  },
};
