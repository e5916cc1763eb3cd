import { expect, test } from '@jest/globals';
import { raiseRequest, type Warning } from '../../../core/contract/warning.ts';
import { newDraft, raiseBody, type Draft } from './draft.ts';
import { draftOf, rebased, revisionBody } from './revision.ts';

const now = Date.parse('2026-11-24T10:00:00Z');
const written: Draft = {
  ...newDraft({ key: 'k', language: 'de', status: 'actual', now }),
  headline: 'Aufruf zur Hetze nach dem Derby',
  description: 'In mehreren Gruppen …',
  trigger: 'sports_event',
  grounds: ['antisemitism'],
  severity: 'severe',
  urgency: 'expected',
  certainty: 'likely',
};

test('a revision names what changed and nothing else', () => {
  expect(revisionBody(written, written)).toEqual({});
  expect(revisionBody(written, { ...written, severity: 'extreme', countries: ['DE'] })).toEqual({
    severity: 'extreme',
    countries: ['DE'],
  });
  expect(revisionBody({ ...written, instruction: 'Bitte prüfen' }, { ...written, headline: '' })).toEqual({
    headline: '',
    instruction: null,
  });
});

test('a warning comes back unchanged from the form that revises it', () => {
  const body = raiseRequest.parse(
    raiseBody({ ...written, terms: [{ text: '#x', kind: 'hashtag', language: '', meaning: 'm', caution: '' }] }),
  );
  const warning = {
    instruction: '',
    asks: [],
    countries: [],
    subdivisions: [],
    references: [],
    translations: [],
    withholdIssuer: false,
    onset: new Date(now).toISOString(),
    ...body,
  } as unknown as Warning;
  const draft = draftOf(warning, 'k');
  expect(revisionBody(draft, { ...draft, key: 'other' })).toEqual({});
  expect(raiseBody(draft)['terms']).toEqual(body.terms);
});

test('what was written goes on from a newer revision, which keeps what the writer left alone', () => {
  const newest: Draft = {
    ...written,
    key: 'new',
    severity: 'extreme',
    headline: 'Corrected',
    sharing: 'except',
    organisations: ['a'],
  };
  const mine: Draft = { ...written, headline: 'Mine', organisations: ['b'], sharing: 'only' };
  expect(rebased(written, mine, newest)).toEqual({
    ...newest,
    headline: 'Mine',
    sharing: 'only',
    organisations: ['b'],
  });
  expect(revisionBody(newest, rebased(written, { ...written, severity: 'extreme' }, newest))).toEqual({});
});
