import { describe, expect, test } from '@jest/globals';
import { raiseRequest } from '../../../core/contract/warning.ts';
import { changed, newDraft, raiseBody, type Draft } from './draft.ts';
import { fromLocal, toLocal } from './times.ts';

const now = Date.parse('2026-11-24T10:00:00Z');
const hours = (draft: Draft): number => (Date.parse(fromLocal(draft.expires)!) - now) / 3_600_000;
const empty = newDraft({ key: 'k', language: 'de', status: 'actual', now });
const written: Draft = {
  ...empty,
  headline: 'Aufruf zur Hetze nach dem Derby',
  description: 'In mehreren Gruppen …',
  trigger: 'sports_event',
  grounds: ['antisemitism'],
  severity: 'severe',
  urgency: 'expected',
  certainty: 'likely',
};

describe('what follows from a choice', () => {
  test('the trigger sets the expiry until the writer does', () => {
    expect(hours(empty)).toBe(168);
    expect(hours(changed(empty, { trigger: 'attack' }, now))).toBe(72);
    expect(hours(changed(empty, { trigger: 'sports_event' }, now))).toBe(48);
    const chosen = changed(empty, { expires: toLocal(now + 3_600_000) }, now);
    expect(hours(changed(chosen, { trigger: 'attack' }, now))).toBe(1);
  });

  test('an election expires seven days past polling', () => {
    const polling = changed(empty, { trigger: 'election', onset: toLocal(now + 10 * 86_400_000) }, now);
    expect(hours(polling)).toBe(17 * 24);
  });

  test('the language of the text is the language of the hatred until another is named', () => {
    expect(changed(empty, { language: 'pl' }, now).languages).toEqual(['pl']);
    const named = changed(empty, { languages: ['de', 'tr'] }, now);
    expect(changed(named, { language: 'pl' }, now).languages).toEqual(['de', 'tr']);
  });

  test('a region goes with its country', () => {
    const placed = { ...empty, countries: ['DE', 'FR'], subdivisions: ['DE-SN', 'FR-75'] };
    expect(changed(placed, { countries: ['FR'] }, now).subdivisions).toEqual(['FR-75']);
  });
});

describe('the body of a raise', () => {
  test('is what the contract takes', () => {
    expect(raiseRequest.safeParse(raiseBody(written)).error).toBeUndefined();
  });

  test('leaves out what is empty, so that each missing member is named', () => {
    const issues = raiseRequest.safeParse(raiseBody(empty)).error?.issues ?? [];
    expect(issues.map(({ path }) => path.join('/')).toSorted()).toEqual(
      ['certainty', 'description', 'grounds', 'headline', 'severity', 'trigger', 'urgency'].toSorted(),
    );
  });

  test('names an audience only where there is one', () => {
    expect(raiseBody(written)).not.toHaveProperty('audience');
    expect(raiseBody({ ...written, sharing: 'only', organisations: ['a'] })['audience']).toEqual({ only: ['a'] });
  });
});
