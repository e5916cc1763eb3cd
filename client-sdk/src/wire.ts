import * as z from 'zod/mini';
import { catch as otherwise } from 'zod/mini';
import { isKnown } from './events.ts';

/** What the SDK itself reads of an answer; everything else is passed on as it came. */

export const problemAnswer = z.looseObject({
  type: z.string(),
  title: otherwise(z.string(), 'The network refused'),
  status: z.number(),
  detail: otherwise(z.string(), ''),
  position: otherwise(z.optional(z.string()), undefined),
});

/** What an application reads of a type that it knows without asking whether it is there. */
const aboutAWarning = z.looseObject({ id: z.string(), warning: z.looseObject({ id: z.string() }) });

/** Of a later version's events a consumer needs their place in the log alone. */
export const eventMessage = z
  .looseObject({ position: z.string(), type: z.string() })
  .check(
    z.refine(
      (event) => !isKnown(event) || aboutAWarning.safeParse(event).success,
      'an event about a warning has its id, and that of the warning',
    ),
  );

const refusal = z.object({ ok: z.literal(false), problem: problemAnswer });

export const subscribeAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), subscriptionId: z.string(), position: z.string() }),
  refusal,
]);

export const plainAnswer = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true) }), refusal]);

export const caughtUpMessage = z.object({ subscriptionId: z.string(), position: z.string() });
export const positionMessage = z.object({ position: z.string() });
