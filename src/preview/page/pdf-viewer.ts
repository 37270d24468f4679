/** Les pages d'un PDF, dessinées à mesure qu'on les regarde. Un nouveau PDF prend la place de l'ancien page par page : on garde sa place. */
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { el } from './dom.ts';

GlobalWorkerOptions.workerSrc = '/pdf.worker.js';

interface Sheet {
  readonly box: HTMLElement;
  page: PDFPageProxy;
  /** Document dont la page est dessinée, ou null. */
  drawn: PDFDocumentProxy | null;
}

export class PdfViewer {
  readonly #box: HTMLElement;
  readonly #seen: IntersectionObserver;
  #sheets: Sheet[] = [];
  #pdf: PDFDocumentProxy | null = null;

  constructor(box: HTMLElement) {
    this.#box = box;
    // Au clavier, les flèches y défilent.
    box.tabIndex = 0;
    this.#seen = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const sheet = this.#sheets[Number((target as HTMLElement).dataset['rang'])];
        if (sheet !== undefined && isIntersecting) void this.#draw(sheet);
        // Hors de vue, le dessin est rendu : cent pages en mémoire pèseraient lourd.
        else if (sheet !== undefined && sheet.drawn !== null && Math.abs(target.getBoundingClientRect().top) > 6 * box.clientHeight) erase(sheet);
      }
    }, { root: box, rootMargin: '100% 0px' });
  }

  /** Ouvre ces octets, et garde la place de lecture. Fini quand les pages visibles sont dessinées. */
  async open(bytes: Uint8Array): Promise<void> {
    const pdf = await getDocument({ data: bytes, isEvalSupported: false, useWasm: false, enableXfa: false }).promise;
    const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));
    const before = this.#pdf;
    this.#pdf = pdf;
    for (const [i, page] of pages.entries()) {
      const known = this.#sheets[i];
      const { width, height } = page.getViewport({ scale: 1 });
      const sheet = known ?? { box: el('div', { class: 'feuille', role: 'img', 'data-rang': String(i) }), page, drawn: null };
      sheet.page = page;
      sheet.box.setAttribute('aria-label', `Page ${i + 1} sur ${pages.length}`);
      sheet.box.style.setProperty('--largeur', `${width}pt`);
      sheet.box.style.setProperty('--forme', `${width} / ${height}`);
      if (known !== undefined) continue;
      this.#sheets.push(sheet);
      this.#box.append(sheet.box);
      this.#seen.observe(sheet.box);
    }
    for (const { box } of this.#sheets.splice(pages.length)) {
      this.#seen.unobserve(box);
      box.remove();
    }
    const { top, bottom } = this.#box.getBoundingClientRect();
    const visible = this.#sheets.filter(({ box }) => box.getBoundingClientRect().bottom > top && box.getBoundingClientRect().top < bottom);
    await Promise.all(visible.map((sheet) => this.#draw(sheet)));
    // Les autres pages déjà dessinées le sont de l'ancien document : elles attendent d'être revues.
    for (const sheet of this.#sheets) if (sheet.drawn !== null && sheet.drawn !== pdf) erase(sheet);
    for (const sheet of this.#sheets) {
      this.#seen.unobserve(sheet.box);
      this.#seen.observe(sheet.box);
    }
    await before?.loadingTask.destroy();
  }

  /** Va à une destination nommée du PDF. */
  async show(destination: string): Promise<void> {
    const pdf = this.#pdf;
    const [ref, , , top] = (await pdf?.getDestination(destination)) ?? [];
    if (pdf === null || ref === undefined) return;
    const sheet = this.#sheets[await pdf.getPageIndex(ref)];
    if (sheet === undefined) return;
    const { height } = sheet.page.getViewport({ scale: 1 });
    const share = typeof top === 'number' ? 1 - top / height : 0;
    this.#box.scrollTo({ top: sheet.box.offsetTop + Math.max(0, share * sheet.box.offsetHeight - 24), behavior: 'instant' });
    this.#box.focus({ preventScroll: true });
  }

  async #draw(sheet: Sheet): Promise<void> {
    const pdf = this.#pdf;
    if (pdf === null || sheet.drawn === pdf) return;
    sheet.drawn = pdf;
    const scale = (sheet.box.clientWidth * Math.min(2, devicePixelRatio)) / sheet.page.getViewport({ scale: 1 }).width;
    const viewport = sheet.page.getViewport({ scale });
    const canvas = el('canvas', { width: String(Math.round(viewport.width)), height: String(Math.round(viewport.height)) });
    try {
      await sheet.page.render({ canvas, viewport }).promise;
    } catch {
      // Document remplacé pendant le dessin : le suivant redessinera.
      return;
    }
    if (sheet.drawn === pdf) sheet.box.replaceChildren(canvas);
  }
}

function erase(sheet: Sheet): void {
  sheet.drawn = null;
  sheet.box.replaceChildren();
}
