import { read, type Operation } from './operation.ts';
import { statistics, statisticsQuery } from './statistics.ts';

/** Calls about how the network does. */
export const statisticsOperations = {
  getStatistics: {
    method: 'GET',
    path: '/statistics',
    summary:
      'What was raised, how soon it was answered and with what: for a civil society organisation of its own warnings, for a platform of those that its teams were to answer, for the coordinator of all or of one organisation',
    ...read,
    kinds: ['cso', 'platform', 'coordinator'],
    query: statisticsQuery,
    answers: { 200: statistics },
  },
} as const satisfies Record<string, Operation>;
