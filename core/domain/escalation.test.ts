import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hours as anyHours, moment } from '../../test/support/arbitrary-hours.ts';
import type { EscalationStep, Hours } from '../contract/escalation-policy.ts';
import { severityOrder } from '../contract/vocabularies.ts';
import { chases, completePolicy, endReason, ladder, networkPolicy } from './escalation.ts';
import { severityRank } from './filter.ts';
import { quietEnd } from './hours.ts';

const start = new Date('2026-05-09T18:00:00.000Z');
const owner = [{ type: 'role', role: 'owner' }] as const;
const policy = (steps: Partial<EscalationStep>[], hours: Hours | null = null) =>
  completePolicy({ steps: steps.map((step) => ({ after: 0, to: [...owner], ...step })), hours });
const seconds = (firings: ReturnType<typeof ladder>) =>
  firings.map(({ dueAt }) => (dueAt.getTime() - start.getTime()) / 1000);

const step: fc.Arbitrary<EscalationStep> = fc.record({
  after: fc.integer({ min: 0, max: 604_800 }),
  to: fc.constant([...owner]),
  severity: fc.constantFrom(...severityOrder),
  quiet: fc.constantFrom('wait' as const, 'ignore' as const),
  repeat: fc.option(fc.record({ every: fc.integer({ min: 60, max: 86_400 }), times: fc.integer({ min: 1, max: 20 }) })),
});
const nights: Hours = {
  timeZone: 'Europe/Berlin',
  quiet: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '22:00', to: '07:00' }],
};

