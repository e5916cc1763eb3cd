import { expect, test } from '@jest/globals';
import { nextStep } from './practice.ts';

const warning = { revision: 1, state: 'active' };

test('practising goes on where the practice warning stands', () => {
  expect(nextStep(undefined, false)).toBe('raise');
  expect(nextStep(warning, false)).toBe('reach');
  expect(nextStep(warning, true)).toBe('revise');
  expect(nextStep({ ...warning, revision: 2 }, true)).toBe('clear');
  expect(nextStep({ ...warning, revision: 2 }, false)).toBe('reach');
});

test('what was called off or has expired is over, whatever was left out', () => {
  expect(nextStep({ revision: 1, state: 'cancelled' }, false)).toBe('over');
  expect(nextStep({ revision: 2, state: 'expired' }, true)).toBe('over');
});
