import * as z from 'zod/mini';
import { catch as otherwise } from 'zod/mini';

/** What the SDK itself reads of an answer; everything else is passed on as it came. */

export const problemAnswer = z.looseObject({
  type: z.string(),
  title: otherwise(z.string(), 'The network refused'),
  status: z.number(),
  detail: otherwise(z.string(), ''),
  position: otherwise(z.optional(z.string()), undefined),
});

export const eventMessage = z.looseObject({
  position: z.string(),
  id: z.string(),
  type: z.string(),
  at: z.string(),
  warning: z.looseObject({ id: z.string() }),
  data: otherwise(z.looseObject({}), {}),
});

const refusal = z.object({ ok: z.literal(false), problem: problemAnswer });

export const subscribeAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), subscriptionId: z.string(), position: z.string() }),
  refusal,
]);

export const plainAnswer = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true) }), refusal]);

export const caughtUpMessage = z.object({ subscriptionId: z.string(), position: z.string() });
export const positionMessage = z.object({ position: z.string() });
