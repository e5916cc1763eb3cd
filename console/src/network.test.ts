import { expect, test } from '@jest/globals';
import { connectionAfter, endOf, TocsinError, type Connection } from './network.ts';

const after = (states: Parameters<typeof connectionAfter>[1][]): Connection =>
  states.reduce<Connection>((before, state, index) => connectionAfter(before, state, index), { kind: 'connecting' });

test('live is reached through the replay', () => {
  expect(after(['connecting'])).toEqual({ kind: 'connecting' });
  expect(after(['connecting', 'replaying'])).toEqual({ kind: 'replaying', events: 0 });
  expect(after(['connecting', 'replaying', 'live'])).toEqual({ kind: 'live' });
});

test('offline lasts from the moment it broke until events flow again, however often it dials', () => {
  expect(after(['connecting', 'live', 'offline', 'connecting', 'offline', 'connecting'])).toEqual({
    kind: 'offline',
    since: 2,
  });
  expect(after(['connecting', 'live', 'offline', 'connecting', 'replaying'])).toEqual({ kind: 'replaying', events: 0 });
});

test('what never came up is offline since the first attempt failed', () => {
  expect(after(['connecting', 'offline', 'connecting'])).toEqual({ kind: 'offline', since: 1 });
});

test('what the network refuses stays told until events flow', () => {
  const refused: Connection = { kind: 'refused', error: new TocsinError('no', { code: 'scope-missing' }) };
  expect(connectionAfter(refused, 'closed', 1)).toBe(refused);
  expect(connectionAfter(refused, 'live', 1)).toEqual({ kind: 'live' });
});

test('only what the credential itself is refused for ends a session', () => {
  const refusal = (code: string) => new TocsinError('no', { code });
  expect(endOf(refusal('unauthorized'))).toBe('unauthorized');
  expect(endOf(refusal('suspended'))).toBe('suspended');
  expect(endOf(refusal('scope-missing'))).toBeUndefined();
  expect(endOf(refusal('unexpected-answer'))).toBeUndefined();
});
