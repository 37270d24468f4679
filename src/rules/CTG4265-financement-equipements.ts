import { enumeration } from '../base/francais.ts';
import type { Projet } from '../resolve/projet.ts';
import { type Catalogue, catalogue, type Equipement } from './aide/equipements.ts';
import { citer } from './aide/mots.ts';
import { etendue } from './aide/thematiques.ts';
import { always, type Finding, type Rule } from './rule.ts';

/** Catégories de signataires dont l'engagement ouvre droit au bonus. */
const COLLECTIVITES: ReadonlySet<string> = new Set(['commune', 'epci', 'syndicat', 'departement', 'region', 'groupe']);

export const financementEquipements: Rule = {
  code: 'CTG4265',
  slug: 'financement-equipements',
  title: 'Financement d’un équipement',
  severity: always('avertissement'),
  needsWhole: true,
  *check(projet, reglages) {
    const connus = catalogue(reglages);
    yield* sansGestionnaire(projet);
    for (const e of projet.equipements) {
      yield* prestationsDuType(connus, e);
      if (e.value.bonus_territoire !== undefined) yield* cofinancement(projet, connus, e);
    }
  },
};

function* sansGestionnaire({ equipements }: Projet): Iterable<Finding> {
  const [first, ...others] = equipements.filter((e) => e.value.gestionnaire === undefined);
  if (first === undefined) return;
  yield {
    message: `On ne sait pas qui gère ${citer(first.value.nom)}${others.length > 0 ? ', ni d’autres équipements' : ''}. La Caf signe avec le gestionnaire la convention de financement qui suit celle-ci.`,
    hint: 'Ajoutez « gestionnaire: » avec son nom et son statut.',
    span: first.at([], 'key'),
    related: others.map((e) => ({ message: citer(e.value.nom), span: e.at([], 'key') })),
  };
}

/** Une PSU à une micro-crèche en Paje, une PS Rpe à un centre de loisirs. */
function* prestationsDuType(connus: Catalogue, e: Equipement): Iterable<Finding> {
  const famille = connus.type(e.value.type)?.famille;
  if (famille === undefined) return;
  const admises = connus.famille(e);
  for (const [i, nom] of (e.value.prestations ?? []).entries()) {
    const familles = connus.prestation(nom)?.familles ?? [];
    if (familles.length === 0 || familles.includes(famille) || familles.some((f) => f === admises)) continue;
    yield {
      message: `${citer(e.value.nom)} est de type ${citer(e.value.type)} et reçoit ${citer(nom)}, qui ne finance pas ce type d’équipement. L’un des deux est faux.`,
      hint: 'Corrigez le type ou la prestation. Une structure qui reçoit deux financements pour deux activités s’écrit en deux équipements.',
      span: e.at(['prestations', i]),
      related: [{ message: 'son type', span: e.at(['type']) }],
    };
  }
}

/** Le bonus territoire suit l'engagement financier d'une collectivité signataire, compétente dans le domaine. */
function* cofinancement(projet: Projet, connus: Catalogue, { value, at }: Equipement): Iterable<Finding> {
  const hint = 'Ajoutez ou corrigez « cofinanceur: » : la collectivité signataire qui soutient l’équipement.';
  const id = value.cofinanceur;
  if (id === undefined) {
    yield { message: `${citer(value.nom)} reçoit le bonus territoire, et aucune collectivité ne le cofinance. Le bonus suppose qu’un signataire soutienne l’équipement.`, hint, span: at(['bonus_territoire'], 'key') };
    return;
  }
  const acteur = projet.acteurs.get(id);
  if (acteur === undefined) return;
  if (acteur.signataire === null || !COLLECTIVITES.has(acteur.signataire.value.categorie)) {
    yield { message: `${citer(value.nom)} reçoit le bonus territoire, et ${acteur.nom} n’est pas une collectivité signataire. Rien n’y donnerait droit.`, hint, span: at(['cofinanceur']) };
    return;
  }
  const thematiques = connus.type(value.type)?.thematiques ?? [];
  const competences = (projet.territoire?.value.competences ?? []).filter((c) => c.thematiques.some((t) => etendue(projet, t).some((x) => thematiques.includes(x))));
  const qui = [...new Set(competences.flatMap((c) => c.exercee_par))];
  // « communes » vaut pour chacune de celles qu'il désigne.
  if (qui.length === 0 || qui.some((a) => a === id || projet.acteurs.get(a)?.membres.includes(id) === true)) return;
  yield {
    message: `${acteur.nom} cofinance ${citer(value.nom)}, et le territoire dit la compétence exercée par ${enumeration(qui.map((a) => projet.acteurs.get(a)?.nom ?? a))}.`,
    hint: 'Vérifiez qui exerce la compétence (territoire.yaml, « competences: ») et qui cofinance.',
    span: at(['cofinanceur']),
  };
}
