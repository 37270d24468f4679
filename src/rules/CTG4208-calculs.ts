import { nombre } from '../base/francais.ts';
import type { Chiffre, Projet } from '../resolve/projet.ts';
import { arrondie, demiUnite, echelleUnite, EPSILON, marge, sure } from './aide/mesures.ts';
import { citer } from './aide/mots.ts';
import { always, type Finding, type Rule } from './rule.ts';

export const calculs: Rule = {
  code: 'CTG4208',
  slug: 'calculs',
  title: 'Chiffre que le calcul ne donne pas',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    for (const c of projet.chiffres.values()) {
      yield* taux(projet, c);
      yield* somme(projet, c);
    }
  },
};

const avecUnite = (n: number, unite: string | undefined): string => (unite === undefined ? nombre(n) : `${nombre(n)} ${unite}`);
const ecart = (a: number, b: number): string => nombre(Number(Math.abs(a - b).toFixed(6)));

/** Taux, part ou moyenne : numérateur ÷ dénominateur, à l'arrondi près de ce qui est écrit. */
function* taux({ chiffres }: Projet, c: Chiffre): Iterable<Finding> {
  const { numerateur, denominateur, unite } = c.value;
  const [haut, bas] = [chiffres.get(numerateur ?? ''), chiffres.get(denominateur ?? '')];
  const [valeur, n, d] = [sure(c), sure(haut), sure(bas)];
  if (haut === undefined || bas === undefined || valeur === null || n === null || d === null) return;
  if (d <= 0) {
    yield {
      message: `${citer(c.value.libelle)} est rapporté à ${citer(bas.value.libelle)}, qui vaut ${avecUnite(d, bas.value.unite)} : on ne divise ni par zéro ni par un nombre négatif.`,
      hint: 'Corrigez la valeur du dénominateur, ou nommez le bon chiffre sous « denominateur: ».',
      span: bas.at(['valeur']),
      related: [{ message: 'le taux', span: c.at(['valeur']) }],
    };
    return;
  }
  const [en, ed] = [echelleUnite(haut.value.unite), echelleUnite(bas.value.unite)];
  const [mn, md] = [marge(haut, n) * en, marge(bas, d) * ed];
  if (d * ed - md <= 0) return;
  const facteur = 1 / echelleUnite(unite);
  const [moins, plus] = [((n * en - mn) / (d * ed + md)) * facteur, ((n * en + mn) / (d * ed - md)) * facteur];
  // Un rapport tombe rarement juste : même écrit sans décimale, il est arrondi.
  const m = Math.max(marge(c, valeur), demiUnite(valeur)) + EPSILON;
  if (valeur >= moins - m && valeur <= plus + m) return;
  const calcul = arrondie(((n * en) / (d * ed)) * facteur, valeur);
  yield {
    message: `${citer(c.value.libelle)} vaut ici ${avecUnite(valeur, unite)} ; ${avecUnite(n, haut.value.unite)} rapportés à ${avecUnite(d, bas.value.unite)} donnent ${avecUnite(calcul, unite)}, soit ${ecart(calcul, valeur)} d’écart.`,
    hint: 'Reprenez les trois valeurs à leur source. Si le taux est calculé sur une autre population, retirez « numerateur » et « denominateur ».',
    span: c.at(['valeur']),
    related: [
      { message: 'le numérateur', span: haut.at(['valeur']) },
      { message: 'le dénominateur', span: bas.at(['valeur']) },
    ],
  };
}

/** Un total et ses termes, à la somme de leurs arrondis près. */
function* somme({ chiffres }: Projet, c: Chiffre): Iterable<Finding> {
  const valeur = sure(c);
  const termes = (c.value.somme_de ?? []).map((id) => chiffres.get(id));
  if (valeur === null || termes.length === 0) return;
  const e = echelleUnite(c.value.unite);
  let total = 0;
  let jeu = marge(c, valeur) + EPSILON;
  for (const terme of termes) {
    const v = sure(terme);
    if (terme === undefined || v === null) return;
    const et = echelleUnite(terme.value.unite) / e;
    total += v * et;
    jeu += marge(terme, v) * et;
  }
  if (Math.abs(total - valeur) <= jeu) return;
  const calcul = arrondie(total, valeur);
  yield {
    message: `${citer(c.value.libelle)} vaut ici ${avecUnite(valeur, c.value.unite)} ; la somme de ses ${nombre(termes.length)} termes fait ${avecUnite(calcul, c.value.unite)}, soit ${ecart(calcul, valeur)} d’écart.`,
    hint: 'Corrigez le total ou le terme faux. Si les valeurs sont arrondies, dites-le par « arrondi: ».',
    span: c.at(['valeur']),
    related: termes.flatMap((t) => (t === undefined ? [] : [{ message: `${citer(t.value.libelle)} : ${nombre(t.value.valeur ?? 0)}`, span: t.at(['valeur']) }])),
  };
}
