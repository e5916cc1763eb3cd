import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { transitions, worstOf, type Happening, type State } from './connection-state.ts';

const happenings = Object.keys(transitions.offline) as Happening[];
const walk = (from: State, path: Happening[]) => path.reduce((state, each) => transitions[state][each].to, from);

describe('the states of a connection', () => {
  test('the way from dialling to live and back', () => {
    expect(walk('offline', ['dial', 'connected', 'caught-up'])).toBe('live');
    expect(walk('live', ['behind'])).toBe('replaying');
    expect(walk('live', ['lost', 'dial'])).toBe('connecting');
    expect(walk('live', ['hidden'])).toBe('offline');
  });

  test('closed is for good, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...happenings)), (path) => {
        expect(walk('offline', [...path, 'closed', ...path])).toBe('closed');
        expect(walk('offline', [...path, 'refused', ...path])).toBe('closed');
      }),
    );
  });

  test('every loss of something that was open is waited out and dialled again', () => {
    for (const state of ['connecting', 'replaying', 'live'] as const) {
      expect(transitions[state].lost).toEqual({ to: 'offline', effect: 'wait' });
    }
    expect(transitions.offline.dial).toEqual({ to: 'connecting', effect: 'dial' });
  });

  test('leaving an open state without a loss hangs up, so that no socket is left behind', () => {
    for (const state of ['connecting', 'replaying', 'live'] as const) {
      for (const happening of ['hidden', 'refused', 'closed'] as const) {
        expect(transitions[state][happening].effect).toBe('hang-up');
      }
    }
    expect(transitions.closed.connected.effect).toBe('hang-up');
  });

  test('several together are as far as the one that is worst off', () => {
    expect(worstOf([])).toBe('offline');
    expect(worstOf(['connecting'])).toBe('connecting');
    expect(worstOf(['live', 'replaying'])).toBe('replaying');
    expect(worstOf(['live', 'connecting', 'offline'])).toBe('offline');
  });
});
