import { enIdentifiant, guillemets } from '../base/francais.ts';
import { officielle } from './aide/officielle.ts';
import { uneLettrePres } from './aide/presque.ts';
import { always, type Rule } from './rule.ts';

export const lieuDeSignatureMalEcrit: Rule = {
  code: 'CTG4312',
  slug: 'lieu-de-signature-mal-ecrit',
  title: 'Lieu de signature mal écrit',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet) {
    const { convention, communes } = projet;
    const lieu = convention?.value.signature?.lieu;
    if (convention === null || lieu === undefined) return;
    const o = officielle(projet);
    // Le lieu peut être hors du territoire : le siège de la Caf, le chef-lieu.
    const noms = [...communes.map((c) => c.nom), ...(o === null || o.departement === null ? [] : o.geographie.noms(o.departement))];
    if (noms.some((n) => enIdentifiant(n) === enIdentifiant(lieu))) return;
    const voisin = noms.find((n) => uneLettrePres(n, lieu));
    if (voisin === undefined) return;
    yield {
      message: `La convention serait signée à ${guillemets(lieu)} ; la commune s’appelle ${guillemets(voisin)}. « Fait à » porterait la faute, à côté des signatures.`,
      hint: `Écrivez « lieu: ${voisin} ».`,
      span: convention.at(['signature', 'lieu']),
    };
  },
};
