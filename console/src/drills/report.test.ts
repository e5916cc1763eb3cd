import { describe, expect, test } from '@jest/globals';
import type { Acknowledgement } from '../../../core/contract/acknowledgement.ts';
import { reportCsv, reportOf } from './report.ts';

const raised = '2026-11-29T10:00:00.000Z';
const at = (minutes: number): string => new Date(Date.parse(raised) + minutes * 60_000).toISOString();
const minute = 60_000;

function answer(name: string, more: Partial<Acknowledgement> = {}): Acknowledgement {
  return {
    organisation: { id: name, name, kind: 'platform' },
    team: { id: `${name} desk`, name: 'Desk' },
    state: 'pending',
    expected: true,
    revision: 1,
    since: raised,
    waitingSince: raised,
    acknowledgedAt: null,
    deliveredAt: null,
    seenAt: null,
    deliveredRevision: null,
    seenRevision: null,
    escalation: null,
    ...more,
  };
}

const acknowledged = (name: string, minutes: number, more: Partial<Acknowledgement> = {}): Acknowledgement =>
  answer(name, { state: 'acknowledged', acknowledgedAt: at(minutes), since: at(minutes), ...more });

describe('a report of a drill', () => {
  test('shows those that never answered first, then the slowest, and nobody who was not expected', () => {
    const all = [
      acknowledged('Quick', 1),
      answer('Silent'),
      acknowledged('Slow', 9),
      acknowledged('Other', 2, { expected: false }),
    ];
    const { lines, answered } = reportOf(raised, all, []);
    expect(lines.map(({ organisation }) => organisation.name)).toEqual(['Silent', 'Slow', 'Quick']);
    expect(answered).toBe(2);
  });

  test('counts who never answered among the slow: half have when half of all have', () => {
    const two = [acknowledged('A', 1), answer('B')];
    expect(reportOf(raised, two, []).median).toBe(minute);
    const three = [...two, answer('C')];
    expect(reportOf(raised, three, [])).toMatchObject({ median: null, first: minute });
    expect(reportOf(raised, [], [])).toMatchObject({ median: null, first: null });
  });

  test('takes what was opened anew as unanswered, and what is being worked on as open', () => {
    const reopened = answer('A', { acknowledgedAt: at(3) });
    const closed = acknowledged('B', 2, { state: 'actioned', since: at(8) });
    const { lines } = reportOf(raised, [reopened, closed, acknowledged('C', 1, { state: 'working' })], []);
    expect(lines.map((line) => [line.answered, line.closed])).toEqual([
      [null, null],
      [2 * minute, 8 * minute],
      [minute, null],
    ]);
  });

  test('names the highest step that fired for a team', () => {
    const team = { id: 'A desk', name: 'Desk' };
    const fired = [1, 2, 2].map((step) => ({ type: 'escalation.fired', data: { team, step, of: 3 } }));
    const { lines } = reportOf(raised, [answer('A'), answer('B')], [...fired, { type: 'warning.raised', data: {} }]);
    expect(lines.map(({ escalated }) => escalated)).toEqual([{ step: 2, of: 3 }, null]);
  });

  test('is a spreadsheet that takes no name for a formula', () => {
    const report = reportOf(raised, [acknowledged('=A, "B"', 1)], []);
    expect(
      reportCsv(report, ['organisation', 'team', 'state', 'delivered', 'seen', 'answered', 'closed', 'step']),
    ).toBe('organisation,team,state,delivered,seen,answered,closed,step\r\n"\'=A, ""B""",Desk,acknowledged,,,60,,\r\n');
  });
});
