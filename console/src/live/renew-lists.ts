import type { Query, QueryClient } from '@tanstack/react-query';
import type { WarningsQuery } from '../../../core/contract/queries.ts';
import type { Call } from '../network.ts';
import { changeList, keptLists, withChanged, withPlaced, type List } from './kept-lists.ts';
import { keys, type ListedWarning } from './queries.ts';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** What a list of warnings asks the network for. */
      asked?: WarningsQuery;
    };
  }
}

/** A warning about which something happened. */
export type Touched = Pick<ListedWarning, 'id' | 'createdAt'>;

/** How often a list was asked for whole: what was asked about its rows before is answered by that. */
const readings = new WeakMap<Query<List>, number>();

/** Warnings that were created in one millisecond: more are not asked for at a time. */
const mostAtOnce = 200;

/**
 * Brings the lists up to date where only the network knows what became of some warnings: whether a filter still lets them
 * through, the own answer. Whichever asks less: these rows alone, or all pages of the list.
 */
export function renewLists(queries: QueryClient, call: Call, touched: readonly Touched[]): void {
  for (const list of keptLists(queries)) {
    const { data, isInvalidated, fetchStatus } = list.state;
    const asked = list.meta?.asked;
    // What could not be read anew is behind by more than these.
    const isBehind = isInvalidated && fetchStatus === 'idle';
    if (asked === undefined || isBehind || (data?.pages?.length ?? 0) <= touched.length) readAnew(queries, list);
    else for (const warning of touched) void renewRow({ queries, call, list, asked }, warning);
  }
}

/** Brings the lists up to date about one warning, wherever it is known when that was created. */
export function renewWarning(queries: QueryClient, call: Call, id: string): void {
  const listed = keptLists(queries).flatMap(({ state }) => state.data?.pages ?? []);
  const known =
    queries.getQueryData<ListedWarning>([...keys.warning(id), 'itself']) ??
    listed.flatMap(({ data }) => data).find((warning) => warning.id === id);
  if (known === undefined) readListsAnew(queries);
  else renewLists(queries, call, [known]);
}

/** Reads every list whole: what was withdrawn must not come back by an answer that was on its way. */
export function readListsAnew(queries: QueryClient): void {
  for (const list of keptLists(queries)) readAnew(queries, list);
}

function readAnew(queries: QueryClient, list: Query<List>): void {
  readings.set(list, (readings.get(list) ?? 0) + 1);
  void queries.invalidateQueries({ queryKey: list.queryKey, exact: true });
}

interface Renewal {
  readonly queries: QueryClient;
  readonly call: Call;
  readonly list: Query<List>;
  readonly asked: WarningsQuery;
}

/** Asks for one row by the moment at which its warning was created, and puts it where it stands now, if anywhere. */
async function renewRow({ queries, call, list, asked }: Renewal, { id, createdAt }: Touched): Promise<void> {
  const until = new Date(Date.parse(createdAt) + 1).toISOString();
  const reading = readings.get(list);
  const query = { ...asked, since: createdAt, until, limit: mostAtOnce };
  const page = await call('listWarnings', { query }).catch(() => undefined);
  if (readings.get(list) !== reading) return;
  const found = page?.data.find((one) => one.id === id);
  if (page === undefined || (found === undefined && page.next !== null)) return readAnew(queries, list);
  whenRested(queries, list, () => {
    if (readings.get(list) !== reading) return;
    changeList(list, (old) => {
      const without = withChanged(old, id, (shown) => newer(shown, found));
      return found ? withPlaced(without, found) : without;
    });
  });
}

/** An event that came meanwhile may have told of more than the answer knows. */
function newer(shown: ListedWarning, found: ListedWarning | undefined): ListedWarning | undefined {
  return found !== undefined && found.updatedAt < shown.updatedAt ? shown : found;
}

/** A page that is on its way is added to those that were there when it was asked for: what changes meanwhile would be lost. */
function whenRested(queries: QueryClient, list: Query<List>, change: () => void): void {
  if (list.state.fetchStatus !== 'fetching') return change();
  const stop = queries.getQueryCache().subscribe(({ query, type }) => {
    if ((query as unknown) !== list || (type !== 'removed' && list.state.fetchStatus === 'fetching')) return;
    stop();
    if (type !== 'removed') change();
  });
}
