import { z } from 'zod';
import { target } from './escalation-policy.ts';
import { filter, filterPatch, filterRequest } from './filter.ts';
import { instant, oneLine, uuid, webAddress } from './scalars.ts';

export const channel = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('live') }),
    z.strictObject({ type: z.literal('email'), to: z.array(target).min(1).max(20) }),
    z.strictObject({ type: z.literal('webhook'), url: webAddress }),
  ])
  .meta({ id: 'Channel' });

const channels = z.array(channel).min(1).max(10);

export const subscriptionRequest = z
  .strictObject({
    team: uuid.optional(),
    name: oneLine(1, 80),
    filter: filterRequest.optional(),
    channels,
    paused: z.boolean().optional(),
  })
  .meta({ id: 'SubscriptionRequest' });

/** JSON Merge Patch (RFC 7396): null returns an optional member to its default, lists are replaced whole. */
export const subscriptionPatch = z
  .strictObject({
    team: uuid.nullish(),
    name: oneLine(1, 80).optional(),
    filter: filterPatch.nullish(),
    channels: channels.optional(),
    paused: z.boolean().nullish(),
  })
  .meta({ id: 'SubscriptionPatch' });

export const subscription = z
  .object({
    id: uuid,
    team: uuid,
    name: z.string(),
    filter,
    channels: z.array(channel),
    paused: z.boolean(),
    advice: z.array(z.object({ pointer: z.string(), message: z.string() })),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Subscription' });

export type Channel = z.infer<typeof channel>;
export type Subscription = z.infer<typeof subscription>;
export type SubscriptionRequest = z.infer<typeof subscriptionRequest>;
export type SubscriptionPatch = z.infer<typeof subscriptionPatch>;
