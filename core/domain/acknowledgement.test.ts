import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AcknowledgementRequest, AnsweredState } from '../contract/acknowledgement.ts';
import { codesOf, measures, reasons } from '../contract/vocabularies.ts';
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

  test('keeps its reason through every state, until another one is said', () => {
    const declined = answer(fresh, { state: 'declined', reason: 'lawful' }, 1, at(1))!;
    const working = answer(declined, { state: 'working' }, 1, at(2))!;
    expect(working.reason).toBe('lawful');
    expect(answer(working, { state: 'declined' }, 1, at(3))).toMatchObject({ state: 'declined', reason: 'lawful' });
    expect(reopen(declined, 2, at(4))).toMatchObject({ state: 'pending', reason: 'lawful' });
    const without = answer(working, { state: 'working', reason: null }, 1, at(5))!;
    expect(() => answer(without, { state: 'declined' }, 1, at(6))).toThrow('Say why');
  });

  test('that names the same measures in another order changes nothing', () => {
    const one = answer(fresh, { state: 'working', measures: ['monitoring_raised', 'reviewers_briefed'] }, 1, at(1))!;
    expect(
      answer(one, { state: 'working', measures: ['reviewers_briefed', 'monitoring_raised'] }, 1, at(2)),
    ).toBeNull();
  });

  test('over any course of answers and reopenings is what the contract’s table and sentences say', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (course) => {
        let now = fresh;
        course.forEach((move, index) => {
          const moment = at(index + 1);
          const before = now;
          if (move === 'reopen') {
            now = reopen(before, before.revision + 1, moment);
            expect(now).toEqual({
              ...before,
              state: 'pending',
              revision: now.revision,
              since: moment,
              waitingSince: moment,
            });
          } else {
            now = answered(before, move, moment);
          }
          expect(now.waitingSince === null).toBe(now.state !== 'pending');
          if (now.state !== 'pending') expect(now.acknowledgedAt).not.toBeNull();
        });
      }),
      { numRuns: 500 },
    );
  });
});

const members = ['reason', 'measures', 'usefulness', 'note', 'assignee'] as const;
const step: fc.Arbitrary<AcknowledgementRequest | 'reopen'> = fc.oneof(
  { weight: 5, arbitrary: sentAnswer() },
  { weight: 1, arbitrary: fc.constant('reopen' as const) },
);

/** Each member left out, taken back or said. */
function sentAnswer(): fc.Arbitrary<AcknowledgementRequest> {
  const record = {
    state: fc.constantFrom(...states),
    reason: fc.option(fc.constantFrom(...codesOf(reasons))),
    measures: fc.subarray([...codesOf(measures)], { maxLength: 2 }),
    usefulness: fc.option(fc.constantFrom('helped' as const, 'too_late' as const)),
    note: fc.option(fc.constantFrom('Ana is on it', 'Seen')),
    assignee: fc.option(fc.constant('Ana')),
  };
  return fc.record(record, { requiredKeys: ['state'] });
}

/** Gives an answer and holds it to the contract; answers how the team stands then. */
function answered(before: Acknowledgement, sent: AcknowledgementRequest, moment: string): Acknowledgement {
  const verdict = table[before.state].split(' ')[states.indexOf(sent.state)];
  const said = Object.fromEntries(members.map((name) => [name, sent[name] === undefined ? before[name] : sent[name]]));
  const give = () => answer(before, sent, before.revision, moment);
  const refusal = (problem: string, pointer?: string) =>
    expect.objectContaining({
      problem,
      ...(pointer ? { details: { errors: [expect.objectContaining({ pointer })] } } : {}),
    });
  if (verdict === '409') {
    expect(give).toThrow(refusal('state-conflict'));
    return before;
  }
  const needsReason = sent.state === 'no_action' || sent.state === 'declined';
  if (needsReason && said['reason'] === null) {
    expect(give).toThrow(refusal('invalid-request', '/reason'));
    return before;
  }
  if (said['reason'] === 'other' && said['note'] === null) {
    expect(give).toThrow(refusal('invalid-request', '/note'));
    return before;
  }
  const after = give();
  const changes = members.some((name) => JSON.stringify(said[name]) !== JSON.stringify(before[name]));
  if (verdict === 'same' && !changes) {
    expect(after).toBeNull();
    return before;
  }
  expect(after).toMatchObject({
    ...said,
    state: sent.state,
    since: verdict === 'same' ? before.since : moment,
    acknowledgedAt: before.state === 'pending' ? moment : before.acknowledgedAt,
  });
  return after!;
}
