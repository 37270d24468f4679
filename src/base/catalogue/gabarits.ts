import { define } from '../diagnostic.ts';
import { guillemets } from '../francais.ts';

/** CTG5xxx : gabarits des clauses. */
export const GABARITS = {
  CTG5001: define<{ detail: string }>({
    title: 'Clause mal formée',
    severity: 'erreur',
    message: (p) => p.detail,
    hint: () => 'Vérifiez que chaque {{#if}} ou {{#each}} est refermé par {{/if}} ou {{/each}}.',
  }),
  CTG5002: define<{ chemin: string; suggestion: string | null }>({
    title: 'Donnée inconnue dans une clause',
    severity: 'erreur',
    message: (p) => `${guillemets(p.chemin)} n’existe pas parmi les données offertes aux clauses.`,
    hint: (p) => p.suggestion ?? 'La liste des données est dans docs/reference/clauses.md.',
  }),
  CTG5003: define<{ chemin: string; nature: string }>({
    title: 'Donnée mal employée dans une clause',
    severity: 'erreur',
    message: (p) => `${guillemets(p.chemin)} est ${p.nature} et ne peut pas servir ainsi.`,
    hint: () => null,
  }),
  CTG5004: define<{ construction: string }>({
    title: 'Construction non admise dans une clause',
    severity: 'erreur',
    message: (p) => `${guillemets(p.construction)} n’est pas admis dans une clause.`,
    hint: () => 'Une clause emploie {{donnée}}, {{#if}}, {{#unless}}, {{#each}} et {{#with}}.',
  }),
  CTG5005: define<{ nom: string; suggestion: string | null }>({
    title: 'Directive inconnue',
    severity: 'erreur',
    message: (p) => `${guillemets(`::${p.nom}`)} n’est pas une directive connue.`,
    hint: (p) => p.suggestion,
  }),
} as const;
