type Zones = string[] | undefined;

/** The zones of a country, where the browser knows them. */
function zonesOf(country: string): readonly string[] {
  try {
    // Browsers of before 2024 say it as a property.
    const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?(): Zones; timeZones?: Zones };
    return locale.getTimeZones?.() ?? locale.timeZones ?? [];
  } catch {
    return [];
  }
}

/**
 * What the clocks show where something begins; undefined: as the reader's do, or nobody knows. Known of one country alone whose
 * clocks all show the same.
 */
export function eventClock(at: number, countries: readonly string[], locale: string): string | undefined {
  const [country, ...others] = countries;
  if (country === undefined || others.length > 0) return undefined;
  const shown = new Set(zonesOf(country).map((timeZone) => clock(at, locale, timeZone)));
  const [only, ...several] = shown;
  if (several.length > 0 || only === clock(at, locale)) return undefined;
  return only;
}

function clock(at: number, locale: string, timeZone?: string): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone });
  return format.format(at);
}
