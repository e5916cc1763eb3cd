import { expect, test } from '@jest/globals';
import type { Event } from '../network.ts';
import { createArrivals, type Arrival } from './arrivals.ts';

function event(type: Event['type'], { id = 'a', revision = 1, reopened = false } = {}): Event {
  return { type, warning: { id, revision }, data: { reopened } } as unknown as Event;
}

function listening() {
  const arrivals = createArrivals();
  const heard: [id: string, anew: boolean][] = [];
  arrivals.onArrival(({ warning, anew }: Arrival) => heard.push([warning.id, anew]));
  return { arrivals, heard };
}

test('a warning is told once, however often its event comes, and is new until somebody opens it', () => {
  const { arrivals, heard } = listening();
  arrivals.note(event('warning.raised'), true);
  arrivals.note(event('warning.raised'), false);
  expect(heard).toEqual([['a', false]]);
  expect(arrivals.has('a')).toBe(true);
  arrivals.open('a');
  expect(arrivals.has('a')).toBe(false);
});

test('the first that is heard of a warning may be any event', () => {
  const { arrivals, heard } = listening();
  arrivals.note(event('warning.revised', { revision: 2 }), true);
  arrivals.note(event('comment.added', { id: 'b' }), false);
  expect(heard).toEqual([['a', false]]);
});

test('a revision that asks anew is told, each once', () => {
  const { arrivals, heard } = listening();
  arrivals.note(event('warning.raised'), true);
  arrivals.note(event('warning.revised', { revision: 2 }), false);
  arrivals.note(event('warning.revised', { revision: 3, reopened: true }), false);
  arrivals.note(event('warning.revised', { revision: 3, reopened: true }), false);
  expect(heard).toEqual([
    ['a', false],
    ['a', true],
  ]);
});
