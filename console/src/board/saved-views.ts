import { keep, readKept } from '../kept.ts';
import { formatFilter, parseFilter, type BoardFilter } from './board-filter.ts';

/** A filter that somebody gave a name. */
export interface SavedView {
  readonly name: string;
  readonly filter: BoardFilter;
}

const place = 'tocsin.views';
/** So many fit on a phone's screen. */
export const mostViews = 20;
export const longestViewName = 40;

/** The views that are kept on this device, by name. */
export function readViews(): SavedView[] {
  try {
    const kept: unknown = JSON.parse(readKept(place) ?? '{}');
    return Object.entries(kept as Record<string, unknown>)
      .map(([name, query]) => ({ name, filter: parseFilter(new URLSearchParams(String(query))) }))
      .toSorted((one, other) => one.name.localeCompare(other.name));
  } catch {
    return [];
  }
}

/** Keeps a view; one of the same name is replaced. Answers whether the device took it. */
export function keepView({ name, filter }: SavedView): boolean {
  return write([...readViews().filter((view) => view.name !== name), { name, filter }]);
}

export function dropView(name: string): void {
  write(readViews().filter((view) => view.name !== name));
}

function write(views: readonly SavedView[]): boolean {
  const kept = Object.fromEntries(views.map(({ name, filter }) => [name, formatFilter(filter).toString()]));
  return keep(place, JSON.stringify(kept));
}
