import { read, type Operation } from './operation.ts';
import { statistics, statisticsQuery } from './statistics.ts';

/** Calls about how the network does. */
export const statisticsOperations = {
  getStatistics: {
    method: 'GET',
    path: '/statistics',
    summary: 'What was raised, how soon it was answered, and with what',
    description:
      'A civil society organisation gets the warnings that it raised; a platform those that its teams were expected to answer, or did; the coordinator all, or those of one organisation. Each counts as it stands today. Times are in seconds: a median, and what nine of ten took at most.',
    ...read,
    kinds: ['cso', 'platform', 'coordinator'],
    query: statisticsQuery,
    answers: { 200: statistics },
  },
} as const satisfies Record<string, Operation>;
