import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Event } from '../network.ts';
import { createAbsences } from './absence.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function event(type: Event['type'], id: string): Event {
  return { type, warning: { id } } as unknown as Event;
}

function away() {
  let clock = 100;
  const absences = createAbsences(() => clock);
  return {
    absences,
    lose: (since: number) => absences.connected({ kind: 'offline', since }),
    replay: (...events: [Event['type'], string][]) => {
      absences.connected({ kind: 'replaying', events: 0 });
      for (const [type, id] of events) absences.note(event(type, id), false);
    },
    live: (now: number) => {
      clock = now;
      absences.connected({ kind: 'live' });
    },
  };
}

test('what a reconnect brings is told once all of it has come, each warning by the gravest that became of it', () => {
  const { absences, lose, replay, live } = away();
  absences.note(event('warning.raised', 'before'), true);
  lose(20);
  replay(
    ['warning.raised', 'a'],
    ['warning.revised', 'a'],
    ['warning.revised', 'b'],
    ['warning.cancelled', 'b'],
    ['comment.added', 'c'],
    ['warning.raised', 'd'],
    ['warning.withdrawn', 'd'],
  );
  live(60);
  // The state is ahead of what is still handed over.
  absences.note(event('warning.revised', 'e'), false);
  expect([absences.gathering(), absences.last()]).toEqual([true, undefined]);
  jest.runAllTimers();
  absences.note(event('warning.raised', 'after'), true);
  expect(absences.gathering()).toBe(false);
  expect(absences.last()).toEqual({
    since: 20,
    until: 60,
    warnings: { raised: ['a'], cancelled: ['b'], revised: ['e'], other: ['c'] },
  });
});

test('a reconnect that brought nothing says nothing', () => {
  const { absences, lose, replay, live } = away();
  lose(20);
  replay();
  live(60);
  jest.runAllTimers();
  expect([absences.gathering(), absences.last()]).toEqual([false, undefined]);
});

test('what nobody has put away yet is told with what comes later, and a new absence begins after that', () => {
  const { absences, lose, replay, live } = away();
  for (const [since, id] of [
    [20, 'a'],
    [70, 'b'],
  ] as const) {
    lose(since);
    replay(['warning.raised', id]);
    live(since + 10);
    jest.runAllTimers();
  }
  expect(absences.last()).toMatchObject({ since: 20, until: 80, warnings: { raised: ['a', 'b'] } });
  absences.dismiss();
  expect(absences.last()).toBeUndefined();
  lose(90);
  replay(['warning.raised', 'c']);
  live(95);
  jest.runAllTimers();
  expect(absences.last()).toMatchObject({ since: 90, until: 95, warnings: { raised: ['c'] } });
});
