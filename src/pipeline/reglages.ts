/** Ce que le modèle et ctg.yaml règlent des règles : gravités, seuils, listes ; et ce qui ne va pas dans ces réglages. */
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic, Outcome, Severity } from '../base/diagnostic.ts';
import { enumeration, guillemets, nombre } from '../base/francais.ts';
import { parLecture, parObjet } from '../base/memoire.ts';
import type { Path, Span } from '../base/span.ts';
import { suggest } from '../base/suggestion.ts';
import type { Projet } from '../resolve/projet.ts';
import { type Choix, formeAttendue, type Liste, LISTES_DECLAREES, type Seuil, SEUILS_DECLARES } from '../rules/reglages.ts';
import type { Rule } from '../rules/rule.ts';

export interface Settings {
  /** Gravités voulues, par code. */
  readonly severities: ReadonlyMap<string, Severity | 'ignorer'>;
  /** Seuils et listes choisis, par code. */
  readonly choix: ReadonlyMap<string, Choix>;
}

/** Un réglage, là où il est écrit. */
interface Entry {
  readonly code: string;
  readonly gravite?: Severity | 'ignorer' | undefined;
  readonly seuils?: Readonly<Record<string, number>> | undefined;
  readonly listes?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly par: 'modele' | 'territoire';
  readonly at: (path: Path, target?: 'key' | 'value') => Span;
}

/** Le modèle d'abord, le territoire ensuite : le dernier l'emporte. */
function entries({ ctg, modele }: Projet): readonly Entry[] {
  const from = (file: Projet['ctg'] | Projet['modele'], par: Entry['par']): readonly Entry[] =>
    file === null ? [] : Object.entries(file.value.regles ?? {}).map(([code, value]) => ({ ...value, code, par, at: (path, target) => file.at(['regles', code, ...path], target) }));
  return [...from(modele, 'modele'), ...from(ctg, 'territoire')];
}

/** Ce qui est réglé. Un réglage refusé laisse à la règle ses valeurs. */
export const readSettings = (projet: Projet, rules: readonly Rule[]): Outcome<Settings> => settingsFor(rules)(projet);

/** Les mêmes réglages, le même objet : les règles ne se relancent pas. */
const settingsFor = parObjet((rules: readonly Rule[]) => parLecture((projet: Projet) => read(projet, rules)));

function read(projet: Projet, rules: readonly Rule[]): Outcome<Settings> {
  const complaints: Diagnostic[] = [];
  const severities = new Map<string, Severity | 'ignorer'>();
  const choix = new Map<string, { seuils: Map<string, number>; listes: Map<string, readonly string[]> }>();
  for (const entry of entries(projet)) {
    const { code, gravite, at } = entry;
    const rule = rules.find((r) => r.code === code);
    if (rule === undefined) {
      complaints.push(diagnostic('CTG8001', { code, suggestion: suggest(code, rules.map((r) => r.code)) }, at([], 'key')));
      continue;
    }
    if (gravite !== undefined) {
      if (rule.nonNegotiable === true && gravite !== 'erreur') complaints.push(diagnostic('CTG8002', { code, titre: rule.title.toLowerCase() }, at([], 'key')));
      else severities.set(code, gravite);
    } else if (Object.keys({ ...entry.seuils, ...entry.listes }).length === 0) complaints.push(diagnostic('CTG8009', { code }, at([], 'key')));
    const own = choix.get(code) ?? { seuils: new Map<string, number>(), listes: new Map<string, readonly string[]>() };
    for (const [nom, valeur] of Object.entries(entry.seuils ?? {})) {
      const refus = refuse(entry, nom, valeur, own.seuils.get(nom));
      if (refus === null) own.seuils.set(nom, valeur);
      else complaints.push(refus);
    }
    const lists = LISTES_DECLAREES.get(code) ?? new Map<string, Liste>();
    for (const [nom, mots] of Object.entries(entry.listes ?? {})) {
      const list = lists.get(nom);
      if (list === undefined) {
        complaints.push(unknown(entry, nom, 'liste', [...lists.keys()]));
        continue;
      }
      const refused = mots.flatMap((mot, i) => {
        const attendu = formeAttendue(list, mot);
        return attendu === null ? [] : [diagnostic('CTG8010', { code, nom, mot, attendu }, at(['listes', nom, i]))];
      });
      complaints.push(...refused);
      if (refused.length === 0) own.listes.set(nom, [...(own.listes.get(nom) ?? []), ...mots]);
    }
    choix.set(code, own);
  }
  return [{ severities, choix }, complaints];
}

const unknown = ({ code, at }: Entry, nom: string, genre: 'seuil' | 'liste', connus: readonly string[]): Diagnostic =>
  diagnostic('CTG8006', { code, nom, quoi: genre, connus: connus.length === 0 ? `Cette règle n’a ${genre === 'seuil' ? 'aucun seuil' : 'aucune liste'}.` : `${genre === 'seuil' ? 'Ses seuils' : 'Ses listes'} : ${enumeration(connus.map(guillemets))}.`, suggestion: suggest(nom, connus) }, at([genre === 'seuil' ? 'seuils' : 'listes', nom], 'key'));

const FIXE_PAR = { loi: 'la loi', modele: 'le modèle de convention' } as const;

/** Ce qui empêche de régler ce seuil à cette valeur, ici ; null si rien. `convenu` : ce que le modèle a réglé. */
function refuse(entry: Entry, nom: string, valeur: number, convenu: number | undefined): Diagnostic | null {
  const { code, par, at } = entry;
  const declared = SEUILS_DECLARES.get(code) ?? new Map<string, Seuil>();
  const seuil = declared.get(nom);
  if (seuil === undefined) return unknown(entry, nom, 'seuil', [...declared.keys()]);
  const { max, unite, source, fixe_par: fixe } = seuil;
  const min = seuil.hausse_seulement === true && par === 'territoire' ? (convenu ?? seuil.valeur) : seuil.min;
  if (fixe === 'loi' || (fixe === 'modele' && par === 'territoire')) return diagnostic('CTG8008', { code, nom, par: FIXE_PAR[fixe], valeur: `${nombre(seuil.valeur)} ${unite}`, source }, at(['seuils', nom], 'key'));
  return valeur < min || valeur > max ? diagnostic('CTG8007', { code, nom, valeur: nombre(valeur), bornes: `${nombre(min)} à ${nombre(max)} (${unite})` }, at(['seuils', nom])) : null;
}

/** Rend les constats à leur gravité réglée. */
export const adjust = (found: readonly Diagnostic[], { severities }: Settings): readonly Diagnostic[] =>
  severities.size === 0
    ? found
    : found.flatMap((d): readonly Diagnostic[] => {
        const severity = severities.get(d.code);
        if (severity === undefined) return [d];
        return severity === 'ignorer' ? [] : [{ ...d, severity }];
      });
