import { guillemets } from '../base/francais.ts';
import { suggest } from '../base/suggestion.ts';
import { citer } from './aide/mots.ts';
import { always, type Rule } from './rule.ts';

export const modificationsDeLAvenant: Rule = {
  code: 'CTG4168',
  slug: 'modifications-de-l-avenant',
  title: 'Ce que change un avenant',
  severity: always('erreur'),
  needsWhole: true,
  *check({ avenants, modele }) {
    const pieces = (modele?.pieces ?? []).filter((p) => p.kind !== 'liminaire').map((p) => `${p.kind}:${p.id}`);
    for (const { value, at } of avenants) {
      const modifications = value.modifications ?? [];
      if (modifications.length === 0 && value.date !== undefined && value.type === 'modification') {
        yield {
          message: `L’avenant ${citer(value.objet)} est signé, et ne dit pas ce qu’il change. Une modification que l’avenant ne nomme pas n’a pas été convenue : selon la clause du modèle, elle peut faire tomber la convention.`,
          hint: 'Ajoutez « modifications: », une ligne « cible: » par article ou annexe. « ctg verify convention-signée.pdf DOSSIER » donne la liste de ce qui a changé depuis la signature.',
          span: at(['type']),
        };
      }
      if (modele === null) continue;
      for (const [i, { cible }] of modifications.entries()) {
        if (pieces.includes(cible)) continue;
        yield {
          message: `L’avenant vise ${guillemets(cible)}, qui n’est ni un article ni une annexe de cette convention. On ne saurait pas ce qu’il modifie.`,
          hint: suggest(cible, pieces) ?? 'Écrivez « article: » ou « annexe: » et l’identifiant, sans espace : « article:duree », « annexe:equipements ».',
          span: at(['modifications', i, 'cible']),
        };
      }
    }
  },
};
