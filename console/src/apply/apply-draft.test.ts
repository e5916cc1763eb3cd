import { expect, test } from '@jest/globals';
import { applicationRequest } from '../../../core/contract/application.ts';
import { applicationBody, emptyApplication } from './apply-draft.ts';

test('an empty form lacks what the contract asks for, and nothing else', () => {
  const { error } = applicationRequest.safeParse(applicationBody(emptyApplication, 'en'));
  expect(error?.issues.map(({ path }) => path.join('/')).toSorted()).toEqual([
    'contact/address',
    'contact/name',
    'countries',
    'languages',
    'legalForm',
    'organisation',
    'purpose',
  ]);
});

test('a trusted flagger says by whom', () => {
  const { error } = applicationRequest.safeParse(applicationBody({ ...emptyApplication, isFlagger: true }, 'en'));
  expect(error?.issues.map(({ path }) => path.join('/'))).toContain('trustedFlagger/by');
});
