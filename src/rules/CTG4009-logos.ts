import { combien, enumeration } from '../base/francais.ts';
import type { Rule } from './rule.ts';

/** Au-delà, les noms encombreraient le message. */
const CITES = 6;

export const logosDesParties: Rule = {
  code: 'CTG4009',
  slug: 'logos',
  title: 'Logo d’une partie absent',
  severity: { projet: null, conseil: null, signature: 'information', bilan: 'information' },
  needsWhole: true,
  *check({ signataires, logos }) {
    // Sans aucun logo, la couverture n'en montre pas, et nul n'y est oublié.
    if (logos.size === 0) return;
    const parties = signataires.filter((s) => s.value.categorie !== 'groupe');
    const sans = parties.filter((s) => !logos.has(s.id));
    const [first, ...others] = sans;
    if (first === undefined) return;
    const noms = sans.length > CITES ? '' : ` : ${enumeration(sans.map((s) => s.court))}`;
    yield {
      message: `${combien(sans.length, 'partie')} sur ${String(parties.length)} ${sans.length > 1 ? 'n’ont' : 'n’a'} pas de logo${noms}. La convention prévoit que les documents communs portent ceux de toutes les parties.`,
      hint: `Ajoutez au dossier logos/ une image du nom de chaque signataire : logos/${first.id}.svg, .png ou .jpg.`,
      span: first.at([]),
      related: others.map((s) => ({ message: `logos/${s.id}`, span: s.at([]) })),
    };
  },
};
