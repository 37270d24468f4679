/** La page vivante : reçoit l'état du territoire par une liaison à sens unique, et le montre. Elle n'envoie rien. */
import type { Point, Stade, Update } from '../state.ts';
import { byId, count, hour } from './dom.ts';
import { Frame } from './frame.ts';
import { Outline } from './outline.ts';
import { PdfTab } from './pdf.ts';
import { showPoints, showProgress, startFilters } from './points.ts';
import { Tabs } from './tabs.ts';

const NARROW = '(max-width: 64rem)';
const select = byId<HTMLSelectElement>('stade');
const convention = new Frame(byId<HTMLIFrameElement>('cadre-convention'));
const plan = new Frame(byId<HTMLIFrameElement>('cadre-plan'));
const pdf = new PdfTab(() => asked ?? '');
/** Le stade choisi sur cette page ; null : celui du territoire. */
let asked: Stade | null = null;
let link: EventSource | null = null;
let said = '';
/** Les constats montrés. */
let points: readonly Point[] = [];

const outline = new Outline((anchor) => {
  if (matchMedia(NARROW).matches) unfold('sommaire', false);
  if (tabs.current === 'pdf') return void pdf.show(outline.destination(anchor));
  tabs.open('convention');
  convention.show(anchor);
});
const tabs = new Tabs((tab) => pdf.visible(tab === 'pdf', outline.destination(outline.current)));

function unfold(panel: 'sommaire' | 'constats', open: boolean): void {
  byId(panel).hidden = !open;
  byId(`bouton-${panel}`).setAttribute('aria-expanded', String(open));
}

for (const panel of ['sommaire', 'constats'] as const) {
  byId(`bouton-${panel}`).addEventListener('click', () => unfold(panel, byId(panel).hidden === true));
  unfold(panel, !matchMedia(NARROW).matches);
}
byId('bandeau-voir').addEventListener('click', () => {
  unfold('constats', true);
  byId('constats').focus();
});
startFilters();
void convention.onReading(() => outline.anchors, (anchor) => outline.mark(anchor));
select.addEventListener('change', () => {
  asked = select.value as Stade;
  connect();
});

/** Ouvre la liaison ; le navigateur la rouvre de lui-même si ctg s'arrête puis repart. */
function connect(): void {
  link?.close();
  link = new EventSource(asked === null ? '/evenements' : `/evenements?stade=${asked}`);
  link.addEventListener('message', ({ data }: MessageEvent<string>) => void show(JSON.parse(data) as Update));
  link.addEventListener('error', () => {
    banner('La surveillance est arrêtée : ce qui suit n’est plus tenu à jour. Relancez « ctg watch » ; la page reprendra seule.', false);
    announce('La surveillance est arrêtée.');
  });
}

async function show(update: Update): Promise<void> {
  const { counts, shown, document: parts } = update;
  byId('territoire').textContent = update.project;
  byId('verdict').textContent = update.verdict;
  document.body.dataset['etat'] = counts.erreur > 0 || update.fault !== null ? 'erreur' : counts.avertissement > 0 ? 'avertissement' : 'sain';
  document.title = `${counts.erreur > 0 ? `(${counts.erreur}) ` : ''}${update.project} – aperçu`;
  select.value = update.stade;
  byId('compte').textContent = String(counts.erreur + counts.avertissement);
  if (update.points !== undefined) points = known(points, update.points);
  showPoints({ points, counts, fault: update.fault });
  showProgress(update.progress);
  warn(update);
  byId('vide-convention').hidden = shown !== null;
  byId('cadre-convention').hidden = shown === null;
  if (shown === null) byId('vide-convention').textContent = 'Aucun document pour l’instant : il paraîtra ici dès que les erreurs signalées seront corrigées.';
  if (update.style !== undefined) await Promise.all([convention.dress(update.style), plan.dress(update.style)]);
  if (parts !== undefined) {
    outline.update(parts.outline);
    await convention.update(parts.order, parts.changed);
    outline.mark(convention.reading(outline.anchors));
  }
  if (update.plan !== undefined) {
    const { html } = update.plan;
    await plan.update(html === null ? [] : ['plan'], html === null ? {} : { plan: html });
  }
  if (update.plan !== undefined || shown === null) {
    const absent = shown === null || update.plan?.html === null;
    byId('vide-plan').hidden = !absent;
    byId('cadre-plan').hidden = absent;
  }
  pdf.update(shown);
  announce(summary(update));
  document.documentElement.dataset['version'] = String(update.version);
}

/** Les constats reçus, ceux que la page avait déjà repris par leur rang. */
const known = (before: readonly Point[], received: readonly (Point | number)[]): readonly Point[] => received.flatMap((one) => (typeof one === 'number' ? (before[one] ?? []) : [one]));

/** Ce que dit la page à qui ne la voit pas ; rien si rien n'a changé. */
function summary({ counts, fault }: Update): string {
  if (fault !== null) return 'ctg a rencontré une panne.';
  const errors = counts.erreur === 0 ? 'Aucune erreur' : count(counts.erreur, 'erreur');
  return counts.avertissement === 0 ? `${errors}.` : `${errors}, ${count(counts.avertissement, 'avertissement')}.`;
}

function announce(text: string): void {
  if (text === said) return;
  said = text;
  byId('annonce').textContent = text;
}

const stageName = (stade: Stade): string => [...select.options].find((o) => o.value === stade)?.text ?? stade;

/** Le bandeau : le document montré n'est pas celui des sources, de quand il date, et pourquoi. */
function warn({ shown, fault, stade }: Update): void {
  if (shown === null || (shown.current && shown.stade === stade)) return banner(null, false);
  if (shown.current) return banner(`Vous lisez le document pour ${stageName(shown.stade)}\u00A0: pour ${stageName(stade)}, il reste des points à lever.`, true);
  const files = [...new Set(points.filter((p) => p.severity === 'erreur').flatMap((p) => (p.place === null ? [] : [p.place.file])))];
  const where = fault !== null ? 'la panne de ctg' : files.length === 0 ? 'l’erreur signalée' : files.length === 1 ? `l’erreur de ${files[0]}` : `les erreurs de ${files.slice(0, 2).join(' et ')}${files.length > 2 ? '…' : ''}`;
  banner(`Vous lisez le document de ${hour(shown.at)}, d’avant ${where}. Il se mettra à jour dès que ce sera corrigé.`, fault === null);
}

function banner(text: string | null, errors: boolean): void {
  byId('bandeau').hidden = text === null;
  byId('bandeau-voir').hidden = !errors;
  document.body.toggleAttribute('data-ancien', text !== null);
  if (text !== null) byId('bandeau-texte').textContent = text;
}

connect();
