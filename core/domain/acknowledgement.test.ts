import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AnsweredState } from '../contract/acknowledgement.ts';
import { answer, awaiting, reopen, type Acknowledgement } from './acknowledgement.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 4, 9, 12, minute)).toISOString();
const fresh = awaiting('w', 't', 'o', 1, at(0));
const states: AnsweredState[] = ['acknowledged', 'working', 'actioned', 'no_action', 'declined'];
const reached = (state: Acknowledgement['state']): Acknowledgement => ({
  ...fresh,
  state,
  reason: 'lawful',
  waitingSince: null,
  acknowledgedAt: at(1),
});

/** The contract's table, row by row. */
const table: Record<Acknowledgement['state'], string> = {
  pending: 'yes yes yes yes yes',
  acknowledged: 'same yes yes yes yes',
  working: '409 same yes yes yes',
  actioned: '409 yes same 409 409',
  no_action: '409 yes 409 same 409',
  declined: '409 yes 409 409 same',
};

describe('an answer', () => {
  for (const [from, row] of Object.entries(table)) {
    row.split(' ').forEach((verdict, index) => {
      const to = states[index]!;
      test(`${from} → ${to}: ${verdict}`, () => {
        const before = reached(from as Acknowledgement['state']);
        const give = () => answer(before, { state: to, reason: 'lawful' }, 1, at(2));
        if (verdict === '409')
          expect(give).toThrow(expect.objectContaining({ problem: 'state-conflict', details: { state: from } }));
        else if (verdict === 'same') expect(give()).toBeNull();
        else expect(give()).toMatchObject({ state: to, since: at(2) });
      });
    });
  }

  test.each(['no_action', 'declined'] as const)('%s says why', (state) => {
    expect(() => answer(fresh, { state }, 1, at(1))).toThrow(expect.objectContaining({ problem: 'invalid-request' }));
  });

  test('`other` says which', () => {
    const give = () => answer(fresh, { state: 'declined', reason: 'other' }, 1, at(1));
    expect(give).toThrow(
      expect.objectContaining({ details: { errors: [expect.objectContaining({ pointer: '/note' })] } }),
    );
  });

  test('members left out are kept, null takes them back', () => {
    const one = answer(
      fresh,
      { state: 'working', note: 'Ana is on it', assignee: 'Ana', measures: ['monitoring_raised'] },
      1,
      at(1),
    )!;
    const two = answer(one, { state: 'actioned', assignee: null }, 1, at(2))!;
    expect(two).toMatchObject({ note: 'Ana is on it', assignee: null, measures: ['monitoring_raised'] });
  });

  test('sets the receipts where they are missing, and never resets them', () => {
    const got = answer({ ...fresh, deliveredAt: at(0), deliveredRevision: 3 }, { state: 'acknowledged' }, 2, at(5))!;
    expect(got).toMatchObject({ deliveredAt: at(0), deliveredRevision: 3, seenAt: at(5), seenRevision: 2 });
  });

  test('over any course of answers and reopenings the times and states stay true to each other', () => {
    const step = fc.oneof(
      fc.record({ state: fc.constantFrom(...states), note: fc.option(fc.string({ minLength: 1 })) }),
      fc.constant('reopen' as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (course) => {
        let now = fresh;
        course.forEach((move, index) => {
          const minute = index + 1;
          if (move === 'reopen') {
            now = reopen(now, now.revision + 1, at(minute));
            expect(now.state).toBe('pending');
          } else {
            try {
              now = answer(now, { ...move, reason: 'lawful' }, now.revision, at(minute)) ?? now;
            } catch (error) {
              expect(error).toMatchObject({ problem: 'state-conflict' });
            }
          }
          expect(now.waitingSince === null).toBe(now.state !== 'pending');
          if (now.state !== 'pending') expect(now.acknowledgedAt).not.toBeNull();
          expect(now.since <= at(minute)).toBe(true);
        });
      }),
    );
  });
});
