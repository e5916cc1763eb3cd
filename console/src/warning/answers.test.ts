import { expect, test } from '@jest/globals';
import { acknowledgementRequest } from '../../../core/contract/acknowledgement.ts';
import { answerGap, answerRequest, nextStates, type AnswerDraft } from './answers.ts';

const empty: AnswerDraft = { measures: [], reason: null, usefulness: null, note: '' };

test('what is closed can only be worked on again', () => {
  expect([nextStates.actioned, nextStates.no_action, nextStates.declined]).toEqual([
    ['working'],
    ['working'],
    ['working'],
  ]);
  expect(Object.values(nextStates).flat()).not.toContain('pending');
});

test('declining asks why, and "other" asks for words', () => {
  expect(answerGap('acknowledged', empty)).toBeUndefined();
  expect(answerGap('declined', empty)).toBe('reason');
  expect(answerGap('declined', { ...empty, reason: 'other', note: '  ' })).toBe('note');
  expect(answerGap('no_action', { ...empty, reason: 'lawful' })).toBeUndefined();
  expect(answerGap('actioned', { ...empty, measures: ['other'] })).toBe('note');
  expect(answerGap('working', { ...empty, reason: 'other' })).toBeUndefined();
});

test('the request names only what the state asks for', () => {
  const draft: AnswerDraft = { measures: ['terms_added'], reason: 'lawful', usefulness: 'helped', note: '' };
  expect(answerRequest('acknowledged', empty)).toEqual({ state: 'acknowledged' });
  expect(answerRequest('actioned', draft, '0193b5b0-0000-7000-8000-000000000001')).toEqual({
    state: 'actioned',
    team: '0193b5b0-0000-7000-8000-000000000001',
    measures: ['terms_added'],
    usefulness: 'helped',
  });
  expect(acknowledgementRequest.safeParse(answerRequest('declined', draft)).success).toBe(true);
});
