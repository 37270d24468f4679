import { enIdentifiant, nombre } from '../base/francais.ts';
import type { Span } from '../base/span.ts';
import type { Projet } from '../resolve/projet.ts';
import { citer } from './aide/mots.ts';
import { always, type Rule } from './rule.ts';

interface Mesure {
  readonly cle: string;
  readonly libelle: string;
  readonly zone: string;
  readonly valeur: number;
  readonly span: Span;
}

export const uneValeurParChiffre: Rule = {
  code: 'CTG4207',
  slug: 'une-valeur-par-chiffre',
  title: 'Deux valeurs pour un chiffre',
  severity: always('erreur'),
  needsWhole: false,
  *check(projet) {
    const connues = new Map<string, Mesure>();
    for (const mesure of mesures(projet)) {
      const premiere = connues.get(mesure.cle);
      if (premiere === undefined) connues.set(mesure.cle, mesure);
      else if (premiere.valeur !== mesure.valeur) {
        yield {
          message: `${citer(mesure.libelle)} (${mesure.zone}) vaut ici ${nombre(mesure.valeur)}, et ${nombre(premiere.valeur)} ailleurs, pour la même année. Le diagnostic se contredirait.`,
          hint: 'Gardez la valeur que dit la source et citez-la partout par [](chiffre:…). S’il s’agit de deux mesures, distinguez-les par leur libellé ou leur année.',
          span: mesure.span,
          related: [{ message: `${nombre(premiere.valeur)} ici`, span: premiere.span }],
        };
      }
    }
  },
};

/** Chaque valeur écrite, comparaisons comprises. Une valeur approchée (« environ ») ne contredit rien. */
function* mesures({ diagnostic }: Projet): Iterable<Mesure> {
  for (const { value: c, at } of diagnostic.flatMap((g) => g.chiffres)) {
    const mesure = (zone: string, annee: number | undefined, valeur: number, span: Span): Mesure => ({
      cle: [c.libelle, zone, c.unite ?? '', String(annee ?? '')].map(enIdentifiant).join('|'),
      libelle: c.libelle,
      zone,
      valeur,
      span,
    });
    if (c.valeur !== null && c.precision === undefined) yield mesure(c.zone ?? 'zone non dite', c.annee, c.valeur, at(['valeur']));
    for (const [i, { zone, annee, valeur }] of (c.comparaisons ?? []).entries()) yield mesure(zone, annee ?? c.annee, valeur, at(['comparaisons', i, 'valeur']));
  }
}
