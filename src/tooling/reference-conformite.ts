/** docs/reference/conformite.md : les conditions que ctg contrôle dans un PDF, d'après le code qui les contrôle. */
import { A_RELIRE, CONDITIONS, FAMILLES, HORS_DE_PORTEE } from '../conformite/conditions/index.ts';
import type { Condition } from '../conformite/conditions/condition.ts';
import { code, GENERATED, page, table } from './markdown.ts';

export function referenceConformite(): string {
  const liste = (articles: readonly string[]): string => articles.map((a) => `- ${a}`).join('\n');
  return page(
    GENERATED,
    '# Les conditions d’un PDF accessible et archivable',
    `\`ctg check-pdf\` contrôle ${CONDITIONS.size} conditions de PDF/UA-1 (ISO 14289-1, l’accessibilité) et de PDF/A-3a (ISO 19005-3, l’archivage). Un code vient de la norme (\`UA1\` ou \`A3A\`), de sa clause, et du rang que les validateurs donnent à la condition dans cette clause ; une lettre marque une condition que ctg ajoute. Quand les deux normes demandent la même chose, un seul code est donné, et l’autre est cité.`,
    ...FAMILLES.flatMap((famille) => [
      `## ${famille.nom}`,
      famille.sens,
      `**Que faire** — ${famille.conseil}`,
      table(['Code', 'Condition', 'Aussi'], Object.entries(famille.conditions as Readonly<Record<string, Condition>>).map(([cle, c]) => [code(cle), `${c.titre}${c.recommandation === true ? ' (recommandation : sans effet sur le verdict)' : ''}`, (c.aussi ?? []).join(', ')])),
    ]),
    '## Ce que ctg ne contrôle pas',
    'Ces points demandent un validateur spécialisé. Quand un fichier en contient, le rapport le dit, et ne conclut pas à la conformité :',
    liste(HORS_DE_PORTEE),
    '## Ce qu’aucune machine ne contrôle',
    liste(A_RELIRE),
  );
}
