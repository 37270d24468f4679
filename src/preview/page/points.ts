/** La liste des constats : groupée par gravité, filtrée, chaque endroit ouvrable dans l'éditeur. */
import type { Place, Point, Progress, Severity, Update } from '../state.ts';
import { byId, count, el } from './dom.ts';

const SEVERITIES: readonly Severity[] = ['erreur', 'avertissement', 'information'];
const TITLES: Readonly<Record<Severity, string>> = { erreur: 'À corriger', avertissement: 'À regarder', information: 'Pour information' };
/** Au-delà, la liste est coupée : personne ne lit plus, et la page ralentirait. */
const MOST = 200;

const box = (severity: Severity): HTMLInputElement => byId<HTMLInputElement>(`filtre-${severity}`);

interface Shown extends Pick<Update, 'counts' | 'fault'> {
  readonly points: readonly Point[];
}

let last: Shown = { points: [], counts: { erreur: 0, avertissement: 0, information: 0 }, fault: null };

export function startFilters(): void {
  for (const severity of SEVERITIES) box(severity).addEventListener('change', () => draw());
}

export function showPoints(shown: Shown): void {
  if (last.points === shown.points && last.fault === shown.fault) return;
  last = shown;
  draw();
}

function draw(): void {
  const { points, counts, fault } = last;
  for (const severity of SEVERITIES) byId(`nombre-${severity}`).textContent = count(counts[severity], severity);
  const wanted = points.filter((p) => box(p.severity).checked);
  const open = document.activeElement instanceof HTMLAnchorElement ? document.activeElement.getAttribute('href') : null;
  const groups = SEVERITIES.flatMap((severity) => {
    const found = wanted.filter((p) => p.severity === severity);
    if (found.length === 0) return [];
    const more = found.length > MOST ? el('p', {}, `… et ${count(found.length - MOST, 'autre')}.`) : null;
    return [el('section', { class: `groupe ${severity}`, 'aria-labelledby': `groupe-${severity}` }, el('h3', { id: `groupe-${severity}` }, `${TITLES[severity]} (${found.length})`), el('ol', { class: 'liste' }, ...found.slice(0, MOST).map(item)), more)];
  });
  const empty = groups.length > 0 || fault !== null ? null : el('p', { class: 'rien' }, points.length === 0 ? 'Rien à signaler.' : 'Rien avec ces filtres.');
  const broken = fault === null ? null : el('section', { class: 'groupe erreur' }, el('h3', {}, 'Panne de ctg'), el('p', {}, 'C’est un défaut de ctg, pas de vos sources. La surveillance continue.'), el('pre', {}, fault));
  byId('points').replaceChildren(...[broken, empty, ...groups].filter((node) => node !== null));
  // Le clavier reste sur le même lien quand la liste est refaite.
  if (open !== null) byId('points').querySelector<HTMLAnchorElement>(`a[href="${CSS.escape(open)}"]`)?.focus({ preventScroll: true });
}

function item(point: Point): HTMLElement {
  return el(
    'li',
    { class: 'point' },
    el('h4', {}, point.title, ' ', el('span', { class: 'code' }, point.code)),
    ...(point.place === null ? [] : [link(point.place), excerpt(point.place)]),
    el('p', {}, point.message),
    ...point.related.map((r) => el('p', { class: 'voir' }, 'Voir aussi ', link(r.place), `\u00A0: ${r.message}`)),
    point.hint === null ? null : el('p', { class: 'conseil' }, el('strong', {}, 'Que faire'), `\u00A0: ${point.hint}`),
  );
}

function link({ file, line, href }: Place): HTMLElement {
  const label = line === null ? file : `${file}, ligne\u00A0${line}`;
  if (href === null) return el('span', { class: 'lieu' }, `${label} (fourni avec ctg)`);
  return el('a', { class: 'lieu', href, title: 'Ouvrir à cet endroit dans VS Code' }, label);
}

function excerpt({ excerpt: found, line }: Place): HTMLElement | null {
  if (found === null) return null;
  const { before, marked, after } = found;
  return el('pre', { class: 'extrait', 'data-ligne': String(line ?? '') }, el('code', {}, before, marked === '' ? null : el('mark', {}, marked), after));
}

/** Où en est chaque signataire, au stade contrôlé. */
export function showProgress({ columns, rows }: Progress): void {
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const table = el(
    'table',
    {},
    el('thead', {}, el('tr', {}, ...['Signataire', ...columns].map((c) => el('th', { scope: 'col' }, capital(c))))),
    el('tbody', {}, ...rows.map((r) => el('tr', {}, el('th', { scope: 'row' }, r.name), ...r.cells.map((c) => el('td', c === 'manque' ? { class: 'manque' } : {}, c))))),
  );
  const section = el('section', { class: 'groupe', 'aria-labelledby': 'titre-avancement' }, el('h3', { id: 'titre-avancement' }, 'Où en est chaque signataire'), el('div', { class: 'defile', tabindex: '0', role: 'region', 'aria-labelledby': 'titre-avancement' }, table));
  byId('avancement').replaceChildren(...(rows.length === 0 ? [] : [section]));
}
