const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** A length of time in its two largest units, short: `3 hr 5 min`; below a minute `0 min` would say too little, so seconds. */
export function spellDuration(milliseconds: number, locale: string): string {
  const length = Math.max(0, milliseconds);
  if (length < 60_000) return amount(Math.floor(length / 1000), 'second', locale);
  const at = units.findIndex(([, size]) => length >= size);
  const [unit, size] = units[at]!;
  const rest = units[at + 1];
  const first = amount(Math.floor(length / size), unit, locale);
  const second = rest === undefined ? 0 : Math.floor((length % size) / rest[1]);
  return second === 0 || rest === undefined ? first : `${first} ${amount(second, rest[0], locale)}`;
}

/** When something was or will be, seen from now: `4 min. ago`, `in 2 days`. What is to come is rounded. */
export function spellRelative(at: number, now: number, locale: string): string {
  const format = distances(locale);
  const distance = at - now;
  const [unit, size] = units.find(([, least]) => Math.abs(distance) >= least) ?? (['second', 1000] as const);
  if (unit === 'second') return format.format(0, 'second');
  return format.format(distance > 0 ? Math.round(distance / size) : Math.trunc(distance / size), unit);
}

/** Day and time in the reader's zone, with the zone. */
export function spellMoment(at: number, locale: string): string {
  return moments(locale).format(at);
}

const distances = made((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }));
const moments = made(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
    }),
);

const amountsOf = (unit: string) =>
  made((locale) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }));
const amounts = {
  day: amountsOf('day'),
  hour: amountsOf('hour'),
  minute: amountsOf('minute'),
  second: amountsOf('second'),
};

/** Keeps what was made for a locale: each row of a list wants it, and it is slow to make. */
function made<Format>(make: (locale: string) => Format): (locale: string) => Format {
  const kept = new Map<string, Format>();
  return (locale) => {
    const format = kept.get(locale) ?? make(locale);
    kept.set(locale, format);
    return format;
  };
}

function amount(value: number, unit: keyof typeof amounts, locale: string): string {
  return amounts[unit](locale).format(value);
}
