import type { Weekday } from '../contract/vocabularies.ts';
import { instantOf, localDate, weekdayOf } from './local-time.ts';

/** The hours of an escalation policy (contract.md): quiet windows by the days they begin on, times as `HH:MM`. */
export type Hours = { timeZone: string; quiet: readonly { days: readonly Weekday[]; from: string; to: string }[] };

/** Epoch milliseconds, the end excluded. */
type Window = { start: number; end: number };

/**
 * Quiet hours that leave a minute open each week end within one, within two where DST skips that minute. What is
 * longer leaves none open.
 */
const LONGEST = 15 * 24 * 60 * 60 * 1000;

/**
 * When the quiet hours that hold `at` end, windows that touch or overlap taken as one; null when `at` is not in any.
 * Hours that never end hold nothing, also null: a step that waited for them would reach nobody, in silence.
 */
export function quietEnd(hours: Hours | null, at: Date): Date | null {
  const end = hours && endAfter(hours, at.getTime());
  return end === null ? null : new Date(end);
}

function endAfter(hours: Hours, at: number): number | null {
  let end = at;
  while (end - at <= LONGEST) {
    const later = windowsAround(hours, end)
      .toSorted((a, b) => a.start - b.start)
      .reduce((reached, window) => (window.start <= reached ? Math.max(reached, window.end) : reached), end);
    if (later === end) return end === at ? null : end;
    end = later;
  }
  return null;
}

/** Every window that could hold or touch `moment`: those that begin the day before, that day and the day after. */
function windowsAround({ timeZone, quiet }: Hours, moment: number): Window[] {
  const today = localDate(moment, timeZone);
  return [-1, 0, 1].flatMap((days) => {
    const date = today.add({ days });
    const weekday = weekdayOf(date);
    return quiet
      .filter((each) => each.days.includes(weekday))
      .map(({ from, to }) => ({
        start: instantOf(date, from, timeZone),
        end: instantOf(to <= from ? date.add({ days: 1 }) : date, to, timeZone),
      }));
  });
}
