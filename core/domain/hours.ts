import { Temporal } from 'temporal-polyfill';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** The hours of an escalation policy (contract.md): quiet windows by the days they begin on, times as `HH:MM`. */
export type Hours = { timeZone: string; quiet: readonly { days: readonly Weekday[]; from: string; to: string }[] };

/** Epoch milliseconds, the end excluded. */
type Window = { start: number; end: number };

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

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
  const today = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate();
  return [-1, 0, 1].flatMap((days) => {
    const date = today.add({ days });
    const weekday = weekdays[date.dayOfWeek - 1]!;
    return quiet
      .filter((each) => each.days.includes(weekday))
      .map(({ from, to }) => ({
        start: instantOf(date, from, timeZone),
        end: instantOf(to <= from ? date.add({ days: 1 }) : date, to, timeZone),
      }));
  });
}

/** A local time as an instant: the first of two where DST repeats it, the next that exists where DST skips it. */
function instantOf(date: Temporal.PlainDate, time: string, timeZone: string): number {
  const local = date.toPlainDateTime(time);
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (zoned.toPlainDateTime().equals(local)) return zoned.epochMilliseconds;
  const { epochMilliseconds } = zoned.getTimeZoneTransition('next') ?? zoned;
  return epochMilliseconds;
}
