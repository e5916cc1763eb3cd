import { expect, test } from '@jest/globals';
import { acknowledgementRequest, type Acknowledgement } from '../../../core/contract/acknowledgement.ts';
import type { Me } from '../../../core/contract/organisation.ts';
import type { Warning } from '../../../core/contract/warning.ts';
import { answerGap, answerRequest, nextStates, ownTeams, toAnswerFirst, type AnswerDraft } from './answers.ts';

const empty: AnswerDraft = { measures: [], reason: null, usefulness: null, note: '', assignee: '' };

test('what is closed can only be worked on again', () => {
  expect([nextStates.actioned, nextStates.no_action, nextStates.declined]).toEqual([
    ['working'],
    ['working'],
    ['working'],
  ]);
  expect(Object.values(nextStates).flat()).not.toContain('pending');
});

test('declining asks why, and the reason "other" asks for words', () => {
  expect(answerGap('acknowledged', empty)).toBeUndefined();
  expect(answerGap('declined', empty)).toBe('reason');
  expect(answerGap('declined', { ...empty, reason: 'other', note: '  ' })).toBe('note');
  expect(answerGap('no_action', { ...empty, reason: 'lawful' })).toBeUndefined();
  expect(answerGap('actioned', { ...empty, measures: ['other'] })).toBeUndefined();
  expect(answerGap('working', { ...empty, reason: 'other' })).toBeUndefined();
});

const team = '0193b5b0-0000-7000-8000-000000000001';
const stood = { team: { id: team, name: 'Desk' }, note: 'Before', usefulness: 'helped' } as Acknowledgement;

test('the request names only what the state asks for', () => {
  const draft: AnswerDraft = {
    measures: ['terms_added'],
    reason: 'lawful',
    usefulness: 'helped',
    note: 'Before',
    assignee: ' Noor ',
  };
  expect(answerRequest('acknowledged', empty, undefined)).toEqual({ state: 'acknowledged' });
  expect(answerRequest('actioned', draft, stood)).toEqual({
    state: 'actioned',
    team,
    measures: ['terms_added'],
    assignee: 'Noor',
  });
  expect(acknowledgementRequest.safeParse(answerRequest('declined', draft, stood)).success).toBe(true);
});

test('what was emptied is taken back', () => {
  expect(answerRequest('acknowledged', empty, stood)).toEqual({
    state: 'acknowledged',
    team,
    note: null,
    usefulness: null,
  });
});

test('a credential answers for its own teams alone, first for the one that is waited for', () => {
  const of = (id: string, more: Partial<Acknowledgement> = {}) =>
    ({ team: { id, name: id }, ...more }) as Acknowledgement;
  const all = [of('poland'), of('germany', { state: 'pending' }), of('austria', { state: 'pending', expected: true })];
  const me = (...ids: string[]) => ({ teams: ids.map((id) => ({ id, name: id })) }) as Me;
  const warning = { acknowledgement: all[1] } as Warning;
  expect(ownTeams(me('germany'), all, warning)).toEqual([all[1]]);
  expect(ownTeams(me('germany'), [], warning)).toEqual([all[1]]);
  expect(toAnswerFirst(all)).toBe(all[2]);
  expect(toAnswerFirst(all.slice(0, 2))).toBe(all[1]);
});
