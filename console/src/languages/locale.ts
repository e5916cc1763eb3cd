/**
 * How times, numbers and names are written: as the reader's browser does in the language of the catalogue, so that nobody in
 * Dublin is shown American dates; without such a preference as Europe does.
 */
export function localeOf(language: string, preferred: readonly string[]): string {
  const found = preferred.find((tag) => tag.split('-')[0] === language && tag.includes('-'));
  return found ?? (language === 'en' ? 'en-GB' : language);
}
