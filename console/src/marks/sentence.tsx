import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { faultSentences, listener } from '../../../core/contract/sentences.ts';
import { useLocale } from '../languages/locale.ts';
import { spellMoment } from './durations.ts';
import { languageName } from './names.ts';

const heard = listener(faultSentences);

/** What the contract or the network says of a field, in the reader's language; what the catalogues do not know as it is, in English. */
export function Sentence({ said }: { said: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const sentence = heard(said);
  if (sentence === undefined) return <span lang="en">{said}</span>;
  return t(`faults.${sentence.name}` as 'faults.blank', spelled(sentence.blanks, locale, t));
}

/** What stands in blanks is a code or a time of the contract: each as the reader spells it. */
function spelled(
  { language, at, latest, answer, ...others }: Readonly<Record<string, string>>,
  locale: string,
  t: TFunction,
) {
  return {
    ...others,
    ...(language && { language: languageName(language, locale) }),
    ...(at && { at: spellMoment(Date.parse(at), locale) }),
    ...(latest && { latest: spellMoment(Date.parse(latest), locale) }),
    ...(answer && {
      answer: t(`codes.acknowledgementState.${answer}.label` as 'codes.acknowledgementState.pending.label'),
    }),
  };
}
