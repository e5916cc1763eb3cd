import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acknowledgeWarning } from '../../core/store/commands/acknowledge.ts';
import { reviseWarning } from '../../core/store/commands/revise.ts';
import { openStage, type Stage } from '../support/escalations.ts';
import { startDifficultServer, type DifficultServer, type Mood, type TakenMail } from '../support/mail-server.ts';
import { settle } from '../support/network.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { until } from '../support/until.ts';
import { within } from '../support/within.ts';

const owner = { type: 'role', role: 'owner' } as const;
const responder = { type: 'role', role: 'responder' } as const;

interface Kept {
  recipient: string;
  kind: string;
  state: string;
  attempts: number;
  answer: string | null;
  message_id: string | null;
}

/** How the server takes the mails of an address: one mood for each try, the last one for all that follow. */
const moods = new Map<string, Mood[]>();
let server: DifficultServer;
let network: Proxy;
let stage: Stage;

beforeAll(async () => {
  server = await startDifficultServer((recipient, before) => {
    const list = moods.get(recipient) ?? [];
    return list[before] ?? list.at(-1) ?? 'take';
  });
  network = await startProxy(server.url);
  stage = await openStage({ smtpUrl: network.url });
}, 60_000);
afterAll(async () => {
  await stage.close();
  await network.close();
  await server.close();
}, 30_000);

const ledger = async (warning: string, recipient: string): Promise<Kept[]> =>
  (
    await stage.store.sql.query<Kept>(
      `SELECT recipient, kind, state, attempts, answer, message_id FROM delivery
       WHERE warning_id = $1 AND recipient = $2 ORDER BY created_at`,
      [warning, recipient],
    )
  ).rows;
const settled = (warning: string, recipient: string, state: string): Promise<Kept> =>
  until<Kept | undefined>(async () => (await ledger(warning, recipient)).find((one) => one.state === state), {
    what: `a mail to ${recipient} that is ${state}`,
    timeout: 25_000,
  });
const taken = (recipient: string): TakenMail[] => server.taken.filter(({ to }) => to === recipient);

test('what the server cannot take now is tried again until it can', async () => {
  const platform = await stage.platform(({ owner: { address } }) => {
    moods.set(address, [{ refuse: 451, at: 'recipient' }, { refuse: 452, at: 'data' }, 'take']);
    return { steps: [{ after: 0, to: [owner] }] };
  });
  const warning = await stage.raise(platform);
  const sent = await settled(warning, platform.owner.address, 'sent');
  expect(sent.attempts).toBe(3);
  expect(sent.answer).toMatch(/^250/);
  expect(taken(platform.owner.address)).toMatchObject([{ messageId: sent.message_id }]);
});

test('a final refusal ends the mail with the server’s words; a step that reached nobody is told to the managers', async () => {
  const platform = await stage.platform(({ responder: { address } }) => {
    moods.set(address, [{ refuse: 550, at: 'recipient' }]);
    return { steps: [{ after: 0, to: [responder] }] };
  });
  const warning = await stage.raise(platform);
  const refused = await settled(warning, platform.responder.address, 'failed');
  expect(refused).toMatchObject({
    kind: 'escalation',
    attempts: 1,
    answer: expect.stringMatching(/550.*no such mailbox/),
  });
  expect(await settled(warning, platform.owner.address, 'sent')).toMatchObject({ kind: 'unreached' });
});

test('a target that is refused is told to the managers although the step reached others, once a day', async () => {
  const platform = await stage.platform(({ responder: { address } }) => {
    moods.set(address, [{ refuse: 554, at: 'data' }]);
    return { steps: [{ after: 0, to: [responder, owner] }] };
  });
  const kinds = async (warning: string): Promise<string[]> => {
    await settled(warning, platform.responder.address, 'failed');
    await until(async () => (await ledger(warning, platform.owner.address)).every(({ state }) => state === 'sent'));
    return (await ledger(warning, platform.owner.address)).map(({ kind }) => kind);
  };
  expect(await kinds(await stage.raise(platform))).toEqual(['escalation', 'missed']);
  expect(await kinds(await stage.raise(platform))).toEqual(['escalation']);
});

test('where nobody of the organisation can be told, the coordinator is', async () => {
  const coordinator = await settle(stage.store, { name: 'Coordination', kind: 'coordinator' });
  const platform = await stage.platform(({ owner: { address } }) => {
    moods.set(address, [{ refuse: 550, at: 'recipient' }]);
    return { steps: [{ after: 0, to: [owner] }] };
  });
  const warning = await stage.raise(platform);
  expect(await settled(warning, coordinator.owner.address, 'sent')).toMatchObject({ kind: 'unreached' });
  await stage.store.writer.run(acknowledgeWarning(platform.caller, warning, { state: 'acknowledged' }));
  const stoodDown = async () => (await ledger(warning, coordinator.owner.address)).map(({ kind }) => kind);
  await until(async () => (await stoodDown()).length === 2);
  expect(await stoodDown()).toEqual(['unreached', 'stand-down']);
});

