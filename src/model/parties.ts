/** Les parties telles que l'acte les nomme : tous les accords sont calculés ici. */
import type { Representant } from '../../schemas/signataire.ts';
import { a, avecArticle, dateEnLettres, de, elide, enumeration, NBSP } from '../base/francais.ts';
import type { Projet, Signataire } from '../resolve/projet.ts';
import type { Vue } from './forme.ts';

type Partie = Vue['parties'][number];

const ORGANES: Readonly<Partial<Record<Signataire['value']['categorie'], string>>> = {
  commune: 'conseil municipal',
  epci: 'conseil communautaire',
  syndicat: 'comité syndical',
  departement: 'conseil départemental',
  region: 'conseil régional',
  caf: 'conseil d’administration',
  msa: 'conseil d’administration',
  cpam: 'conseil d’administration',
  carsat: 'conseil d’administration',
  association: 'conseil d’administration',
};
/** Collectivités : leur assemblée délibère toujours, même si la date n'en est pas encore connue. */
const DELIBERENT = new Set<Signataire['value']['categorie']>(['commune', 'epci', 'syndicat', 'departement', 'region']);

export const delibere = (s: Signataire): boolean => s.value.deliberation !== undefined || DELIBERENT.has(s.value.categorie);

/** Organe délibérant, sans article : « conseil municipal ». */
export const organe = (s: Signataire): string => {
  const given = s.value.deliberation?.organe ?? ORGANES[s.value.categorie] ?? 'organe délibérant';
  return given.charAt(0).toLowerCase() + given.slice(1);
};

const feminin = (nom: string): boolean => /^(assemblée|commission|instance)\b/i.test(nom);

/** « du conseil municipal du Creusot », « de la commission permanente du Département ». */
export function deOrgane(s: Signataire): string {
  const nom = organe(s);
  const tete = feminin(nom) ? (elide(nom) ? `de l’${nom}` : `de la ${nom}`) : elide(nom) ? `de l’${nom}` : `du ${nom}`;
  return `${tete} ${s.commune?.de ?? de(s.court)}`;
}

/** « sa directrice », « leur coprésidente » ; l’État n’a pas « son » préfet. */
function fonction(r: Representant, s: Signataire): string {
  if (s.value.categorie === 'etat') return avecArticle(r.civilite === 'Mme' ? 'la' : 'le', r.qualite);
  return `${s.pluriel ? 'leur' : r.civilite === 'Mme' && !elide(r.qualite) ? 'sa' : 'son'} ${r.qualite}`;
}
/** Un blanc ne se dit qu'une fois : « à compléter », non « à compléter à compléter à compléter ». */
const personne = (r: Representant): string => [...new Set([r.civilite, r.prenom, r.nom])].join(' ').replace(/^(M\.|Mme) /, `$1${NBSP}`);

/** « Le maire », « La directrice », « L’adjointe déléguée ». */
export function titre(r: Representant): string {
  return elide(r.qualite) ? `L’${r.qualite}` : `${r.civilite === 'Mme' ? 'La' : 'Le'} ${r.qualite}`;
}

function autorise(representants: readonly Representant[]): string {
  const femmes = representants.every((r) => r.civilite === 'Mme');
  return `dûment autorisé${femmes ? 'e' : ''}${representants.length > 1 ? 's' : ''}`;
}

function habilitation(s: Signataire): string | null {
  const particuliere = s.value.representants?.find((r) => r.habilitation !== undefined)?.habilitation;
  if (particuliere !== undefined) return `en vertu ${de(particuliere)}`;
  // Le conseil d'administration de la Caf arrête une stratégie ; il n'habilite pas à signer un acte donné, sauf si on le dit.
  if (!delibere(s) || s.value.categorie === 'caf') return null;
  const { numero, date } = s.value.deliberation ?? {};
  const nom = organe(s);
  return `par délibération${numero === undefined ? '' : ` n°${NBSP}${numero}`} de ${feminin(nom) && !elide(nom) ? 'sa' : 'son'} ${nom}${date === undefined ? '' : ` du ${dateEnLettres(date)}`}`;
}

const denommee = (genre: 'm' | 'f', pluriel: boolean): string => `ci-après dénommé${genre === 'f' ? 'e' : ''}${pluriel ? 's' : ''}`;

/** « à laquelle elle a adhéré par avenant le 1er mars 2026, » : qui est venu après la signature. */
function adhesion({ value, genre, pluriel }: Signataire): string {
  if (value.adhesion === undefined) return '';
  const sujet = `${genre === 'f' ? 'elle' : 'il'}${pluriel ? 's ont' : ' a'}`;
  return `à laquelle ${sujet} adhéré par avenant${value.adhesion.date === undefined ? '' : ` le ${dateEnLettres(value.adhesion.date)}`}, `;
}

