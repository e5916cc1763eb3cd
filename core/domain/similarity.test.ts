import { describe, expect, test } from '@jest/globals';
import { similarity } from './similarity.ts';
import { contentOf } from './warning.ts';

const match = contentOf(
  {
    language: 'de',
    headline: 'Fackelmarsch vor der Moschee angekündigt',
    description: 'In mehreren Gruppen wird zu einem Fackelmarsch am Samstag aufgerufen.',
    trigger: 'protest',
    countries: ['DE', 'AT'],
    languages: ['de'],
    grounds: ['anti_muslim_hatred'],
    severity: 'severe',
    urgency: 'expected',
    certainty: 'likely',
    expires: '2030-01-01T00:00:00.000Z',
    tlp: 'TLP:GREEN',
    translations: [{ language: 'en', headline: 'Torchlight march announced', description: 'Groups call for it.' }],
  },
  new Date(0),
);

describe('similarity', () => {
  test('of a warning with itself is 1, and with nothing written is 0', () => {
    expect(similarity(match, match)).toBe(1);
    expect(similarity({}, match)).toBe(0);
  });

  test('compares only what a draft says already', () => {
    expect(similarity({ grounds: ['anti_muslim_hatred'] }, match)).toBe(1);
    expect(similarity({ grounds: ['anti_muslim_hatred'], trigger: 'election' }, match)).toBeCloseTo(2 / 3, 1);
    expect(similarity({ countries: ['DE', 'FR'] }, match)).toBeCloseTo(1 / 3, 1);
  });

  test('knows the same words in another form, in a translation, and apart from another matter', () => {
    const near = similarity({ headline: 'Fackelmärsche vor Moscheen angekuendigt' }, match);
    const translated = similarity({ headline: 'Torchlight march announced by groups' }, match);
    const other = similarity({ headline: 'Wahlfälschung behauptet' }, match);
    expect(near).toBeGreaterThan(2 * other);
    expect(translated).toBeGreaterThan(2 * other);
  });

  test('counts transnational as touching every country, though only a little', () => {
    const everywhere = similarity({ countries: [] }, match);
    expect(everywhere).toBeGreaterThan(0);
    expect(everywhere).toBeLessThan(similarity({ countries: ['DE'] }, match));
    expect(similarity({ countries: ['FR'] }, match)).toBe(0);
  });
});
