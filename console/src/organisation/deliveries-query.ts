import { infiniteQueryOptions } from '@tanstack/react-query';
import type { DeliveryState } from '../../../core/contract/delivery.ts';
import type { Answer, Call } from '../network.ts';

/** What is looked for in the ledger; empty: anything. Days in the reader's own zone. */
export interface DeliveryFilter {
  readonly state: DeliveryState | '';
  readonly since: string;
  readonly until: string;
}

export type Delivery = Answer<'listDeliveries'>['data'][number];

export const everyDelivery: DeliveryFilter = { state: '', since: '', until: '' };

export function deliveriesQuery(call: Call, filter: DeliveryFilter) {
  return infiniteQueryOptions({
    queryKey: ['administration', 'deliveries', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call('listDeliveries', {
        query: { ...parameters(filter), limit: 50, ...(pageParam !== undefined && { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: (last) => last.next,
    staleTime: 0,
  });
}

/** As the call takes them: the last day counts to its end. */
function parameters({ state, since, until }: DeliveryFilter) {
  return {
    ...(state !== '' && { state: [state] }),
    ...(since !== '' && { since: new Date(`${since}T00:00`).toISOString() }),
    ...(until !== '' && { until: new Date(`${until}T23:59:59.999`).toISOString() }),
  };
}
