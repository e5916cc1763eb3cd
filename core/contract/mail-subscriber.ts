import { z } from 'zod';
import { filter, filterRequest } from './filter.ts';
import { emailAddress, instant, sentInstant, timeZone, uuid } from './scalars.ts';
import { mailedToken } from './session.ts';
import { weekdays } from './vocabularies.ts';

/** Languages that mails are written in. */
export const mailLanguages = ['en', 'fr', 'de', 'es', 'it', 'pl', 'nl', 'ro', 'el'] as const;

const hour = z.int().min(0).max(23).meta({ description: 'Of the subscriber’s own clock.' });

/** When mail comes: with each event, or gathered into a digest. */
export const rhythm = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('instant') }),
    z.strictObject({ type: z.literal('daily'), hour }),
    z.strictObject({ type: z.literal('weekly'), day: z.enum(weekdays), hour }),
  ])
  .meta({ id: 'Rhythm' });

const wishes = { rhythm, timeZone, language: z.enum(mailLanguages) };

/** Who wants to be mailed, without an account; nothing but one mail that asks to confirm is sent before it is confirmed. */
export const mailSubscriberRequest = z
  .strictObject({ address: emailAddress, filter: filterRequest.optional(), ...wishes })
  .meta({ id: 'MailSubscriberRequest' });

export const mailSubscriberToken = z.strictObject({ token: mailedToken }).meta({ id: 'MailSubscriberToken' });

/** What is left out stays; a filter is replaced whole. */
export const mailSubscriberPatch = z
  .strictObject({
    token: mailedToken,
    filter: filterRequest.optional(),
    rhythm: rhythm.optional(),
    timeZone: timeZone.optional(),
    language: wishes.language.optional(),
    /** Until when nothing is sent; what happens meanwhile comes afterwards. null: it is no longer paused. */
    pausedUntil: sentInstant.nullish(),
  })
  .meta({ id: 'MailSubscriberPatch' });

export const mailSubscriber = z
  .object({
    address: z.string(),
    filter,
    ...wishes,
    pausedUntil: instant.nullable(),
    /** TLP:GREEN where a member organisation vouches for the address. */
    clearance: z.enum(['TLP:CLEAR', 'TLP:GREEN']),
    /** Of the next digest; null: mail comes with each event. */
    nextAt: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'MailSubscriber' });

/** With a token for the calls behind the signed link. */
export const confirmedMailSubscriber = z
  .object({ subscriber: mailSubscriber, token: z.string() })
  .meta({ id: 'ConfirmedMailSubscriber' });

export const vouchRequest = z.strictObject({ address: emailAddress }).meta({ id: 'VouchRequest' });

/** An organisation vouches for whoever reads this address: they may have what is marked TLP:GREEN. It does not say whether they subscribe. */
export const vouch = z.object({ id: uuid, address: z.string(), createdAt: instant }).meta({ id: 'Vouch' });

export type Rhythm = z.infer<typeof rhythm>;
export type MailLanguage = (typeof mailLanguages)[number];
export type MailSubscriber = z.infer<typeof mailSubscriber>;
export type MailSubscriberRequest = z.infer<typeof mailSubscriberRequest>;
export type MailSubscriberPatch = z.infer<typeof mailSubscriberPatch>;
export type Vouch = z.infer<typeof vouch>;
