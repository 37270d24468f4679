/**
 * La géographie officielle, hors ligne : communes (code, nom, SIREN, population, article) et EPCI (membres), pour un
 * millésime donné. Source : Code officiel géographique de l'Insee, DGCL, populations légales ; Licence Ouverte.
 */
import { type ArticleDefini, enIdentifiant } from '../base/francais.ts';
import { parTexte } from '../base/memoire.ts';
import { suggest } from '../base/suggestion.ts';

export interface CommuneOfficielle {
  readonly code: string;
  readonly nom: string;
  /** Mot de liaison : « de », « d’ », « du », « de la », « des », « de l’ »… déduit de la table de l'Insee. */
  readonly de: string;
  readonly article: ArticleDefini;
  readonly siren: string | null;
  readonly population: number | null;
  /** SIREN de l'EPCI à fiscalité propre. */
  readonly epci: string | null;
}

export interface EpciOfficiel {
  readonly siren: string;
  readonly nom: string;
  /** CC, CA, CU, METRO… */
  readonly type: string;
  /** Codes des communes membres. */
  readonly membres: readonly string[];
}

/** Commune fusionnée : son ancien nom, et la commune nouvelle. */
export interface CommuneAncienne {
  readonly code: string;
  readonly nom: string;
  readonly nouvelle: string;
}

export interface DepartementOfficiel {
  readonly code: string;
  readonly nom: string;
  /** « de Saône-et-Loire », « des Yvelines », « du Val-d’Oise ». */
  readonly de: string;
  readonly region: string;
}

export interface Geographie {
  readonly millesime: number;
  /** Code d'un département d'après son nom. */
  readonly departement: (nom: string) => string | null;
  /** Nom de la région d'un département, d'après son code. */
  readonly region: (departement: string) => string | null;
  readonly departements: readonly DepartementOfficiel[];
  readonly commune: (code: string) => CommuneOfficielle | null;
  /** Communes de ce nom dans un département (accents, traits d'union et casse indifférents). */
  readonly nommees: (nom: string, departement: string) => readonly CommuneOfficielle[];
  readonly noms: (departement: string) => readonly string[];
  /** « Vouliez-vous dire « x » ? » parmi les communes d'un département, ou null. */
  readonly proposer: (nom: string, departement: string) => string | null;
  readonly ancienne: (nom: string, departement: string) => CommuneAncienne | null;
  readonly epci: (siren: string, departement: string) => EpciOfficiel | null;
  /** EPCI dont une commune au moins est de ce département. */
  readonly epcis: (departement: string) => readonly EpciOfficiel[];
  readonly communes: (departement: string) => readonly CommuneOfficielle[];
}

/** Département d'un code de commune : « 71 », « 2A », « 974 ». */
export const departementDe = (code: string): string => (/^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2));

/** Types de nom en clair de l'Insee : liaison et article, de 0 à 8. */
const LIAISONS: Readonly<Record<string, { readonly article: ArticleDefini; readonly de: (nom: string) => string }>> = {
  0: { article: 'aucun', de: (nom) => `de ${nom}` },
  1: { article: 'aucun', de: (nom) => `d’${nom}` },
  2: { article: 'le', de: (nom) => `du ${nom.replace(/^Le /, '')}` },
  3: { article: 'la', de: (nom) => `de la ${nom.replace(/^La /, '')}` },
  4: { article: 'les', de: (nom) => `des ${nom.replace(/^Les /, '')}` },
  5: { article: 'l’', de: (nom) => `de l’${nom.replace(/^L['’]/, '')}` },
  6: { article: 'aucun', de: (nom) => `des ${nom.replace(/^Aux /, '')}` },
  7: { article: 'aucun', de: (nom) => `de ${nom}` },
  8: { article: 'aucun', de: (nom) => `de ${nom}` },
};

/** Liaison d'un nom de département, qui s'écrit sans article : Yvelines, « des Yvelines ». */
const deDepartement = (liaison: string, nom: string): string => ({ 1: `d’${nom}`, 2: `du ${nom}`, 3: `de la ${nom}`, 4: `des ${nom}`, 5: `de l’${nom}` })[liaison] ?? `de ${nom}`;

