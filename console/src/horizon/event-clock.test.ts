import { expect, test } from '@jest/globals';
import { inZone } from '../../../test/support/zone.ts';

/** What readers in a zone are told of what the clocks show where something begins. */
function told(zone: string, ...asked: [at: string, ...countries: string[]][]): (string | null)[] {
  return inZone(
    zone,
    `import { eventClock } from './console/src/horizon/event-clock.ts';
    answer = ${JSON.stringify(asked)}.map(([at, ...countries]) => eventClock(Date.parse(at), countries, 'en-GB') ?? null);`,
  );
}

const evening = '2026-12-04T17:00:00Z';

test('readers are told what the clocks show there, where it is not what theirs do', () => {
  expect(told('Europe/Berlin', [evening, 'GR'], [evening, 'DE'], [evening, 'FR'])).toEqual(['Fri 19:00', null, null]);
  expect(told('Pacific/Kiritimati', [evening, 'GR'])).toEqual(['Fri 19:00']);
});

test('weeks in which the clocks have changed here and not there count', () => {
  const [march, april] = ['2026-03-10T12:00:00Z', '2026-04-10T12:00:00Z'];
  expect(told('America/New_York', [march, 'DE'], [april, 'DE'])).toEqual(['Tue 13:00', 'Fri 14:00']);
  // Morocco is on the hour of Berlin's winter: a reader there is told in summer alone, and in Ramadan.
  expect(told('Africa/Casablanca', ['2026-01-10T12:00:00Z', 'DE'], [march, 'DE'], [april, 'DE'])).toEqual([
    null,
    'Tue 13:00',
    'Fri 14:00',
  ]);
});

test('nothing is told of several countries, of none, of a country whose clocks differ, or of what is no country', () => {
  const nothing = told(
    'America/New_York',
    [evening],
    [evening, 'DE', 'GR'],
    [evening, 'PT'],
    [evening, 'US'],
    [evening, '??'],
  );
  expect(nothing).toEqual([null, null, null, null, null]);
});
