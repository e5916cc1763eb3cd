import { z } from 'zod';
import { auditEntry } from './audit-entry.ts';
import { calendar } from './calendar.ts';
import { suppressionReason } from './delivery.ts';
import { factors } from './factor.ts';
import { party, role } from './organisation.ts';
import { ownMail } from './own-mail.ts';
import { instant, uuid } from './scalars.ts';
import { signInMethod } from './session.ts';

/** All that the network keeps of a member, for that member. */
export const ownData = z
  .object({
    member: z.object({
      id: uuid,
      organisation: party,
      name: z.string(),
      address: z.string(),
      role,
      language: z.string().nullable(),
      red: z.boolean().meta({ description: 'On the organisation’s TLP:RED list.' }),
      teams: z.array(uuid),
      createdAt: instant,
    }),
    mail: ownMail.meta({ description: 'What they chose to be mailed.' }),
    calendars: z.array(calendar),
    factors,
    sessions: z.array(
      z.object({
        device: z.string(),
        method: signInMethod,
        createdAt: instant,
        lastSeenAt: instant,
        endedAt: instant.nullable(),
      }),
    ),
    invitations: z.array(z.object({ address: z.string(), role, at: instant, endedAt: instant.nullable() })).meta({
      description: 'That they accepted, and that they made.',
    }),
    comments: z.array(z.object({ warning: uuid, text: z.string(), at: instant })),
    answers: z.array(
      z.object({
        warning: uuid,
        state: z.string(),
        note: z.string().nullable(),
        assignee: z.string().nullable(),
        at: instant,
      }),
    ),
    mails: z.array(
      z.object({
        kind: z.string(),
        address: z.string(),
        warning: uuid.nullable(),
        state: z.string(),
        answer: z.string().nullable(),
        at: instant,
      }),
    ),
    suppression: z.object({ reason: suppressionReason, answer: z.string(), at: instant }).nullable().meta({
      description: 'That mail to their address comes back, or that they reported it.',
    }),
    audit: z.array(auditEntry).meta({ description: 'What they did, newest first; the newest 10 000 at most.' }),
  })
  .meta({ id: 'OwnData' });

export type OwnData = z.infer<typeof ownData>;
