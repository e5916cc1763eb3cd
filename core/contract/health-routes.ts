import { health } from './health.ts';
import type { Operation } from './operation.ts';

/** How the network itself does. */
export const healthOperations = {
  getHealth: {
    method: 'GET',
    path: '/network/health',
    summary: 'Who is connected, and how far log, queues and mail have come',
    // Who sits at a screen when is told to those who run the network, and to nobody beside them.
    scopes: ['admin'],
    role: 'manager',
    kinds: ['coordinator'],
    answers: { 200: health },
  },
} as const satisfies Record<string, Operation>;
