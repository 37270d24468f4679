/** L'arbre du document en texte, un nœud par ligne : ce qui change s'y voit. Les espaces insécables y sont visibles. */
import type { Block, BlockHandlers, Cell, DocumentTree, Image, Inline, InlineHandlers } from '../../src/document/arbre.ts';
import { retourDeNote } from '../../src/document/texte.ts';
import { type Dessin, donnees } from '../../src/document/dessin.ts';

const visible = (texte: string): string => texte.replaceAll('\u00A0', '⍽').replaceAll('\u202F', '⎵').replaceAll('\n', '⏎');

const enLigne: InlineHandlers<string> = {
  text: (n) => n.value,
  strong: (n) => `**${ligne(n.children)}**`,
  emphasis: (n) => `_${ligne(n.children)}_`,
  code: (n) => `\`${n.value}\``,
  link: (n) => `[${ligne(n.children)}](${n.url})`,
  crossref: (n) => `[${ligne(n.children)}](#${n.target})`,
  langue: (n) => `{${n.lang}: ${ligne(n.children)}}`,
  break: () => '⏎',
  blank: (n) => `⟦${n.value}⟧`,
  'page-total': () => '⟨pages⟩',
  'note-call': (n) => `⟨${String(n.number)} #${n.id} → #${n.target}⟩`,
  'note-back': (n) => `⟨${retourDeNote(n)} → #${n.target}⟩`,
};
const ligne = (noeuds: readonly Inline[]): string => noeuds.map((n) => (enLigne[n.type] as (n: Inline) => string)(n)).join('');

const image = (i: Image): string => `${i.media} ${String(i.width)}×${String(i.height)}, ${String('svg' in i ? i.svg.length : i.bytes.byteLength)} octets`;
const dessin = (d: Dessin): string => ` ; ${d.type}${donnees(d).rows.map((r) => ` ; ${r.join(' ')}`).join('')}`;
const retrait = (lignes: readonly string[]): string[] => lignes.map((l) => `  ${l}`);
const blocs = (noeuds: readonly Block[]): string[] => noeuds.flatMap((n) => (enBloc[n.type] as (n: Block) => string[])(n));

function cellule(c: Cell): string {
  const marques = [c.header === true ? 'en-tête' : '', c.mark === true ? 'pleine' : '', c.align ?? '', c.rowspan === undefined ? '' : `${String(c.rowspan)} lignes`, c.colspan === undefined ? '' : `${String(c.colspan)} colonnes`, c.raw === undefined ? '' : `= ${String(c.raw)}`];
  const connues = marques.filter((m) => m !== '').join(', ');
  return `${connues === '' ? '' : `(${connues}) `}${blocs(c.children).map((l) => l.trim()).join(' / ')}`;
}

