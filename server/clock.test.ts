import { expect, test } from '@jest/globals';
import type { Queryable } from '../core/store/unit.ts';
import { until } from '../test/support/until.ts';
import { openClock } from './clock.ts';

/** A database whose clock is ahead of this process's by so many milliseconds. */
function database(ahead: () => number): Queryable {
  return {
    query: async () => ({ rows: [{ now: new Date(Date.now() + ahead()) } as never], rowCount: 1 }),
  };
}

const aheadBy = (now: Date): number => Math.round((now.getTime() - Date.now()) / 1_000);

test('the time is the database’s, looked at again and again', async () => {
  let ahead = 90_000;
  const clock = await openClock(
    database(() => ahead),
    10,
  );
  expect(aheadBy(clock.now())).toBe(90);
  ahead = -30_000;
  await until(() => aheadBy(clock.now()) === -30);
  clock.close();
});

test('while the database is away what was known of it holds', async () => {
  let asked = 0;
  const clock = await openClock(
    database(() => {
      asked += 1;
      if (asked > 1) throw new Error('The database is away.');
      return 90_000;
    }),
    10,
  );
  await until(() => asked > 2);
  expect(aheadBy(clock.now())).toBe(90);
  clock.close();
});
