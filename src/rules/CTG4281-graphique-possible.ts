import { enumeration, nombre } from '../base/francais.ts';
import { codeInsee } from '../resolve/contours.ts';
import type { Chiffre, Projet } from '../resolve/projet.ts';
import { citer } from './aide/mots.ts';
import { always, type Finding, type Rule } from './rule.ts';

/** Ce que chaque dessin demande au chiffre. */
const DONNEES = {
  barres: { champ: 'comparaisons', nom: 'des barres' },
  evolution: { champ: 'evolution', nom: 'une courbe' },
  pyramide: { champ: 'ages', nom: 'une pyramide' },
  carte: { champ: 'communes', nom: 'une carte' },
} as const;

export const graphiquePossible: Rule = {
  code: 'CTG4281',
  slug: 'graphique-possible',
  title: 'Graphique qui ne peut se dessiner',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    for (const c of projet.chiffres.values()) {
      yield* sansDonnees(projet, c);
      yield* anneeContredite(c);
      yield* codesInconnus(projet, c);
    }
  },
};

function* sansDonnees({ contours, incomplets }: Projet, c: Chiffre): Iterable<Finding> {
  const { graphique, libelle } = c.value;
  if (graphique !== undefined && graphique !== 'aucun') {
    const { champ, nom } = DONNEES[graphique];
    const donnees = c.value[champ];
    if (donnees === undefined || (Array.isArray(donnees) && donnees.length === 0)) {
      yield { message: `${citer(libelle)} demande ${nom}, mais n’a pas de champ « ${champ} » : il restera au tableau.`, hint: `Ajoutez « ${champ} », ou retirez « graphique ».`, span: c.at(['graphique']) };
      return;
    }
  }
  if (c.value.communes !== undefined && contours.size === 0 && !incomplets.has('contours') && (graphique === undefined || graphique === 'carte')) {
    yield {
      message: `${citer(libelle)} a une valeur par commune, mais aucun contour ne permet d’en faire une carte.`,
      hint: 'Placez à la racine du territoire un fichier communes.geojson, dont chaque commune a son code Insee et son nom.',
      span: c.at(['communes'], 'key'),
    };
  }
}

/** L'évolution passe par l'année du chiffre : elle doit y dire la même valeur. */
function* anneeContredite(c: Chiffre): Iterable<Finding> {
  const { annee, valeur, evolution = [], libelle } = c.value;
  const rang = evolution.findIndex((p) => p.annee === annee);
  const point = evolution[rang];
  if (valeur !== null && point !== undefined && point.valeur !== valeur) {
    yield { message: `${citer(libelle)} vaut ${nombre(valeur)} en ${String(annee)}, mais son évolution dit ${nombre(point.valeur)} pour la même année.`, hint: 'Gardez la bonne valeur aux deux endroits, ou retirez ce point.', span: c.at(['evolution', rang, 'valeur']), related: [{ message: 'la valeur du chiffre', span: c.at(['valeur']) }] };
  }
}

function* codesInconnus({ communes }: Projet, c: Chiffre): Iterable<Finding> {
  const connus = new Set(communes.map(codeInsee));
  const etrangers = Object.keys(c.value.communes ?? {}).filter((code) => !connus.has(code));
  const [premier] = etrangers;
  if (premier !== undefined) {
    yield {
      message: `${citer(c.value.libelle)} donne une valeur à ${etrangers.length > 1 ? 'des communes qui ne sont pas' : 'une commune qui n’est pas'} du territoire : ${enumeration(etrangers)}.`,
      hint: 'Vérifiez le code Insee, ou ajoutez la commune à territoire.yaml avec son code.',
      span: c.at(['communes', premier], 'key'),
    };
  }
}
