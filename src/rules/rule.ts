import type { Diagnostic, Related, Severity } from '../base/diagnostic.ts';
import { espacesInsecables } from '../base/francais.ts';
import { parLecture, parObjet } from '../base/memoire.ts';
import type { Span } from '../base/span.ts';
import type { Projet, Stade } from '../resolve/projet.ts';
import { type Choix, type Reglages, reglagesDe } from './reglages.ts';

export interface Finding {
  readonly message: string;
  readonly span: Span | null;
  readonly hint?: string;
  readonly related?: readonly Related[];
}

/** Une règle du fond : un petit fichier, une page du même nom qui la documente et la teste. */
export interface Rule {
  readonly code: `CTG4${string}`;
  readonly slug: string;
  readonly title: string;
  /** Gravité à chaque stade ; null : la règle ne s'applique pas encore, ou plus. */
  readonly severity: Readonly<Record<Stade, Severity | null>>;
  /** La règle constate une absence : elle se tait si un fichier manque à l'appel. */
  readonly needsWhole: boolean;
  /** Erreur que ctg.yaml ne peut pas abaisser : elle protège la validité de l'acte ou la vie privée. */
  readonly nonNegotiable?: true;
  /** Ses seuils et ses listes sont dans `reglages` : jamais une constante de son fichier. */
  readonly check: (projet: Projet, reglages: Reglages) => Iterable<Finding>;
}

/** La même gravité à tous les stades. */
export const always = (severity: Severity): Rule['severity'] => ({ projet: severity, conseil: severity, signature: severity, bilan: severity });

/** Avertissement pendant la rédaction, erreur à partir du conseil. */
export const beforeCouncil: Rule['severity'] = { projet: 'avertissement', conseil: 'erreur', signature: 'erreur', bilan: 'erreur' };

/** Applique des règles à un projet, à son stade, avec les seuils et les listes choisis par code. */
export const checkRules = (rules: readonly Rule[], projet: Projet, choix: ReadonlyMap<string, Choix>): readonly Diagnostic[] =>
  rules.flatMap((rule) => appliquer(rule)(choix.get(rule.code) ?? AUCUN)(projet));

const AUCUN: Choix = { seuils: new Map(), listes: new Map() };

/** Une règle ne se relance que si ce qu'elle lit du projet, ou ses réglages, ont changé. */
const appliquer = parObjet((rule: Rule) =>
  parObjet((choix: Choix) =>
    parLecture((projet: Projet): readonly Diagnostic[] => {
      const severity = rule.severity[projet.stade];
      if (severity === null || (rule.needsWhole && !projet.complet)) return [];
      return [...rule.check(projet, reglagesDe(rule.code, choix))].map(({ message, span, hint, related }) => ({
        code: rule.code,
        severity,
        title: rule.title,
        message: espacesInsecables(message),
        hint: hint === undefined ? null : espacesInsecables(hint),
        span,
        related: related ?? [],
      }));
    }),
  ),
);
