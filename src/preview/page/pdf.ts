/**
 * L'onglet du PDF : demandé seulement quand on le regarde, refait après chaque changement tant qu'on le regarde. L'ancien reste
 * montré, et dit ancien, jusqu'à ce que le nouveau soit là.
 */
import type { Shown } from '../state.ts';
import { byId, hour } from './dom.ts';
import type { PdfViewer } from './pdf-viewer.ts';

/** `pdf-viewer.ts`, à l'adresse où le serveur le donne. */
const VIEWER: string = '/pdf-viewer.js';

export class PdfTab {
  readonly #state = byId('etat-pdf');
  readonly #link = byId<HTMLAnchorElement>('lien-pdf');
  readonly #stade: () => string;
  #viewer: Promise<PdfViewer> | null = null;
  #visible = false;
  #wanted: Shown | null = null;
  /** Clé du PDF montré. */
  #key: string | null = null;
  #busy = false;

  constructor(stade: () => string) {
    this.#stade = stade;
  }

  /** L'onglet est-il ouvert ? `destination` : la pièce qu'on lisait, où s'ouvre le premier PDF. */
  visible(visible: boolean, destination: string | null): void {
    this.#visible = visible;
    if (visible) void this.#sync(this.#key === null ? destination : null);
  }

  update(shown: Shown | null): void {
    this.#wanted = shown;
    if (this.#visible) void this.#sync(null);
  }

  /** Va à une pièce de l'acte, par sa destination dans le PDF. */
  async show(destination: string | null): Promise<void> {
    if (destination !== null) await (await this.#viewer)?.show(destination);
  }

  async #sync(destination: string | null): Promise<void> {
    const wanted = this.#wanted;
    if (wanted === null) return this.#say('Aucun PDF pour l’instant : aucun document sain n’a encore été lu.');
    if (this.#busy) return;
    if (wanted.key !== this.#key) {
      this.#busy = true;
      this.#say(this.#key === null ? 'Le PDF se prépare…' : 'Le PDF se met à jour ; celui d’avant reste affiché.');
      const refused = await this.#load(wanted.key, destination).catch(() => 'Le PDF n’a pas pu être lu : la surveillance est peut-être arrêtée.');
      this.#busy = false;
      if (refused !== null) return this.#say(refused);
      // Un autre enregistrement a pu avoir lieu pendant ce temps.
      return this.#sync(null);
    }
    this.#say(wanted.current ? `PDF à jour, fait des sources de ${hour(wanted.at)}.` : `PDF des sources de ${hour(wanted.at)}, d’avant l’erreur signalée.`);
  }

  /** Charge et montre un PDF ; rend la raison d'un refus, ou null. */
  async #load(key: string, destination: string | null): Promise<string | null> {
    const address = `/convention.pdf?${new URLSearchParams({ ...(this.#stade() === '' ? {} : { stade: this.#stade() }), document: key }).toString()}`;
    this.#link.href = address;
    this.#viewer ??= import(VIEWER).then((module: typeof import('./pdf-viewer.ts')) => new module.PdfViewer(byId('feuilles-pdf')));
    const [viewer, answer] = await Promise.all([this.#viewer, read(address)]);
    if (answer.status !== 200) return new TextDecoder().decode(answer.bytes);
    await viewer.open(answer.bytes);
    this.#key = key;
    this.#link.hidden = false;
    if (destination !== null) await viewer.show(destination);
    return null;
  }

  #say(text: string): void {
    this.#state.textContent = text;
    this.#state.dataset['cle'] = this.#key ?? '';
  }
}

/** Lit une adresse de ctg ; la page ne peut en demander aucune autre (sa CSP). */
async function read(address: string): Promise<{ readonly status: number; readonly bytes: Uint8Array }> {
  const response = await fetch(address);
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
}
