/**
 * Le même texte en pdfmake nu : paragraphes, listes et tableaux simples, sans rien de ctg (ni styles, ni enchaînement des pages, ni
 * signets, ni renvois). `contenu` le tire de l'arbre de l'acte ; lancé seul, ce fichier lit ce contenu et l'imprime.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const RACINE = fileURLToPath(new URL('../..', import.meta.url));
/** Ce qui s'écrit sans avoir de texte à soi. */
const SIGNES = { break: () => '\n', 'page-total': () => '00', 'note-call': (n) => `\u202F${n.number}`, 'note-back': () => ' ↑' };
const enLigne = (nodes) => nodes.map((n) => SIGNES[n.type]?.(n) ?? ('value' in n ? n.value : enLigne(n.children))).join('');
const p = (text, style = 'corps', extra = {}) => ({ text, style, ...extra });

function bloc(b) {
  const all = (blocks) => blocks.flatMap(bloc);
  switch (b.type) {
    case 'heading':
      return [p(`${b.number ?? ''} ${enLigne(b.children)}`, b.level === 2 ? 'h2' : 'h3')];
    case 'paragraph':
      return [p(enLigne(b.children))];
    case 'list':
      return [{ [b.ordered ? 'ol' : 'ul']: b.items.map((item) => ({ stack: all(item).map(aLaMarge) })), margin: [79, 0, 0, 4] }];
    case 'table':
      return [...(b.caption === null ? [] : [p(b.caption, 'h3')]), tableau(parts(b.widths), b.head.length, [...grille(b.head, b.widths.length), ...grille(b.body, b.widths.length)])];
    case 'quote':
    case 'partie':
      return all(b.children);
    case 'callout':
      return [...(b.title === null ? [] : [p(b.title, 'h3')]), ...all(b.children)];
    case 'code-block':
      return [p(b.value)];
    case 'key-values':
      return b.entries.flatMap((e) => [p(e.key, 'h3'), ...all(e.value)]);
    case 'figure':
      return [p(enLigne(b.caption))];
    case 'chiffres':
      return [tableau(['*', 90, '*', '*'], 0, b.items.map((i) => [i.label, `${i.value} ${i.unit}`, [i.zone, ...valeurs(i.dessin)].join('\n'), i.source].map((t) => p(t, 'table'))))];
    case 'graphique':
      return [p(b.title, 'h3'), ...(b.data === null ? valeurs(b.dessin).map((t) => p(t)) : bloc(b.data)), p(b.source, 'table')];
    case 'notes':
      return [p(b.title, 'h3'), { ol: b.items.map((note) => ({ stack: all(note.children).map(aLaMarge) })), margin: [79, 0, 0, 4] }];
    case 'donnees-graphiques':
      return all(b.tables);
    case 'plan-actions':
      return [plan(b)];
    case 'fiche-action':
      return [
        p(b.label, 'h3', { pageBreak: 'before' }),
        p(b.title, 'h2'),
        p(b.thematique),
        ...b.facts.map((f) => aLaMarge(p(`${f.key} : ${enLigne(f.value)}`))),
        { columns: [0, 1].map((side) => ({ stack: b.sections.flatMap((s, i) => (i % 2 === side ? [p(s.title, 'h3'), ...all(s.children).map(petit)] : [])) })) },
        ...(b.notes === undefined ? [] : bloc(b.notes)),
      ];
    case 'signatures':
      return [...all(b.closing), ...paires(b.blocks).map((pair) => ({ columns: pair.map((x) => ({ stack: [p(x.partie, 'h3'), ...x.signers.map((s) => aLaMarge(p(`${s.qualite}\n${s.name}`)))] })), margin: [0, 0, 0, 50] }))];
    default:
      return [];
  }
}

/** Les valeurs d'un dessin, sans le dessin. */
const valeurs = (dessin) =>
  dessin.type === 'pyramide' ? dessin.rows.map((r) => `${r.label} ${r.left.value} ${r.right.value}`) : (dessin.bars ?? dessin.points ?? dessin.communes).map((m) => `${m.label} ${m.value ?? ''}`);
const aLaMarge = (node) => ({ ...node, margin: [0, 0, 0, 2] });
/** Dans une cellule : le corps du tableau, et pas de retrait. */
function petit(node) {
  const items = node.ul ?? node.ol;
  if (items === undefined) return { ...node, style: 'table' };
  return { ...node, [node.ul === undefined ? 'ol' : 'ul']: items.map((i) => ({ stack: i.stack.map(petit) })), margin: [0, 0, 0, 0] };
}
const tableau = (widths, headerRows, body) => (body.length === 0 ? p('') : { table: { widths, headerRows, body }, margin: [0, 4, 0, 10] });

