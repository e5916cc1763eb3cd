import { queryOptions } from '@tanstack/react-query';
import type { Call } from '../network.ts';
import { statisticsParameters, type StatisticsChoice } from './choice.ts';

/** Figures are those of the moment: asked for each time that the page is opened. */
export function statisticsQuery(call: Call, choice: StatisticsChoice) {
  return queryOptions({
    queryKey: ['statistics', choice],
    queryFn: ({ signal }) => call('getStatistics', { query: statisticsParameters(choice, new Date()), signal }),
    staleTime: 0,
  });
}
