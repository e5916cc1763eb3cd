import { expect, test } from '@jest/globals';
import { spokenOf } from './choice.ts';

test('the first language that we speak, whatever its region; none where we speak none', () => {
  expect(spokenOf(['eo', 'EN-ie', 'en'])).toBe('en');
  expect(spokenOf(['eo', ''])).toBeUndefined();
});