const enBloc: BlockHandlers<string[]> = {
  heading: (n) => [`titre ${String(n.level)} #${n.id}${n.number === null ? '' : ` ${n.number}`} : ${ligne(n.children)}`],
  paragraph: (n) => [`${n.role === undefined ? '§' : `§ (${n.role})`} ${ligne(n.children)}`],
  list: (n) => [n.ordered ? `liste numérotée depuis ${String(n.start)}` : 'liste', ...n.items.flatMap((item) => retrait(blocs(item).map((l, i) => (i === 0 ? `- ${l}` : `  ${l}`))))],
  table: (n) => [
    `tableau [${n.widths.join(' ')}]${n.headerColumns === 0 ? '' : `, ${String(n.headerColumns)} colonne(s) d’en-tête`}${n.caption === null ? '' : ` : ${n.caption}`}`,
    ...retrait([...n.head.map((r) => `en-tête | ${r.map(cellule).join(' | ')}`), ...n.body.map((r) => `| ${r.map(cellule).join(' | ')}`)]),
  ],
  quote: (n) => ['citation', ...retrait(blocs(n.children))],
  'code-block': (n) => [`code : ${n.value}`],
  separator: () => ['filet'],
  'key-values': (n) => ['libellés', ...n.entries.flatMap((e) => [`  ${e.key} :`, ...retrait(retrait(blocs(e.value)))])],
  figure: (n) => [`figure ${image(n.image)} « ${n.alt} » ${ligne(n.caption)}`],
  callout: (n) => [`encart ${n.title ?? ''}`, ...retrait(blocs(n.children))],
  partie: (n) => ['partie', ...retrait(blocs(n.children))],
  chiffres: (n) => ['chiffres', ...n.items.map((i) => `  ${i.id} : ${i.label} = ${i.value} [${String(i.raw)}] ${i.unit} ; ${i.zone} ; ${i.source}${dessin(i.dessin)} ; « ${i.alt} »`)],
  graphique: (n) => [`graphique ${n.id} : ${n.title} ; ${n.source}${dessin(n.dessin)} ; « ${n.alt} »`, ...(n.data === null ? [] : retrait(blocs([n.data])))],
  'donnees-graphiques': (n) => ['données des graphiques', ...retrait(blocs(n.tables))],
  'plan-actions': (n) => [
    `plan d’actions par ${n.levels.join(' > ')} > ${n.actionLabel}`,
    ...n.rows.map((r) => {
      const reste = Object.entries({ thématiques: r.thematiques, pilotes: r.pilotes, partenaires: r.partenaires, échéances: r.echeances, indicateurs: r.indicateurs, territoires: r.territoires, offre: r.offre, avancement: r.avancement, priorité: r.priorite, fiche: r.fiche === null ? null : `${r.fiche.label} #${r.fiche.anchor}` })
        .flatMap(([nom, v]) => (v === null || (Array.isArray(v) && v.length === 0) ? [] : [`${nom} : ${Array.isArray(v) ? v.join(', ') : v}`]));
      return `  ${r.path.map((p) => (p === null ? '–' : `${p.number} ${p.title}`)).join(' > ')} > ${r.number} ${r.title} #${r.anchor} ; ${reste.join(' ; ')}`;
    }),
  ],
  'fiche-action': (n) => [
    `fiche #${n.anchor} ${n.label} : ${n.title} (${n.thematique})`,
    ...n.facts.map((f) => `  ${f.key} : ${ligne(f.value)}`),
    ...n.sections.flatMap((s) => [`  rubrique ${s.id} : ${s.title}`, ...retrait(retrait(blocs(s.children)))]),
    ...(n.notes === undefined ? [] : retrait(blocs([n.notes]))),
  ],
  signatures: (n) => ['signatures', ...retrait(blocs(n.closing)), ...n.blocks.map((b) => `  ${b.partie} : ${b.signers.map((s) => `${s.qualite}, ${s.name}`).join(' ; ')}`)],
  notes: (n) => [`${n.title} (${n.said})`, ...n.items.flatMap((note) => [`  ${String(note.number)} #${note.id}`, ...retrait(retrait(blocs(note.children)))])],
  joined: (n) => [`document joint ${n.name} (${n.media}, ${String(n.pages)} page(s), ${String(n.bytes.byteLength)} octets) : ${n.description}`],
};

/** Tout l'arbre. L'empreinte et les endroits n'y sont pas : ils changent à chaque lettre des sources. */
export function arbreLisible(tree: DocumentTree): string {
  const { cover } = tree;
  const lignes = [
    `titre : ${tree.title}`,
    `titre court : ${tree.shortTitle}`,
    `sujet : ${tree.subject}`,
    `auteur : ${tree.author}`,
    `mots-clés : ${tree.keywords.join(', ')}`,
    `langue ${tree.lang}, stade ${tree.stade}, date ${tree.date}`,
    `couverture : ${cover.title} / ${cover.territoire} / ${cover.years} / ${cover.model}`,
    ...cover.signataires.map((s) => `  ${s}`),
    ...cover.logos.map((l) => `  logo ${image(l.image)} « ${l.alt} »`),
    ...tree.pieces.flatMap((p) => ['', `${p.kind} ${p.id} #${p.anchor} : ${p.label === null ? '' : `${p.label} – `}${p.title}${p.titled ? '' : ' (titre non imprimé)'}`, ...retrait(blocs(p.children))]),
  ];
  return lignes.map((l) => `${visible(l)}\n`).join('');
}
