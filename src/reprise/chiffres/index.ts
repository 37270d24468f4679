/** « ctg import chiffres » : d'un fichier de données ouvertes à diagnostic/*.yaml, pour les communes du territoire. Rien n'est lu ni écrit ici. */
import { guillemets } from '../../base/francais.ts';
import { adresse, type Feuille, Refus, texte } from '../classeur.ts';
import { enYaml, versSchema } from '../ecrire.ts';
import type { Remarque } from '../plan/lignes.ts';
import donnees from './jeux.json' with { type: 'json' };

interface ColonneJeu { readonly colonne: string; readonly id: string; readonly libelle: string; readonly unite: string; readonly somme?: boolean; readonly arrondi?: string; readonly thematique?: string }
/** Un jeu de données connu : ses colonnes, d'où il vient, et ce dont il faut se méfier. `{AA}` : deux chiffres d'année. */
interface Jeu {
  readonly id: string;
  readonly titre: string;
  readonly echelle: string;
  readonly code: string;
  readonly annee: string | null;
  readonly reconnaitre: readonly string[];
  readonly source: string;
  readonly pieges: readonly string[];
  readonly colonnes: readonly ColonneJeu[];
}
export const JEUX: readonly Jeu[] = donnees.jeux;
export const RELEVE_LE: string = donnees.releve_le;

/** Le territoire, par ses codes. */
export interface Perimetre {
  readonly nom: string;
  readonly echelle: 'commune' | 'bassin' | 'EPCI';
  readonly communes: ReadonlyMap<string, string>;
  readonly epci: { readonly siren: string; readonly nom: string } | null;
  readonly departement: { readonly code: string; readonly nom: string } | null;
  /** Identifiants de chiffres déjà pris. */
  readonly pris: Iterable<string>;
  readonly ctgYaml: string | null;
}

export interface RepriseChiffres {
  readonly chemin: string;
  readonly texte: string;
  readonly chiffres: number;
  readonly pieges: readonly string[];
  readonly remarques: readonly Remarque[];
}

