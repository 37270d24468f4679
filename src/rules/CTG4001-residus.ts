import { guillemets } from '../base/francais.ts';
import { chercheurDeResidus } from './aide/residus.ts';
import { beforeCouncil, type Rule } from './rule.ts';

const DONNEE = 'Écrivez la donnée, ou retirez la phrase. Une date ou un numéro encore inconnus se laissent hors des fichiers : ctg leur réserve une ligne à remplir.';
const ENUMERATION = 'Écrivez le mot qui manque, ou retirez la phrase. Si ces points prolongent une énumération, collez-les au dernier mot ou écrivez « etc. ».';

export const residusDeModele: Rule = {
  code: 'CTG4001',
  slug: 'residus',
  title: 'Reste de modèle',
  severity: beforeCouncil,
  needsWhole: false,
  *check({ textes }, { liste }) {
    const residus = chercheurDeResidus({ partout: liste('partout'), enTete: liste('en_tete'), sansSuite: liste('sans_suite') });
    for (const auteur of textes) {
      for (const { start, end } of residus(auteur)) {
        const reste = auteur.texte.slice(start, end).trim();
        yield {
          message: `${guillemets(reste)} est un reste de modèle ou un blanc. Il serait imprimé tel quel, et l’acte voté serait incomplet.`,
          hint: /^[.…]+$/.test(reste) ? ENUMERATION : DONNEE,
          span: auteur.passage(start, end),
        };
      }
    }
  },
};
