import { Temporal } from 'temporal-polyfill';
import type { Weekday } from '../contract/vocabularies.ts';

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export function weekdayOf(date: Temporal.PlainDate): Weekday {
  return weekdays[date.dayOfWeek - 1]!;
}

/** The date on a zone's calendars at a moment (epoch milliseconds). */
export function localDate(moment: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** A moment by the clocks of a zone, `YYYY-MM-DDThh:mm`, as an instant. */
export function momentOf(local: string, timeZone: string): Date {
  const [date = '', time = ''] = local.split('T');
  return new Date(instantOf(Temporal.PlainDate.from(date), time, timeZone));
}

/**
 * A local time (`HH:MM`) as an instant, in epoch milliseconds: the first of two where DST repeats it, the next that exists where
 * DST skips it.
 */
export function instantOf(date: Temporal.PlainDate, time: string, timeZone: string): number {
  const local = date.toPlainDateTime(time);
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (zoned.toPlainDateTime().equals(local)) return zoned.epochMilliseconds;
  const { epochMilliseconds } = zoned.getTimeZoneTransition('next') ?? zoned;
  return epochMilliseconds;
}
