/** « ctg import chiffres » : d'un fichier de données ouvertes à diagnostic/*.yaml, pour les communes du territoire. Rien n'est lu ni écrit ici. */
import { adresse, type Feuille, lettres, Refus } from '../classeur.ts';
import { enYaml, versSchema } from '../ecrire.ts';
import type { Remarque } from '../plan/lignes.ts';
import { type Dites, jeuDit } from './colonnes.ts';
import { type ColonneJeu, type Jeu, JEUX, RELEVE_LE, reconnaitre, trouver } from './jeux.ts';
import { codeDe, lireSerie, type Serie } from './series.ts';

export { type Dites, lireColonne } from './colonnes.ts';
export { JEUX, RELEVE_LE } from './jeux.ts';

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
  /** Chemin et texte de chaque fichier : un par jeu reconnu. */
  readonly fichiers: ReadonlyMap<string, string>;
  readonly chiffres: number;
  readonly pieges: readonly string[];
  readonly remarques: readonly Remarque[];
}

/** Codes à garder à la lecture d'un gros fichier. */
export const codesUtiles = ({ communes, epci, departement }: Perimetre): ReadonlySet<string> =>
  new Set([...communes.keys(), ...[...communes.keys()].filter((c) => c.startsWith('0')).map((c) => c.slice(1)), ...(epci === null ? [] : [epci.siren]), ...(departement === null ? [] : [departement.code]), 'F', 'FR', 'FRANCE']);

function zonesDe({ echelle }: Jeu, { communes, epci, departement }: Perimetre): ReadonlyMap<string, string> {
  if (echelle === 'commune') return communes;
  if (echelle === 'EPCI') return new Map(epci === null ? [] : [[epci.siren, epci.nom]]);
  return new Map(departement === null ? [] : [[departement.code, departement.nom]]);
}

/** Les jeux connus, par qui les publie. */
const CONNUS = `data.caf.fr (${JEUX.flatMap((j) => /« (.*) »/.exec(j.source ?? '')?.[1] ?? []).join(', ')}) ; Insee (${[...new Set(JEUX.filter((j) => j.source?.startsWith('Insee') === true).map((j) => j.titre.toLowerCase()))].join(', ')})`;

/** Un exemple de ce qu'il faudrait dire de ces colonnes : celle où l'on voit un code du territoire, et une où l'on voit un nombre. */
function exemple({ lignes }: Feuille, titres: readonly string[], utiles: ReadonlySet<string>): string {
  const voit = (colonne: number, motif: (t: string) => boolean): boolean => lignes.slice(0, 200).some((l) => motif(l[colonne] ?? ''));
  const rangs = titres.map((_, i) => i);
  const code = rangs.find((i) => voit(i, (t) => utiles.has(t)));
  const mesure = rangs.find((i) => i !== code && voit(i, (t) => /^\d+([.,]\d+)?$/.test(t)));
  const nom = (i: number | undefined, sinon: string): string => (i === undefined ? sinon : titres[i] || lettres(i));
  return `--colonne "${nom(code, 'CODGEO')}=commune" --colonne "${nom(mesure, 'NOMBRE')}=effectif" --annee 2024`;
}

/** La première feuille dont on connaît les titres ; sans cela, ce qu'on y a lu. */
function situer(feuilles: readonly Feuille[], dites: Dites | null, utiles: ReadonlySet<string>): { readonly feuille: Feuille; readonly ligne: number; readonly jeux: readonly Jeu[] } {
  for (const feuille of feuilles) {
    const vu = dites === null ? reconnaitre(feuille) : null;
    if (vu !== null) return { feuille, ...vu };
  }
  const [feuille] = feuilles;
  if (feuille === undefined) throw new Refus('il est vide', 'Vérifiez que le fichier est bien enregistré.');
  if (dites !== null) return { feuille, ...jeuDit(feuille, dites) };
  const titres = feuille.lignes.find((l) => l.filter((c) => c !== '').length > 1) ?? [];
  if (titres.some((t) => /^IRIS$/i.test(t))) throw new Refus('ses lignes sont des IRIS, non des communes', 'Prenez le même fichier par commune.');
  throw new Refus(
    `ce n’est pas un jeu de données que ctg connaît (colonnes : ${titres.slice(0, 12).map((t, i) => `${lettres(i)} ${t}`).join(', ')})`,
    `Dites ce que sont ses colonnes, par exemple : ${exemple(feuille, titres, utiles)}. Jeux connus au ${RELEVE_LE.split('-').reverse().join('/')} : ${CONNUS}.`,
  );
}

