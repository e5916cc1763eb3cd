/** The name of a country in the reader's language; the code where there is none. */
export function countryName(code: string, locale: string): string {
  return nameOf(code, 'region', locale);
}

/** The name of a language in the reader's language; the tag where there is none. */
export function languageName(tag: string, locale: string): string {
  return nameOf(tag, 'language', locale);
}

function nameOf(code: string, type: 'region' | 'language', locale: string): string {
  try {
    return display(type, locale).of(code) ?? code;
  } catch {
    return code;
  }
}

const displays = new Map<string, Intl.DisplayNames>();

function display(type: 'region' | 'language', locale: string): Intl.DisplayNames {
  const key = `${type} ${locale}`;
  const kept = displays.get(key) ?? new Intl.DisplayNames([locale], { type, languageDisplay: 'standard' });
  displays.set(key, kept);
  return kept;
}
