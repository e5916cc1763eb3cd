/** How figures are written, in the reader's language. */
export interface Spelling {
  readonly number: (value: number) => string;
  /** Of 0 to 1. */
  readonly percent: (share: number) => string;
  readonly duration: (seconds: number) => string;
  readonly day: (at: string) => string;
  readonly month: (at: string) => string;
  /** What stands under a bar. */
  readonly shortDay: (at: string) => string;
  readonly shortMonth: (at: string) => string;
  readonly between: (since: string, until: string) => string;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

export function spellingIn(locale: string, timeZone: string): Spelling {
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric' });
  const shortDay = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short' });
  const shortMonth = new Intl.DateTimeFormat(locale, { timeZone, month: 'short', year: '2-digit' });
  const month = new Intl.DateTimeFormat(locale, { timeZone, month: 'long', year: 'numeric' });
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    duration: (seconds) => spellSeconds(seconds, locale),
    day: (at) => date.format(Date.parse(at)),
    month: (at) => month.format(Date.parse(at)),
    shortDay: (at) => shortDay.format(Date.parse(at)),
    shortMonth: (at) => shortMonth.format(Date.parse(at)),
    // The end belongs to the next period: the last moment before it is on the last day.
    between: (since, until) => date.formatRange(Date.parse(since), Date.parse(until) - 1),
  };
}

/** A length of time to two digits or so: `0.4 sec`, `12 min`, `3 hr 5 min`, `2 days 4 hr`. */
export function spellSeconds(seconds: number, locale: string): string {
  const amount = (value: number, unit: string, digits = 0): string =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value);
  if (seconds < 59.5) return amount(seconds, 'second', seconds < 10 ? 1 : 0);
  const minutes = Math.round(seconds / minute);
  if (minutes < 60) return amount(minutes, 'minute');
  const [unit, size, smaller, part] =
    minutes * minute < day ? (['hour', hour, 'minute', minute] as const) : (['day', day, 'hour', hour] as const);
  // Rounded once, by the smaller unit: never `1 hr 60 min`.
  const parts = Math.round(seconds / part);
  const whole = Math.floor((parts * part) / size);
  const rest = parts - (whole * size) / part;
  return rest === 0 ? amount(whole, unit) : `${amount(whole, unit)} ${amount(rest, smaller)}`;
}
