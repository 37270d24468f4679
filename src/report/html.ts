/** Une page à lire ou à imprimer, pour qui décide sans écrire les fichiers : le verdict, le compte, puis chaque point. */
import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import { combien, guillemets, nombre } from '../base/francais.ts';
import { neutralize } from './affichage.ts';
import { summarize, summarySentence } from './bilan.ts';
import type { ReportContext, Sources } from './contexte.ts';
import { byFile, fileTitle, SEVERITIES, verdict } from './groupes.ts';
import { type Stage, stageCell, stageColumns } from './stade.ts';
import { fileOf, limit, others } from './limite.ts';
import { piece } from './morceau.ts';
import { STYLE } from './style-html.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const entities = (text: string): string => text.replace(/[&<>"]/g, (c) => ENTITIES[c] as string);
const escape = (text: string): string => entities(text.split(/\r?\n/).map(neutralize).join('\n'));

const TITLES: Readonly<Record<Severity, { readonly section: string; readonly intro: string; readonly label: string }>> = {
  erreur: { section: 'À corriger', label: 'Erreur', intro: 'Tant qu’il reste une erreur, aucun document n’est écrit.' },
  avertissement: { section: 'À regarder avant de signer', label: 'Avertissement', intro: 'L’acte peut être produit, mais ces points méritent un regard.' },
  information: { section: 'Pour information', label: 'Information', intro: 'Ces points ne demandent rien.' },
};

function extract(d: Diagnostic, sources: Sources): { readonly line: string; readonly html: string } {
  const source = d.span === null ? undefined : sources.get(d.span.file);
  if (d.span === null || source === undefined) return { line: '', html: '' };
  const { line, before, marked, after } = piece(source, d.span);
  const text = `${entities(before.trimStart())}${marked === '' ? '' : `<mark>${entities(marked)}</mark>`}${entities(after)}`;
  return { line: `Ligne\u00A0${nombre(line)}`, html: text.trim() === '' ? '' : `<pre>${text}</pre>` };
}

function point(d: Diagnostic, sources: Sources): string {
  const { line, html } = extract(d, sources);
  const related = d.related.map((r) => {
    const at = sources.get(r.span.file)?.position(r.span.start).line;
    return `<p>Voir aussi ${escape(r.span.file)}${at === undefined ? '' : `, ligne\u00A0${nombre(at)}`}\u00A0: ${escape(r.message)}</p>`;
  });
  return [
    `<article class="point ${d.severity}">`,
    `<h4>${TITLES[d.severity].label}\u00A0: ${escape(d.title)} <span class="code">${d.code}</span></h4>`,
    ...(line === '' ? [] : [`<p class="place">${line}</p>`]),
    ...(html === '' ? [] : [html]),
    `<p>${escape(d.message)}</p>`,
    ...related,
    ...(d.hint === null ? [] : [`<p><strong>Que faire</strong>\u00A0: ${escape(d.hint)}</p>`]),
    '</article>',
  ].join('\n');
}

/** L'avancement des signataires, hors rédaction. */
function stageSection(stage: Stage | undefined): readonly string[] {
  if (stage === undefined || stage.stade === 'projet') return [];
  const columns = stageColumns(stage);
  const head = ['Signataire', ...columns].map((c) => `<th scope="col">${escape(c.charAt(0).toUpperCase() + c.slice(1))}</th>`).join('');
  const rows = stage.signataires.map((s) => `<tr><th scope="row">${escape(s.nom)}</th>${columns.map((c) => `<td>${escape(stageCell(s.etapes.find((e) => e.nom === c)))}</td>`).join('')}</tr>`);
  return ['<section aria-labelledby="signataires">', '<h2 id="signataires">Où en est chaque signataire</h2>', '<table>', `<thead><tr>${head}</tr></thead>`, '<tbody>', ...rows, '</tbody>', '</table>', '</section>'];
}

/** Le rapport en HTML : une page seule, sans script ni ressource extérieure. */
export function html(diagnostics: readonly Diagnostic[], sources: Sources, context: ReportContext): string {
  const summary = summarize(diagnostics);
  const { shown, hidden } = limit(diagnostics, context.max);
  const title = context.project === null ? 'Contrôle des sources' : `Contrôle des sources de ${guillemets(escape(context.project))}`;
  const present = SEVERITIES.filter((severity) => diagnostics.some((d) => d.severity === severity));

  const section = (severity: Severity): string => {
    const of = (list: readonly Diagnostic[]): readonly Diagnostic[] => list.filter((d) => d.severity === severity);
    const kept = byFile(of(shown));
    const files = [...byFile(of(diagnostics)).keys()].map((file) => {
      const more = others(of(hidden).filter((d) => fileOf(d) === file).length, file);
      return [`<h3>${escape(fileTitle(file))}</h3>`, ...(kept.get(file) ?? []).map((d) => point(d, sources)), ...(more === null ? [] : [`<p>… ${more}</p>`])].join('\n');
    });
    return [`<section aria-labelledby="${severity}">`, `<h2 id="${severity}">${TITLES[severity].section} (${nombre(of(diagnostics).length)})</h2>`, `<p>${TITLES[severity].intro}</p>`, ...files, '</section>'].join('\n');
  };
  const rows = [...byFile(diagnostics)].map(([file, found]) => {
    const { errors, warnings, notes } = summarize(found);
    return `<tr><th scope="row">${escape(fileTitle(file))}</th><td>${nombre(errors)}</td><td>${nombre(warnings)}</td><td>${nombre(notes)}</td></tr>`;
  });
  const table = ['<table>', '<caption>Points par fichier</caption>', '<thead><tr><th scope="col">Fichier</th><th scope="col">Erreurs</th><th scope="col">Avertissements</th><th scope="col">Informations</th></tr></thead>', '<tbody>', ...rows, '</tbody>', '</table>'];

  return [
    '<!DOCTYPE html>',
    '<html lang="fr">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#contenu">Aller au contenu</a>',
    '<header>',
    `<h1>${title}</h1>`,
    `<p class="verdict ${present[0] ?? 'sain'}">${verdict(summary.errors, summary.warnings, context.stage)}</p>`,
    `<p>${summarySentence(summary)}</p>`,
    '</header>',
    ...(present.length < 2 ? [] : ['<nav aria-label="Sommaire">', '<ul>', ...present.map((s) => `<li><a href="#${s}">${TITLES[s].section}</a> (${combien(diagnostics.filter((d) => d.severity === s).length, 'point')})</li>`), '</ul>', '</nav>']),
    '<main id="contenu" tabindex="-1">',
    ...(diagnostics.length === 0 ? ['<p>Tous les fichiers du territoire ont été contrôlés.</p>'] : table),
    ...stageSection(context.stage),
    ...present.map(section),
    '</main>',
    `<footer><p>Rapport de ctg ${escape(context.version)}. Les codes (CTG…) sont expliqués par «\u00A0ctg explain\u00A0» suivi du code.</p></footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
