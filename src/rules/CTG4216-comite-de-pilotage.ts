import { enumeration, nombre } from '../base/francais.ts';
import type { Projet } from '../resolve/projet.ts';
import { citer } from './aide/mots.ts';
import { always, type Rule } from './rule.ts';

/** Une mission qui suppose une réunion par an. */
const CHAQUE_ANNEE = /annuel|chaque année|tous les ans/i;

export const comiteDePilotage: Rule = {
  code: 'CTG4216',
  slug: 'comite-de-pilotage',
  title: 'Comité de pilotage incomplet',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet, { seuil, liste }) {
    const reunions = seuil('reunions_par_an');
    const { gouvernance, instances, modele } = projet;
    // Sans instance décrite, c'est la clause du modèle qui institue le comité.
    if (gouvernance === null || instances.length === 0) return;
    const decident = instances.filter((i) => i.value.decisionnelle === true);
    if (decident.length === 0) {
      yield {
        message: 'Aucune instance n’est dite décisionnelle. On ne saurait pas qui arrête les priorités, ni qui valide le bilan.',
        hint: 'Ajoutez « decisionnelle: true » à celle qui décide, le plus souvent le comité de pilotage.',
        span: gouvernance.at(['instances'], 'key'),
      };
    }
    const clauses = liste('clauses_a_parite');
    const clause = (modele?.pieces ?? []).some((p) => p.clause !== null && clauses.includes(p.clause));
    for (const instance of decident) {
      const manque = manques(instance, clause, reunions);
      if (manque.length === 0) continue;
      yield {
        message: `${citer(instance.value.nom)} décide, et il y manque ${enumeration(manque)}. Un comité qui ne se réunit pas, ou dont une partie est absente, ne pilote rien.`,
        hint: `Complétez l’instance : « parite: true », « reunions_par_an: { min: ${String(reunions)} } », « secretariat: » et l’acteur qui l’assure.`,
        span: instance.at([], 'key'),
      };
    }
  },
};

function manques({ value }: Projet['instances'][number], clause: boolean, reunions: number): readonly string[] {
  const { min, max } = value.reunions_par_an ?? {};
  const chaqueAnnee = (min ?? max) === undefined ? reunions <= 1 && (value.missions ?? []).some((m) => CHAQUE_ANNEE.test(m)) : (min ?? max ?? 0) >= reunions;
  return [
    ...(!chaqueAnnee ? [reunions === 1 ? 'au moins une réunion par an' : `au moins ${nombre(reunions)} réunions par an`] : []),
    ...(clause && value.secretariat === undefined ? ['un secrétariat'] : []),
    ...(clause && value.parite !== true ? ['la parité entre la Caf et les collectivités, que prévoit le modèle'] : []),
  ];
}
