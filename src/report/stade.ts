/** Le verdict d'un stade, et ce qui manque encore à chaque signataire : ce que lit un directeur général des services. */
import { combien, enumeration, guillemets, NBSP, NNBSP } from '../base/francais.ts';

export interface EtapeSignataire {
  readonly nom: string;
  /** Date ou nom, tel qu'il se lit ; null si ce n'est pas fait. */
  readonly fait: string | null;
  readonly exige: boolean;
}

export interface Stage {
  readonly stade: 'projet' | 'conseil' | 'signature' | 'bilan';
  readonly signataires: readonly { readonly nom: string; readonly etapes: readonly EtapeSignataire[]; readonly manque: readonly string[] }[];
}

const PRET: Readonly<Record<Stage['stade'], string>> = { projet: 'Projet sans erreur', conseil: 'Prêt à délibérer', signature: 'Prêt à signer', bilan: 'Prêt pour le bilan' };
const AVANT: Readonly<Record<Stage['stade'], string>> = { projet: 'dans ce projet', conseil: 'avant le conseil', signature: 'avant la signature', bilan: 'avant le bilan' };

/** « Prêt à délibérer », ou « 3 points à lever avant le conseil ». */
export const stageVerdict = ({ stade }: Stage, errors: number): string => (errors === 0 ? PRET[stade] : `${combien(errors, 'point')} à lever ${AVANT[stade]}`);

/** Étapes présentes, dans l'ordre, pour les colonnes du tableau. */
export const stageColumns = ({ signataires }: Stage): readonly string[] => [...new Set(signataires.flatMap((s) => s.etapes.map((e) => e.nom)))];

/** Ce que montre une case : fait, attendu, pas encore, ou sans objet. */
export function stageCell(etape: EtapeSignataire | undefined): string {
  if (etape === undefined) return '–';
  return etape.fait ?? (etape.exige ? 'manque' : 'à venir');
}

/** Le tableau en texte, pour un terminal. */
export function stageTable(stage: Stage): string {
  const columns = stageColumns(stage);
  const rows = stage.signataires.map((s) => [s.nom, ...columns.map((c) => stageCell(s.etapes.find((e) => e.nom === c)))]);
  const head = ['Signataire', ...columns.map((c) => c.charAt(0).toUpperCase() + c.slice(1))];
  const widths = head.map((h, i) => Math.max(h.length, ...rows.map((r) => (r[i] ?? '').length)));
  const line = (cells: readonly string[]): string => `  ${cells.map((c, i) => c.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd();
  return [line(head), line(widths.map((w) => '─'.repeat(w))), ...rows.map(line)].join('\n');
}

/** « Il manque à la Commune de X : vote, publication. », une phrase par signataire en retard. */
export const stageMissing = (stage: Stage): readonly string[] => stage.signataires.filter((s) => s.manque.length > 0).map((s) => `${s.nom}\u00A0: il manque ${enumeration(s.manque)}`);

/** Le sens des cases qui ne disent pas tout d'elles-mêmes ; null s'il n'y en a pas. */
export function stageLegend(stage: Stage): string | null {
  const columns = stageColumns(stage);
  const cells = new Set(stage.signataires.flatMap((s) => columns.map((c) => stageCell(s.etapes.find((e) => e.nom === c)))));
  const sens = [
    ...(cells.has('manque') ? [`manque${NBSP}: attendu à ce stade`] : []),
    ...(cells.has('à venir') ? [`à venir${NBSP}: attendu plus tard`] : []),
    ...(cells.has('–') ? [`–${NBSP}: sans objet pour ce signataire`] : []),
  ];
  return sens.length === 0 ? null : sens.join(`${NNBSP}; `);
}

/** La conclusion d'un rapport en texte ; vide en rédaction, où rien n'est encore exigé des signataires. */
export function stageText(stage: Stage, errors: number, warnings: number): string {
  if (stage.stade === 'projet') return '';
  const reste = errors === 0 && warnings > 0 ? `, avec ${combien(warnings, 'avertissement')} à lire d’abord` : '';
  const legend = stageLegend(stage);
  return [`${guillemets(stageVerdict(stage, errors))}${reste}`, '', stageTable(stage), ...(legend === null ? [] : ['', `  ${legend}`])].join('\n');
}
