import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Answer, Call } from '../network.ts';

/** What is looked for in the trail; empty: anything. Days in the reader's own zone. */
export interface AuditFilter {
  readonly type: string;
  readonly actor: string;
  readonly organisation: string;
  readonly since: string;
  readonly until: string;
}

export type AuditEntry = Answer<'listAudit'>['data'][number];

export const everything: AuditFilter = { type: '', actor: '', organisation: '', since: '', until: '' };

/** The filter as the call takes it: the last day counts to its end. */
export function auditParameters({ type, actor, organisation, since, until }: AuditFilter) {
  return {
    ...(type !== '' && { type: [type] }),
    ...(actor !== '' && { actor }),
    ...(organisation !== '' && { organisation }),
    ...(since !== '' && { since: new Date(`${since}T00:00`).toISOString() }),
    ...(until !== '' && { until: new Date(`${until}T23:59:59.999`).toISOString() }),
  };
}

export function auditQuery(call: Call, filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ['administration', 'audit', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call('listAudit', {
        query: { ...auditParameters(filter), limit: 50, ...(pageParam !== undefined && { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: (last) => last.next,
    staleTime: 0,
  });
}
