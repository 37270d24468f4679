import { combien, enIdentifiant, nombre } from '../base/francais.ts';
import type { Span } from '../base/span.ts';
import type { Chiffre, Projet } from '../resolve/projet.ts';
import { type Equation, deduire } from './aide/deduction.ts';
import { citer, motEntier, parmiNoms } from './aide/mots.ts';
import type { Reglages } from './reglages.ts';
import { always, type Finding, type Rule } from './rule.ts';

/** Effectifs de foyers ou de personnes que la Caf donne : ce que couvre la règle du secret. */
interface Secret extends Pick<Reglages, 'seuil'> {
  readonly deLaCaf: (c: Chiffre) => boolean;
  readonly estEffectif: (c: Chiffre) => boolean;
  readonly echelles: readonly string[];
}
/** Libellés qui donnent le nombre d'allocataires d'une zone. */
const ALLOCATAIRES = /^(nombre (de |d’|d'))?(foyers )?allocataires\b/i;

function lire({ seuil, liste }: Reglages): Secret {
  const [sources, unites] = [motEntier(liste('sources')), liste('unites')];
  const deLaCaf = ({ value }: Chiffre): boolean => sources.test(value.source ?? '');
  return { seuil, deLaCaf, estEffectif: (c) => deLaCaf(c) && parmiNoms(c.value.unite ?? '', unites) && (c.value.valeur === null || Number.isInteger(c.value.valeur)), echelles: liste('echelles') };
}
const blanchi = ({ value }: Chiffre): boolean => value.valeur === null && value.motif === 'secret statistique';
const zoneDe = ({ value }: Chiffre): string => enIdentifiant(value.zone ?? '');

export const secretStatistique: Rule = {
  code: 'CTG4210',
  slug: 'secret-statistique',
  title: 'Secret statistique',
  severity: always('erreur'),
  needsWhole: false,
  nonNegotiable: true,
  *check(projet, reglages) {
    const secret = lire(reglages);
    yield* petitesValeurs(projet, secret);
    yield* petitesZones(projet, secret);
    yield* detaillees(projet, secret);
    yield* retrouvees(projet);
    yield* ditesAilleurs(projet);
  },
};

function* petitesValeurs({ chiffres }: Projet, { seuil, estEffectif }: Secret): Iterable<Finding> {
  const minimum = seuil('effectif_minimum');
  for (const c of chiffres.values()) {
    const { valeur } = c.value;
    if (!estEffectif(c) || valeur === null || valeur <= 0 || valeur >= minimum) continue;
    yield {
      message: `${citer(c.value.libelle)} vaut ${nombre(valeur)} : un effectif de la Caf de 1 à ${nombre(minimum - 1)} permettrait de reconnaître des personnes.`,
      hint: 'Laissez « valeur: » vide et ajoutez « motif: secret statistique ».',
      span: c.at(['valeur']),
    };
  }
}

/** Les valeurs d'un graphique sont publiées comme les autres : elles ne disent ni un petit effectif, ni ce qu'un blanc tait. */
function* detaillees({ chiffres }: Projet, { seuil, estEffectif }: Secret): Iterable<Finding> {
  const minimum = seuil('effectif_minimum');
  for (const c of chiffres.values()) {
    const { ages = [], communes = {}, evolution = [], libelle } = c.value;
    const valeurs: readonly (readonly [number, readonly (string | number)[]])[] = [
      ...ages.flatMap(({ femmes, hommes }, i) => [[femmes, ['ages', i, 'femmes']], [hommes, ['ages', i, 'hommes']]] as const),
      ...Object.entries(communes).map(([code, valeur]) => [valeur, ['communes', code]] as const),
      ...evolution.map(({ valeur }, i) => [valeur, ['evolution', i, 'valeur']] as const),
    ];
    const [premiere] = valeurs;
    if (blanchi(c) && premiere !== undefined) {
      yield { message: `${citer(libelle)} est blanchi, mais le détail de ses valeurs est écrit ici.`, hint: 'Retirez le détail : un graphique le montrerait.', span: c.at(premiere[1]), related: [{ message: 'le motif', span: c.at(['motif']) }] };
    }
    if (!estEffectif(c)) continue;
    for (const [valeur, path] of valeurs) {
      if (valeur <= 0 || valeur >= minimum || !Number.isInteger(valeur)) continue;
      yield { message: `Une valeur de ${citer(libelle)} est ${nombre(valeur)} : un effectif de la Caf de 1 à ${nombre(minimum - 1)} permettrait de reconnaître des personnes.`, hint: 'Réunissez des tranches d’âge, ou retirez cette commune ou cette année.', span: c.at(path) };
    }
  }
}

/** Une commune de trop peu d'allocataires : aucun effectif de la Caf n'y est publiable. */
function* petitesZones({ chiffres }: Projet, { seuil, estEffectif, deLaCaf, echelles }: Secret): Iterable<Finding> {
  const minimum = seuil('allocataires_minimum');
  const allocataires = [...chiffres.values()].filter((c) => ALLOCATAIRES.test(c.value.libelle) && estEffectif(c) && echelles.includes(c.value.echelle ?? ''));
  for (const base of allocataires) {
    const nombreAllocataires = base.value.valeur;
    if (nombreAllocataires === null || nombreAllocataires >= minimum) continue;
    for (const c of chiffres.values()) {
      if (c.value.valeur === null || zoneDe(c) !== zoneDe(base) || !deLaCaf(c)) continue;
      yield {
        message: `${citer(c.value.libelle)} porte sur ${c.value.zone ?? 'une zone'}, qui compte moins de ${combien(minimum, 'allocataire')} : aucune donnée de la Caf n’y est publiable.`,
        hint: 'Laissez « valeur: » vide et ajoutez « motif: secret statistique », ou donnez le chiffre à l’échelle de l’intercommunalité.',
        span: c.at(['valeur']),
        related: c === base ? [] : [{ message: 'le nombre d’allocataires de la zone', span: base.at(['valeur']) }],
      };
    }
  }
}

interface Relation {
  readonly equation: Equation;
  readonly phrase: string;
  readonly span: Span;
}

/** Sommes et taux déclarés, avec les chiffres connus mis de côté. */
function relations({ chiffres }: Projet): readonly Relation[] {
  const connue = (id: string): number | null => chiffres.get(id)?.value.valeur ?? null;
  const found: Relation[] = [];
  const add = (termes: readonly (readonly [string, number])[], phrase: string, span: Span): void => {
    let constante = 0;
    const inconnus = new Map<string, number>();
    for (const [id, coefficient] of termes) {
      const value = connue(id);
      if (value === null) inconnus.set(id, (inconnus.get(id) ?? 0) + coefficient);
      else constante -= coefficient * value;
    }
    if (inconnus.size > 0) found.push({ equation: { termes: inconnus, constante }, phrase, span });
  };
  for (const [id, c] of chiffres) {
    const parts = c.value.somme_de ?? [];
    if (parts.length > 0) add([[id, 1], ...parts.map((p): readonly [string, number] => [p, -1])], `le total ${citer(c.value.libelle)}`, c.at(['somme_de'], 'key'));
    const { numerateur, denominateur, valeur } = c.value;
    if (numerateur !== undefined && denominateur !== undefined && valeur !== null) {
      const facteur = c.value.unite === '%' ? valeur / 100 : valeur;
      add([[numerateur, 1], [denominateur, -facteur]], `le taux ${citer(c.value.libelle)}`, c.at(['valeur']));
    }
  }
  return found;
}

/** Un blanc que totaux et taux redonnent par soustraction. */
function* retrouvees(projet: Projet): Iterable<Finding> {
  const blancs = [...projet.chiffres].filter(([, c]) => blanchi(c));
  if (blancs.length === 0) return;
  const inconnues = [...projet.chiffres].filter(([, c]) => c.value.valeur === null).map(([id]) => id);
  const all = relations(projet);
  const trouvees = new Map(deduire(all.map((r) => r.equation), inconnues).map((d) => [d.inconnue, d]));
  for (const [id, c] of blancs) {
    const deduction = trouvees.get(id);
    if (deduction === undefined) continue;
    const par = deduction.par.map((i) => all[i] as Relation);
    yield {
      message: `${citer(c.value.libelle)} est blanchi, mais se retrouve par le calcul : ${par.map((r) => r.phrase).join(', puis ')}.`,
      hint: 'Blanchissez aussi un autre terme du même total, ou ne publiez pas le total.',
      span: c.at(['valeur']),
      related: par.map((r) => ({ message: 'ceci le donne', span: r.span })),
    };
  }
}

/** Un blanc écrit en clair comme terme de comparaison d'un autre chiffre. */
function* ditesAilleurs({ chiffres }: Projet): Iterable<Finding> {
  for (const blanc of chiffres.values()) {
    if (!blanchi(blanc) || blanc.value.zone === undefined) continue;
    for (const autre of chiffres.values()) {
      if (enIdentifiant(autre.value.libelle) !== enIdentifiant(blanc.value.libelle) || autre === blanc) continue;
      for (const [i, comparaison] of (autre.value.comparaisons ?? []).entries()) {
        if (enIdentifiant(comparaison.zone) !== zoneDe(blanc) || (comparaison.annee ?? autre.value.annee) !== blanc.value.annee) continue;
        yield {
          message: `${citer(blanc.value.libelle)} est blanchi pour ${blanc.value.zone}, mais sa valeur est écrite ici, en comparaison.`,
          hint: 'Retirez cette comparaison.',
          span: autre.at(['comparaisons', i, 'valeur']),
          related: [{ message: 'le chiffre blanchi', span: blanc.at(['valeur']) }],
        };
      }
    }
  }
}
