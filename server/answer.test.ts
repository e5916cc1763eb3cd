import { expect, test } from '@jest/globals';
import type { AcknowledgementState } from '../core/contract/vocabularies.ts';
import { awaiting } from '../core/domain/acknowledgement.ts';
import { leastAdvanced } from './answer.ts';

const standing = (teamId: string, state: AcknowledgementState, expected = true) => ({
  acknowledgement: { ...awaiting('w', teamId, 'o', 1, '2026-05-09T12:00:00.000Z', expected), state },
  escalation: null,
});

test.each([
  ['the one that has not answered', 'b', [standing('a', 'working'), standing('b', 'pending')]],
  ['the one that got least far', 'a', [standing('a', 'acknowledged'), standing('b', 'declined')]],
  ['not one that only received it', 'b', [standing('a', 'pending', false), standing('b', 'working')]],
  ['one that answered unasked', 'a', [standing('a', 'acknowledged', false), standing('b', 'working')]],
  ['one that only received it, where there is no other', 'a', [standing('a', 'pending', false)]],
])('of several teams the least advanced is %s', (_, teamId, several) => {
  expect(leastAdvanced(several)?.acknowledgement.teamId).toBe(teamId);
});

test('of no team there is none', () => {
  expect(leastAdvanced([])).toBeUndefined();
});
