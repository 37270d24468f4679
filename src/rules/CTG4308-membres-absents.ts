import { combien, enumeration } from '../base/francais.ts';
import { departementDe } from '../geographie/geographie.ts';
import { millesime, officielle, sirenIntercommunalite, sure } from './aide/officielle.ts';
import { always, type Rule } from './rule.ts';

/** Au-delà, la liste des noms n'apprend plus rien. */
const NOMS_CITES = 12;

export const membresAbsents: Rule = {
  code: 'CTG4308',
  slug: 'membres-absents',
  title: 'Communes membres absentes du périmètre',
  severity: always('information'),
  needsWhole: false,
  *check(projet, { table }) {
    const o = officielle(projet);
    const siren = sirenIntercommunalite(projet);
    if (o === null || siren === null || !table('intercommunalites').some((i) => i.type === o.territoire.value.type)) return;
    const connues = projet.communes.map(sure).filter((c) => c !== null);
    const epci = connues.map((c) => o.geographie.epci(siren, departementDe(c.code))).find((e) => e !== null);
    if (epci === undefined || epci === null) return;
    const presentes = new Set(connues.map((c) => c.code));
    const absentes = epci.membres.filter((code) => !presentes.has(code)).map((code) => o.geographie.commune(code)?.nom ?? code);
    if (absentes.length === 0) return;
    const reste = absentes.length - NOMS_CITES;
    yield {
      message: `Le territoire est une intercommunalité de ${combien(epci.membres.length, 'commune')} ; ${combien(absentes.length, 'n’est', 'ne sont')} pas dans le périmètre (${millesime(o)}) : ${enumeration(reste > 0 ? [...absentes.slice(0, NOMS_CITES), combien(reste, 'autre')] : absentes)}.`,
      hint: 'Ajoutez-les à « communes: », signataires ou non. Si la convention ne porte que sur une partie de l’intercommunalité, le type du territoire est plutôt « bassin de vie » ou « groupement de communes ».',
      span: o.territoire.at(['type']),
    };
  },
};
