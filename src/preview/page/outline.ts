/** Le sommaire : il mène à chaque pièce, dans l'onglet ouvert, et montre où l'on lit. */
import type { OutlineEntry } from '../state.ts';
import { byId, el } from './dom.ts';

export class Outline {
  readonly #list = byId('entrees');
  #entries: readonly OutlineEntry[] = [];

  constructor(go: (anchor: string) => void) {
    this.#list.addEventListener('click', (event) => {
      const anchor = (event.target as Element).closest('a')?.dataset['ancre'];
      if (anchor === undefined) return;
      event.preventDefault();
      go(anchor);
    });
  }

  get anchors(): readonly string[] {
    return this.#entries.map((e) => e.anchor);
  }

  /** Où cette pièce se trouve dans le PDF. */
  destination(anchor: string | null): string | null {
    return this.#entries.find((e) => e.anchor === anchor)?.destination ?? null;
  }

  update(entries: readonly OutlineEntry[]): void {
    if (JSON.stringify(entries) === JSON.stringify(this.#entries)) return;
    this.#entries = entries;
    const focused = (document.activeElement as HTMLElement | null)?.dataset['ancre'];
    this.#list.replaceChildren(
      ...entries.map(({ anchor, label, title, level }) =>
        el('li', { class: `niveau-${level}` }, el('a', { href: `#${anchor}`, 'data-ancre': anchor }, label === null ? null : el('span', { class: 'rang' }, `${label} `), el('span', {}, title))),
      ),
    );
    if (focused !== undefined) this.#link(focused)?.focus({ preventScroll: true });
  }

  /** La pièce que l'on lit, ou null. */
  get current(): string | null {
    return this.#list.querySelector<HTMLElement>('[aria-current]')?.dataset['ancre'] ?? null;
  }

  /** Marque la pièce que l'on lit ; null (document caché) laisse la dernière. */
  mark(anchor: string | null): void {
    if (anchor === null) return;
    const now = this.#link(anchor);
    const before = this.#list.querySelector('[aria-current]');
    if (now === before) return;
    before?.removeAttribute('aria-current');
    now?.setAttribute('aria-current', 'location');
    now?.scrollIntoView({ block: 'nearest' });
  }

  #link(anchor: string): HTMLAnchorElement | null {
    return this.#list.querySelector(`a[data-ancre="${CSS.escape(anchor)}"]`);
  }
}
