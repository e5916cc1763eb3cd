import { useMemo } from 'react';
import { countryCodes } from '../../../core/contract/codes.ts';
import { useWords } from '../languages/words.tsx';
import { countryName, languageName } from './names.ts';

/** One entry of a list to choose from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The EU's official languages first, then what hatred and its targets in Europe speak most; others are typed as tags. */
export const official = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(' ');
export const frequent =
  'ar az be bs ca ckb cy eu fa gl he hi hy is ja ka ko ku lb mk nb nn no ps rom ru se so sq sr ta ti tr uk ur vi yi zh'.split(
    ' ',
  );

/** Every country of ISO 3166-1 by its name. */
export function useCountries(): Choice[] {
  const { locale } = useWords();
  return useMemo(() => sorted(countryCodes, countryName, locale), [locale]);
}

/** The languages on offer by their names, and those chosen already. */
export function useLanguages(chosen: readonly string[]): Choice[] {
  const { locale } = useWords();
  const extra = chosen.filter((tag) => !official.includes(tag) && !frequent.includes(tag)).join(' ');
  return useMemo(
    () => sorted([...official, ...frequent, ...extra.split(' ').filter(Boolean)], languageName, locale),
    [locale, extra],
  );
}

function sorted(codes: readonly string[], name: (code: string, locale: string) => string, locale: string): Choice[] {
  const { compare } = new Intl.Collator(locale);
  return codes
    .map((value) => ({ value, label: name(value, locale) }))
    .toSorted((one, other) => compare(one.label, other.label));
}
