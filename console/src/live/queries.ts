import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { BoardFilter } from '../board/board-filter.ts';
import { formatFilter } from '../board/board-filter.ts';
import type { Answer, Call } from '../network.ts';
import { asked, firstPage, listParameters } from './list-parameters.ts';

export type WarningPage = Answer<'listWarnings'>;
export type ListedWarning = WarningPage['data'][number];

/** The keys under which answers are kept, so that an event finds what it changes. */
export const keys = {
  me: ['me'],
  lists: ['warnings'],
  countries: ['countries'],
  horizon: ['horizon'],
  warning: (id: string) => ['warning', id],
  part: (id: string, name: string) => ['warning', id, name],
} as const;

export function listQuery(call: Call, shown: BoardFilter) {
  const query = listParameters(shown);
  return infiniteQueryOptions({
    queryKey: [...keys.lists, formatFilter(asked(shown)).toString()],
    meta: { asked: query },
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call('listWarnings', {
        query: pageParam === undefined ? firstPage(shown) : { ...query, cursor: pageParam },
        signal,
      }),
    getNextPageParam: (last) => last.next,
  });
}

/** Every exercise, newest first. */
export function drillsQuery(call: Call) {
  const query = { status: ['exercise' as const] };
  return infiniteQueryOptions({
    queryKey: [...keys.lists, 'drills'],
    meta: { asked: query },
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call('listWarnings', { query: { ...query, ...from(pageParam) }, signal }),
    getNextPageParam: (last) => last.next,
  });
}

/**
 * The newest of the organisation's own real warnings, whole ones alone: what it is likely to say again. Not among the lists that
 * events renew: what is suggested stays as it is while somebody writes.
 */
export function ownWarningsQuery(call: Call) {
  return queryOptions({
    queryKey: ['own warnings'],
    queryFn: async ({ signal }) => {
      const { data } = await call('listWarnings', { query: { issuer: 'own', status: ['actual'], limit: 10 }, signal });
      return data.filter((warning) => 'headline' in warning);
    },
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    refetchInterval: false,
  });
}

/** What is active by country, of all that the filter lets through: not only of the pages that are loaded, and of every country. */
export function countriesQuery(call: Call, { language, ground, severity, q }: BoardFilter) {
  const query = { language: [...language], ground: [...ground], ...(severity && { severity }), ...(q && { q }) };
  return queryOptions({
    queryKey: [...keys.countries, query],
    queryFn: ({ signal }) => call('listCountries', { query, signal }),
  });
}

export function warningQuery(call: Call, id: string) {
  return queryOptions({
    queryKey: [...keys.warning(id), 'itself'],
    queryFn: ({ signal }) => call('getWarning', { path: { id }, signal }),
  });
}

export function acknowledgementsQuery(call: Call, id: string) {
  return queryOptions({
    queryKey: keys.part(id, 'acknowledgements'),
    queryFn: ({ signal }) => everyPage((page) => call('listAcknowledgements', { path: { id }, query: page, signal })),
  });
}

export function timelineQuery(call: Call, id: string) {
  return infiniteQueryOptions({
    queryKey: keys.part(id, 'timeline'),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call('getTimeline', { path: { id }, query: { limit: 200, ...from(pageParam) }, signal }),
    getNextPageParam: (last) => last.next,
  });
}

export function commentsQuery(call: Call, id: string) {
  return queryOptions({
    queryKey: keys.part(id, 'comments'),
    queryFn: ({ signal }) => everyPage((page) => call('listComments', { path: { id }, query: page, signal })),
  });
}

export function corroborationsQuery(call: Call, id: string) {
  return queryOptions({
    queryKey: keys.part(id, 'corroborations'),
    queryFn: ({ signal }) => everyPage((page) => call('listCorroborations', { path: { id }, query: page, signal })),
  });
}

export function organisationsQuery(call: Call) {
  return queryOptions({
    queryKey: ['organisations'],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => everyPage((page) => call('listOrganisations', { query: page, signal })),
  });
}

function from(cursor: string | undefined): { cursor?: string } {
  return cursor === undefined ? {} : { cursor };
}

/** A list whole, page after page. */
export async function everyPage<T>(
  read: (page: { limit: number; cursor?: string }) => Promise<{ data: T[]; next: string | null }>,
): Promise<T[]> {
  const found: T[] = [];
  let next: string | null = null;
  do {
    const page: { data: T[]; next: string | null } = await read({ limit: 200, ...(next !== null && { cursor: next }) });
    found.push(...page.data);
    next = page.next;
  } while (next !== null);
  return found;
}
