import { combien, enumeration, guillemets } from '../base/francais.ts';
import { elementsDuSchema } from '../resolve/schema-petite-enfance.ts';
import { beforeCouncil, type Rule } from './rule.ts';

export const contenuDuSchema: Rule = {
  code: 'CTG4402',
  slug: 'contenu-du-schema',
  title: 'Contenu du schéma petite enfance',
  severity: beforeCouncil,
  needsWhole: false,
  nonNegotiable: true,
  *check(projet) {
    const { convention } = projet;
    if (convention === null || convention.value.vaut_schema_petite_enfance !== true) return;
    const elements = elementsDuSchema(projet);
    const manque = elements.filter((e) => e.lieu === null);
    if (manque.length === 0) return;
    yield {
      message: `La convention dit valoir schéma pluriannuel de l’accueil du jeune enfant ; ${combien(manque.length, 'élément attendu', 'éléments attendus')} sur ${String(elements.length)} n’y ${manque.length > 1 ? 'sont' : 'est'} pas situé${manque.length > 1 ? 's' : ''} : ${enumeration(manque.map((e) => guillemets(e.libelle)))}. Incomplète, elle ne pourrait pas en tenir lieu.`,
      hint: `Dans convention.yaml, sous « schema_petite_enfance: », dites où chacun se lit : « ${manque[0]?.id ?? ''}: annexe:diagnostic ». Sinon retirez « vaut_schema_petite_enfance ».`,
      span: convention.at(['vaut_schema_petite_enfance'], 'key'),
    };
  },
};
