import type { OperationId } from '../../core/contract/routes.ts';

/** What else than JSON a call is answered as, where Accept asks for it: a stream. */
export const streamedTypes: Partial<Record<OperationId, string>> = {
  listEvents: 'text/event-stream',
  listAudit: 'application/jsonl',
};
