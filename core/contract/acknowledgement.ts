import { z } from 'zod';
import { actor, party, team } from './organisation.ts';
import { distinct, instant, listedId, multiLine, oneLine, uuid } from './scalars.ts';
import { acknowledgementStates, codesOf, measures, reasons, usefulnesses } from './vocabularies.ts';

export const acknowledgementState = z.enum(codesOf(acknowledgementStates));
const reason = z.enum(codesOf(reasons));
const measure = z.enum(codesOf(measures));
const usefulness = z.enum(codesOf(usefulnesses));

/** The states that can be answered: all but pending. */
export const answeredState = z.enum(['acknowledged', 'working', 'actioned', 'no_action', 'declined']);

const answerMembers = {
  state: answeredState,
  team: uuid.optional(),
  reason: reason.nullish(),
  measures: distinct(measure, 0, 20).optional(),
  usefulness: usefulness.nullish(),
  note: multiLine(1, 4_000).nullish(),
  assignee: oneLine(1, 120).nullish(),
};

/** One team's answer; members left out are kept. */
export const acknowledgementRequest = z.strictObject(answerMembers).meta({ id: 'AcknowledgementRequest' });

/** The same answer to many warnings, each on its own. */
export const acknowledgementsRequest = z
  .strictObject({ warnings: distinct(listedId, 1, 100), ...answerMembers })
  .meta({ id: 'AcknowledgementsRequest' });

const historyEntry = z.object({
  state: acknowledgementState,
  revision: z.int(),
  reason: reason.nullable().optional(),
  measures: z.array(measure).optional(),
  note: z.string().nullable().optional(),
  at: instant,
  actor,
  byMail: z.literal(true).optional().meta({ description: 'By the link of an escalation’s mail.' }),
  address: z
    .string()
    .optional()
    .meta({ description: 'To its own organisation: who held the link, where no member did.' }),
});

/** reason, measures, usefulness, note: own organisation, issuer, coordinator. assignee, escalation.nextAt: own organisation. */
export const acknowledgement = z
  .object({
    organisation: party,
    team,
    state: acknowledgementState,
    expected: z.boolean(),
    revision: z.int(),
    reason: reason.nullable().optional(),
    measures: z.array(measure).optional(),
    usefulness: usefulness.nullable().optional(),
    note: z.string().nullable().optional(),
    assignee: z.string().nullable().optional(),
    since: instant,
    waitingSince: instant.nullable(),
    acknowledgedAt: instant.nullable(),
    deliveredAt: instant.nullable(),
    seenAt: instant.nullable(),
    deliveredRevision: z.int().nullable(),
    seenRevision: z.int().nullable(),
    escalation: z.object({ step: z.int(), of: z.int(), nextAt: instant.nullable().optional() }).nullable(),
    history: z.array(historyEntry).optional(),
  })
  .meta({ id: 'Acknowledgement' });

export const escalationRequest = z.strictObject({ team: uuid.optional() }).meta({ id: 'EscalationRequest' });

export type Acknowledgement = z.infer<typeof acknowledgement>;
export type AcknowledgementRequest = z.infer<typeof acknowledgementRequest>;
export type AnsweredState = z.infer<typeof answeredState>;
