/** Ce que l'arbre veut voir imprimé : ses textes, et ce que chaque sortie a le droit d'y ajouter. */
import type { Block, Cell, Chiffres, DocumentTree, FicheAction, Graphique, PlanActions } from '../../src/document/arbre.ts';
import { type Dessin, textesDessin } from '../../src/document/dessin.ts';
import { blockTexts, treeTexts } from '../../src/document/texte.ts';

/** Tous les blocs d'un arbre, à toute profondeur. */
export function tousLesBlocs(tree: DocumentTree): readonly Block[] {
  const found: Block[] = [];
  const cellules = (rows: readonly (readonly Cell[])[]): void => rows.forEach((r) => r.forEach((c) => visite(c.children)));
  const visite = (blocks: readonly Block[]): void => {
    for (const b of blocks) {
      found.push(b);
      if (b.type === 'graphique' && b.data !== null) visite([b.data]);
      if ('children' in b && (b.type === 'quote' || b.type === 'partie' || b.type === 'callout')) visite(b.children);
      else if (b.type === 'list') b.items.forEach(visite);
      else if (b.type === 'table') cellules([...b.head, ...b.body]);
      else if (b.type === 'fiche-action') b.sections.forEach((s) => visite(s.children));
      else if (b.type === 'key-values') b.entries.forEach((e) => visite(e.value));
      else if (b.type === 'signatures') visite(b.closing);
      else if (b.type === 'notes') b.items.forEach((n) => visite(n.children));
      if (b.type === 'fiche-action' && b.notes !== undefined) visite([b.notes]);
    }
  };
  for (const p of tree.pieces) visite(p.children);
  return found;
}

/** `structure` : le PDF lu par ses balises. */
export type Sortie = 'html' | 'pdf' | 'structure';

/** Le plan est un tableau : chaque branche n'est dite qu'à sa première action ; la page HTML met les partenaires sous l'action. */
function planTexts(plan: PlanActions, sortie: Sortie): readonly string[] {
  // Au PDF, la colonne des thématiques ne paraît que s'il y en a plusieurs.
  const plusieurs = new Set(plan.rows.flatMap((r) => r.thematiques)).size > 1;
  let vus: readonly (string | null)[] = [];
  return plan.rows.flatMap((row) => {
    const neuf = row.path.findIndex((n, i) => (n?.id ?? null) !== (vus[i] ?? null));
    vus = row.path.map((n) => n?.id ?? null);
    const tetes = neuf === -1 ? [] : row.path.slice(neuf).flatMap((n) => (n === null ? [] : [n.title]));
    const gens = sortie === 'html' ? [...row.partenaires, ...row.thematiques, ...row.pilotes] : [...row.pilotes, ...row.partenaires];
    return [...tetes, ...(sortie !== 'html' && plusieurs ? row.thematiques : []), row.title, ...gens, ...row.echeances.map(String), ...row.indicateurs];
  });
}

/** Les textes d'un dessin : ceux du SVG au PDF ; en HTML, ceux de son tableau, puisque le SVG n'y est pas du texte. */
const dessinTexts = (dessin: Dessin, sortie: Sortie): readonly string[] =>
  sortie === 'html' && dessin.type === 'carte' ? [] : textesDessin(dessin);

const chiffresTexts = (b: Chiffres, sortie: Sortie): readonly string[] =>
  b.items.flatMap((i) => [i.label, `${i.value} ${i.unit}`, ...(i.dessin.type === 'barres' ? [] : [i.zone]), ...dessinTexts(i.dessin, sortie), i.source]);

const graphiqueTexts = (b: Graphique, sortie: Sortie): readonly string[] => [b.title, ...dessinTexts(b.dessin, sortie), ...(b.data === null ? [] : blockTexts(b.data)), b.source];

/** Le PDF met la thématique en regard du rang, avant l'intitulé. */
function ficheTexts(b: FicheAction, sortie: Sortie): readonly string[] {
  const [label = '', title = '', thematique = '', ...reste] = blockTexts(b);
  return sortie !== 'pdf' ? [label, title, thematique, ...reste] : [label, thematique, title, ...reste];
}

/** Les textes de `treeTexts` ; trois blocs sont des tableaux que chaque sortie ordonne à sa façon, dite ci-dessus. */
export function textesAttendus(tree: DocumentTree, pages: string, sortie: Sortie): readonly string[] {
  const propres = new Map<string, readonly string[]>();
  const propre = (b: Block): readonly string[] | null =>
    b.type === 'plan-actions' ? planTexts(b, sortie) : b.type === 'chiffres' ? chiffresTexts(b, sortie) : b.type === 'graphique' ? graphiqueTexts(b, sortie) : b.type === 'donnees-graphiques' && sortie === 'html' ? [] : b.type === 'fiche-action' ? ficheTexts(b, sortie) : b.type === 'joined' && sortie !== 'html' ? Array.from({ length: b.pages }, () => b.description) : null;
  const marque = (b: Block): Block => {
    const textes = propre(b);
    if (textes === null) return b;
    const value = `bloc-${String(propres.size)}`;
    propres.set(value, textes);
    return { type: 'code-block', value };
  };
  const pieces = tree.pieces.map((p) => ({ ...p, children: p.children.map(marque) }));
  return treeTexts({ ...tree, pieces }, pages).flatMap((t) => propres.get(t) ?? [t]);
}

/** Ce qu'un rendu répète ou ajoute à bon droit, d'après l'arbre. */
export function ajoutsPermis(tree: DocumentTree): readonly (string | RegExp)[] {
  const blocs = tousLesBlocs(tree);
  return [
    // En-têtes de tableau, répétés à chaque page.
    ...blocs.flatMap((b): readonly Block[] => (b.type === 'donnees-graphiques' ? b.tables : [b])).flatMap((b) => (b.type === 'table' ? b.head.flatMap((r) => r.flatMap((c) => c.children.flatMap((x) => blockTexts(x)))) : [])),
    ...blocs.flatMap((b): (string | RegExp)[] =>
      b.type !== 'plan-actions'
        ? []
        : [
            ...b.levels, b.actionLabel, 'Thématique', 'Thématiques :', 'Pilotes', 'Partenaires', 'Partenaires :', 'Plan d’actions', /\d{4}/, ',', 'Échéance', 'Indicateurs', 'Avancement', 'Fiche', '■', '–', '·', '(suite)',
            ...b.rows.flatMap((r) => [r.number, ...r.territoires, r.offre ?? '', r.avancement ?? '', r.priorite ?? '', r.fiche?.label ?? '', ...r.path.flatMap((n) => (n === null ? [] : [n.number, n.title]))]),
          ],
    ),
    // Numéros des listes numérotées et des notes, tiret entre un rang et son intitulé.
    ...(blocs.some((b) => b.type === 'notes' || (b.type === 'list' && b.ordered)) ? [/\d+\./] : []),
    '–',
    ...(blocs.some((b) => b.type === 'chiffres') ? [/█+/] : []),
    // L'en-tête du tableau de données d'une pyramide.
    'Âge',
    // Un PDF joint se nomme dans la page HTML.
    ...blocs.flatMap((b) => (b.type === 'joined' && b.media === 'application/pdf' ? [`${b.name} (PDF, ${String(b.pages)} pages)`] : [])),
    // La ligne où dater sa signature, à la main.
    'Le',
  ];
}
