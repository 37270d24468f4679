import { enumeration } from '../base/francais.ts';
import { citer } from './aide/mots.ts';
import { always, type Rule } from './rule.ts';

export const chiffreSansSource: Rule = {
  code: 'CTG4212',
  slug: 'chiffre-sans-source',
  title: 'Chiffre sans source, année, zone ou unité',
  severity: always('avertissement'),
  needsWhole: false,
  *check({ diagnostic }) {
    for (const { value, at } of diagnostic.flatMap((g) => g.chiffres)) {
      // « Portrait social de 2022 » : la source porte l'année.
      const date = value.annee !== undefined || /\b(?:19|20)\d\d\b/.test(value.source ?? '');
      const manque = [
        ...(value.source === undefined ? ['source'] : []),
        ...(date ? [] : ['année']),
        ...(value.zone === undefined ? ['zone'] : []),
        ...(value.unite === undefined ? ['unité'] : []),
      ];
      if (manque.length === 0) continue;
      yield {
        message: `Le chiffre ${citer(value.libelle)} n’a pas ${enumeration(
          manque.map((m) => (/^[aeiouyé]/.test(m) ? `d’${m}` : `de ${m}`)),
          'ni',
        )}. On ne pourrait ni le vérifier, ni le comparer lors du bilan.`,
        hint: 'Ajoutez ce qui manque au chiffre, ou une fois pour tout le fichier sous « par_defaut: ».',
        span: at([], 'key'),
      };
    }
  },
};
