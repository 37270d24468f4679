/** Ce que la reprise d'un tableau doit savoir du territoire : qui est qui, quels mots, quels identifiants sont pris. */
import { parse } from 'yaml';
import { AVANCEMENTS, STATUTS_OFFRE } from '../../schemas/plan.ts';
import { de } from '../base/francais.ts';
import type { Host } from '../host/host.ts';
import { type Champ, cleDeTitre } from '../reprise/plan/colonnes.ts';
import type { Perimetre } from '../reprise/chiffres/index.ts';
import type { ActeurConnu, Territoire } from '../reprise/plan/index.ts';
import type { Projet, Signataire } from '../resolve/projet.ts';
import { LIMITS } from '../sources/places.ts';

/** Mots par lesquels on désigne une sorte de signataire, quand il n'y en a qu'un. */
const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  caf: ['Caf', 'Caisse d’allocations familiales', 'CAF'],
  epci: ['EPCI', 'Intercommunalité', 'Interco', 'Communauté de communes', 'Communauté d’agglomération', 'Communauté urbaine', 'Métropole', 'CC', 'CA'],
  commune: ['Commune', 'Ville', 'Mairie', 'Municipalité'],
  departement: ['Département', 'Conseil départemental', 'CD'],
  region: ['Région', 'Conseil régional'],
  etat: ['État', 'Préfecture'],
  msa: ['MSA', 'Mutualité sociale agricole'],
  carsat: ['Carsat'],
  cpam: ['CPAM', 'Caisse primaire d’assurance maladie'],
  'france-travail': ['France Travail'],
};
const LIBELLES: Readonly<Record<string, Champ>> = { axes: 'axe', thematiques: 'niveau-thematique', enjeux: 'enjeu', objectifs: 'objectif', objectifs_operationnels: 'objectif-operationnel', actions: 'action' };

const texteDe = (host: Host, file: string): string | null => {
  const lu = host.read(file, LIMITS.text);
  return lu.ok ? new TextDecoder().decode(lu.bytes) : null;
};

function nomsDuSignataire(s: Signataire, tous: readonly Signataire[]): readonly string[] {
  const seul = tous.filter((autre) => autre.value.categorie === s.value.categorie).length === 1;
  const commune = s.commune === null ? [] : [s.commune.nom, ...['Commune', 'Ville', 'Mairie'].map((mot) => `${mot} ${de(s.commune?.groupe ?? '')}`)];
  return [s.le, s.court, ...(s.value.nom === undefined ? [] : [s.value.nom]), ...commune, ...(seul ? (CATEGORIES[s.value.categorie] ?? []) : [])];
}

/** Noms complets d'acteurs.yaml, que le projet résolu ne garde pas. */
function nomsComplets(texte: string | null): ReadonlyMap<string, string> {
  let valeur: unknown = null;
  try {
    valeur = texte === null ? null : parse(texte);
  } catch {
    // La validation dira ce qui ne va pas dans ce fichier.
  }
  const entrees = typeof valeur === 'object' && valeur !== null ? Object.entries(valeur as Record<string, { nom_complet?: unknown } | null>) : [];
  return new Map(entrees.flatMap(([id, acteur]) => (typeof acteur?.nom_complet === 'string' ? [[id, acteur.nom_complet] as const] : [])));
}

/** Le territoire, tel que la reprise d'un plan en a besoin. */
export function territoirePourReprise(host: Host, projet: Projet): Territoire {
  const complets = nomsComplets(texteDe(host, 'acteurs.yaml'));
  const acteurs = [...projet.acteurs.values()].map(
    ({ id, nom, signataire }): ActeurConnu => ({ id, noms: [nom, ...(complets.has(id) ? [complets.get(id) as string] : []), ...(signataire === null ? [] : nomsDuSignataire(signataire, projet.signataires))] }),
  );
  return {
    acteurs,
    thematiques: new Map([...projet.thematiques.values()].map((t) => [t.id, t.titre])),
    libelles: new Map(Object.entries(projet.strategie?.value.libelles ?? {}).map(([niveau, mot]) => [cleDeTitre(mot ?? ''), LIBELLES[niveau] as Champ])),
    pris: [...projet.acteurs.keys(), ...projet.plan.noeuds.map((n) => n.id), ...projet.plan.actions.map((a) => a.id)],
    choix: { offre: STATUTS_OFFRE, avancement: AVANCEMENTS, priorite: ['haute', 'moyenne', 'basse'] },
    ctgYaml: texteDe(host, 'ctg.yaml'),
  };
}

/** Le périmètre, par les codes que les données ouvertes emploient. */
export function perimetrePourReprise(host: Host, projet: Projet): Perimetre {
  const { territoire, geographie } = projet;
  const departement = territoire === null ? null : (geographie?.departement(territoire.value.departement) ?? null);
  const codes = projet.communes.flatMap((c): readonly [string, string][] => {
    const code = c.insee ?? c.officielle?.code;
    return code == null ? [] : [[code, c.nom]];
  });
  const epci = territoire?.value.epci;
  return {
    nom: territoire?.value.nom ?? '',
    echelle: territoire?.value.type === 'commune' ? 'commune' : /communauté|métropole/.test(territoire?.value.type ?? '') ? 'EPCI' : 'bassin',
    communes: new Map(codes),
    epci: epci?.siren === undefined ? null : { siren: epci.siren, nom: epci.nom },
    departement: departement === null ? null : { code: departement, nom: territoire?.value.departement ?? '' },
    pris: projet.chiffres.keys(),
    ctgYaml: texteDe(host, 'ctg.yaml'),
  };
}
