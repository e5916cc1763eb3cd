import type { TFunction } from 'i18next';
import { spellMoment } from './durations.ts';
import { languageName } from './names.ts';

type Spelling = (value: string, locale: string, t: TFunction) => string;

/** Blanks that hold a code or a time of the contract, each as the reader spells it. */
const spellings: Readonly<Record<string, Spelling>> = {
  language: languageName,
  narrow: languageName,
  at: moment,
  latest: moment,
  answer: answerState,
  from: answerState,
  to: answerState,
  state: (state, _, t) => t(`codes.state.${state}.label` as 'codes.state.active.label'),
};

function answerState(state: string, _: string, t: TFunction): string {
  return t(`codes.acknowledgementState.${state}.label` as 'codes.acknowledgementState.pending.label');
}

function moment(at: string, locale: string): string {
  return spellMoment(Date.parse(at), locale);
}

/** What stood in the blanks of a sentence, as the reader spells it. */
export function spelled(
  blanks: Readonly<Record<string, string>>,
  locale: string,
  t: TFunction,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(blanks).map(([name, value]) => [name, spellings[name]?.(value, locale, t) ?? value]),
  );
}
