import { weekdays, type Weekday } from '../../../core/contract/vocabularies.ts';

/** A day of the week by its name. */
export function dayName(day: Weekday, locale: string, length: 'long' | 'short' = 'long'): string {
  // The first of January 2024 was a Monday.
  const date = Date.UTC(2024, 0, 1 + weekdays.indexOf(day));
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(date);
}

/** A whole hour of the clock as it is written in Europe: `08:00`. */
export function hourName(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
