import { expect, test } from '@jest/globals';
import { QueryClient, type InfiniteData } from '@tanstack/react-query';
import type { WarningsQuery } from '../../../core/contract/queries.ts';
import type { Call } from '../network.ts';
import { until } from '../../../test/support/until.ts';
import { listQuery, type ListedWarning, type WarningPage } from './queries.ts';
import { noFilter } from '../board/board-filter.ts';
import { readListsAnew, renewLists, renewWarning } from './renew-lists.ts';

const at = (minute: number): string => `2026-11-24T10:${String(minute).padStart(2, '0')}:00.000Z`;

function warning(id: string, minute: number, headline = id): ListedWarning {
  return { id, headline, createdAt: at(minute), updatedAt: at(minute) } as ListedWarning;
}

/** Three pages of what passes a filter, and a network that answers with `holds`, or when it is let. */
async function threePages({ held = false } = {}) {
  const queries = new QueryClient();
  const network = { holds: [6, 5, 4, 3, 2, 1].map((minute) => warning(String(minute), minute)) };
  const asked: WarningsQuery[] = [];
  let open: () => void = () => undefined;
  const gate = held ? new Promise<void>((resolve) => (open = resolve)) : Promise.resolve();
  const call = (async (_: string, { query }: { query: WarningsQuery }) => {
    asked.push(query);
    const { since = '', until: before = '~', cursor = '0' } = query;
    const data = network.holds.filter(({ createdAt }) => createdAt >= since && createdAt < before);
    if (query.since !== undefined) {
      await gate;
      return { data, next: null, position: 'p' };
    }
    const from = Number(cursor);
    return { data: data.slice(from, from + 2), next: from + 2 < data.length ? String(from + 2) : null, position: 'p' };
  }) as unknown as Call;
  const query = listQuery(call, { ...noFilter, country: ['DE'] });
  await queries.fetchInfiniteQuery({ ...query, pages: 3 });
  asked.length = 0;
  const list = () => queries.getQueryData<InfiniteData<WarningPage>>(query.queryKey)!;
  const ids = () => list().pages.flatMap(({ data }) => data.map(({ id }) => id));
  return { queries, call, asked, network, ids, list, query, answer: () => open() };
}

test('a long list asks for the one row, under its own filter, and puts it where it stands', async () => {
  const { queries, call, asked, network, ids } = await threePages();
  const arrived = warning('new', 7);
  network.holds.unshift(arrived);
  renewLists(queries, call, [arrived]);
  await until(() => ids()[0] === 'new', { what: 'the row' });
  expect(ids()).toEqual(['new', '6', '5', '4', '3', '2', '1']);
  expect(asked).toEqual([
    expect.objectContaining({ country: ['DE'], since: at(7), until: '2026-11-24T10:07:00.001Z' }),
  ]);
});

test('a row that the filter lets through no more goes, one that has changed is shown so', async () => {
  const { queries, call, network, ids, list } = await threePages();
  network.holds = network.holds
    .filter(({ id }) => id !== '3')
    .map((one) => (one.id === '2' ? warning('2', 2, 'x') : one));
  renewLists(queries, call, [warning('3', 3), warning('2', 2)]);
  await until(() => !ids().includes('3'), { what: 'the row to go' });
  await until(() => list().pages[2]!.data.some((one) => 'headline' in one && one.headline === 'x'), {
    what: 'the change',
  });
  expect(ids()).toEqual(['6', '5', '4', '2', '1']);
});

test('what was done about a warning asks for its row alone, and of one that nobody knows for the list', async () => {
  const { queries, call, asked, network, list } = await threePages();
  network.holds[3] = warning('3', 3, 'answered');
  renewWarning(queries, call, '3');
  await until(() => JSON.stringify(list().pages[1]).includes('answered'), { what: 'the row' });
  expect(asked).toEqual([expect.objectContaining({ since: at(3) })]);
  renewWarning(queries, call, 'unknown');
  expect(queries.getQueryCache().findAll({ queryKey: ['warnings'] })[0]?.state.isInvalidated).toBe(true);
});

test('as many warnings as pages read the list whole, once it is looked at', async () => {
  const { queries, call, asked, query } = await threePages();
  renewLists(queries, call, [warning('1', 1), warning('2', 2), warning('3', 3)]);
  expect(asked).toEqual([]);
  expect(queries.getQueryState(query.queryKey)?.isInvalidated).toBe(true);
});

test('what was withdrawn does not come back by an answer that was on its way, and the list stays due to be read', async () => {
  const { queries, call, asked, ids, list, query, answer } = await threePages({ held: true });
  renewLists(queries, call, [warning('3', 3)]);
  queries.setQueryData(query.queryKey, {
    ...list(),
    pages: list().pages.map((page) => ({ ...page, data: page.data.filter(({ id }) => id !== '3') })),
  });
  readListsAnew(queries);
  answer();
  await until(() => asked.length === 1, { what: 'the question' });
  await new Promise(setImmediate);
  expect(ids()).not.toContain('3');
  expect(queries.getQueryState(query.queryKey)?.isInvalidated).toBe(true);
});
