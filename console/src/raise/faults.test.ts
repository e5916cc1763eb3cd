import { expect, test } from '@jest/globals';
import { raiseRequest } from '../../../core/contract/warning.ts';
import { faultAt, faultsOf, faultsOfProblem, fieldFor, fieldId, mended } from './faults.ts';

test('a missing member and a wrong one are said as the contract says it', () => {
  const sent = { headline: '', terms: [{ text: '', kind: 'hashtag' }] };
  const faults = faultsOf(raiseRequest.safeParse(sent, { reportInput: true }).error);
  expect(faults.get('/severity')).toBe('This is required.');
  expect(faults.get('/headline')).toBe('This may not be empty.');
  expect(faults.has('/terms/0/text')).toBe(true);
});

test('a list that names nobody yet is missing, and a changed member has its fault no more', () => {
  const sent = { grounds: [], audience: { only: [] } };
  const faults = faultsOf(raiseRequest.safeParse(sent, { reportInput: true }).error);
  expect([faults.get('/grounds'), faults.get('/audience/only')]).toEqual(['This is required.', 'This is required.']);
  const left = mended(faults, ['organisations']);
  expect(left.has('/audience/only')).toBe(false);
  expect(left.has('/grounds')).toBe(true);
});

test('a fault leads to its control, or to the one around it', () => {
  const exists = (id: string) => id === fieldId('/countries') || id === fieldId('/terms/0/text');
  expect(fieldFor('/terms/0/text', exists)).toBe('field-terms-0-text');
  expect(fieldFor('/countries/3', exists)).toBe('field-countries');
  expect(fieldFor('/unknown', exists)).toBeUndefined();
});

test('a list shows the fault of its item', () => {
  const faults = faultsOfProblem([{ pointer: '/countries/1', message: 'UK is not a code: the United Kingdom is GB.' }]);
  expect(faultAt(faults, '/countries')).toMatch(/GB/);
  expect(faultAt(faults, '/country')).toBeUndefined();
});
