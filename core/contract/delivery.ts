import { z } from 'zod';
import { member } from './organisation.ts';
import { listQuery } from './queries.ts';
import { distinct, instant, sentInstant, uuid } from './scalars.ts';
import { codesOf, type Term } from './vocabularies.ts';

/** What becomes of a mail. A later value may be added. */
export const deliveryStates = {
  pending: { label: 'Waiting', definition: 'It leaves soon, or is tried again.' },
  sent: { label: 'Sent', definition: 'The mail server took it, and nothing came back.' },
  failed: { label: 'Failed', definition: 'The mail server refused it, or it was given up.' },
  superseded: { label: 'Not needed', definition: 'It was no longer wanted when it was to leave.' },
  bounced: { label: 'Came back', definition: 'The mail server took it, and it could not be delivered.' },
} as const satisfies Record<string, Term>;

/** What mails there are. */
export const deliveryKinds = [
  'escalation',
  'unreached',
  'missed',
  'policy-gap',
  'stand-down',
  'warning',
  'first-answer',
  'outcomes',
  'digest',
  'confirmation',
  'subscriber-confirmation',
  'subscriber-link',
  'sign-in',
  'sign-in-by-provider',
  'invitation',
  'factor-changed',
  'member-changed',
  'own-address',
  'application',
  'application-waits',
  'organisation-news',
  'organisation-left',
  'address-erased',
  'address-suppressed',
] as const;

export const deliveryState = z.enum(codesOf(deliveryStates));
const deliveryKind = z.enum(deliveryKinds);

export const deliveriesQuery = z.strictObject({
  state: distinct(deliveryState, 1, 5).optional().meta({ description: 'Any of these; default all.' }),
  kind: distinct(deliveryKind, 1, deliveryKinds.length).optional().meta({ description: 'Any of these; default all.' }),
  since: sentInstant.optional().meta({ description: 'Written from here on, inclusive.' }),
  until: sentInstant.optional().meta({ description: 'Written before this.' }),
  ...listQuery.shape,
});

/** One mail and what became of it; never what it says. */
export const delivery = z
  .object({
    id: uuid,
    kind: deliveryKind,
    to: z.object({
      address: z.string().nullable().meta({ description: 'null: it was erased.' }),
      member: member.optional(),
    }),
    warning: z.object({ id: uuid }).nullable().meta({ description: 'What it was about, where you may see that.' }),
    state: deliveryState,
    attempts: z.int(),
    createdAt: instant,
    updatedAt: instant.meta({ description: 'When it was tried last, or its fate was sealed.' }),
    nextAt: instant.nullable().meta({ description: 'Of the next attempt, while it waits.' }),
    answer: z.string().nullable().meta({ description: 'What the mail server said last, or the reason in words.' }),
  })
  .meta({ id: 'Delivery' });

/** Why nothing that can do without is sent to an address any more. */
export const suppressionReasons = {
  'no-mailbox': { label: 'Mail comes back', definition: 'The mail server there says that there is no such mailbox.' },
  'not-taken': {
    label: 'Mail comes back',
    definition:
      'Several mails in a row could not be delivered there: a full mailbox, or a server that does not take them.',
  },
  complaint: { label: 'Reported', definition: 'Its reader reported a mail of this network as unwanted.' },
} as const satisfies Record<string, Term>;

export const suppressionReason = z.enum(codesOf(suppressionReasons));

/** An address that gets escalations, and what it asks for, alone. */
export const suppression = z
  .object({
    id: uuid,
    address: z.string(),
    member: member.optional(),
    reason: suppressionReason,
    answer: z.string().meta({ description: 'What the mail server, or who took the complaint, said.' }),
    createdAt: instant,
  })
  .meta({ id: 'Suppression' });

export type DeliveryState = z.infer<typeof deliveryState>;
export type DeliveryKind = z.infer<typeof deliveryKind>;
export type DeliveryAnswer = z.infer<typeof delivery>;
export type DeliveriesQuery = z.infer<typeof deliveriesQuery>;
export type SuppressionReason = z.infer<typeof suppressionReason>;
export type SuppressionAnswer = z.infer<typeof suppression>;
