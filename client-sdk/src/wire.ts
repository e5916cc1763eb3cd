import { z } from 'zod';

/** What the SDK itself reads of an answer; everything else is passed on as it came. */

export const problemAnswer = z.looseObject({
  type: z.string(),
  title: z.string().catch('The network refused'),
  status: z.number(),
  detail: z.string().catch(''),
  position: z.string().optional().catch(undefined),
});

export const eventMessage = z.looseObject({
  position: z.string(),
  id: z.string(),
  type: z.string(),
  at: z.string(),
  warning: z.looseObject({ id: z.string() }),
  data: z.looseObject({}).catch({}),
});

const refusal = z.object({ ok: z.literal(false), problem: problemAnswer });

export const subscribeAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), subscriptionId: z.string(), position: z.string() }),
  refusal,
]);

export const plainAnswer = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true) }), refusal]);

export const caughtUpMessage = z.object({ subscriptionId: z.string(), position: z.string() });
export const positionMessage = z.object({ position: z.string() });
