import { z } from 'zod';
import { role } from './organisation.ts';
import { emailAddress, instant, language, timeZone, uuid } from './scalars.ts';
import { faultSentences } from './sentences.ts';
import { severity } from './warning.ts';
import { weekdays, type Severity } from './vocabularies.ts';

/** Whom a step or a mail channel tells. */
export const target = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('member'), id: uuid }),
    z.strictObject({ type: z.literal('role'), role }),
    z.strictObject({ type: z.literal('email'), address: emailAddress, language: language.optional() }),
    z.strictObject({ type: z.literal('webhook'), subscription: uuid }),
    z.strictObject({ type: z.literal('coordinator') }),
  ])
  .meta({ id: 'Target' });

const step = {
  after: z.int().min(0).max(604_800).meta({ description: 'Seconds from when the step before was due.' }),
  to: z.array(target).min(1).max(20),
  severity,
  quiet: z.enum(['wait', 'ignore']),
  repeat: z
    .strictObject({ every: z.int().min(60).max(86_400), times: z.int().min(1).max(20) })
    .nullable()
    .meta({ description: 'Further firings of this step.' }),
};

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, faultSentences.noClockTime);

export const hoursRequest = z
  .strictObject({
    timeZone,
    quiet: z
      .array(
        z.strictObject({
          days: z
            .array(z.enum(weekdays))
            .min(1)
            .max(7)
            .overwrite((days) => [...new Set(days)]),
          from: clockTime,
          to: clockTime,
        }),
      )
      .max(14),
  })
  .meta({ id: 'Hours' });

export const escalationPolicyRequest = z
  .strictObject({
    steps: z
      .array(
        z.strictObject({
          ...step,
          severity: step.severity.optional(),
          quiet: step.quiet.optional(),
          repeat: step.repeat.optional(),
        }),
      )
      .max(10),
    hours: hoursRequest.nullish(),
  })
  .meta({ id: 'EscalationPolicyRequest' });

export const escalationPolicy = z
  .object({
    steps: z.array(z.object(step)),
    hours: hoursRequest.nullable(),
    source: z.enum(['own', 'network']),
    updatedAt: instant.nullable(),
  })
  .meta({ id: 'EscalationPolicy' });

/** Seconds until the network's own policy chases, by severity: minutes matter, the Code's 24 hours come too late. */
export const networkDelays: Record<Severity, number> = {
  extreme: 1_800,
  severe: 7_200,
  moderate: 28_800,
  minor: 86_400,
};

export type Target = z.infer<typeof target>;
export type Hours = z.infer<typeof hoursRequest>;
export type EscalationPolicy = z.infer<typeof escalationPolicy>;
export type EscalationPolicyRequest = z.infer<typeof escalationPolicyRequest>;
export type EscalationStep = EscalationPolicy['steps'][number];
