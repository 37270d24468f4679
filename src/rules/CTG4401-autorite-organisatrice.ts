import { enumeration } from '../base/francais.ts';
import { estGroupement } from './aide/collectivites.ts';
import { communesDePlusDe, soumise } from './aide/petite-enfance.ts';
import type { Rule } from './rule.ts';

export const autoriteOrganisatrice: Rule = {
  code: 'CTG4401',
  slug: 'autorite-organisatrice',
  title: 'Autorité organisatrice de l’accueil du jeune enfant',
  severity: { projet: null, conseil: 'avertissement', signature: 'avertissement', bilan: 'avertissement' },
  needsWhole: true,
  *check(projet, { seuil, date, table }) {
    const { territoire, signataires } = projet;
    if (territoire === null || !soumise(projet, { date })) return;
    const groupement = signataires.find(estGroupement);
    const declare = territoire.value.petite_enfance ?? {};
    // Les quatre compétences se transfèrent une à une : dès qu'un groupement signe, chacune doit être située.
    const grandes = communesDePlusDe(projet, seuil('habitants_planification')).length > 0;
    const manque = table('competences_petite_enfance').filter((c) => declare[c.champ] === undefined && (groupement !== undefined || !c.grandes_communes || grandes));
    if (manque.length === 0) return;
    yield {
      message: `Rien ne dit qui exerce ${manque.length > 1 ? 'ces compétences' : 'cette compétence'} d’autorité organisatrice : ${enumeration(manque.map((c) => c.nom))}. Depuis ${date('effet').slice(0, 4)} la loi les donne aux communes${groupement === undefined ? '' : `, sauf transfert ; ${groupement.court} signe aussi`} : l’acte ne dirait pas qui s’engage.`,
      hint: `Dans territoire.yaml, sous « petite_enfance: », ajoutez ${enumeration(manque.map((c) => `« ${c.champ}: »`))} avec l’identifiant de la commune, de l’intercommunalité ou du syndicat.`,
      span: territoire.value.petite_enfance === undefined ? territoire.at(['nom']) : territoire.at(['petite_enfance'], 'key'),
    };
  },
};
