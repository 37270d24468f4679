import { guillemets } from '../base/francais.ts';
import { departementDe } from '../geographie/geographie.ts';
import { millesime, officielle, sirenIntercommunalite, sure } from './aide/officielle.ts';
import { always, type Rule } from './rule.ts';

export const intercommunaliteDesCommunes: Rule = {
  code: 'CTG4306',
  slug: 'intercommunalite',
  title: 'Commune d’une autre intercommunalité',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    const o = officielle(projet);
    const siren = sirenIntercommunalite(projet);
    if (o === null || siren === null) return;
    const connues = projet.communes.flatMap((c) => {
      const reference = sure(c);
      return reference === null ? [] : [{ ...c, reference }];
    });
    const ailleurs = connues.filter(({ reference }) => reference.epci !== siren);
    // Toutes ailleurs : c'est le SIREN qui est faux, et CTG4307 qui le dit.
    if (ailleurs.length === connues.length) return;
    for (const c of ailleurs) {
      const autre = c.reference.epci === null ? null : o.geographie.epci(c.reference.epci, departementDe(c.reference.code));
      yield {
        message: `${guillemets(c.nom)} n’est pas membre de l’intercommunalité ${siren}${autre === null ? '' : `, mais de ${guillemets(autre.nom)} (${autre.siren})`} : ${millesime(o)}. Les compétences intercommunales que dit l’acte ne seraient pas celles de cette commune.`,
        hint: 'Vérifiez la commune, ou le SIREN de l’intercommunalité. Si le territoire dépasse l’intercommunalité, il n’y a rien à changer.',
        span: o.territoire.at(['communes', c.rang, 'nom']),
      };
    }
  },
};
