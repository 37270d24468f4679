/**
 * La route, de haut en bas : lire, analyser, valider, résoudre, contrôler (`analyze`), puis modéliser, composer le
 * document, rendre. Une erreur avant le rendu arrête tout : aucun document n'est produit.
 */
import type { Diagnostic } from '../base/diagnostic.ts';
import { hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import type { SourceText } from '../base/span.ts';
import type { DocumentTree } from '../document/arbre.ts';
import { finish } from '../document/passes.ts';
import { type AvancementSignataire, avancement } from '../model/avancement.ts';
import type { Host } from '../host/host.ts';
import { recordingHost } from '../host/recording.ts';
import type { Attachment } from '../render/pdf/attachments.ts';
import type { Projet, Stade } from '../resolve/projet.ts';
import { analyze } from './analyze.ts';
import { type Cache, noCache } from './cache.ts';
import { makeDocument } from './document.ts';
import { emporter, jointes, signer } from './preuve.ts';
import { adjust } from './reglages.ts';
import { enVeille } from './regles.ts';
import { type PagesAnnoncees, renderTargets } from './render.ts';
import { silence } from './silences.ts';
import { readHabillage } from './theme.ts';

export type { Stade } from '../resolve/projet.ts';

export const TARGETS = ['pdf', 'html', 'plan'] as const;
export type Target = (typeof TARGETS)[number];

export interface Output {
  readonly target: Target;
  /** Nom du fichier, relatif au dossier de sortie. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface CompileOptions {
  /** Sorties voulues ; aucune : valider seulement. */
  readonly targets: readonly Target[];
  readonly cache?: Cache;
  /** Stade de contrôle ; sinon celui de ctg.yaml. */
  readonly stade?: Stade;
}

export interface CompileResult {
  /** Vide dès qu'il y a une erreur. */
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
  readonly projet: Projet;
  readonly sources: ReadonlyMap<string, SourceText>;
  /** Où en est chaque signataire au stade contrôlé. */
  readonly avancement: readonly AvancementSignataire[];
  /** L'acte composé, s'il a pu l'être. */
  readonly tree: DocumentTree | null;
  /** Les fichiers que le PDF de cet acte emporte ; aucun sans acte. Faits à chaque appel. */
  readonly attachments: () => readonly Attachment[];
}

/** Compile un territoire. Ne lance rien pour une faute de l'auteur : tout est dans `diagnostics`. */
export async function compile(outside: Host, options: CompileOptions): Promise<CompileResult> {
  const { host, contents } = recordingHost(outside);
  const { projet, sources, diagnostics, settings } = analyze(host, options.cache ?? noCache, options.stade ?? null);
  const settle = (found: readonly Diagnostic[]): readonly Diagnostic[] => silence(adjust(found, settings), sources, (code) => enVeille(code, projet.stade));
  let sign: (() => DocumentTree) | null = null;
  let carried: (() => readonly Attachment[]) | null = null;
  let finished: DocumentTree | null = null;
  // Empreinte, blancs et typographie ne constatent rien : ce travail attend que l'on regarde l'arbre, ce que valider ne fait pas.
  const tree = (): DocumentTree | null => (finished ??= sign === null ? null : finish(sign()));
  const done = (outputs: readonly Output[], found: readonly Diagnostic[]): CompileResult => {
    const settled = settle(found);
    return {
      outputs: hasErrors(settled) ? [] : outputs,
      diagnostics: sortDiagnostics(settled),
      projet,
      sources,
      avancement: avancement(projet, projet.stade),
      get tree() {
        return tree();
      },
      attachments: () => carried?.() ?? [],
    };
  };
  // Avec une erreur plus haut, l'arbre n'apprendrait rien de plus : ses constats en seraient les suites.
  if (hasErrors(settle(diagnostics))) return done([], diagnostics);

  const [made, found] = await makeDocument({ host, projet, sources, settings });
  const [emport, withheld] = emporter(host, contents, projet);
  const all = [...diagnostics, ...found, ...withheld];
  if (made !== null) carried = () => jointes(host, tree() as DocumentTree, projet, emport);
  if (made !== null) sign = () => signer(host, made, emport, sources, readHabillage(host, projet));
  if (made === null || hasErrors(settle(all)) || options.targets.length === 0) return done([], all);

  const habillage = readHabillage(host, projet);
  finished = finish(signer(host, made, emport, sources, habillage));
  const [outputs, rendered] = await renderTargets(finished, options.targets, habillage, options.targets.includes('pdf') ? jointes(host, finished, projet, emport) : [], { annonce: pagesAnnoncees(projet), textes: projet.textes });
  return done(outputs, [...all, ...rendered]);
}

function pagesAnnoncees({ convention }: Projet): PagesAnnoncees | null {
  const pages = convention?.value.nombres_annonces?.pages;
  return convention === null || pages === undefined ? null : { pages, span: convention.at(['nombres_annonces', 'pages']) };
}