interface Shard {
  readonly communes: ReadonlyMap<string, CommuneOfficielle>;
  readonly parNom: ReadonlyMap<string, readonly CommuneOfficielle[]>;
  readonly anciennes: ReadonlyMap<string, CommuneAncienne>;
  readonly epcis: ReadonlyMap<string, EpciOfficiel>;
  readonly proposer: (nom: string) => string | null;
}

/** Ouvre l'index ; `read` rend un fichier du dossier de données. Null si les données ne sont pas là. */
export function openGeographie(read: (file: string) => string | null): Geographie | null {
  const head = read('departements.tsv');
  if (head === null) return null;
  const { millesime, departements, codes } = parseHead(head);
  const shards = new Map<string, Shard>();
  const shard = (departement: string): Shard => {
    const known = shards.get(departement);
    if (known !== undefined) return known;
    const made = parseShard(/^[0-9AB]{2,3}$/.test(departement) ? (read(`${departement}.tsv`) ?? '') : '');
    shards.set(departement, made);
    return made;
  };
  return {
    millesime,
    departement: (nom) => codes.get(enIdentifiant(nom)) ?? null,
    region: (departement) => departements.find((d) => d.code === departement)?.region || null,
    departements,
    commune: (code) => shard(departementDe(code)).communes.get(code) ?? null,
    nommees: (nom, departement) => shard(departement).parNom.get(enIdentifiant(nom)) ?? [],
    noms: (departement) => [...shard(departement).communes.values()].map((c) => c.nom),
    proposer: (nom, departement) => shard(departement).proposer(nom),
    ancienne: (nom, departement) => shard(departement).anciennes.get(enIdentifiant(nom)) ?? null,
    epci: (siren, departement) => shard(departement).epcis.get(siren) ?? null,
    epcis: (departement) => [...shard(departement).epcis.values()],
    communes: (departement) => [...shard(departement).communes.values()],
  };
}

const parseHead = parTexte((head) => {
  const [first = '', ...rest] = head.trimEnd().split('\n');
  const departements = rest.map((line): DepartementOfficiel => {
    const [code = '', rawNom = '', liaison = '', region = ''] = line.split('\t');
    const nom = rawNom.replaceAll("'", '’');
    return { code, nom, de: deDepartement(liaison, nom), region: region.replaceAll("'", '’') };
  });
  return { millesime: Number(first), departements, codes: new Map(departements.map((d) => [enIdentifiant(d.nom), d.code])) };
});

const parseShard = parTexte((text): Shard => {
  const communes = new Map<string, CommuneOfficielle>();
  const parNom = new Map<string, CommuneOfficielle[]>();
  const anciennes = new Map<string, CommuneAncienne>();
  const epcis = new Map<string, EpciOfficiel>();
  for (const line of text.split('\n')) {
    const [kind, code = '', rawNom = '', third = '', siren = '', population = '', epci = ''] = line.split('\t');
    const nom = rawNom.replaceAll("'", '’');
    if (kind === 'C') {
      // Quelques communes d'outre-mer n'ont pas de liaison dans la table de l'Insee.
      const liaison = (LIAISONS[third] ?? LIAISONS['0']) as (typeof LIAISONS)[string];
      const commune = { code, nom, de: liaison.de(nom), article: liaison.article, siren: siren || null, population: population === '' ? null : Number(population), epci: epci || null };
      communes.set(code, commune);
      const key = enIdentifiant(nom);
      parNom.set(key, [...(parNom.get(key) ?? []), commune]);
    } else if (kind === 'A') anciennes.set(enIdentifiant(nom), { code, nom, nouvelle: third });
    else if (kind === 'E') epcis.set(code, { siren: code, nom, type: third, membres: siren.split(' ') });
  }
  const noms = [...communes.values()].map((c) => c.nom);
  return { communes, parNom, anciennes, epcis, proposer: parTexte((nom) => suggest(nom, noms)) };
});
