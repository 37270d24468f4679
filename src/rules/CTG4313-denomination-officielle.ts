import { de, enIdentifiant, guillemets } from '../base/francais.ts';
import { distance } from '../base/suggestion.ts';
import { departementInconnu, officielle } from './aide/officielle.ts';
import { uneLettrePres } from './aide/presque.ts';
import { always, type Finding, type Rule } from './rule.ts';
import type { Projet } from '../resolve/projet.ts';

export const denominationOfficielle: Rule = {
  code: 'CTG4313',
  slug: 'denomination-officielle',
  title: 'Dénomination de la Caf ou de l’intercommunalité',
  severity: always('avertissement'),
  needsWhole: false,
  *check(projet, { seuil }) {
    yield* caf(projet, seuil('fautes_de_frappe'));
    yield* intercommunalite(projet);
  },
};

const CAF = 'caisse-d-allocations-familiales';
const LIAISON = /^(?:de-la|de-l|des|du|de|d)-/;

/** « Caisse d'allocations familiales » et le nom du département. */
function* caf(projet: Projet, fautes: number): Iterable<Finding> {
  const { territoire, signataires } = projet;
  const o = officielle(projet);
  for (const s of signataires) {
    const { categorie, nom } = s.value;
    if (categorie !== 'caf' || nom === undefined || territoire === null) continue;
    const { departement } = territoire.value;
    const span = s.at(['nom']);
    const hint = `Écrivez la dénomination exacte, le plus souvent ${guillemets(`Caisse d’allocations familiales ${de(departement)}`)} avec l’article qui convient.`;
    const mots = enIdentifiant(nom).split('-');
    const tete = mots.slice(0, 4).join('-');
    if (tete !== CAF && distance(tete, CAF, fautes) <= fautes) {
      yield { message: `${guillemets(nom)} : « Caisse d’allocations familiales » est mal écrit. La partie ne serait pas nommée comme elle l’est ailleurs.`, hint, span };
      continue;
    }
    if (tete !== CAF) continue;
    const lieu = mots.slice(4).join('-').replace(LIAISON, '');
    const attendu = enIdentifiant(departement);
    // Un département inconnu est la faute de territoire.yaml (CTG4301).
    if (lieu === attendu || (o !== null && departementInconnu(projet, o) !== null)) continue;
    if (distance(lieu, attendu, fautes) <= fautes) {
      yield { message: `${guillemets(nom)} : le département s’écrit ${guillemets(departement)} dans territoire.yaml. La partie porterait un nom faux.`, hint, span };
    } else if (o !== null && o.departement !== null && o.geographie.departements.some((d) => enIdentifiant(d.nom) === lieu)) {
      yield { message: `${guillemets(nom)} est la Caf d’un autre département que celui du territoire, ${guillemets(departement)}. Elle ne pourrait pas s’y engager.`, hint, span };
    }
  }
}

/** Le nom de l'intercommunalité chez le signataire et dans territoire.yaml. */
function* intercommunalite({ territoire, signataires }: Projet): Iterable<Finding> {
  const attendu = territoire?.value.epci?.nom;
  if (territoire === null || attendu === undefined) return;
  for (const s of signataires) {
    const { categorie, nom } = s.value;
    if (categorie !== 'epci' || nom === undefined || !uneLettrePres(nom, attendu)) continue;
    yield {
      message: `${guillemets(nom)} signe, et territoire.yaml nomme l’intercommunalité ${guillemets(attendu)} : une lettre les sépare.`,
      hint: 'Gardez la dénomination des statuts, aux deux endroits.',
      span: s.at(['nom']),
      related: [{ message: 'l’intercommunalité du territoire', span: territoire.at(['epci', 'nom']) }],
    };
  }
}
