import { z } from 'zod';
import { escalationPolicyRequest, target } from './escalation-policy.ts';
import { member, tlp } from './organisation.ts';
import { instant, localMoment, timeZone, uuid } from './scalars.ts';
import { severity } from './warning.ts';

export const rehearsalRequest = z
  .strictObject({
    team: uuid.optional().meta({ description: 'Absent: the first.' }),
    policy: escalationPolicyRequest.optional().meta({ description: 'Not saved yet; absent: the one that stands.' }),
    at: localMoment.meta({ description: 'When the warning is raised, by the clocks of the time zone.' }),
    timeZone,
    severity,
    tlp: tlp.optional().meta({ description: 'How the warning is marked; absent: TLP:CLEAR.' }),
  })
  .meta({ id: 'RehearsalRequest' });

/** What would be done about a warning that nobody answers, with people and addresses as they are today. */
export const rehearsal = z
  .object({
    at: instant,
    firings: z
      .array(
        z.object({
          step: z.int().min(1),
          repeat: z.int().min(0),
          dueAt: instant,
          firesAt: instant,
          heldSince: instant.nullable().meta({ description: 'When it was due, where quiet hours hold it.' }),
        }),
      )
      .meta({ description: 'In the order of their times.' }),
    steps: z
      .array(
        z.object({
          step: z.int().min(1),
          to: z.array(
            z.discriminatedUnion('type', [
              z.object({ type: z.literal('member'), member, comesBack: z.boolean().optional() }),
              z.object({ type: z.literal('email'), address: z.string(), comesBack: z.boolean().optional() }),
              z.object({ type: z.literal('coordinator') }),
            ]),
          ),
          detour: z
            .literal('nobody-left')
            .nullable()
            .meta({ description: 'Nobody whom it names is told; others are.' }),
          missed: z.array(z.object({ target, reason: z.enum(['nobody-left', 'unconfirmed', 'not-admitted']) })),
        }),
      )
      .meta({ description: 'Whom each step that fires tells. `comesBack`: mail to them does; to managers alone.' }),
  })
  .meta({ id: 'Rehearsal' });

export type RehearsalRequest = z.infer<typeof rehearsalRequest>;
export type Rehearsal = z.infer<typeof rehearsal>;
