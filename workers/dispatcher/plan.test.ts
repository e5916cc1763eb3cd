import { describe, expect, test } from '@jest/globals';
import type { LogEntry } from '../../core/domain/log.ts';
import { jobId } from '../../core/queue/jobs.ts';
import { consequences, fireJob, mailJob, openJob, plan } from './plan.ts';

const entry = (type: LogEntry['type']): LogEntry => ({
  sequence: 7,
  position: 'p',
  id: '01900000-0000-7000-8000-000000000001',
  type,
  at: '2026-05-09T18:30:00.000Z',
  actor: { organisationId: null, memberId: null },
  warningId: '01900000-0000-7000-8000-000000000002',
  revision: 1,
  data: {},
});
const wait = {
  warningId: '01900000-0000-7000-8000-000000000002',
  teamId: '01900000-0000-7000-8000-000000000003',
  waitingSince: new Date('2026-05-09T18:30:00.000Z'),
};
const mail = { id: '01900000-0000-7000-8000-000000000004', attempt: 2, inMilliseconds: 1_500 };

describe('what an event calls for', () => {
  test.each([
    ['warning.raised', true, true, true],
    ['warning.revised', true, true, true],
    ['warning.cancelled', false, true, true],
    ['warning.expired', false, false, true],
    ['escalation.fired', false, false, false],
    ['comment.added', false, false, false],
  ] as const)('%s: opens %s, tells subscribers %s, mail subscribers %s', (type, opens, tells, digests) => {
    expect(consequences(entry(type))).toEqual({ opens, tells, digests });
  });
});

describe('the jobs', () => {
  test('are the same for the same state, so that a batch done twice adds nothing', () => {
    const found = { waits: [wait], deliveries: [mail] };
    expect(plan(found)).toEqual(plan({ waits: [{ ...wait }], deliveries: [{ ...mail }] }));
    expect(plan(found).map(({ queue }) => queue)).toEqual(['acknowledgement', 'email']);
  });

  test('an escalation is opened once for a wait, whoever asks', () => {
    const again = { ...wait, waitingSince: new Date('2026-05-10T18:30:00.000Z') };
    const ids = [wait, wait, again].map((one) => {
      const planned = openJob(one);
      return planned.queue === 'acknowledgement' ? jobId('acknowledgement', planned.job) : '';
    });
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  test('what is overdue waits no longer, what is not waits as long as the database says', () => {
    const firing = { escalationId: wait.warningId, token: wait.teamId, firesAt: wait.waitingSince };
    expect(fireJob({ ...firing, inMilliseconds: -4_000 }).delay).toBe(0);
    expect(fireJob({ ...firing, inMilliseconds: 4_000 }).delay).toBe(4_000);
    expect(mailJob(mail)).toMatchObject({ delay: 1_500, job: { attempt: 2 } });
  });
});
