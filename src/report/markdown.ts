/** Markdown (GFM), pour le commentaire d'une demande de fusion : le compte, un tableau par fichier, le détail replié. */
import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import { combien } from '../base/francais.ts';
import { neutralize } from './affichage.ts';
import { summarize, summarySentence } from './bilan.ts';
import type { ReportContext, Sources } from './contexte.ts';
import { byFile, fileTitle, verdict } from './groupes.ts';
import { fileOf, limit, others } from './limite.ts';
import { piece } from './morceau.ts';
import { type Stage, stageCell, stageColumns } from './stade.ts';

const LABELS: Readonly<Record<Severity, string>> = { erreur: 'Erreur', avertissement: 'Avertissement', information: 'Information' };

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const entities = (text: string): string => text.replace(/[&<>]/g, (c) => ENTITIES[c] as string);
/** Une espace sans largeur sépare ce que GitHub et GitLab prendraient pour un nom, un numéro, une adresse ou un emoji. */
const apart = (text: string): string => text.replace(/@(?=\S)|\b(?:https?|ftp)(?=:)|\bwww(?=\.)|[#!](?=\d)|:(?=[\w+-]+:)/gi, '$&\u200B');
const zeroWidth = (text: string): string => text.replaceAll('\u200B', '&#8203;');
const oneLine = (text: string): string => neutralize(text.split(/\r?\n/).join(' ').trim());

/** Un texte quelconque, sans effet en Markdown ni en HTML ; `@nom`, `#12` et les adresses n'y deviennent pas des liens. */
export const plain = (text: string): string =>
  zeroWidth(
    entities(apart(oneLine(text)))
      .replace(/[\\`*_[\]|~$]/g, '\\$&')
      .replace(/^(\s*)([#+=-]|\d+(?=[.)]))/, (_, blank: string, mark: string) => (/\d/.test(mark) ? `${blank}${mark}\\` : `${blank}\\${mark}`)),
  );

/** Le même texte dans une balise, où Markdown ne s'applique pas. */
const inTag = (text: string): string => zeroWidth(entities(apart(oneLine(text))));

/** Un bloc de code dont la clôture ne peut pas se trouver dans le texte. */
const fence = (text: string): string => {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(Math.max(3, longest + 1));
  return `${ticks}text\n${text}\n${ticks}`;
};

function detail(d: Diagnostic, sources: Sources): string {
  const source = d.span === null ? undefined : sources.get(d.span.file);
  const at = d.span === null || source === undefined ? null : piece(source, d.span);
  const related = d.related.map((r) => {
    const line = sources.get(r.span.file)?.position(r.span.start).line;
    return `Voir ${plain(r.span.file)}${line === undefined ? '' : `, ligne ${line}`}\u00A0: ${plain(r.message)}`;
  });
  return [
    `**${LABELS[d.severity]} ${d.code}** — ${plain(d.title)}${at === null ? '' : `, ligne ${at.line}`}`,
    ...(at === null ? [] : [fence(`${at.before}${at.marked}${at.after}`)]),
    plain(d.message),
    ...related,
    ...(d.hint === null ? [] : [`**Que faire**\u00A0: ${plain(d.hint)}`]),
  ].join('\n\n');
}

/** L'avancement des signataires, hors rédaction. */
function stageSection(stage: Stage | undefined): readonly string[] {
  if (stage === undefined || stage.stade === 'projet') return [];
  const columns = stageColumns(stage);
  const rows = stage.signataires.map((s) => `| ${[s.nom, ...columns.map((c) => stageCell(s.etapes.find((e) => e.nom === c)))].map(plain).join(' | ')} |`);
  return [[`| ${['Signataire', ...columns].join(' | ')} |`, `| ${['Signataire', ...columns].map(() => '---').join(' | ')} |`, ...rows].join('\n')];
}

/** Le rapport en Markdown. */
export function markdown(diagnostics: readonly Diagnostic[], sources: Sources, context: ReportContext): string {
  const summary = summarize(diagnostics);
  const head = [`### ctg\u00A0: ${verdict(summary.errors, summary.warnings, context.stage)}`, summarySentence(summary), ...stageSection(context.stage)];
  if (diagnostics.length === 0) return `${head.join('\n\n')}\n`;

  const { shown, hidden } = limit(diagnostics, context.max);
  const all = byFile(diagnostics);
  const rows = [...all].map(([file, found]) => {
    const { errors, warnings, notes } = summarize(found);
    return `| ${plain(fileTitle(file))} | ${errors} | ${warnings} | ${notes} |`;
  });
  const kept = byFile(shown);
  const sections = [...all].map(([file, found]) => {
    const more = others(hidden.filter((d) => fileOf(d) === file).length, file);
    return [
      `<details>\n<summary>${inTag(fileTitle(file))} (${combien(found.length, 'constat')})</summary>`,
      ...(kept.get(file) ?? []).map((d) => detail(d, sources)),
      ...(more === null ? [] : [`… ${more}`]),
      '</details>',
    ].join('\n\n');
  });
  return `${[...head, ['| Fichier | Erreurs | Avertissements | Informations |', '| --- | ---: | ---: | ---: |', ...rows].join('\n'), ...sections].join('\n\n')}\n`;
}
