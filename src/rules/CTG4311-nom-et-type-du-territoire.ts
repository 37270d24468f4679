import { combien, enIdentifiant, guillemets } from '../base/francais.ts';
import { departementDe, type EpciOfficiel } from '../geographie/geographie.ts';
import type { Projet } from '../resolve/projet.ts';
import { millesime, officielle, sirenIntercommunalite, sure } from './aide/officielle.ts';
import { chercheur, uneLettrePres } from './aide/presque.ts';
import type { Reglages } from './reglages.ts';
import { always, type Finding, type Rule } from './rule.ts';

export const nomEtTypeDuTerritoire: Rule = {
  code: 'CTG4311',
  slug: 'nom-et-type-du-territoire',
  title: 'Nom ou type du territoire',
  severity: always('avertissement'),
  needsWhole: true,
  *check(projet, { table }) {
    yield* type(projet, table);
    yield* nom(projet);
  },
};

/** Le type dit combien de communes, et l'intercommunalité officielle dit le sien. */
function* type(projet: Projet, table: Reglages['table']): Iterable<Finding> {
  const { territoire } = projet;
  if (territoire === null) return;
  const types = table('intercommunalites');
  const plusieurs = (nom: string): boolean => types.some((t) => t.type === nom);
  // Une commune écrite deux fois (CTG3012) n'en fait pas deux.
  const nombreDeCommunes = new Set(projet.communes.map((c) => c.id)).size;
  const { type: declare } = territoire.value;
  const span = territoire.at(['type']);
  const hint = 'Corrigez « type: », ou la liste des communes.';
  if (declare === 'commune' && nombreDeCommunes > 1) {
    yield { message: `Le territoire est dit ${guillemets('commune')} et en compte ${combien(nombreDeCommunes, 'commune')}. L’acte parlerait de « la commune » pour un ensemble.`, hint, span };
  } else if ((plusieurs(declare) || declare === 'groupement de communes') && nombreDeCommunes === 1) {
    yield { message: `Le territoire est dit ${guillemets(declare)} et n’a qu’une commune. L’acte parlerait d’un ensemble pour une seule.`, hint, span };
  } else if (plusieurs(declare)) {
    const epci = intercommunalite(projet);
    const voulu = epci === null ? undefined : types.find((t) => t.code === epci.type)?.type;
    const o = officielle(projet);
    if (epci === null || o === null || voulu === undefined || voulu === declare) return;
    yield { message: `${guillemets(epci.nom)} (${epci.siren}) est une ${voulu}, non une ${declare} : ${millesime(o)}.`, hint: `Écrivez « type: ${voulu} », ou corrigez le SIREN.`, span };
  }
}

function intercommunalite(projet: Projet): EpciOfficiel | null {
  const [o, siren] = [officielle(projet), sirenIntercommunalite(projet)];
  const [connue] = projet.communes.map(sure).filter((c) => c !== null);
  return o === null || siren === null || connue === undefined ? null : o.geographie.epci(siren, departementDe(connue.code));
}

/** Le nom du territoire est celui de sa commune, ou contient celui de l'intercommunalité : à une lettre près, c'est une faute. */
function* nom({ territoire, communes, signataires }: Projet): Iterable<Finding> {
  if (territoire === null) return;
  const { nom: ecrit, type: declare, epci } = territoire.value;
  const span = territoire.at(['nom']);
  const hint = (juste: string): string => `Écrivez ${guillemets(juste)}, si c’est bien le nom voulu.`;
  const [commune] = communes;
  if (declare === 'commune' && communes.length === 1 && commune !== undefined) {
    if (enIdentifiant(ecrit).includes(commune.id)) return;
    yield { message: `Le territoire s’appelle ${guillemets(ecrit)}, et sa commune ${guillemets(commune.nom)}. La couverture et le titre porteraient l’un, les parties l’autre.`, hint: hint(commune.nom), span };
    return;
  }
  const propres = [epci?.nom ?? '', ...signataires.filter((s) => s.value.categorie === 'epci').map((s) => s.value.nom ?? '')].filter((n) => n !== '');
  const voisin = propres.find((n) => uneLettrePres(n, ecrit)) ?? chercheur(propres)(ecrit)[0]?.nom;
  if (voisin === undefined) return;
  yield { message: `Le nom du territoire, ${guillemets(ecrit)}, est à une lettre de celui de l’intercommunalité, ${guillemets(voisin)}. L’acte porterait les deux.`, hint: hint(voisin), span };
}
