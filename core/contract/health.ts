import { z } from 'zod';
import { organisationKind } from './organisation.ts';
import { instant, uuid } from './scalars.ts';

const count = z.int().nonnegative();

/** What a coordinator should know of first, from the worst; how many of them there are. */
export const findings = [
  'outbound-held',
  'queue-away',
  'dispatcher-absent',
  'dispatcher-behind',
  'node-behind',
  'platforms-absent',
  'mails-late',
  'mails-failed',
] as const;

const presence = {
  connections: count.meta({ description: 'Sockets and streams, on all nodes.' }),
  since: instant.nullable().meta({ description: 'Of the oldest connection that still stands.' }),
  unanswered: count.meta({ description: 'Answers that active warnings wait for.' }),
};

const teamPresence = z.object({
  id: uuid,
  name: z.string(),
  ...presence,
  deliveredAt: instant.nullable().meta({ description: 'Of its last delivery receipt in thirty days.' }),
  seenAt: instant.nullable(),
});

const organisationPresence = z
  .object({ id: uuid, name: z.string(), kind: organisationKind, ...presence, teams: z.array(teamPresence) })
  .meta({ id: 'Presence' });

const nodeHealth = z.object({
  id: uuid,
  connections: count,
  behind: count.meta({ description: 'Entries of the log that it has yet to read.' }),
  toldAt: instant,
});

const dispatcherHealth = z.object({
  leads: z.boolean().meta({ description: 'Some process leads the dispatching.' }),
  behind: count.meta({ description: 'Entries of the log that it has yet to deal with.' }),
  seconds: z.number().nonnegative().meta({ description: 'How long the oldest of them has waited.' }),
});

const queueHealth = z.object({ name: z.string(), waiting: count, active: count, delayed: count });

const mailHealth = z.object({
  pending: count,
  late: count.meta({ description: 'Due for more than two minutes.' }),
  retried: count.meta({ description: 'Pending, and refused by the mail server or not reached at least once.' }),
  failed: count.meta({ description: 'Given up or bounced, of those written in the last 24 hours.' }),
  heldSince: instant.nullable().meta({ description: 'Nothing leaves since then, after a restore.' }),
});

/** The network as the coordinator's people look after it. */
export const health = z
  .object({
    at: instant,
    findings: z.array(z.object({ code: z.enum(findings), count })),
    checks: z.array(z.object({ name: z.string(), problem: z.string().nullable() })),
    newestAt: instant.nullable().meta({ description: 'When the newest entry of the log was written.' }),
    nodes: z.array(nodeHealth),
    dispatcher: dispatcherHealth,
    backend: z.enum(['redis', 'postgres']).nullable(),
    queues: z.array(queueHealth),
    mail: mailHealth,
    organisations: z.array(organisationPresence),
  })
  .meta({ id: 'Health' });

export type Finding = (typeof findings)[number];
export type Health = z.output<typeof health>;
export type Presence = z.output<typeof organisationPresence>;
