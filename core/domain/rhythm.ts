import { Temporal } from 'temporal-polyfill';
import type { Rhythm } from '../contract/mail-subscriber.ts';
import { instantOf, localDate, weekdayOf } from './local-time.ts';

/** When a digest is due, and on which date of the subscriber's own calendar: no date has two. */
export interface Slot {
  readonly at: Date;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

/** A rhythm with its clock. */
export interface Timed {
  readonly rhythm: Rhythm;
  readonly timeZone: string;
}

/** Two weeks hold every weekday twice, also where a zone skipped one of its days. */
const horizon = 16;

/**
 * The next slot of a rhythm after a moment; null: mail comes with each event.
 * @param laterThan a date that has had its digest, however the clock was set since
 */
export function nextSlot({ rhythm, timeZone }: Timed, after: Date, laterThan: string | null): Slot | null {
  if (rhythm.type === 'instant') return null;
  const time = `${String(rhythm.hour).padStart(2, '0')}:00`;
  const today = localDate(after.getTime(), timeZone);
  let date = today.subtract({ days: 1 });
  // Who moved far west may have had tomorrow's already.
  const had = laterThan === null ? null : Temporal.PlainDate.from(laterThan);
  if (had && Temporal.PlainDate.compare(had, date) >= 0) date = had.add({ days: 1 });
  for (let days = 0; days < horizon; days += 1, date = date.add({ days: 1 })) {
    if (rhythm.type === 'weekly' && weekdayOf(date) !== rhythm.day) continue;
    const at = instantOf(date, time, timeZone);
    if (at > after.getTime()) return { at: new Date(at), date: date.toString() };
  }
  throw new Error(`The time zone ${timeZone} has no ${JSON.stringify(rhythm)} within ${horizon} days.`);
}
