const regions = new Intl.DisplayNames('en', { type: 'region' });
const tongues = new Intl.DisplayNames('en', { type: 'language' });
const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** Names that fit into one line; the rest are counted. */
function few(names: readonly string[], most: number): string {
  if (names.length <= most) return list.format(names);
  return list.format([...names.slice(0, most), `${names.length - most} more`]);
}

/** Where: countries by name; none means everywhere. */
export function places(countries: readonly string[], most = 12): string {
  if (countries.length === 0) return 'transnational';
  const names = countries.map((code) => regions.of(code) ?? code);
  return few(names, most);
}

export function languageNames(tags: readonly string[]): string {
  const names = tags.map((tag) => tongues.of(tag) ?? tag);
  return few(names, 12);
}

export function listed(labels: readonly string[]): string {
  return list.format(labels);
}

/** A time span in its two largest units: "2 hours 5 minutes". */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const units = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
    ['second', 1],
  ] as const;
  const first = units.findIndex(([, size]) => seconds >= size);
  if (first === -1) return 'a moment';
  let rest = seconds;
  const parts = units.slice(first, first + 2).flatMap(([name, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`];
  });
  return parts.join(' ');
}

/** A moment with its date, in a time zone that is named. */
export function moment(at: string, timeZone: string): string {
  return formatIn(timeZone).format(new Date(at));
}

const formats = new Map<string, Intl.DateTimeFormat>();
const shape: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
};

/** A format takes long to make, and there are only so many time zones. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { ...shape, timeZone });
  formats.set(timeZone, known);
  return known;
}
