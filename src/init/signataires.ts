/** Les parties proposées : la Caf, l'intercommunalité, les communes ; une par fichier, dans l'ordre des signatures. */
import { enIdentifiant } from '../base/francais.ts';
import type { CommuneOfficielle } from '../geographie/geographie.ts';
import type { Reponses } from './reponses.ts';
import { BLANC, blanc, code, fichier, valeur } from './yaml.ts';

interface Partie {
  readonly id: string;
  readonly lignes: readonly string[];
}

const FEMININ: Readonly<Record<string, string>> = { directeur: 'directrice', président: 'présidente' };
const representant = (qualite: string): readonly string[] => [
  'representants:',
  `  - civilite: ${blanc('M. ou Mme ; les accords en dépendent (CTG4001)')}`,
  `    prenom: ${BLANC}`,
  `    nom: ${BLANC}`,
  `    qualite: ${qualite}${FEMININ[qualite] === undefined ? '' : ` # au féminin s’il le faut : ${FEMININ[qualite]}`}`,
];

const VOTE = ['# Après le vote (attendu au stade signature) :', '# deliberation:', '#   numero: 26-081', '#   date: 2026-12-11'];

const commune = (c: CommuneOfficielle): Partie => ({
  id: enIdentifiant(c.nom),
  lignes: ['categorie: commune', `commune: ${valeur(c.nom)}`, ...(c.siren === null ? [] : [`siren: ${code(c.siren)}`]), ...representant('maire'), ...VOTE],
});

function parties({ territoire, communesSignent }: Reponses): readonly Partie[] {
  const caf: Partie = {
    id: 'caf',
    lignes: [
      'categorie: caf',
      `nom: Caisse d’allocations familiales ${territoire === null ? blanc('du département (CTG4001)') : `${territoire.departement.de} # proposé d’après le département : à vérifier`}`,
      'nom_court: la Caf',
      ...representant('directeur'),
    ],
  };
  if (territoire === null) return [caf, { id: 'commune', lignes: ['categorie: commune', `commune: ${BLANC}`, ...representant('maire'), ...VOTE] }];
  if (territoire.type === 'commune') return [caf, commune(territoire.commune)];
  const epci: Partie = {
    id: 'epci',
    lignes: ['categorie: epci', `nom: ${valeur(territoire.nom)}`, `siren: ${code(territoire.epci.siren)}`, `nom_court: ${territoire.type === 'métropole' ? 'la métropole' : 'la communauté'}`, ...representant('président'), ...VOTE],
  };
  return [caf, epci, ...(communesSignent ? territoire.communes.map(commune) : [])];
}

/** Identifiant de qui porte le plan par défaut : la commune, ou l'intercommunalité. */
export const porteur = ({ territoire }: Reponses): string => (territoire === null ? 'commune' : territoire.type === 'commune' ? enIdentifiant(territoire.commune.nom) : 'epci');

export function signataires(reponses: Reponses): ReadonlyMap<string, string> {
  const liste = parties(reponses);
  const chiffres = String(liste.length).length < 2 ? 2 : String(liste.length).length;
  return new Map(liste.map(({ id, lignes }, i) => [`signataires/${String(i + 1).padStart(chiffres, '0')}-${id}.yaml`, fichier('signataire', '../', lignes)]));
}
