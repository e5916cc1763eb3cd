import { health } from './health.ts';
import type { Operation } from './operation.ts';

/** How the network itself does. */
export const healthOperations = {
  getHealth: {
    method: 'GET',
    path: '/network/health',
    summary: 'Who is connected, and how far log, queues and mail have come',
    description:
      'For whoever runs the network: which organisations have a screen or a program connected, how far servers and the dispatcher are behind the log, what waits in the queues and as mail, and what is wrong, gravest first. GET /readyz says the same of one process to a balancer.',
    // Who sits at a screen when is told to those who run the network, and to nobody beside them.
    scopes: ['admin'],
    role: 'manager',
    kinds: ['coordinator'],
    answers: { 200: health },
  },
} as const satisfies Record<string, Operation>;
