import { queryOptions } from '@tanstack/react-query';
import { everyPage, keys } from '../live/queries.ts';
import type { Call } from '../network.ts';

/** Whether somebody has a factor to show. */
export function factorsQuery(call: Call) {
  return queryOptions({
    queryKey: ['account', 'factors', 'any'],
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const { passkeys, totp } = await call('getFactors', { signal });
      return { strong: passkeys.length > 0 || totp !== null };
    },
  });
}

/** Whether the network ever ran a drill. */
export function anyDrillQuery(call: Call) {
  return queryOptions({
    queryKey: [...keys.lists, 'any drill'],
    queryFn: async ({ signal }) => {
      const { data } = await call('listWarnings', { query: { status: ['exercise'], limit: 1 }, signal });
      return data.length > 0;
    },
  });
}

/** Whether an organisation follows anything. */
export function followsQuery(call: Call) {
  return queryOptions({
    queryKey: ['administration', 'subscriptions', 'any'],
    queryFn: async ({ signal }) => {
      const found = await everyPage((page) => call('listSubscriptions', { query: page, signal }));
      return found.some(({ paused }) => !paused);
    },
  });
}
