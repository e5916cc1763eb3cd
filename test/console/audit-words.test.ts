import { expect, test } from '@jest/globals';
import type { LogType } from '../../core/domain/log.ts';
import type { auditing } from '../../console/src/languages/en/auditing.ts';

type Words = (typeof auditing)['audit']['said'];
type Said = { [Group in keyof Words]: `${Group}.${keyof Words[Group] & string}` }[keyof Words];

test('the audit trail has a sentence for every type of entry: a code is no sentence', () => {
  // Types are checked before tests: one without words stands in the compiler's message.
  const unsaid: Exclude<LogType, Said> extends never ? 'none' : Exclude<LogType, Said> = 'none';
  expect(unsaid).toBe('none');
});
