/** Un document dans son cadre : ses morceaux changent sur place, et ce qu'on lisait reste à la même hauteur. */
import { morph } from './morph.ts';

/** Durée de la marque laissée sur ce qui vient de changer, en millisecondes. */
const MARK = 1600;

export class Frame {
  readonly #frame: HTMLIFrameElement;
  readonly #ready: Promise<void>;
  #parts = new Map<string, Element>();

  constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
    this.#ready = frame.contentDocument?.readyState === 'complete' && frame.contentDocument.getElementById('contenu') !== null ? Promise.resolve() : new Promise((resolve) => frame.addEventListener('load', () => resolve(), { once: true }));
    void this.#ready.then(() => this.#document.addEventListener('click', openOutside));
  }

  get #document(): Document {
    return this.#frame.contentDocument as Document;
  }

  /** Met les morceaux en place, dans cet ordre ; seuls ceux de `changed` sont neufs ou différents. */
  async update(order: readonly string[], changed: Readonly<Record<string, string>>): Promise<void> {
    await this.#ready;
    const main = this.#document.getElementById('contenu') as HTMLElement;
    const first = this.#parts.size === 0;
    const restore = first ? () => undefined : this.#holdPlace(main);
    const parts = new Map<string, Element>();
    const touched: Element[] = [];
    let cursor = main.firstChild;
    for (const key of order) {
      const html = changed[key];
      const fresh = html === undefined ? null : this.#parse(html);
      let part = this.#parts.get(key);
      if (part !== undefined && fresh !== null) morph(part, fresh, touched);
      part ??= fresh ?? undefined;
      if (part === undefined) continue;
      parts.set(key, part);
      if (part === cursor) cursor = cursor.nextSibling;
      else main.insertBefore(part, cursor);
    }
    const kept = new Set(parts.values());
    for (const part of this.#parts.values()) if (!kept.has(part)) part.remove();
    this.#parts = parts;
    restore();
    if (!first) this.#mark(touched);
  }

  /** Change la feuille de style de l'acte. */
  async dress(style: string): Promise<void> {
    await this.#ready;
    (this.#document.getElementById('habillage') as HTMLStyleElement).textContent = style;
  }

  /** Montre une ancre et y met le clavier. */
  show(anchor: string): void {
    const target = this.#document.getElementById(anchor);
    if (target === null) return;
    target.scrollIntoView({ block: 'start', behavior: 'instant' });
    // Le contenu reçoit le clavier : les flèches y défilent, et Tab part d'ici.
    this.#document.getElementById('contenu')?.focus({ preventScroll: true });
  }

  /** Appelle `seen` avec la dernière ancre passée, parmi celles-ci, à chaque défilement. */
  async onReading(anchors: () => readonly string[], seen: (anchor: string | null) => void): Promise<void> {
    await this.#ready;
    let asked = false;
    this.#document.addEventListener('scroll', () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        seen(this.reading(anchors()));
      });
    });
  }

  /** La dernière de ces ancres à être passée au-dessus du premier quart de l'écran ; null si le cadre est caché. */
  reading(anchors: readonly string[]): string | null {
    if (this.#frame.clientHeight === 0) return null;
    const limit = this.#frame.clientHeight / 4;
    let last: string | null = null;
    for (const anchor of anchors) {
      const top = this.#document.getElementById(anchor)?.getBoundingClientRect().top;
      if (top === undefined) continue;
      if (top > limit && last !== null) break;
      last = anchor;
    }
    return last;
  }

  #parse(html: string): Element | null {
    const template = this.#document.createElement('template');
    template.innerHTML = html;
    const element = template.content.firstElementChild;
    return element === null ? null : this.#document.importNode(element, true);
  }

  /** Retient ce qui est en haut de l'écran ; la fonction rendue le remet à la même hauteur. */
  #holdPlace(main: HTMLElement): () => void {
    const view = this.#document.defaultView;
    const scroller = this.#document.scrollingElement;
    if (view === null || scroller === null || scroller.scrollTop === 0) return () => undefined;
    const { left, width } = main.getBoundingClientRect();
    let held: Element | null = this.#document.elementFromPoint(Math.max(1, left + width / 2), 8);
    // L'élément et ceux qui le contiennent, du plus précis au plus large : le premier qui reste sert de repère.
    const candidates: { readonly element: Element; readonly top: number }[] = [];
    for (; held !== null && held !== main; held = held.parentElement) candidates.push({ element: held, top: held.getBoundingClientRect().top });
    return () => {
      const found = candidates.find(({ element }) => element.isConnected);
      if (found === undefined) return;
      const moved = found.element.getBoundingClientRect().top - found.top;
      if (Math.abs(moved) > 0.5) scroller.scrollTo({ top: scroller.scrollTop + moved, behavior: 'instant' });
    };
  }

  #mark(touched: readonly Element[]): void {
    const animation = [{ backgroundColor: '#FFEFA8' }, { backgroundColor: 'transparent' }];
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const element of touched.slice(0, 50)) element.animate(animation, { duration: MARK, easing: 'ease-out' });
  }
}

/** Un lien vers le dehors s'ouvre à part : le cadre ne quitte pas la convention. */
function openOutside(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.('a[href]');
  const href = link?.getAttribute('href') ?? '';
  if (link === null || link === undefined || href.startsWith('#')) return;
  event.preventDefault();
  if (/^https?:/i.test(href)) window.open(href, '_blank', 'noopener,noreferrer');
}
