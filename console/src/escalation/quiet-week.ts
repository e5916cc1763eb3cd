import { weekdays } from '../../../core/contract/vocabularies.ts';
import type { QuietHours } from '../account/own-mail-draft.ts';

/** Minutes of a day. */
export const dayLength = 1_440;

/** A part of a day, in minutes from its midnight. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is quiet of each day of a week, Monday first: hours that end on the next day stand on both. */
export function quietWeek(quiet: readonly QuietHours[]): Stretch[][] {
  const week: Stretch[][] = weekdays.map(() => []);
  for (const { days, from, to } of quiet) {
    for (const day of days) {
      const begins = weekdays.indexOf(day);
      const ends = to <= from ? (begins + 1) % weekdays.length : begins;
      const stretch = { from: minutesOf(from), to: minutesOf(to) };
      if (ends === begins) week[begins]?.push(stretch);
      else {
        week[begins]?.push({ from: stretch.from, to: dayLength });
        if (stretch.to > 0) week[ends]?.push({ from: 0, to: stretch.to });
      }
    }
  }
  return week;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
