/** Compose l'arbre du document : clauses étendues, textes du territoire, fragments. Les numéros viennent de la résolution. */
import type { FootnoteDefinition } from 'mdast';
import { diagnostic } from '../base/catalogue/index.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import { suggest } from '../base/suggestion.ts';
import type { Block, Cover, DocumentTree, Figure, Image, Piece } from '../document/arbre.ts';
import { anchors, crossRefs } from '../document/ancres.ts';
import { fromMdast, type Hooks } from '../document/from-mdast.ts';
import { placerDonnees } from '../document/donnees.ts';
import { placerNotes } from '../document/notes.ts';
import { numberHeadings } from '../document/passes.ts';
import { sansArticle } from '../resolve/denomination.ts';
import { spanOf } from '../resolve/markdown.ts';
import { constatsNotes } from '../resolve/notes.ts';
import type { ModeleResolu, PieceResolue, Projet } from '../resolve/projet.ts';
import { capitale } from '../base/francais.ts';
import type { Vue } from '../model/forme.ts';
import { type Secret, vue as makeVue } from '../model/vue.ts';
import type { Clause } from './clause.ts';
import { groupeBlocks } from './fragments/diagnostic.ts';
import type { FragmentContext } from './fragments/fragment.ts';
import { FRAGMENTS } from './fragments/index.ts';
import { parseClauseMarkdown } from './markdown.ts';
import { pieceAnchor, pieceLabel, renderLink, type RenvoiContext } from './renvois.ts';

export interface ComposeInput {
  readonly projet: Projet;
  /** Seuils du secret statistique, que la clause des échanges de données écrit. */
  readonly secret: Secret;
  readonly clause: (id: string) => Clause | null;
  /** Image citée par un texte, relative au dossier de ce texte ; les constats de lecture sont rendus par l'appelant. */
  readonly image: (url: string, from: string, span: Span | null) => Image | null;
  /** Logos des signataires, par identifiant. */
  readonly logo: (id: string) => Image | null;
  /** Documents joints d'une annexe. */
  readonly joined: (piece: PieceResolue) => readonly Block[];
  readonly date: string;
}

/** Projet résolu → arbre composé, dont les textes sont encore bruts (`finish`), ou null s'il manque de quoi écrire l'acte (déjà dit ailleurs). */
export function compose(input: ComposeInput): Outcome<DocumentTree | null> {
  const { projet } = input;
  const { modele } = projet;
  const vue = modele === null ? null : makeVue(projet, modele, input.secret);
  if (modele === null || vue === null) return [null, []];
  const composer = new Composer(input, modele, vue);
  const pieces = [...composer.pieces('liminaire'), ...composer.pieces('article'), composer.signatures(), ...composer.pieces('annexe')];
  const tree: DocumentTree = {
    title: `${vue.convention.titre} – ${vue.territoire.nom} (${vue.convention.annees})`,
    shortTitle: `${modele.value.titre === vue.convention.titre ? 'Convention territoriale globale' : vue.convention.titre} – ${vue.territoire.nom}`,
    subject: `${vue.convention.titre}, ${vue.territoire.nom}, ${vue.convention.annees}`,
    author: projet.signataires.filter((s) => s.groupe === null).map((s) => sansArticle(s.le)).join(', '),
    keywords: ['convention territoriale globale', 'CTG', vue.territoire.nom, vue.territoire.departement],
    lang: 'fr-FR',
    stade: projet.stade,
    fingerprint: '',
    date: input.date,
    cover: composer.cover(),
    pieces: pieces.map((piece) => placerNotes(placerDonnees(numberHeadings(piece)), composer.notes)),
  };
  const known = anchors(tree);
  for (const ref of crossRefs(tree)) {
    if (!known.has(ref.target)) composer.diagnostics.push(diagnostic('CTG6001', { cible: ref.target, suggestion: suggest(ref.target, known) }, ref.span));
  }
  return [tree, composer.diagnostics];
}

class Composer {
  readonly diagnostics: Diagnostic[] = [];
  readonly #input: ComposeInput;
  readonly #modele: ModeleResolu;
  readonly #vue: Vue;
  readonly #renvois: RenvoiContext;
  /** Blocs de chaque note appelée, sous le nom que portent ses appels. */
  readonly notes = new Map<string, readonly Block[]>();
  readonly #noms = new Map<FootnoteDefinition, string>();

  constructor(input: ComposeInput, modele: ModeleResolu, vue: Vue) {
    this.#input = input;
    this.#modele = modele;
    this.#vue = vue;
    this.#renvois = { projet: input.projet, modele, vue, report: (found) => this.diagnostics.push(found) };
  }

