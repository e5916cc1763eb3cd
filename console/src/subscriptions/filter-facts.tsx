import type { Filter } from '../../../core/contract/filter.ts';
import { Facts } from '../forms/facts.tsx';
import { useWords } from '../languages/words.tsx';
import { countryName, languageName } from '../marks/names.ts';
import { isEverything } from './subscription-draft.ts';

/** What a filter lets through, in words. */
export function FilterFacts({ filter }: { filter: Filter }) {
  const { t, locale } = useWords();
  const { countries, languages, grounds, severity, statuses } = filter;
  const label = t(`codes.severity.${severity}.label`);
  const floor = severity === 'extreme' ? label : t('board.severityFloor', { severity: label });
  return (
    <Facts
      of={[
        [t('ownMail.which'), isEverything(filter) ? t('subscriptions.everything') : ''],
        [t('board.country'), countries.map((code) => countryName(code, locale)).join(', ')],
        [t('board.language'), languages.map((tag) => languageName(tag, locale)).join(', ')],
        [t('board.ground'), grounds.map((ground) => t(`codes.grounds.${ground}.label`)).join(', ')],
        [t('board.severity'), severity === 'minor' ? '' : floor],
        [t('subscriptions.statuses'), statuses.map((status) => t(`codes.status.${status}.label`)).join(', ')],
      ]}
    />
  );
}
