import { guillemets } from '../base/francais.ts';
import { residus } from './aide/residus.ts';
import { beforeCouncil, type Rule } from './rule.ts';

export const residusDeModele: Rule = {
  code: 'CTG4001',
  slug: 'residus',
  title: 'Reste de modèle',
  severity: beforeCouncil,
  needsWhole: false,
  *check({ textes }) {
    for (const auteur of textes) {
      for (const { start, end } of residus(auteur)) {
        yield {
          message: `${guillemets(auteur.texte.slice(start, end).trim())} est un reste de modèle ou un blanc. Il serait imprimé tel quel, et l’acte voté serait incomplet.`,
          hint: `Écrivez la donnée, ou retirez la phrase. Une date ou un numéro encore inconnus se laissent hors des fichiers : ctg leur réserve une ligne à remplir.`,
          span: auteur.passage(start, end),
        };
      }
    }
  },
};