/** Reprend les chiffres du territoire ; refuse un jeu inconnu dont on ne dit pas les colonnes : rien n'y est deviné. */
export function reprendreChiffres(feuilles: readonly Feuille[], perimetre: Perimetre, dites: Dites | null = null): RepriseChiffres {
  const utiles = codesUtiles(perimetre);
  const { feuille, ligne: entete, jeux } = situer(feuilles, dites, utiles);
  const titres = feuille.lignes[entete] ?? [];
  if (titres.some((t) => /^IRIS$/i.test(t))) throw new Refus('ses lignes sont des IRIS, non des communes', 'Prenez le même fichier par commune.');
  const remarques: Remarque[] = [];
  const pris = new Set(perimetre.pris);
  const fichiers = new Map<string, string>();
  const pieges = new Set<string>();
  const cherchees = new Map<string, string>();
  let compte = 0;
  for (const jeu of jeux) {
    const zones = zonesDe(jeu, perimetre);
    for (const [code, nom] of zones) cherchees.set(code, nom);
    const chiffres: Record<string, unknown> = {};
    for (const voulue of jeu.colonnes) {
      const colonnes = trouver(titres, voulue.colonne);
      if (colonnes.length === 0) continue;
      const serie = lireSerie({ feuille, entete, jeu, utiles, remarques }, voulue, colonnes);
      for (const { id, valeur } of enChiffres(voulue, serie, zones, perimetre, jeu.echelle)) chiffres[libre(id, pris)] = valeur;
      const sans = [...zones].filter(([c]) => serie.blanchis.has(c)).map(([, nom]) => nom);
      if (sans.length > 0) remarques.push({ ou: adresse(feuille, entete, colonnes[0]?.colonne ?? 0), sorte: 'non repris', texte: `${voulue.libelle} : non publié pour ${sans.join(', ')} (secret statistique)` });
    }
    const nombre = Object.keys(chiffres).length;
    if (nombre === 0) continue;
    compte += nombre;
    for (const p of jeu.pieges) pieges.add(p);
    const code = trouver(titres, jeu.code)[0]?.colonne ?? 0;
    const absentes = [...zones].filter(([c]) => !feuille.lignes.some((l, i) => i > entete && codeDe(l[code] ?? '') === c)).map(([, nom]) => nom);
    if (absentes.length > 0) remarques.push({ ou: adresse(feuille, entete, code), sorte: 'non repris', texte: `absents du fichier : ${absentes.join(', ')}` });
    const valeur = { titre: jeu.titre, ...(jeu.source === null ? {} : { par_defaut: { source: jeu.source } }), chiffres };
    fichiers.set(`diagnostic/${jeu.id}.yaml`, enYaml(versSchema(perimetre.ctgYaml, 'diagnostic', '../'), valeur, ['À savoir de ces données :', ...jeu.pieges.map((p) => `- ${p}`)]));
  }
  if (compte === 0) throw new Refus('aucun chiffre du territoire n’y est trouvé', cherchees.size === 0 ? 'Donnez dans territoire.yaml le code Insee des communes (insee:) et le SIREN de l’intercommunalité (epci: siren:).' : `Cherchés : ${[...cherchees].slice(0, 5).map(([c, nom]) => `${nom} (${c})`).join(', ')}.`);
  return { fichiers, chiffres: compte, pieges: [...pieges], remarques };
}

/** Un identifiant que rien d'autre ne porte. */
function libre(id: string, pris: Set<string>): string {
  let essai = id;
  for (let n = 2; pris.has(essai); n++) essai = `${id}-${n}`;
  pris.add(essai);
  return essai;
}

const arrondir = (n: number): number => Math.round(n * 100) / 100;

/** Une somme si chaque commune a sa valeur, sinon un chiffre par commune publiée. */
function enChiffres(voulue: ColonneJeu, { parCode }: Serie, zones: ReadonlyMap<string, string>, perimetre: Perimetre, echelle: Jeu['echelle']): readonly { readonly id: string; readonly valeur: Record<string, unknown> }[] {
  const codes = [...zones.keys()];
  const annees = [...new Set(codes.flatMap((c) => [...(parCode.get(c)?.keys() ?? [])]))].sort((a, b) => a - b);
  const derniere = annees.at(-1);
  if (derniere === undefined) return [];
  const commun = { ...(voulue.unite === '' ? {} : { unite: voulue.unite }), ...(voulue.thematique === undefined ? {} : { thematique: voulue.thematique }), ...(voulue.arrondi === undefined ? {} : { arrondi: voulue.arrondi }) };
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
