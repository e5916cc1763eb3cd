import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { jobId, parseJob } from './jobs.ts';

const warning = randomUUID();
const team = randomUUID();
const at = '2026-11-24T03:30:00+02:00';

describe('a job id', () => {
  const ids = [
    jobId('acknowledgement', { kind: 'open', warning, team, sequence: '41' }),
    jobId('acknowledgement', { kind: 'fire', escalation: team, token: 'aB_9-', dueAt: at }),
    jobId('email', { delivery: warning, attempt: 0 }),
  ];

  test('is made of what makes the job that job', () => {
    expect(ids).toEqual([`open-${warning}-${team}-41`, `fire-${team}-aB_9-`, `email-${warning}-0`]);
  });

  test('is one that BullMQ takes', () => {
    for (const id of ids) expect(id).toMatch(/^[A-Za-z][A-Za-z0-9_-]*$/);
  });
});

describe('a payload', () => {
  test('passes as it is', () => {
    const open = { kind: 'open', warning, team, sequence: '18446744073709551615' };
    expect(parseJob('acknowledgement', open)).toEqual(open);
  });

  test.each([
    ['content beside the ids', 'email', { delivery: warning, attempt: 1, headline: 'Hatred' }, 'headline'],
    ['another queue’s job', 'email', { task: 'sweep', at }, 'delivery'],
    [
      'a token that would break the id',
      'acknowledgement',
      { kind: 'fire', escalation: team, token: 'a:b', dueAt: at },
      'token',
    ],
    ['a sequence that is no number', 'acknowledgement', { kind: 'open', warning, team, sequence: '4x' }, 'sequence'],
    ['an unknown kind', 'acknowledgement', { kind: 'close', warning }, 'kind'],
    ['half an attempt', 'email', { delivery: warning, attempt: 0.5 }, 'attempt'],
    [
      'a time without a zone',
      'acknowledgement',
      { kind: 'fire', escalation: team, token: 't', dueAt: '2026-11-24T03:30:00' },
      'dueAt',
    ],
    ['nothing', 'email', undefined, 'payload'],
  ] as const)('with %s is refused by name', (_, queue, payload, field) => {
    expect(() => parseJob(queue, payload)).toThrow(new RegExp(`no job of the queue "${queue}".*${field}`));
  });
});
