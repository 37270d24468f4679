import { enLettres, guillemets, nombre } from '../base/francais.ts';
import { compter } from '../resolve/comptes.ts';
import { parTexte } from '../base/memoire.ts';
import { choix } from './aide/mots.ts';
import type { Reglages } from './reglages.ts';
import { always, type Rule } from './rule.ts';

const LIMITE = 199;
const LETTRES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: LIMITE - 1 }, (_, i) => i + 2).flatMap((n): [string, number][] => [
    [enLettres(n), n],
    [enLettres(n, 'f'), n],
  ]),
);

interface Formes {
  readonly annonce: RegExp;
  /** La plupart des textes ne nomment rien de ce que l'on compte : inutile d'y chercher un nombre. */
  readonly nomme: RegExp;
}

// Le nombre est ici « un à quatre mots » : les citer tous coûterait plus que tout le reste du contrôle. LETTRES dit ensuite s'il en est un.
// Après le nom : la fin, une liaison, un verbe au pluriel (« répondent », « sont »), ou une suite qui ne restreint pas.
const formes = parTexte((cle): Formes => {
  const [noms, annonces, suites] = cle.split('\t');
  return {
    nomme: new RegExp(noms ?? '', 'i'),
    annonce: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${annonces ?? ''})\\s((\\d{1,3}|[\\p{L}-]+(?:\\s[\\p{L}-]+){0,3}?)\\s(${noms ?? ''}))(?=\\s*(?:[.,;:!?)]|$|\\s(?:et|ou|que|qui|ne)\\s|\\s\\p{L}+(?:ent|ont)(?!\\p{L})|\\s(?:${suites ?? ''})(?!\\p{L})))`,
      'giu',
    ),
  };
});

const lire = ({ liste, table }: Reglages): Formes => formes([table('noms_comptes').map((n) => n.nom), liste('annonces'), liste('suites')].map(choix).join('\t'));

/** Les nombres annoncés d'un texte. Un mot qui n'est pas un nombre ne cache pas l'annonce qui le suit. */
function* annonces(texte: string, annonce: RegExp): Iterable<RegExpExecArray & { readonly n: number }> {
  annonce.lastIndex = 0;
  for (let match = annonce.exec(texte); match !== null; match = annonce.exec(texte)) {
    const ecrit = (match[2] ?? '').toLowerCase().replace(/\s/g, ' ');
    const n = LETTRES.get(ecrit) ?? Number(ecrit);
    if (Number.isNaN(n)) annonce.lastIndex = match.index + 1;
    else yield Object.assign(match, { n });
  }
}

export const nombresEnProse: Rule = {
  code: 'CTG4256',
  slug: 'nombres-en-prose',
  title: 'Nombre écrit à la main et qui a changé',
  severity: always('avertissement'),
  needsWhole: true,
  *check(projet, reglages) {
    const { annonce, nomme } = lire(reglages);
    const noms = reglages.table('noms_comptes');
    const comptes = compter(projet);
    for (const auteur of projet.textes) {
      // Dans une fiche-action, « les trois actions » sont celles de la fiche.
      if (auteur.file.startsWith('fiches-actions/') || !nomme.test(auteur.texte)) continue;
      for (const match of annonces(auteur.texte, annonce)) {
        const [whole, passage = '', , nom = ''] = match;
        const quoi = noms.find((n) => n.nom === nom.toLowerCase().replace(/\s/g, ' '));
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
