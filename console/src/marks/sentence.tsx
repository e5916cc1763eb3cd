import type { TFunction } from 'i18next';
import { faultSentences, listener } from '../../../core/contract/sentences.ts';
import { useWords } from '../languages/words.tsx';
import { spellMoment } from './durations.ts';
import { languageName } from './names.ts';

const heard = listener(faultSentences);

/** What the contract or the network says of a field, in the reader's language; what the catalogues do not know as it is, in English. */
export function Sentence({ said }: { said: string }) {
  const { t, locale } = useWords();
  const sentence = heard(said);
  if (sentence === undefined) return <span lang="en">{said}</span>;
  return t(`faults.${sentence.name}` as 'faults.blank', { replace: spelled(sentence.blanks, locale, t) });
}

type Spelling = (value: string, locale: string, t: TFunction) => string;

/** Blanks that hold a code or a time of the contract, each as the reader spells it. */
const spellings: Readonly<Record<string, Spelling>> = {
  language: languageName,
  narrow: languageName,
  at: moment,
  latest: moment,
  answer: (state, _, t) => t(`codes.acknowledgementState.${state}.label` as 'codes.acknowledgementState.pending.label'),
};

function moment(at: string, locale: string): string {
  return spellMoment(Date.parse(at), locale);
}

function spelled(blanks: Readonly<Record<string, string>>, locale: string, t: TFunction): Record<string, string> {
  return Object.fromEntries(
    Object.entries(blanks).map(([name, value]) => [name, spellings[name]?.(value, locale, t) ?? value]),
  );
}
