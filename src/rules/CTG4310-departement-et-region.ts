import { enIdentifiant, guillemets } from '../base/francais.ts';
import { departementDe } from '../geographie/geographie.ts';
import { millesime, type Officielle, officielle, sure } from './aide/officielle.ts';
import { always, type Rule } from './rule.ts';

export const departementEtRegion: Rule = {
  code: 'CTG4310',
  slug: 'departement-et-region',
  title: 'Département, région et communes qui ne s’accordent pas',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    const o = officielle(projet);
    if (o === null || o.departement === null) return;
    const { departement, region } = o.territoire.value;
    // Les codes Insee disent leur département ; un territoire peut en déborder un peu, mais pas tout entier.
    const codes = projet.communes.flatMap((c) => (c.insee !== null && sure(c) !== null ? [departementDe(c.insee)] : []));
    const [autre] = codes;
    if (autre !== undefined && !codes.includes(o.departement)) {
      const nom = nomDe(o, autre);
      yield {
        message: `Les codes Insee des communes sont ceux d’un autre département${nom === null ? '' : ` (${nom})`} que ${guillemets(departement)} : ${millesime(o)}. La couverture et les visas porteraient le mauvais.`,
        hint: nom === null ? 'Corrigez le département, ou les codes.' : `Écrivez « departement: ${nom} », ou corrigez les codes.`,
        span: o.territoire.at(['departement']),
      };
      return;
    }
    const attendue = o.geographie.region(o.departement);
    if (region === undefined || attendue === null || enIdentifiant(region) === enIdentifiant(attendue)) return;
    yield {
      message: `${guillemets(departement)} n’est pas dans une région nommée ${guillemets(region)}, mais en ${guillemets(attendue)} : ${millesime(o)}.`,
      hint: `Écrivez « region: ${attendue} ».`,
      span: o.territoire.at(['region']),
    };
  },
};

const nomDe = ({ geographie }: Officielle, code: string): string | null => geographie.departements.find((d) => d.code === code)?.nom ?? null;