test('a connection lost after the mail was handed over leads to the same mail again, under the same Message-ID', async () => {
  const platform = await stage.platform(({ owner: { address } }) => {
    moods.set(address, ['take and hang up', 'take']);
    return { steps: [{ after: 0, to: [owner] }] };
  });
  const warning = await stage.raise(platform);
  const sent = await settled(warning, platform.owner.address, 'sent');
  expect(sent.attempts).toBe(2);
  expect(taken(platform.owner.address).map(({ messageId }) => messageId)).toEqual([sent.message_id, sent.message_id]);
});

test('what was answered while the server was away is not mailed any more, and nobody is told to stand down', async () => {
  const platform = await stage.platform(() => ({ steps: [{ after: 0, to: [owner] }] }));
  network.cut();
  const warning = await stage.raise(platform);
  await until(async () => ((await ledger(warning, platform.owner.address))[0]?.attempts ?? 0) > 0);
  await stage.store.writer.run(acknowledgeWarning(platform.caller, warning, { state: 'acknowledged' }));
  network.heal();
  const mail = await settled(warning, platform.owner.address, 'superseded');
  expect(mail.answer).toContain('answered');
  await until(async () => (await ledger(warning, platform.owner.address)).every(({ state }) => state !== 'pending'));
  expect(taken(platform.owner.address)).toEqual([]);
});

test('nobody is told to stand down who is asked again by the time that the server is back', async () => {
  const platform = await stage.platform(() => ({ steps: [{ after: 0, to: [owner] }] }));
  const { address } = platform.owner;
  const warning = await stage.raise(platform);
  await settled(warning, address, 'sent');
  network.cut();
  await stage.store.writer.run(acknowledgeWarning(platform.caller, warning, { state: 'acknowledged' }));
  await until(async () =>
    (await ledger(warning, address)).some((one) => one.kind === 'stand-down' && one.attempts > 0),
  );
  await stage.store.writer.run(reviseWarning(stage.cso.caller, warning, { severity: 'extreme' }, [1]));
  network.heal();
  expect((await settled(warning, address, 'superseded')).kind).toBe('stand-down');
});

test('the next step fires although the server is away, and overtakes the mail of the one before', async () => {
  const platform = await stage.platform(() => ({
    steps: [
      { after: 0, to: [owner] },
      { after: 3, to: [responder] },
    ],
  }));
  network.cut();
  const warning = await stage.raise(platform);
  const overtaken = await settled(warning, platform.owner.address, 'superseded');
  expect(overtaken.answer).toContain('next step is due');
  network.heal();
  await settled(warning, platform.responder.address, 'sent');
  expect(taken(platform.owner.address)).toEqual([]);
});

describe('a mail that its server is about to take', () => {
  /** Raises a warning whose one mail the server holds; answers how to let it take it. */
  const held = async (): Promise<{ warning: string; address: string; take: () => void }> => {
    let take = (): void => undefined;
    const takeAfter = new Promise<void>((resolve) => (take = resolve));
    const platform = await stage.platform(({ owner: { address } }) => {
      moods.set(address, [{ takeAfter }, 'take']);
      return { steps: [{ after: 0, to: [owner] }] };
    });
    const { address } = platform.owner;
    const warning = await stage.raise(platform);
    await until(() => taken(address).length === 1);
    return { warning, address, take };
  };

  test('is sent once though the database is away when it does', async () => {
    await stage.workers().stop();
    const database = await startProxy(stage.store.databaseUrl);
    const workers = await stage.startWorkers({ databaseUrl: database.url, smtpUrl: network.url });
    try {
      const { warning, address, take } = await held();
      database.cut();
      await until(() => !workers.leads, { timeout: 8_000 });
      take();
      database.heal();
      expect(await settled(warning, address, 'sent')).toMatchObject({ attempts: 1 });
      expect(taken(address)).toHaveLength(1);
    } finally {
      database.heal();
      await workers.close();
      await database.close();
    }
  }, 60_000);

  test('is sent once though its worker is told to stop', async () => {
    const workers = await stage.startWorkers({ smtpUrl: network.url, grace: 10_000 });
    const { warning, address, take } = await held();
    const stopped = workers.close();
    await expect(within(1_000, stopped)).rejects.toThrow('not over');
    take();
    await stopped;
    expect((await ledger(warning, address))[0]).toMatchObject({ state: 'sent', attempts: 1 });
    expect(taken(address)).toHaveLength(1);
  }, 60_000);
});

test('counts its mails by kind, outcome and reason', async () => {
  const text = await stage.workers().registry.metrics();
  expect(text).toMatch(/tocsin_deliveries_total\{kind="escalation",outcome="sent",reason="accepted"\} \d/);
  expect(text).toMatch(/tocsin_deliveries_total\{kind="escalation",outcome="failed",reason="refused"\} 4/);
  expect(text).toMatch(/tocsin_deliveries_total\{kind="escalation",outcome="retry",reason="unknown-outcome"\} 1/);
  expect(text).toMatch(/tocsin_escalation_lateness_seconds_count \d/);
});
