import { describe, expect, test } from '@jest/globals';
import { sentInstant, webAddress } from './scalars.ts';

describe('a time', () => {
  test.each([
    ['2026-05-09T18:30:00Z', '2026-05-09T18:30:00.000Z'],
    ['2026-05-09t18:30:00z', '2026-05-09T18:30:00.000Z'],
    ['2026-05-09T18:30:00.1239999+02:00', '2026-05-09T16:30:00.123Z'],
    ['2026-05-09T18:30:00-00:00', '2026-05-09T18:30:00.000Z'],
    ['2026-12-31T23:59:60Z', '2027-01-01T00:00:00.000Z'],
    ['2027-01-01T00:59:60.25+01:00', '2027-01-01T00:00:00.250Z'],
  ])('%s is kept as %s', (sent, kept) => {
    expect(sentInstant.parse(sent)).toBe(kept);
  });

  test.each([
    '2026-05-09',
    '2026-05-09 18:30:00Z',
    '2026-02-30T10:00:00Z',
    '2026-05-09T18:30:60Z',
    '2026-05-09T18:30:61Z',
  ])('%s is refused, for one reason', (sent) => {
    const { error } = sentInstant.safeParse(sent);
    expect(error?.issues).toHaveLength(1);
  });
});

test('an address is as long as its code points are many', () => {
  const address = (count: number): string => `https://example.org/${'\u{1F514}'.repeat(count - 20)}`;
  expect(webAddress.safeParse(address(2_048)).success).toBe(true);
  expect(webAddress.safeParse(address(2_049)).error?.issues[0]?.message).toContain('2049');
});
