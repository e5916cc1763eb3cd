/** Moments that are rehearsed by a tap. */
export const presets = ['saturday', 'now', 'tonight'] as const;
export type Preset = (typeof presets)[number];

const saturday = 6;
const day = 86_400_000;

/** What the clocks of a zone show at a moment, to the minute: `2026-11-28T03:00`. */
export function wallClock(at: number, timeZone: string): string {
  // Swedish dates are written as ISO 8601 has them.
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return parts.format(at).replace(' ', 'T');
}

/** When a preset is, by the clocks of a zone. */
export function momentOf(preset: Preset, now: number, timeZone: string): string {
  const clock = wallClock(now, timeZone);
  const today = clock.slice(0, 10);
  if (preset === 'now') return clock;
  return preset === 'tonight' ? `${today}T23:00` : `${lastSaturday(today, clock)}T03:00`;
}

/** The date of the last Saturday whose 03:00 is past. */
function lastSaturday(today: string, clock: string): string {
  const noon = Date.parse(`${today}T12:00Z`);
  const back = (new Date(noon).getUTCDay() - saturday + 7) % 7;
  const date = dateOf(noon - back * day);
  return `${date}T03:00` <= clock ? date : dateOf(noon - (back + 7) * day);
}

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