  cover(): Cover {
    const { projet } = this.#input;
    const own = projet.signataires.filter((s) => s.value.categorie !== 'groupe');
    return {
      title: this.#vue.convention.titre,
      territoire: this.#vue.territoire.nom,
      years: capitale(this.#vue.convention.annees),
      signataires: own.map((s) => capitale(sansArticle(s.le))),
      logos: own.flatMap((s) => {
        const image = this.#input.logo(s.id);
        return image === null ? [] : [{ image, alt: `Logo : ${sansArticle(s.court)}` }];
      }),
      model: `${this.#modele.value.nom}, version ${this.#modele.value.version}`,
    };
  }

  pieces(kind: PieceResolue['kind']): readonly Piece[] {
    return this.#modele.pieces.filter((p) => p.kind === kind).map((p) => this.#piece(p));
  }

  #piece(piece: PieceResolue): Piece {
    const texte = piece.texte === null ? null : this.#prose(piece.texte.file)(piece.texte.body.children, 2);
    const clause = piece.clause === null ? null : this.#input.clause(piece.clause);
    let children: readonly Block[] = texte ?? [];
    if (clause !== null) {
      let placed = false;
      children = this.#clause(clause, () => {
        placed = true;
        return texte ?? [];
      });
      // Un texte sans place réservée va à la fin : rien n'est perdu.
      if (!placed && texte !== null) children = [...children, ...texte];
    }
    if (piece.kind === 'annexe') children = [...children, ...this.#input.joined(piece)];
    const replaced = piece.modele === null ? null : this.#input.clause(piece.modele.clause ?? piece.id);
    const title = piece.titre ?? (clause ?? replaced)?.titre ?? piece.id;
    return { kind: piece.kind, id: piece.id, anchor: pieceAnchor(piece), label: pieceLabel(piece), title, titled: piece.kind !== 'liminaire' || !['parties', 'visas'].includes(piece.id), children };
  }

  signatures(): Piece {
    const clause = this.#input.clause('signatures');
    const blocks = clause === null ? [] : this.#clause(clause, () => []);
    const at = blocks.findIndex((b) => b.type === 'signatures');
    const joined = blocks.flatMap((b, i): Block[] => (i < at ? [] : b.type === 'signatures' ? [{ ...b, closing: blocks.slice(0, at) }] : [b]));
    return { kind: 'signatures', id: 'signatures', anchor: 'signatures', label: null, title: clause?.titre ?? 'Signatures', titled: false, children: joined };
  }

  #clause(clause: Clause, local: () => readonly Block[]): readonly Block[] {
    const text = clause.expand(this.#vue);
    const root = parseClauseMarkdown(text);
    // Une donnée absente peut retirer un appel : la note qui reste n'est pas une faute de la clause.
    const whole: Span = { file: clause.source.file, start: 0, end: 3 };
    for (const found of constatsNotes(root, text, () => whole)) if (found.severity === 'erreur') this.diagnostics.push(found);
    return fromMdast(root.children, this.#hooks(clause.source.file, null, local));
  }

  #prose(file: string) {
    return (children: Parameters<typeof fromMdast>[0], top: 2 | 3 | 4 = 2, whole = children): readonly Block[] => fromMdast(children, this.#hooks(file, file, () => []), top, whole);
  }

  /** `file` : où signaler ; `source` : null pour une clause étendue, dont les endroits ne sont plus ceux du fichier. */
  #hooks(file: string, source: string | null, local: () => readonly Block[]): Hooks {
    const whole: Span = { file, start: 0, end: 3 };
    const report = (found: Diagnostic): void => void this.diagnostics.push(found);
    return {
      report,
      span: (node) => (source === null ? null : spanOf(node, source)),
      link: (url, children, span) => renderLink(url, children, span ?? whole, this.#renvois),
      blockLink: (url) => {
        const groupe = /^chiffres:(.+)$/.exec(url)?.[1];
        const found = groupe === undefined ? undefined : this.#input.projet.diagnostic.find((g) => g.id === groupe);
        return found === undefined ? null : groupeBlocks(this.#input.projet, found);
      },
      image: (url, alt, span): Figure | null => {
        if (alt.trim() === '') report(diagnostic('CTG6003', { fichier: url }, span ?? whole));
        const image = this.#input.image(url, file, span ?? whole);
        return image === null ? null : { type: 'figure', image, alt, caption: [], span };
      },
      note: (definition, blocks) => {
        let name = this.#noms.get(definition);
        if (name === undefined) {
          name = String(this.#noms.size);
          this.#noms.set(definition, name);
          this.notes.set(name, blocks());
        }
        return name;
      },
      leaf: (name, attributes, span) => {
        if (name === 'texte-local') return local();
        const fragment = Object.hasOwn(FRAGMENTS, name) ? FRAGMENTS[name] : undefined;
        if (fragment === undefined) {
          report(diagnostic('CTG5005', { nom: name, suggestion: suggest(name, [...Object.keys(FRAGMENTS), 'texte-local']) }, span ?? whole));
          return [];
        }
        const context: FragmentContext = {
          projet: this.#input.projet,
          modele: this.#modele,
          vue: this.#vue,
          attributes,
          prose: (children, from, top, whole) => this.#prose(from)(children, top, whole),
        };
        return fragment(context);
      },
      container: (name, attributes, children, span) => {
        if (name === 'partie') return [{ type: 'partie', children }];
        if (name === 'visas') return children.map((b) => (b.type === 'paragraph' ? { ...b, role: 'visa' as const } : b));
        if (name === 'encart') return [{ type: 'callout', title: attributes['titre'] ?? null, children }];
        report(diagnostic('CTG5005', { nom: name, suggestion: suggest(name, ['partie', 'visas', 'encart']) }, span ?? whole));
        return children;
      },
    };
  }
}
