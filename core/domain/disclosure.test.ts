import { expect, test } from '@jest/globals';
import { disclosed } from './disclosure.ts';

test.each([
  ['full', 'TLP:CLEAR', false, 'words'],
  ['withheld', 'TLP:GREEN', false, 'words'],
  ['full', 'TLP:AMBER', true, 'codes'],
  ['full', 'TLP:AMBER+STRICT', true, 'codes'],
  ['full', 'TLP:AMBER', false, 'waiting'],
  ['full', 'TLP:AMBER+STRICT', false, 'waiting'],
  ['whole', 'TLP:RED', true, 'waiting'],
  ['marked', 'TLP:RED', true, 'waiting'],
  ['none', 'TLP:CLEAR', true, 'waiting'],
] as const)('access %s to %s, a member: %s, says %s', (access, tlp, isMember, says) => {
  expect(disclosed(access, tlp, isMember)).toBe(says);
});
