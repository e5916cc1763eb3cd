import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import { keys, type ListedWarning, type WarningPage } from './queries.ts';

/** A list as far as its pages were read, newest first. */
export type List = InfiniteData<WarningPage, string | undefined>;

/** The lists that are kept, on the screen or not. */
export function keptLists(queries: QueryClient): Query<List>[] {
  return queries.getQueryCache().findAll({ queryKey: keys.lists }) as unknown as Query<List>[];
}

/** Changes what is kept of a list; one that was due to be read anew still is. */
export function changeList(list: Query<List>, change: (old: List) => List): void {
  const { data, isInvalidated, status } = list.state;
  const changed = data?.pages && change(data);
  if (changed === undefined || changed === data) return;
  list.setData(changed, { manual: true });
  if (isInvalidated || status === 'error') list.invalidate();
}

/** The list with a warning changed where it stands, or without it where the change answers none; else the list itself. */
export function withChanged(list: List, id: string, change: (old: ListedWarning) => ListedWarning | undefined): List {
  let found = false;
  const pages = list.pages.map((page) => {
    const at = page.data.findIndex((one) => one.id === id);
    const old = page.data[at];
    if (old === undefined) return page;
    found = true;
    const changed = change(old);
    return { ...page, data: page.data.toSpliced(at, 1, ...(changed ? [changed] : [])) };
  });
  return found ? { ...list, pages } : list;
}

/** The list with one more warning where its createdAt puts it; the list itself if that is on a page that was not read. */
export function withPlaced(list: List, warning: ListedWarning): List {
  if (list.pages.some(({ data }) => data.some(({ id }) => id === warning.id))) return list;
  const follows = ({ createdAt, id }: ListedWarning): boolean =>
    createdAt < warning.createdAt || (createdAt === warning.createdAt && id < warning.id);
  const last = list.pages.length - 1;
  const place = list.pages.findIndex(({ data }) => data.some(follows));
  if (place === -1 && (last === -1 || list.pages[last]?.next !== null)) return list;
  const pages = list.pages.map((page, number) => {
    if (number !== (place === -1 ? last : place)) return page;
    const at = page.data.findIndex(follows);
    return { ...page, data: page.data.toSpliced(at === -1 ? page.data.length : at, 0, warning) };
  });
  return { ...list, pages };
}
