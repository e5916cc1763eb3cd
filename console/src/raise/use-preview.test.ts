import { expect, test } from '@jest/globals';
import { newDraft, type Draft } from './draft.ts';
import { hasAudience, previewBody, reachOf, type Revision } from './use-preview.ts';

const organisation = '0193b5b0-0000-7000-8000-000000000001';
const before: Draft = {
  ...newDraft({ key: 'k', language: 'de', status: 'actual', now: Date.parse('2026-11-24T10:00:00Z') }),
  countries: ['DE'],
  asks: ['brief_reviewers'],
  instruction: 'Look at videos',
  sharing: 'only',
  organisations: [organisation],
  withholdIssuer: true,
};
const revision: Revision = { of: organisation, number: 1, before, correction: false };

test('a revision asks about what it would send, so that widening and emptying are named', () => {
  const wider: Draft = { ...before, sharing: 'all', organisations: [], countries: [], asks: [], withholdIssuer: false };
  expect(previewBody(wider, revision)).toEqual({
    revisionOf: organisation,
    audience: null,
    countries: null,
    asks: null,
    withholdIssuer: null,
  });
  expect(previewBody(before, { ...revision, correction: true })).toEqual({
    revisionOf: organisation,
    correction: true,
  });
});

test('what decides who is asked anew is asked about again; typing is not', () => {
  const asked = reachOf(before, revision);
  expect(reachOf(before, { ...revision, correction: true })).not.toBe(asked);
  expect(reachOf({ ...before, asks: [] }, revision)).not.toBe(asked);
  const typing = reachOf({ ...before, instruction: 'L' }, revision);
  expect(typing).not.toBe(asked);
  expect(reachOf({ ...before, instruction: 'Lo' }, revision)).toBe(typing);
  expect(reachOf({ ...before, headline: 'H' }, revision)).toBe(asked);
});

test('an audience of nobody yet is not everybody', () => {
  expect(hasAudience({ ...before, organisations: [] })).toBe(false);
  expect(hasAudience({ ...before, sharing: 'except', organisations: [] })).toBe(true);
});
