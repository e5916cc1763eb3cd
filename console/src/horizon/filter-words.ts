import type { Filter } from '../../../core/contract/filter.ts';
import { useWords } from '../languages/words.tsx';
import { countryName, languageName } from '../marks/names.ts';

/** Says in one line what a calendar follows. */
export function useFilterWords(): (filter: Omit<Filter, 'statuses'>) => string {
  const { t, locale } = useWords();
  return ({ countries, languages, grounds, severity }) => {
    const parts = [
      countries.map((code) => countryName(code, locale)),
      languages.map((tag) => languageName(tag, locale)),
      grounds.map((code) => t(`codes.grounds.${code}.label`)),
      severity === 'minor' ? [] : [t('board.severityFloor', { severity: t(`codes.severity.${severity}.label`) })],
    ];
    const said = parts.filter((names) => names.length > 0).map((names) => names.join(', '));
    return said.length === 0 ? t('calendars.everything') : said.join(' · ');
  };
}
