import { enumeration, nombre } from '../base/francais.ts';
import { motEntier } from './aide/mots.ts';
import { redevables, soumise } from './aide/petite-enfance.ts';
import type { Rule } from './rule.ts';

export const relaisPetiteEnfance: Rule = {
  code: 'CTG4404',
  slug: 'relais-petite-enfance',
  title: 'Relais petite enfance',
  severity: { projet: null, conseil: 'information', signature: 'information', bilan: 'information' },
  needsWhole: true,
  *check(projet, { seuil, date, liste }) {
    const { equipements, plan, acteurs } = projet;
    const [premier] = equipements;
    // Sans liste d'équipements, l'absence d'un relais ne prouve rien.
    if (premier === undefined || !soumise(projet, { date })) return;
    const relais = motEntier(liste('noms'));
    const plusDe = seuil('habitants');
    const dus = redevables(projet, 'informer', plusDe);
    const nomme = [...equipements.flatMap(({ value }) => [value.type, value.nom]), ...plan.actions.map((a) => a.value.titre), ...[...acteurs.values()].map((a) => a.nom)].some((nom) => relais.test(nom));
    if (dus.length === 0 || nomme) return;
    yield {
      message: `Depuis ${date('effet').slice(0, 4)}, une commune ou un groupement de plus de ${nombre(plusDe)} habitants met en place un relais petite enfance (${enumeration(dus.map((r) => r.nom))}). Ni les équipements, ni le plan d’actions n’en nomment.`,
      hint: 'Ajoutez le relais à equipements.yaml, même s’il est intercommunal ; ou une action pour le créer.',
      span: premier.at([], 'key'),
    };
  },
};
