import { z } from 'zod';
import { acknowledgement, acknowledgementState } from './acknowledgement.ts';
import { comment } from './comment.ts';
import { corroboration } from './corroboration.ts';
import { target } from './escalation-policy.ts';
import { actor, party, team } from './organisation.ts';
import { instant, position, uuid } from './scalars.ts';
import { markedWarning, warning } from './warning.ts';

const byMail = z.literal(true).optional().meta({ description: 'By the link of an escalation’s mail.' });

/** The data of each type of event that readers are told of. */
export const eventData = {
  'warning.raised': z.object({}),
  'warning.revised': z.object({ changed: z.array(z.string()), reopened: z.boolean(), correction: z.boolean() }),
  'warning.cancelled': z.object({ reason: z.string().optional(), retracted: z.boolean().optional() }),
  'warning.expired': z.object({}),
  'warning.redacted': z.object({
    revision: z.int().optional(),
    members: z.array(z.string()).optional(),
    reason: z.string().optional(),
  }),
  'warning.withdrawn': z.object({}),
  'warning.corroborated': z.object({
    corroboration: corroboration.optional(),
    edited: z.boolean(),
    withdrawn: z.boolean(),
  }),
  'acknowledgement.changed': z.object({ acknowledgement, from: acknowledgementState, byMail }),
  'escalation.fired': z.object({
    organisation: party,
    team,
    step: z.int(),
    of: z.int(),
    repeat: z.int(),
    waitingSince: instant,
    late: z.boolean(),
    notified: z.int(),
    byMail,
    targets: z.array(target).optional(),
  }),
  'comment.added': z.object({ comment }),
} as const;

export type EventType = keyof typeof eventData;
export const eventTypes = Object.keys(eventData) as EventType[];

/** `warning` is whole, so that no client has to fetch before it can act; withdrawn: its id alone; marked: the marking alone. */
export const event = z
  .object({
    position,
    id: uuid,
    type: z.enum(eventTypes as [EventType, ...EventType[]]),
    at: instant,
    actor,
    warning: z.union([warning, markedWarning, z.object({ id: uuid })]),
    data: z.union(Object.values(eventData) as [z.ZodObject, ...z.ZodObject[]]),
  })
  .meta({ id: 'Event' });

/** What a client can count on of an Event, whatever a later version adds. */
export interface Event<T extends EventType = EventType> {
  position: string;
  id: string;
  type: T;
  at: string;
  actor: z.infer<typeof actor>;
  warning: z.infer<typeof warning>;
  data: z.infer<(typeof eventData)[T]>;
}