describe('the ladder', () => {
  test('each step is due after the step before was due', () => {
    expect(seconds(ladder(policy([{ after: 60 }, { after: 120 }, { after: 0 }]), 'minor', start))).toEqual([
      60, 180, 180,
    ]);
  });

  test('a step above the severity is passed over and its time is not waited for', () => {
    const firings = ladder(policy([{ after: 60, severity: 'extreme' }, { after: 120 }]), 'severe', start);
    expect(firings.map((firing) => firing.step)).toEqual([2]);
    expect(seconds(firings)).toEqual([120]);
  });

  test('repeats do not push the next step back', () => {
    const firings = ladder(policy([{ after: 60, repeat: { every: 100, times: 2 } }, { after: 30 }]), 'minor', start);
    expect(firings.map((firing) => [firing.step, firing.repeat])).toEqual([
      [1, 0],
      [1, 1],
      [1, 2],
      [2, 0],
    ]);
    expect(seconds(firings)).toEqual([60, 160, 260, 90]);
  });

  test('quiet hours hold a step, not the ladder; the last never waits, nor does an extreme warning', () => {
    const night = new Date('2026-05-09T21:00:00.000Z');
    const firings = ladder(policy([{ after: 60 }, { after: 60 }], nights), 'severe', night);
    expect(firings.map(({ firesAt }) => firesAt.toISOString())).toEqual([
      '2026-05-10T05:00:00.000Z',
      '2026-05-09T21:02:00.000Z',
    ]);
    expect(firings[0]?.heldSince?.toISOString()).toBe('2026-05-09T21:01:00.000Z');
    expect(
      ladder(policy([{ after: 60 }, { after: 60 }], nights), 'extreme', night).every(
        ({ heldSince }) => heldSince === null,
      ),
    ).toBe(true);
  });

  test('the last step that applies never waits, wherever in the list it stands', () => {
    const night = new Date('2026-05-09T21:00:00.000Z');
    const firings = ladder(policy([{ after: 60 }, { after: 60, severity: 'severe' }], nights), 'moderate', night);
    expect(firings.map(({ heldSince }) => heldSince)).toEqual([null]);
  });

  test('the firing that quiet hours hold stands for its repeats of that night', () => {
    const night = new Date('2026-05-09T23:00:00.000Z');
    const repeated = policy([{ after: 1_800, repeat: { every: 1_200, times: 20 } }, { after: 0 }], nights);
    const held = ladder(repeated, 'severe', night).filter((firing) => firing.step === 1);
    expect(held.map(({ repeat, firesAt }) => [repeat, firesAt.toISOString()])).toEqual([
      [0, '2026-05-10T05:00:00.000Z'],
      [17, '2026-05-10T05:10:00.000Z'],
      [18, '2026-05-10T05:30:00.000Z'],
      [19, '2026-05-10T05:50:00.000Z'],
      [20, '2026-05-10T06:10:00.000Z'],
    ]);
  });

  test('the network’s own policy chases extreme after half an hour, minor after a day', () => {
    expect(severityOrder.map((severity) => seconds(ladder(networkPolicy(severity), severity, start))[0])).toEqual([
      86_400, 28_800, 7_200, 1_800,
    ]);
  });

  test('of any policy: due times rise over steps, nothing fires before it is due, what fires is never in hours that hold it', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 10 }),
        fc.constantFrom(...severityOrder),
        fc.option(fc.constant(nights)),
        (steps, severity, hours) => {
          const firings = ladder({ steps, hours }, severity, start);
          const firsts = firings.filter(({ repeat }) => repeat === 0);
          expect(firsts).toHaveLength(
            steps.filter((one) => severityRank(one.severity) <= severityRank(severity)).length,
          );
          firsts.forEach((firing, index) => {
            expect(firing.dueAt.getTime()).toBeGreaterThanOrEqual(
              firsts[index - 1]?.dueAt.getTime() ?? start.getTime(),
            );
          });
          for (const firing of firings) {
            expect(firing.firesAt.getTime()).toBeGreaterThanOrEqual(firing.dueAt.getTime());
            if (firing.heldSince) expect(quietEnd(hours, firing.firesAt)).toBeNull();
            if (firing.step === firings.at(-1)?.step) expect(firing.firesAt).toEqual(firing.dueAt);
          }
          firings.forEach((firing, index) => {
            const before = firings[index - 1];
            if (before?.step !== firing.step) return;
            expect(firing.firesAt.getTime()).toBeGreaterThan(before.firesAt.getTime());
          });
          expect(new Set(firings.map(({ token }) => token)).size).toBe(firings.length);
        },
      ),
    );
  });

  test('of any policy and hours, at any moment, is what the contract’s sentences add up to', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 6 }),
        fc.constantFrom(...severityOrder),
        fc.option(anyHours),
        moment,
        (steps, severity, hours, since) => {
          const floors = { minor: 0, moderate: 1, severe: 2, extreme: 3 };
          const climbed = steps.filter((one) => floors[one.severity] <= floors[severity]);
          const expected = climbed.flatMap((one, index) => {
            const after = climbed.slice(0, index + 1).reduce((sum, each) => sum + each.after, 0);
            const waits = one.quiet === 'wait' && severity !== 'extreme' && index < climbed.length - 1;
            const moments = Array.from({ length: (one.repeat?.times ?? 0) + 1 }, (_, repeat) => {
              const dueAt = new Date(since.getTime() + (after + repeat * (one.repeat?.every ?? 0)) * 1_000);
              const end = waits ? quietEnd(hours, dueAt) : null;
              return { step: steps.indexOf(one) + 1, repeat, dueAt, firesAt: end ?? dueAt, heldSince: end && dueAt };
            });
            const fires = moments.map(({ firesAt }) => firesAt.getTime());
            return moments.filter((_, repeat) => fires.indexOf(fires[repeat] as number) === repeat);
          });
          const found = ladder({ steps, hours }, severity, since);
          expect(found).toEqual(expected.map((firing) => ({ ...firing, targets: owner, token: expect.anything() })));
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('a policy chases what has a step to climb, and never what is past', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 3 }), fc.constantFrom(...severityOrder), (steps, severity) => {
      const climbs = ladder({ steps, hours: null }, severity, start).length > 0;
      expect(chases({ steps }, { severity, urgency: 'expected' })).toBe(climbs);
      expect(chases({ steps }, { severity, urgency: 'past' })).toBe(false);
    }),
  );
});

test.each([
  [{ acknowledgementState: 'working', warningState: 'active', admitted: true, suspended: false }, 'answered'],
  [{ acknowledgementState: 'pending', warningState: 'cancelled', admitted: true, suspended: false }, 'cancelled'],
  [{ acknowledgementState: 'pending', warningState: 'expired', admitted: true, suspended: false }, 'expired'],
  [
    { acknowledgementState: 'pending', warningState: 'active', admitted: false, suspended: false },
    'no-longer-admitted',
  ],
  [{ acknowledgementState: 'pending', warningState: 'active', admitted: true, suspended: true }, 'suspended'],
  [{ acknowledgementState: 'pending', warningState: 'active', admitted: true, suspended: false }, null],
])('%o ends as %s', (situation, reason) => {
  expect(endReason(situation)).toBe(reason);
});
