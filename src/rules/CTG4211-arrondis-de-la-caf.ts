import { combien, enumeration, nombre } from '../base/francais.ts';
import type { Chiffre, GroupeChiffres, Projet } from '../resolve/projet.ts';
import { citer, motEntier, parmiNoms, unDe } from './aide/mots.ts';
import type { Reglages } from './reglages.ts';
import { always, type Finding, type Rule } from './rule.ts';

export const arrondisDeLaCaf: Rule = {
  code: 'CTG4211',
  slug: 'arrondis-de-la-caf',
  title: 'Donnée arrondie de la Caf',
  severity: always('information'),
  needsWhole: false,
  *check(projet, reglages) {
    for (const groupe of projet.diagnostic) yield* multiples(groupe, reglages);
    yield* totaux(projet);
    yield* montants(projet, reglages);
  },
};

const cite = (c: Chiffre): string => `${citer(c.value.libelle)} : ${nombre(c.value.valeur ?? 0)}`;
const deLaCaf = ({ value }: Chiffre, { liste }: Reglages): boolean => value.valeur !== null && value.valeur > 0 && motEntier(liste('sources')).test(value.source ?? '');
const ouverte = ({ value }: Chiffre, { liste }: Reglages): boolean => unDe(liste('donnees_ouvertes')).test(value.source ?? '');
/** Un libellé qui dit lui-même que le montant est celui d'un mois. */
const MOIS = /mensuel|\bmois\b/i;
const arrondi = ({ value }: Chiffre): boolean => value.precision !== undefined || (value.arrondi !== undefined && value.arrondi !== 'exact');

/** Tous les effectifs d'un fichier sont des multiples du pas d'arrondi : ce n'est pas un hasard. Un seul qui ne l'est pas prouve qu'ils sont exacts. */
function* multiples({ chiffres }: GroupeChiffres, reglages: Reglages): Iterable<Finding> {
  const { seuil, liste } = reglages;
  const pas = seuil('arrondi');
  const effectifs = chiffres.filter((c) => deLaCaf(c, reglages) && parmiNoms(c.value.unite ?? '', liste('unites')) && !arrondi(c) && c.value.arrondi === undefined);
  const [first, ...others] = effectifs;
  const ouvertes = effectifs.some((c) => ouverte(c, reglages));
  if (first === undefined || effectifs.some((c) => (c.value.valeur ?? 0) % pas !== 0) || (effectifs.length < seuil('effectifs_minimum') && !ouvertes)) return;
  yield {
    message: `${combien(effectifs.length, 'effectif')} de la Caf ${effectifs.length > 1 ? 'sont tous des multiples' : 'est un multiple'} de ${nombre(pas)} (${cite(first)}${others.length > 0 ? '…' : ''}) : la Caf les arrondit, et le diagnostic les donnerait pour exacts.`,
    hint: `Ajoutez « precision: environ », qui s’imprime, ou « arrondi: à ${nombre(pas)} près » ; « arrondi: exact » si la Caf vous a donné le compte exact.`,
    span: first.at(['valeur']),
    related: others.map((c) => ({ message: cite(c), span: c.at(['valeur']) })),
  };
}

/** La somme de valeurs arrondies n'est pas exacte. */
function* totaux({ chiffres }: Projet): Iterable<Finding> {
  for (const c of chiffres.values()) {
    if (c.value.valeur === null || arrondi(c)) continue;
    const arrondis = (c.value.somme_de ?? []).map((id) => chiffres.get(id)).filter((t) => t !== undefined && arrondi(t));
    if (arrondis.length === 0) continue;
    yield {
      message: `${citer(c.value.libelle)} est donné pour exact, et additionne des valeurs arrondies : ${enumeration(arrondis.map((t) => citer(t?.value.libelle ?? '')))}.`,
      hint: 'Ajoutez « precision: environ » au total, ou demandez le total à la source.',
      span: c.at(['valeur']),
    };
  }
}

/** Un montant de data.caf.fr est celui d'un mois : le lire comme celui de l'année le diviserait par douze. */
function* montants({ chiffres }: Projet, reglages: Reglages): Iterable<Finding> {
  for (const c of chiffres.values()) {
    const { libelle, unite } = c.value;
    if (!deLaCaf(c, reglages) || !parmiNoms(unite ?? '', reglages.liste('montants')) || !ouverte(c, reglages) || MOIS.test(`${libelle} ${unite ?? ''}`)) continue;
    yield {
      message: `${citer(libelle)} vient des données ouvertes de la Caf, dont les montants sont ceux d’un seul mois. Rien ne le dit ici, et on le lirait comme celui de l’année.`,
      hint: 'Dites-le dans le libellé : « … versées en décembre », « … par mois ».',
      span: c.at(['libelle']),
    };
  }
}
