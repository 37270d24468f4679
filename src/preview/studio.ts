/**
 * L'atelier : une vue par stade regardé, refaite après chaque enregistrement et envoyée aux pages ouvertes. Une page dit son
 * stade en s'abonnant ; rien d'autre ne va de la page vers ctg.
 */
import type { DocumentTree } from '../document/arbre.ts';
import type { Apercu, Theme } from '../pipeline/apercu.ts';
import type { CompileResult } from '../pipeline/compile.ts';
import type { Point, Stade, Update } from './state.ts';
import { faulty, makeView, type Sound, type View } from './view.ts';

export interface StudioOptions {
  readonly root: string;
  /** Nom du territoire tant qu'aucun document ne le donne. */
  readonly project: string;
  readonly compile: (stade: Stade | null) => Promise<CompileResult>;
  readonly render: (tree: DocumentTree, theme: Theme) => Apercu;
  /** Millisecondes depuis 1970 ; ne sert qu'à dire de quand date ce qui est montré. */
  readonly clock: () => number;
}

interface Page {
  readonly stade: Stade | null;
  readonly send: (update: Update) => void;
  /** Morceaux que cette page a reçus en dernier. */
  parts: ReadonlyMap<string, string>;
  plan: string | null | undefined;
  style: string | null;
  /** Constats reçus en dernier, écrits comme ils partent ; null avant le premier envoi. */
  points: readonly string[] | null;
}

export class Studio {
  readonly #options: StudioOptions;
  readonly #views = new Map<Stade | null, View>();
  readonly #pages = new Set<Page>();
  #version = 0;
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: StudioOptions) {
    this.#options = options;
  }

  /** Relit les sources pour le stade du territoire et pour ceux que des pages regardent. Rend le résultat du premier, ou null après une panne. */
  refresh(): Promise<CompileResult | null> {
    return this.#queue(async () => {
      this.#version += 1;
      const watched = new Set<Stade | null>([null, ...[...this.#pages].map((p) => p.stade)]);
      for (const stade of this.#views.keys()) if (!watched.has(stade)) this.#views.delete(stade);
      let first: CompileResult | null = null;
      for (const stade of watched) {
        const result = await this.#look(stade);
        if (stade === null) first = result;
      }
      return first;
    });
  }

  /** Ajoute une page : elle reçoit l'état présent, puis chaque changement. Rend de quoi l'ôter. */
  subscribe(stade: Stade | null, send: (update: Update) => void): () => void {
    const page: Page = { stade, send, parts: new Map(), plan: undefined, style: null, points: null };
    this.#pages.add(page);
    const view = this.#views.get(stade);
    if (view !== undefined) push(page, view);
    else if (this.#version > 0) void this.#queue(async () => void (this.#pages.has(page) && (await this.#look(stade))));
    return () => void this.#pages.delete(page);
  }

  /** Le document sain d'un stade, ou null. */
  sound(stade: Stade | null): Sound | null {
    return this.#views.get(stade)?.sound ?? null;
  }

  /** Ajoute aux constats d'un document ceux de sa mise en page, connus plus tard. */
  amend(stade: Stade | null, key: string, change: (view: View) => View): void {
    const view = this.#views.get(stade);
    if (view === undefined || view.sound?.key !== key) return;
    this.#show(stade, change(view));
  }

  async #look(stade: Stade | null): Promise<CompileResult | null> {
    const { root, project, compile, render, clock } = this.#options;
    const before = this.#views.get(stade) ?? null;
    try {
      const result = await compile(stade);
      this.#show(stade, makeView({ version: this.#version, at: clock(), root, project, result, before, base: stade === null ? null : (this.#views.get(null) ?? null), render }));
      return result;
    } catch (error) {
      this.#show(stade, faulty(before, this.#version, project, stade ?? 'projet', error instanceof Error ? error.message : String(error)));
      return null;
    }
  }

  #show(stade: Stade | null, view: View): void {
    this.#views.set(stade, view);
    for (const page of this.#pages) if (page.stade === stade) push(page, view);
  }

  /** Un travail à la fois, dans l'ordre. */
  #queue<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#running.then(work);
    this.#running = next.catch(() => undefined);
    return next;
  }
}

/** Envoie une vue à une page : seulement ce que la page n'a pas. */
function push(page: Page, { update, sound, points }: View): void {
  const news = { ...update, ...newPoints(page, points) };
  if (sound === null) {
    page.send(news);
    return;
  }
  const { parts, plan, outline, style } = sound.apercu;
  let document: Update['document'];
  if (parts !== page.parts) {
    const changed = Object.fromEntries([...parts].filter(([key, html]) => page.parts.get(key) !== html));
    document = { title: sound.tree.title, order: [...parts.keys()], changed, outline };
  }
  const newPlan = plan === page.plan ? undefined : { html: plan };
  page.parts = parts;
  const newStyle = style === page.style ? {} : { style };
  page.plan = plan;
  page.style = style;
  page.send({ ...news, ...newStyle, ...(document === undefined ? {} : { document }), ...(newPlan === undefined ? {} : { plan: newPlan }) });
}

/** Les constats, s'ils ont changé ; un constat que la page a déjà n'est que son rang. */
function newPoints(page: Page, points: readonly Point[]): Pick<Update, 'points'> {
  const before = page.points;
  const written = points.map((point) => JSON.stringify(point));
  page.points = written;
  if (before === null) return { points };
  if (written.length === before.length && written.every((one, i) => one === before[i])) return {};
  const ranks = new Map(before.map((one, i) => [one, i]));
  return { points: points.map((point, i) => ranks.get(written[i] as string) ?? point) };
}