function partieSeule(s: Signataire): Omit<Partie, 'derniere'> {
  const representants = s.value.representants ?? [];
  return {
    id: s.id,
    le: s.le,
    representee: `représenté${s.genre === 'f' ? 'e' : ''}${s.pluriel ? 's' : ''} par`,
    representants: representants.map((r) => `${fonction(r, s)}, ${personne(r)}`).join(', et par '),
    autorise: autorise(representants),
    habilitation: habilitation(s),
    denommee: `${adhesion(s)}${denommee(s.genre, s.pluriel)}`,
    court: s.court,
    caf: s.value.categorie === 'caf',
  };
}

function partieGroupe(groupe: Signataire, membres: readonly Signataire[]): Omit<Partie, 'derniere'> {
  const communes = membres.every((m) => m.commune !== null);
  const genre = membres.every((m) => m.genre === 'f') ? 'f' : 'm';
  const representants = membres.flatMap((m) => m.value.representants ?? []);
  const [qualite = '', ...autres] = new Set(representants.map((r) => r.qualite));
  // « leurs maires respectifs » : un seul mot se met au pluriel sans règle de plus.
  const ensemble = autres.length === 0 && /^\p{L}+[^sx]$/u.test(qualite);
  const respectifs = representants.every((r) => r.civilite === 'Mme') ? 'respectives' : 'respectifs';
  const chacun = (m: Signataire): readonly string[] => (m.value.representants ?? []).map((r) => `${avecArticle(r.civilite === 'Mme' ? 'la' : 'le', r.qualite)} ${de(m.court)}, ${personne(r)}`);
  return {
    id: groupe.id,
    le: communes ? `les communes ${enumeration(membres.map((m) => m.commune?.de ?? de(m.court)))}` : enumeration(membres.map((m) => m.le)),
    representee: `représenté${genre === 'f' ? 'e' : ''}s par`,
    representants: ensemble ? `leurs ${qualite}s ${respectifs}, ${enumeration(representants.map(personne))}` : membres.flatMap(chacun).join(', et par '),
    autorise: autorise(representants),
    habilitation: membres.every(delibere) ? (communes ? 'par délibérations de leurs conseils municipaux' : 'par délibérations de leurs assemblées') : null,
    denommee: denommee(genre, true),
    court: groupe.court,
    caf: false,
  };
}

/** Les parties, un groupe valant une partie. */
export function parties(projet: Projet): readonly Partie[] {
  const all = projet.signataires
    .filter((s) => s.groupe === null)
    .map((s) => (s.value.categorie === 'groupe' ? partieGroupe(s, projet.signataires.filter((m) => m.groupe === s.id)) : partieSeule(s)));
  return all.map((p, i) => ({ ...p, derniere: i === all.length - 1 }));
}

/** Au-delà de ce nombre, les communes dont le vote n'a encore ni numéro ni date sont visées ensemble. */
const VISEES_UNE_A_UNE = 3;

export function deliberations(projet: Projet): { readonly deliberations: Vue['deliberations']; readonly caf: Vue['caf_deliberation'] } {
  const of = (s: Signataire): Vue['deliberations'][number] => {
    const { numero, date } = s.value.deliberation ?? {};
    return { intitule: `la délibération${numero === undefined ? '' : ` n°${NBSP}${numero}`} ${deOrgane(s)}`, date: date === undefined ? null : dateEnLettres(date) };
  };
  const voters = projet.signataires.filter((s) => s.value.categorie !== 'groupe' && delibere(s));
  const caf = voters.find((s) => s.value.categorie === 'caf');
  const attendues = voters.filter((s) => s.commune !== null && s.value.deliberation?.numero === undefined && s.value.deliberation?.date === undefined);
  const reunies = attendues.length > VISEES_UNE_A_UNE ? new Set(attendues) : new Set<Signataire>();
  const seules = voters.filter((s) => s !== caf && !reunies.has(s)).map(of);
  const autres = voters.some((s) => s.commune !== null && !reunies.has(s)) ? 'des autres communes signataires' : 'des communes signataires';
  return {
    deliberations: reunies.size === 0 ? seules : [...seules, { intitule: `les délibérations des conseils municipaux ${autres}`, date: null }],
    caf: caf === undefined ? null : of(caf),
  };
}

/** Un nom et ses contractions. */
export const noms = (le: string): { readonly le: string; readonly de: string; readonly a: string } => ({ le, de: de(le), a: a(le) });

const COLLECTIVITES = new Set<Signataire['value']['categorie']>(['commune', 'epci', 'syndicat', 'departement', 'region', 'groupe']);

/** Les collectivités signataires : la seule, ou toutes ensemble. */
export function collectivites(projet: Projet): Vue['collectivites'] {
  const all = projet.signataires.filter((s) => s.groupe === null && COLLECTIVITES.has(s.value.categorie));
  const seule = all.length === 1 && all[0]?.value.categorie !== 'groupe' ? all[0] : undefined;
  const court = noms(seule?.court ?? 'les collectivités signataires');
  return { plusieurs: seule === undefined, ...noms(seule?.le ?? 'les collectivités signataires'), court: court.le, de_court: court.de, a_court: court.a };
}
