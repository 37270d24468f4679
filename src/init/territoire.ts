/** Trouver un territoire dans la géographie officielle, d'après ce qu'une personne en tape : nom, code Insee ou SIREN. */
import { enIdentifiant } from '../base/francais.ts';
import type { CommuneOfficielle, DepartementOfficiel, EpciOfficiel, Geographie } from '../geographie/geographie.ts';

interface Trouve {
  /** Nom complet, tel que l'acte le dit. */
  readonly nom: string;
  /** Département du siège ou du plus grand nombre de communes. */
  readonly departement: DepartementOfficiel;
  /** Dans l'ordre des noms. */
  readonly communes: readonly CommuneOfficielle[];
}
export type TerritoireTrouve = (Trouve & { readonly type: 'commune'; readonly commune: CommuneOfficielle }) | (Trouve & { readonly type: TypeEpci; readonly epci: EpciOfficiel });
export type TypeEpci = 'communauté de communes' | 'communauté d’agglomération' | 'communauté urbaine' | 'métropole';

const TYPES: Readonly<Record<string, TypeEpci>> = { CC: 'communauté de communes', CA: 'communauté d’agglomération', CU: 'communauté urbaine' };

/** « CC du Clunisois » : le type en toutes lettres. */
export function nomEpci({ nom, type }: EpciOfficiel): string {
  const entier = TYPES[type];
  const propre = nom.replaceAll("'", '’');
  return entier === undefined ? propre : propre.replace(/^(CC|CA|CU)\b/, entier.charAt(0).toUpperCase() + entier.slice(1));
}

const parNom = (a: CommuneOfficielle, b: CommuneOfficielle): number => (enIdentifiant(a.nom) < enIdentifiant(b.nom) ? -1 : 1);

/** Un EPCI peut dépasser son département : on retient celui qui compte le plus de ses communes. */
function trouverEpci(epci: EpciOfficiel, geographie: Geographie): TerritoireTrouve | null {
  const communes = epci.membres.flatMap((code) => geographie.commune(code) ?? []).sort(parNom);
  const rang = (d: DepartementOfficiel): number => communes.filter((c) => c.code.startsWith(d.code)).length;
  const departement = [...geographie.departements].sort((a, b) => rang(b) - rang(a))[0];
  return departement === undefined || communes.length === 0 ? null : { nom: nomEpci(epci), type: TYPES[epci.type] ?? 'métropole', departement, communes, epci };
}

function trouverCommune(commune: CommuneOfficielle, geographie: Geographie): TerritoireTrouve | null {
  const departement = geographie.departements.find((d) => commune.code.startsWith(d.code));
  return departement === undefined ? null : { nom: commune.nom, type: 'commune', departement, communes: [commune], commune };
}

const partage = (texte: string, mot: string): boolean => `-${texte}-`.includes(`-${mot}-`);

/** Les territoires que désigne `saisie`, du plus proche au moins proche : une égalité parfaite écarte les ressemblances. */
export function chercherTerritoires(saisie: string, geographie: Geographie): readonly TerritoireTrouve[] {
  const chiffres = saisie.replace(/[\s\u00A0\u202F]/g, '').toUpperCase();
  if (/^(\d{5}|2[AB]\d{3})$/.test(chiffres)) {
    const commune = geographie.commune(chiffres);
    return commune === null ? [] : [trouverCommune(commune, geographie)].flatMap((t) => t ?? []);
  }
  const communes = geographie.departements.flatMap((d) => geographie.communes(d.code));
  const epcis = [...new Map(geographie.departements.flatMap((d) => geographie.epcis(d.code)).map((e) => [e.siren, e])).values()];
  const garder = (commune: (c: CommuneOfficielle) => boolean, epci: (e: EpciOfficiel) => boolean): readonly TerritoireTrouve[] => [
    ...epcis.filter(epci).flatMap((e) => trouverEpci(e, geographie) ?? []),
    ...communes.filter(commune).flatMap((c) => trouverCommune(c, geographie) ?? []),
  ];
  if (/^\d{9}$/.test(chiffres)) return garder((c) => c.siren === chiffres, (e) => e.siren === chiffres);
  const mot = enIdentifiant(saisie);
  if (mot === '') return [];
  const egaux = garder((c) => enIdentifiant(c.nom) === mot, (e) => [enIdentifiant(e.nom), enIdentifiant(nomEpci(e))].includes(mot));
  return egaux.length > 0 ? egaux : garder((c) => partage(enIdentifiant(c.nom), mot), (e) => partage(enIdentifiant(e.nom), mot) || partage(enIdentifiant(nomEpci(e)), mot));
}

/** Ce qui distingue un territoire d'un autre du même nom : « commune, Saône-et-Loire, 71153 ». */
export const enClair = (t: TerritoireTrouve): string =>
  t.type === 'commune' ? `${t.nom} (commune, ${t.departement.nom}, code Insee ${t.commune.code})` : `${t.nom} (${t.communes.length} communes, ${t.departement.nom}, SIREN ${t.epci.siren})`;
