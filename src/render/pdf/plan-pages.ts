/** Répartit les rangées du plan entre les pages. Pur : des hauteurs entrent, des pages sortent. */

export interface PlanInput {
  readonly rows: readonly {
    /** Identifiant du nœud de chaque bandeau, du plus haut au plus bas. */
    readonly bands: readonly (string | null)[];
    /** Rangées fusionnées dans la première colonne. */
    readonly group: string;
    readonly height: number;
    readonly groupHeight: number;
  }[];
  readonly bandHeight: (level: number, id: string) => number;
  readonly head: number;
  readonly room: number;
  readonly firstRoom: number;
}

export type PlanEntry =
  | { readonly kind: 'band'; readonly row: number; readonly level: number; readonly suite: boolean }
  /** `span` : rangées fusionnées à partir de celle-ci, 0 si elle est sous une cellule fusionnée. */
  | { readonly kind: 'row'; readonly row: number; span: number; readonly suite: boolean };
export interface PlanPage { readonly entries: PlanEntry[] }

export function paginate({ rows, bandHeight, head, room, firstRoom }: PlanInput): PlanPage[] {
  const pages: PlanPage[] = [];
  let page: PlanPage = { entries: [] };
  let left = firstRoom - head;
  let shown: readonly (string | null)[] = [];
  const seen = new Set<string>();
  let group: { id: string; used: number; extent: number; head: Extract<PlanEntry, { kind: 'row' }> } | null = null;
  let lastGroup: string | null = null;

  const open = (): void => {
    if (page.entries.length > 0) pages.push(page);
    page = { entries: [] };
    left = room - head;
    shown = [];
    group = null;
  };

  rows.forEach((row, index) => {
    const place = (force: boolean): boolean => {
      const changed = row.bands.findIndex((id, level) => id !== (shown[level] ?? null));
      const bands = changed === -1 ? [] : row.bands.flatMap((id, level) => (level < changed || id === null ? [] : [{ id, level }]));
      const joins = group !== null && group.id === row.group && bands.length === 0;
      const extent = joins && group !== null ? Math.max(group.used + row.height, row.groupHeight) - group.extent : Math.max(row.height, row.groupHeight);
      const need = extent + bands.reduce((sum, { id, level }) => sum + bandHeight(level, id), 0);
      if (need > left && !force) return false;
      left -= need;
      for (const { level } of bands) {
        const key = row.bands.slice(0, level + 1).join('/');
        page.entries.push({ kind: 'band', row: index, level, suite: seen.has(key) });
        seen.add(key);
      }
      shown = row.bands;
      const entry: Extract<PlanEntry, { kind: 'row' }> = { kind: 'row', row: index, span: joins ? 0 : 1, suite: !joins && lastGroup === row.group };
      page.entries.push(entry);
      if (joins && group !== null) {
        group.used += row.height;
        group.extent += extent;
        group.head.span += 1;
      } else group = { id: row.group, used: row.height, extent, head: entry };
      lastGroup = row.group;
      return true;
    };
    if (place(false)) return;
    if (page.entries.length > 0 || firstRoom < room) open();
    place(true);
  });
  if (page.entries.length > 0) pages.push(page);
  return pages;
}

const rowsOf = (page: PlanPage | undefined): number => page?.entries.filter((entry) => entry.kind === 'row').length ?? 0;

/** Évite une dernière page presque vide : les mêmes pages, également remplies. */
export function balance(input: PlanInput): PlanPage[] {
  const greedy = paginate(input);
  if (greedy.length < 2 || rowsOf(greedy[greedy.length - 1]) * 3 > input.rows.length / greedy.length) return greedy;
  let best = greedy;
  for (let part = 0.95; part > 0.5; part -= 0.05) {
    const lost = input.room * (1 - part);
    const pages = paginate({ ...input, room: input.room - lost, firstRoom: input.firstRoom - lost });
    if (pages.length > greedy.length) break;
    best = pages;
  }
  return best;
}