/** Une case par colonne, comme pdfmake le veut, même sous une cellule fusionnée (`couvert`). */
function grille(rows, colonnes) {
  const cases = rows.map(() => Array.from({ length: colonnes }, () => undefined));
  for (const [y, row] of rows.entries()) {
    for (const c of row) {
      const x = cases[y].indexOf(undefined);
      if (x === -1) break;
      const [colSpan, rowSpan] = [Math.min(c.colspan ?? 1, colonnes - x), Math.min(c.rowspan ?? 1, rows.length - y)];
      for (let dy = 0; dy < rowSpan; dy++) for (let dx = 0; dx < colSpan; dx++) cases[y + dy][x + dx] = { text: '', couvert: true };
      cases[y][x] = { stack: c.children.flatMap(bloc).map(petit), ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
    }
  }
  return cases.map((row) => row.map((c) => c ?? { text: '' }));
}

/** Le plan : une ligne par action, le chemin écrit quand il change, les colonnes vides absentes. */
function plan(b) {
  const colonnes = [
    ['', 120, (r, avant) => r.path.flatMap((n, i) => (n === null || n.id === avant?.path[i]?.id ? [] : [`${n.number} ${n.title}`])).join('\n')],
    ['Action', '*', (r) => `${r.number} ${r.title}`],
    ['Thématiques', 80, (r) => r.thematiques.join(', ')],
    ['Pilotes', 70, (r) => r.pilotes.join(', ')],
    ['Partenaires', 80, (r) => r.partenaires.join(', ')],
    ['Échéances', 45, (r) => r.echeances.join(', ')],
    ['Indicateurs', 90, (r) => r.indicateurs.join('\n')],
  ].filter(([, , value]) => b.rows.some((r) => value(r) !== ''));
  const rows = b.rows.map((r, i) => colonnes.map(([, , value]) => p(value(r, b.rows[i - 1]), 'table')));
  return { ...tableau(colonnes.map(([, width]) => width), 1, [colonnes.map(([titre]) => p(titre, 'table')), ...rows]), pageBreak: 'before', pageOrientation: 'landscape', paysage: true };
}

const paires = (list) => Array.from({ length: Math.ceil(list.length / 2) }, (_, i) => list.slice(2 * i, 2 * i + 2));
/** Parts relatives → points, retraits et filets de pdfmake déduits. */
const parts = (widths) => widths.map((w) => ((453 - 9 * widths.length) * w) / widths.reduce((a, b) => a + b, 0));

/** Contenu pdfmake d'un arbre : les mêmes mots, dans le même ordre. */
export function contenu(tree) {
  const out = [p(tree.cover.title, 'h1', { margin: [0, 200, 0, 20] }), p(tree.cover.territoire, 'h1'), p(tree.cover.years), ...tree.cover.signataires.map((s) => p(s)), p(tree.cover.model)];
  out.push({ toc: { title: p('Sommaire', 'h1') }, pageBreak: 'before' });
  let paysage = false;
  for (const [i, piece] of tree.pieces.entries()) {
    const nouvelle = i === 0 || piece.kind === 'annexe' || piece.kind === 'signatures';
    const blocks = piece.children.flatMap(bloc);
    const titre = piece.titled ? [p(`${piece.label ?? ''} ${piece.title}`, 'h1', { tocItem: true })] : [];
    const [first, ...rest] = [...titre, ...blocks];
    if (first === undefined) continue;
    out.push(nouvelle || paysage ? { ...first, pageBreak: 'before', pageOrientation: 'portrait' } : first);
    for (const block of rest) {
      out.push(paysage ? { stack: [block], pageBreak: 'before', pageOrientation: 'portrait' } : block);
      paysage = block.paysage === true;
    }
    if (rest.length === 0) paysage = false;
  }
  return { pied: `${tree.shortTitle} ${tree.fingerprint}`, content: out };
}

/** Polices, tailles et marges de l'habillage de ctg. */
const STYLES = {
  corps: { fontSize: 10.5, lineHeight: 1.04, margin: [79, 0, 0, 5] },
  table: { fontSize: 9.5 },
  h1: { font: 'titres', fontSize: 18, bold: true, margin: [0, 24, 0, 8] },
  h2: { font: 'titres', fontSize: 13, bold: true, margin: [0, 14, 0, 4] },
  h3: { font: 'titres', fontSize: 10.5, bold: true, margin: [0, 8, 0, 3] },
};

async function imprimer(source, vers) {
  const { default: pdfmake } = await import('pdfmake');
  const police = (nom) => path.join(RACINE, 'templates/theme/fonts', `${nom}.ttf`);
  const famille = (nom) => ({ normal: police(`${nom}_400Regular`), bold: police(`${nom}_600SemiBold`), italics: police(`${nom}_400Regular_Italic`), bolditalics: police(`${nom}_600SemiBold_Italic`) });
  pdfmake.setFonts({ texte: famille('SourceSerif4'), titres: famille('SourceSans3') });
  const { pied, content } = JSON.parse(readFileSync(source, 'utf8'));
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: [71, 77, 71, 88],
    defaultStyle: { font: 'texte', fontSize: 10.5 },
    styles: STYLES,
    footer: (page, pages) => ({ text: `${pied} Page ${page} / ${pages}`, margin: [71, 20, 71, 0], fontSize: 8.5 }),
    content,
  });
  writeFileSync(vers, await document.getBuffer());
}

const [, lance, source, vers] = process.argv;
if (lance !== undefined && pathToFileURL(lance).href === import.meta.url) await imprimer(source, vers);
