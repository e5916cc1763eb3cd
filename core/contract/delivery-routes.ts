import { deliveriesQuery, delivery, suppression } from './delivery.ts';
import { administer, page, type Operation } from './operation.ts';
import { listQuery } from './queries.ts';

const look = { scopes: ['admin'], role: 'manager' } as const;

/** Calls about what was mailed, and about addresses that mail comes back from. */
export const deliveryOperations = {
  listDeliveries: {
    method: 'GET',
    path: '/deliveries',
    summary: 'What was mailed to your organisation’s people and addresses, and what became of each; newest first',
    ...look,
    query: deliveriesQuery,
    answers: { 200: page(delivery) },
  },
  listSuppressions: {
    method: 'GET',
    path: '/suppressions',
    summary:
      'Your organisation’s addresses that mail comes back from, or whose readers reported it; for the coordinator those of mail subscribers too',
    ...look,
    query: listQuery,
    answers: { 200: page(suppression) },
  },
  liftSuppression: {
    method: 'DELETE',
    path: '/suppressions/{id}',
    summary: 'Mail an address again',
    ...administer,
    answers: { 204: null },
  },
} as const satisfies Record<string, Operation>;
