import { z } from 'zod';
import { acknowledgement, acknowledgementRequest, type Acknowledgement } from './acknowledgement.ts';
import type { Event } from './event.ts';
import { filterRequest } from './filter.ts';
import type { Problem } from './problem.ts';
import { after, position, uuid } from './scalars.ts';

/** Client to server, each answered with `{ ok: true, … }` or `{ ok: false, problem }`. */
export const clientMessages = {
  subscribe: z.strictObject({ filter: filterRequest.optional(), after: after.optional() }),
  unsubscribe: z.strictObject({ subscriptionId: z.string().max(100) }),
  received: z.strictObject({ position }),
  seen: z.strictObject({ warningId: uuid }),
  acknowledge: z.strictObject({ warningId: uuid, ...acknowledgementRequest.shape }),
} as const;

/** What a good answer adds to `{ ok: true }`. */
export const clientAnswers = {
  subscribe: z.object({ subscriptionId: z.string(), position }),
  unsubscribe: z.object({}),
  received: z.object({}),
  seen: z.object({}),
  acknowledge: z.object({ acknowledgement }),
} as const;

export const goodbyeReason = z.enum(['revoked', 'slow-consumer', 'shutting-down']);

/** Server to client, beside `event`. */
export const serverMessages = {
  'caught-up': z.object({ subscriptionId: z.string(), position }),
  position: z.object({ position }),
  goodbye: z.object({ reason: goodbyeReason }),
} as const;

export type GoodbyeReason = z.infer<typeof goodbyeReason>;
export type Answer<T = object> = ({ ok: true } & T) | { ok: false; problem: Problem };
type Reply<T = object> = (answer: Answer<T>) => void;

export interface ClientToServerEvents {
  subscribe: (
    payload: z.input<typeof clientMessages.subscribe>,
    reply: Reply<{ subscriptionId: string; position: string }>,
  ) => void;
  unsubscribe: (payload: z.input<typeof clientMessages.unsubscribe>, reply: Reply) => void;
  received: (payload: z.input<typeof clientMessages.received>, reply: Reply) => void;
  seen: (payload: z.input<typeof clientMessages.seen>, reply: Reply) => void;
  acknowledge: (
    payload: z.input<typeof clientMessages.acknowledge>,
    reply: Reply<{ acknowledgement: Acknowledgement }>,
  ) => void;
}

export interface ServerToClientEvents {
  event: (event: Event) => void;
  'caught-up': (payload: { subscriptionId: string; position: string }) => void;
  position: (payload: { position: string }) => void;
  goodbye: (payload: { reason: GoodbyeReason }) => void;
}
