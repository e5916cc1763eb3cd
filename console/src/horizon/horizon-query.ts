import { queryOptions } from '@tanstack/react-query';
import type { ListedOnHorizon } from '../../../core/contract/horizon.ts';
import { statuses, type Status } from '../../../core/contract/vocabularies.ts';
import { formatFilter, type BoardFilter } from '../board/board-filter.ts';
import { everyPage, keys } from '../live/queries.ts';
import type { Call } from '../network.ts';
import { dayAfter, firstOf, monthAfter, startOf, type Month } from './days.ts';

/** Months that the timeline reaches from the one that is shown. */
export const monthsAhead = 3;
/** What began so many days before may still be under way. */
const daysBefore = 38;

/** What begins around a month, as a filter lets it through. */
export function horizonQuery(call: Call, filter: BoardFilter, month: Month) {
  const { country, language, ground, severity, state } = filter;
  const since = new Date(startOf(dayAfter(firstOf(month), -daysBefore))).toISOString();
  const until = new Date(startOf(firstOf(monthAfter(month, monthsAhead)))).toISOString();
  const query = {
    country: [...country],
    language: [...language],
    ground: [...ground],
    state: [...state],
    status: Object.keys(statuses) as Status[],
    ...(severity && { severity }),
    since,
    until,
  };
  return queryOptions({
    queryKey: [...keys.horizon, formatFilter(filter).toString(), since],
    queryFn: ({ signal }): Promise<ListedOnHorizon[]> =>
      everyPage((page) => call('listHorizon', { query: { ...query, ...page }, signal })),
  });
}

export function calendarsQuery(call: Call, memberId: string) {
  return queryOptions({
    queryKey: calendarsKey(memberId),
    queryFn: ({ signal }) => call('listCalendars', { signal }),
  });
}

export function calendarsKey(memberId: string) {
  return ['account', memberId, 'calendars'] as const;
}
