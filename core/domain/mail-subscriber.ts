import type { Filter } from '../contract/filter.ts';
import type {
  MailLanguage,
  MailSubscriber as MailSubscriberAnswer,
  MailSubscriberPatch,
  MailSubscriberRequest,
  Rhythm,
} from '../contract/mail-subscriber.ts';
import { faultSentences, filled } from '../contract/sentences.ts';
import type { MailReader } from './audience.ts';
import { organisationReader, type Directory } from './directory.ts';
import { canonicalFilter } from './filter.ts';
import { invalidBody } from './refusal.ts';
import { nextSlot, type Slot } from './rhythm.ts';
import { covers } from './tlp.ts';

/** What a subscriber asked for. */
export interface Wishes {
  readonly filter: Filter;
  readonly rhythm: Rhythm;
  readonly timeZone: string;
  readonly language: MailLanguage;
}

/** Somebody who is mailed without an account. */
export interface MailSubscriber extends Wishes {
  readonly id: string;
  readonly address: string;
  readonly pausedUntil: Date | null;
  readonly confirmedAt: Date | null;
  /** The date of the last digest, `YYYY-MM-DD`. */
  readonly toldDate: string | null;
  readonly nextAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Organisations that vouch for the address. */
  readonly vouchers: readonly string[];
}

const day = 86_400_000;
/** Days ahead that a pause may end: a later end is none. */
const longestPause = 400;

/** What a request asks for, with its defaults; canonical, so that equal wishes are equal texts. */
export function wishesOf({ filter, rhythm, timeZone, language }: MailSubscriberRequest): Wishes {
  return { filter: canonicalFilter(filter), rhythm: canonicalRhythm(rhythm), timeZone, language };
}

function canonicalRhythm(rhythm: Rhythm): Rhythm {
  switch (rhythm.type) {
    case 'instant':
      return { type: 'instant' };
    case 'daily':
      return { type: 'daily', hour: rhythm.hour };
    default:
      return { type: 'weekly', day: rhythm.day, hour: rhythm.hour };
  }
}

/** The wishes after a change: what it leaves out stays. @throws Refusal invalid-request for a pause that is past or without end */
export function changedWishes<T extends Wishes & { readonly pausedUntil: Date | null }>(
  before: T,
  sent: Omit<MailSubscriberPatch, 'token'>,
  now: Date,
): Wishes & { readonly pausedUntil: Date | null } {
  return {
    filter: sent.filter === undefined ? before.filter : canonicalFilter(sent.filter),
    rhythm: sent.rhythm === undefined ? before.rhythm : canonicalRhythm(sent.rhythm),
    timeZone: sent.timeZone ?? before.timeZone,
    language: sent.language ?? before.language,
    pausedUntil: sent.pausedUntil === undefined ? before.pausedUntil : pauseEnd(sent.pausedUntil, now),
  };
}

function pauseEnd(sent: string | null, now: Date): Date | null {
  if (sent === null) return null;
  const end = new Date(sent);
  if (end > now && end.getTime() <= now.getTime() + longestPause * day) return end;
  const message = filled(faultSentences.pauseEnd, { days: longestPause });
  throw invalidBody([{ pointer: '/pausedUntil', message }]);
}

/**
 * When the next digest is due; null: mail comes with each event. A pause puts it off; whoever is mailed with each event gets what
 * a pause held back as one digest when it ends.
 */
export function nextDigest(
  wishes: Pick<Wishes, 'rhythm' | 'timeZone'> & { readonly pausedUntil: Date | null },
  now: Date,
  toldDate: string | null,
): Slot | { readonly at: Date; readonly date: null } | null {
  const { pausedUntil } = wishes;
  const paused = pausedUntil !== null && pausedUntil > now;
  if (wishes.rhythm.type === 'instant') return paused ? { at: pausedUntil, date: null } : null;
  // A slot at the very end of the pause is the first after it.
  return nextSlot(wishes, paused ? new Date(pausedUntil.getTime() - 1) : now, toldDate);
}

/** What a subscriber may have: by the organisations that vouch for the address. */
export function mailReader(
  { organisations }: Pick<Directory, 'organisations'>,
  vouchers: readonly string[],
): MailReader {
  const known = vouchers.flatMap((id) => organisations.get(id) ?? []);
  return { vouchers: known.filter(({ suspended }) => !suspended).map(organisationReader) };
}

/** A subscriber as they see themselves. */
export function presentMailSubscriber(
  directory: Pick<Directory, 'organisations'>,
  subscriber: MailSubscriber,
  now: Date,
): MailSubscriberAnswer {
  const { address, filter, rhythm, timeZone, language, pausedUntil, nextAt, createdAt, updatedAt } = subscriber;
  const green = mailReader(directory, subscriber.vouchers).vouchers.some(({ clearance }) =>
    covers(clearance, 'TLP:GREEN'),
  );
  return {
    address,
    filter,
    rhythm,
    timeZone,
    language,
    pausedUntil: pausedUntil !== null && pausedUntil > now ? pausedUntil.toISOString() : null,
    clearance: green ? 'TLP:GREEN' : 'TLP:CLEAR',
    nextAt: nextAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
