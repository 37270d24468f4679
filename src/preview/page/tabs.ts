/** Des onglets au clavier : flèches, Début, Fin ; un seul est dans l'ordre de tabulation. */
import { byId } from './dom.ts';

export type Tab = 'convention' | 'plan' | 'pdf';
export const TABS: readonly Tab[] = ['convention', 'plan', 'pdf'];

export class Tabs {
  #open: Tab = 'convention';
  readonly #opened: (tab: Tab) => void;

  constructor(opened: (tab: Tab) => void) {
    this.#opened = opened;
    for (const [i, tab] of TABS.entries()) {
      const button = byId(`onglet-${tab}`);
      button.addEventListener('click', () => this.open(tab));
      button.addEventListener('keydown', ({ key }) => {
        const to = key === 'ArrowRight' ? i + 1 : key === 'ArrowLeft' ? i - 1 : key === 'Home' ? 0 : key === 'End' ? TABS.length - 1 : null;
        if (to === null) return;
        const next = TABS[(to + TABS.length) % TABS.length] as Tab;
        this.open(next);
        byId(`onglet-${next}`).focus();
      });
    }
  }

  get current(): Tab {
    return this.#open;
  }

  open(tab: Tab): void {
    this.#open = tab;
    for (const other of TABS) {
      const button = byId(`onglet-${other}`);
      button.setAttribute('aria-selected', String(other === tab));
      if (other === tab) button.removeAttribute('tabindex');
      else button.tabIndex = -1;
      byId(`panneau-${other}`).hidden = other !== tab;
    }
    this.#opened(tab);
  }
}
