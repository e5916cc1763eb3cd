import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ReceivedMail } from '../../cli/embedded/mail-sink.ts';
import { acknowledgeWarning } from '../../core/store/commands/acknowledge.ts';
import { cancelWarning } from '../../core/store/commands/cancel.ts';
import { reviseWarning } from '../../core/store/commands/revise.ts';
import { sweep } from '../../workers/housekeeping/sweep.ts';
import { openStage, type Stage } from '../support/escalations.ts';
import { describeWithRedis } from '../support/needs.ts';
import { settle } from '../support/network.ts';
import { until } from '../support/until.ts';

const owner = { type: 'role', role: 'owner' } as const;
const responder = { type: 'role', role: 'responder' } as const;

describe('on PostgreSQL', () => {
  define(false);
});
describeWithRedis('on Redis', () => {
  define(true);
});

function define(withRedis: boolean): void {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ withRedis });
  }, 60_000);
  afterAll(() => stage.close(), 30_000);

  const fired = async (warning: string): Promise<{ step: unknown; repeat: unknown }[]> =>
    (await stage.timeline(warning))
      .filter(({ type }) => type === 'escalation.fired')
      .map(({ data }) => ({ step: data['step'], repeat: data['repeat'] }));
  /** Waits until somebody has this many mails, and answers the newest. */
  const mailed = (address: string, count: number): Promise<ReceivedMail> =>
    until<ReceivedMail | undefined>(() => stage.mail.to(address)[count - 1], { what: `${count} mails to ${address}` });
  /** Makes what is still to come due now, or a while ago, as time would. */
  const passTime = async (warning: string, step: number, overdue = '0 s'): Promise<void> => {
    await stage.store.sql.query(
      `UPDATE escalation_firing SET fires_at = date_trunc('milliseconds', now() - $3::interval) FROM escalation
       WHERE escalation.id = escalation_id AND warning_id = $1 AND step = $2 AND escalation_firing.state = 'pending'`,
      [warning, step, overdue],
    );
    await sweep(stage.store.sql, stage.workers().queues);
  };

  test('steps fire once each and in order, and who was mailed stands down when somebody answers', async () => {
    const platform = await stage.platform(() => ({
      steps: [
        { after: 1, to: [owner] },
        { after: 1, to: [responder] },
        { after: 600, to: [owner] },
      ],
    }));
    const warning = await stage.raise(platform);
    const first = await mailed(platform.owner.address, 1);
    const second = await mailed(platform.responder.address, 1);
    expect(first.subject).toBe(`[TLP:GREEN] Severe warning, ${country(platform.country)}`);
    expect(first.text).toContain('step 1 of 3');
    expect(first.text).toContain(`https://tocsin.example/warnings/${warning}`);
    expect(second.text).toContain('step 2 of 3');
    expect(await fired(warning)).toEqual([
      { step: 1, repeat: 0 },
      { step: 2, repeat: 0 },
    ]);

    await stage.store.writer.run(acknowledgeWarning(platform.caller, warning, { state: 'acknowledged' }));
    for (const before of [first, second]) {
      const address = before.to[0] ?? '';
      const after = await mailed(address, 2);
      expect(after.text).toContain('You can stand down');
      expect(after.headers['references']).toBe(before.headers['references']);
      expect(after.messageId).not.toBe(before.messageId);
    }
    expect((await stage.timeline(warning)).at(-1)?.type).toBe('escalation.ended');
    await passTime(warning, 3);
    expect(await fired(warning)).toHaveLength(2);
  });

  test('a revision that reopens starts the ladder anew', async () => {
    const platform = await stage.platform(() => ({ steps: [{ after: 0, to: [owner] }] }));
    const warning = await stage.raise(platform);
    await mailed(platform.owner.address, 1);
    await stage.store.writer.run(acknowledgeWarning(platform.caller, warning, { state: 'working' }));
    await mailed(platform.owner.address, 2);
    await stage.store.writer.run(reviseWarning(stage.cso.caller, warning, { severity: 'extreme' }, [1]));
    const again = await mailed(platform.owner.address, 3);
    expect(again.text).toContain('step 1 of 1');
    expect(again.subject).toContain('Extreme warning');
    expect(await fired(warning)).toHaveLength(2);
  });

  test('calling a warning off ends its escalations and says so to whoever was mailed, and to nobody else', async () => {
    const platform = await stage.platform(() => ({
      steps: [
        { after: 0, to: [owner] },
        { after: 900, to: [responder] },
      ],
    }));
    const warning = await stage.raise(platform);
    await mailed(platform.owner.address, 1);
    await stage.store.writer.run(cancelWarning(stage.cso.caller, warning, 'It was a rumour.'));
    expect((await mailed(platform.owner.address, 2)).text).toContain('called off');
    expect(stage.mail.to(platform.responder.address)).toEqual([]);
  });

  test('quiet hours hold a step and not the ladder, and the held one says since when', async () => {
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
    const platform = await stage.platform(() => ({
      steps: [
        { after: 0, to: [owner] },
        { after: 1, to: [responder] },
      ],
      hours: { timeZone: 'UTC', quiet: quietNow().map((window) => ({ days: [...days], ...window })) },
    }));
    const warning = await stage.raise(platform);
    await mailed(platform.responder.address, 1);
    expect(stage.mail.to(platform.owner.address)).toEqual([]);
    await passTime(warning, 1);
    expect((await mailed(platform.owner.address, 1)).text).toMatch(/Held since \d+ \w+ \d{4} at \d\d:\d\d UTC/);
    expect(await fired(warning)).toEqual([
      { step: 2, repeat: 0 },
      { step: 1, repeat: 0 },
    ]);
  });

  test('a step that comes more than a second late says so', async () => {
    const platform = await stage.platform(() => ({ steps: [{ after: 600, to: [owner] }] }));
    const warning = await stage.raise(platform);
    await until(async () => (await stage.timeline(warning)).some(({ type }) => type === 'escalation.opened'));
    await passTime(warning, 1, '1.1 s');
    expect((await mailed(platform.owner.address, 1)).text).toContain('This step is late');
    expect((await stage.timeline(warning)).at(-1)).toMatchObject({ type: 'escalation.fired', data: { late: true } });
  });

  test('a step repeats as often as it says, and one below its floor is passed over without waiting', async () => {
    const platform = await stage.platform(() => ({
      steps: [
        { after: 3_600, to: [responder], severity: 'extreme' },
        { after: 0, to: [owner], repeat: { every: 120, times: 1 } },
      ],
    }));
    const warning = await stage.raise(platform, { severity: 'moderate' });
    await mailed(platform.owner.address, 1);
    await passTime(warning, 2);
    expect((await mailed(platform.owner.address, 2)).text).toContain('repeat 1');
    expect(await fired(warning)).toEqual([
      { step: 2, repeat: 0 },
      { step: 2, repeat: 1 },
    ]);
    expect(stage.mail.to(platform.responder.address)).toEqual([]);
  });

  test('a step with nobody left goes to the owners and says why; an address that nobody confirmed gets none', async () => {
    const raw = `${withRedis ? 'b' : 'a'}.pager@oncall.example`;
    const platform = await stage.platform(() => ({ steps: [{ after: 0, to: [{ type: 'email', address: raw }] }] }));
    const asked = await mailed(raw, 1);
    expect(asked.subject).toContain('Confirm this address');
    expect(asked.text).toMatch(/https:\/\/tocsin\.example\/addresses\/confirm\?token=[0-9a-f]{40}/);
    await stage.raise(platform);
    expect((await mailed(platform.owner.address, 1)).text).toContain('Nobody whom the step names can be told');
    expect(stage.mail.to(raw)).toHaveLength(1);
  });

  test('the last step may tell the coordinator', async () => {
    const coordinator = await settle(stage.store, { name: 'Coordination', kind: 'coordinator' });
    const platform = await stage.platform(() => ({ steps: [{ after: 0, to: [{ type: 'coordinator' }] }] }));
    await stage.raise(platform);
    expect((await mailed(coordinator.owner.address, 1)).text).toContain(platform.organisation.name);
  });

  test('a timer that runs ahead of the database’s clock fires nothing early, and then on time', async () => {
    const platform = await stage.platform(() => ({ steps: [{ after: 2, to: [owner] }] }));
    const warning = await stage.raise(platform);
    const firing = await until(async () => {
      const { rows } = await stage.store.sql.query<{ escalation: string; token: string; fires_at: Date }>(
        `SELECT escalation_id AS escalation, token, fires_at FROM escalation_firing
         JOIN escalation ON escalation.id = escalation_id WHERE warning_id = $1`,
        [warning],
      );
      return rows[0];
    });
    const { escalation, token } = firing;
    const dueAt = firing.fires_at.toISOString();
    const { queues } = stage.workers();
    await queues.add('acknowledgement', { kind: 'fire', escalation, token, dueAt });
    await mailed(platform.owner.address, 1);
    const [event] = (await stage.timeline(warning)).filter(({ type }) => type === 'escalation.fired');
    const late = Date.parse(event?.at ?? '') - firing.fires_at.getTime();
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(1_000);
  });
}

function country(code: string): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
}

/** Quiet hours that hold this moment and the next minutes. */
function quietNow(): { from: string; to: string }[] {
  const clock = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString().slice(11, 16);
  return [{ from: clock(-30), to: clock(90) }];
}