const motif = (modele: string): RegExp => new RegExp(`^${modele.replace('{AA}', '(\\d{2})')}$`, 'i');
/** Ce qu'écrivent Insee et Caf à la place d'un nombre qu'ils ne publient pas. */
const BLANCHI = /^(?:|s|ns|nd|c|\*|XX|N\/?A.*|secret)$/i;
const nombreDe = (t: string): number | null => (/^-?\d[\d\s\u00A0\u202F]*(?:[.,]\d+)?$/.test(t) ? Number(t.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.')) : null);
const anneeDe = (t: string): number | null => (/^((?:19|20)\d{2})(?:-\d{2}){0,2}/.test(t) ? Number(t.slice(0, 4)) : null);
const codeDe = (t: string): string => (/^\d{4}$/.test(t) ? `0${t}` : t);

/** Codes à garder à la lecture d'un gros fichier. */
export const codesUtiles = ({ communes, epci, departement }: Perimetre): ReadonlySet<string> =>
  new Set([...communes.keys(), ...[...communes.keys()].filter((c) => c.startsWith('0')).map((c) => c.slice(1)), ...(epci === null ? [] : [epci.siren]), ...(departement === null ? [] : [departement.code]), 'F', 'FR', 'FRANCE']);

interface Serie { readonly parCode: Map<string, Map<number, number>>; readonly blanchis: Set<string> }

/** Reprend les chiffres du territoire ; refuse un jeu inconnu : rien n'y est deviné. */
export function reprendreChiffres(feuille: Feuille, perimetre: Perimetre): RepriseChiffres {
  const titres = feuille.lignes[0] ?? [];
  const trouver = (modele: string): readonly { readonly colonne: number; readonly annee: number | null }[] =>
    titres.flatMap((t, colonne) => {
      const vu = motif(modele).exec(t);
      return vu === null ? [] : [{ colonne, annee: vu[1] === undefined ? null : 2000 + Number(vu[1]) }];
    });
  if (titres.some((t) => /^IRIS$/i.test(t))) throw new Refus('ses lignes sont des IRIS, non des communes', 'Prenez le même fichier par commune.');
  const jeu = JEUX.find((j) => j.reconnaitre.every((modele) => trouver(modele).length > 0));
  if (jeu === undefined) throw new Refus(`ce n’est pas un jeu de données que ctg connaît (colonnes : ${titres.slice(0, 12).join(', ')})`, `Jeux connus au ${RELEVE_LE.split('-').reverse().join('/')} : ${JEUX.map((j) => j.source.replace(/, Licence Ouverte$/, '')).join(' ; ')}. Pour un autre, écrivez ses chiffres dans diagnostic/ à la main.`);
  const remarques: Remarque[] = [];
  const pris = new Set(perimetre.pris);
  const chiffres: Record<string, unknown> = {};
  const ajouter = (id: string, chiffre: Record<string, unknown>): void => {
    let libre = id;
    for (let n = 2; pris.has(libre); n++) libre = `${id}-${n}`;
    pris.add(libre);
    chiffres[libre] = chiffre;
  };
  const zones = jeu.echelle === 'EPCI' ? new Map(perimetre.epci === null ? [] : [[perimetre.epci.siren, perimetre.epci.nom]]) : perimetre.communes;
  const code = trouver(jeu.code)[0]?.colonne ?? 0;
  const annee = jeu.annee === null ? null : (trouver(jeu.annee)[0]?.colonne ?? 0);
  for (const voulue of jeu.colonnes) {
    const colonnes = trouver(voulue.colonne);
    if (colonnes.length === 0) continue;
    const serie = lire(feuille, colonnes, code, annee, remarques, new Set(codesUtiles(perimetre)));
    for (const chiffre of enChiffres(voulue, serie, zones, perimetre, jeu.echelle)) ajouter(chiffre.id, chiffre.valeur);
    const sans = [...zones].filter(([c]) => serie.blanchis.has(c)).map(([, nom]) => nom);
    if (sans.length > 0) remarques.push({ ou: adresse(feuille, 0, colonnes[0]?.colonne ?? 0), sorte: 'non repris', texte: `${voulue.libelle} : non publié pour ${sans.join(', ')} (secret statistique)` });
  }
  const absentes = [...zones].filter(([c]) => !feuille.lignes.some((l, i) => i > 0 && codeDe(l[code] ?? '') === c)).map(([, nom]) => nom);
  if (Object.keys(chiffres).length === 0) throw new Refus('aucun chiffre du territoire n’y est trouvé', zones.size === 0 ? 'Donnez dans territoire.yaml le code Insee des communes (insee:) et le SIREN de l’intercommunalité (epci: siren:).' : `Cherchés : ${[...zones].slice(0, 5).map(([c, nom]) => `${nom} (${c})`).join(', ')}.`);
  if (absentes.length > 0) remarques.push({ ou: adresse(feuille, 0, code), sorte: 'non repris', texte: `absents du fichier : ${absentes.join(', ')}` });
  const valeur = { titre: jeu.titre, par_defaut: { source: jeu.source }, chiffres };
  return { chemin: `diagnostic/${jeu.id}.yaml`, texte: enYaml(versSchema(perimetre.ctgYaml, 'diagnostic', '../'), valeur, ['À savoir de ces données :', ...jeu.pieges.map((p) => `- ${p}`)]), chiffres: Object.keys(chiffres).length, pieges: jeu.pieges, remarques };
}

/** Les valeurs d'une mesure, par code et par année. Une case blanchie est absente, jamais zéro. */
function lire(feuille: Feuille, colonnes: readonly { readonly colonne: number; readonly annee: number | null }[], code: number, colonneAnnee: number | null, remarques: Remarque[], utiles: ReadonlySet<string>): Serie {
  const parCode = new Map<string, Map<number, number>>();
  const blanchis = new Set<string>();
  for (let ligne = 1; ligne < feuille.lignes.length; ligne++) {
    const cle = codeDe(texte(feuille, ligne, code));
    if (!utiles.has(cle)) continue;
    for (const { colonne, annee } of colonnes) {
      const quand = annee ?? (colonneAnnee === null ? null : anneeDe(texte(feuille, ligne, colonneAnnee)));
      const brut = texte(feuille, ligne, colonne);
      const valeur = nombreDe(brut);
      const ou = adresse(feuille, ligne, colonne);
      if (BLANCHI.test(brut)) blanchis.add(cle);
      else if (valeur === null || quand === null) remarques.push({ ou, sorte: 'non repris', texte: `${guillemets(brut)} : ${valeur === null ? 'ce n’est pas un nombre' : 'aucune année sur cette ligne'}` });
      else {
        const annees = parCode.get(cle) ?? new Map<number, number>();
        if (annees.has(quand)) remarques.push({ ou, sorte: 'à vérifier', texte: `deux lignes pour ${cle} en ${quand} : la première est gardée` });
        else annees.set(quand, valeur);
        parCode.set(cle, annees);
      }
    }
  }
  return { parCode, blanchis };
}

const arrondir = (n: number): number => Math.round(n * 100) / 100;

/** Une somme si chaque commune a sa valeur, sinon un chiffre par commune publiée. */
function enChiffres(voulue: ColonneJeu, { parCode }: Serie, zones: ReadonlyMap<string, string>, perimetre: Perimetre, echelle: string): readonly { readonly id: string; readonly valeur: Record<string, unknown> }[] {
  const codes = [...zones.keys()];
  const annees = [...new Set(codes.flatMap((c) => [...(parCode.get(c)?.keys() ?? [])]))].sort((a, b) => a - b);
  const derniere = annees.at(-1);
  if (derniere === undefined) return [];
  const commun = { unite: voulue.unite, ...(voulue.thematique === undefined ? {} : { thematique: voulue.thematique }), ...(voulue.arrondi === undefined ? {} : { arrondi: voulue.arrondi }) };
  const comparaisons = (): readonly Record<string, unknown>[] => (voulue.somme === true ? [] : [[perimetre.departement?.code ?? '', perimetre.departement?.nom ?? '', 'département'], ['F', 'France', 'France'], ['FR', 'France', 'France'], ['FRANCE', 'France', 'France']].flatMap(([c = '', zone, e]) => {
    const valeur = parCode.get(c)?.get(derniere);
    return valeur === undefined ? [] : [{ zone, echelle: e, valeur }];
  }));
  const un = (zone: string, e: string, de: (annee: number) => number | undefined): Record<string, unknown> | null => {
    const valeur = de(derniere);
    if (valeur === undefined) return null;
    const evolution = annees.slice(-12).flatMap((annee) => {
      const v = de(annee);
      return v === undefined ? [] : [{ annee, valeur: v }];
    });
    const c = comparaisons();
    return { libelle: voulue.libelle, valeur, annee: derniere, echelle: e, zone, ...commun, ...(evolution.length < 2 ? {} : { evolution }), ...(c.length === 0 ? {} : { comparaisons: c }) };
  };
  const total = (annee: number): number | undefined => {
    const valeurs = codes.map((c) => parCode.get(c)?.get(annee));
    return valeurs.every((v) => v !== undefined) ? arrondir(valeurs.reduce((a, b) => a + b, 0)) : undefined;
  };
  const ensemble = codes.length > 1 && voulue.somme === true ? un(perimetre.nom, perimetre.echelle, total) : null;
  if (ensemble !== null) return [{ id: voulue.id, valeur: { ...ensemble, communes: Object.fromEntries(codes.map((c) => [c, parCode.get(c)?.get(derniere)])) } }];
  return codes.flatMap((c) => {
    const nom = zones.get(c) ?? c;
    const chiffre = un(nom, echelle, (annee) => parCode.get(c)?.get(annee));
    return chiffre === null ? [] : [{ id: codes.length === 1 ? voulue.id : `${voulue.id}-${c.toLowerCase()}`, valeur: chiffre }];
  });
}
