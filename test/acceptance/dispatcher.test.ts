import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { sweep } from '../../workers/housekeeping/sweep.ts';
import { openStage, type Platform, type Stage } from '../support/escalations.ts';
import { describeWithRedis } from '../support/needs.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { until } from '../support/until.ts';
import { within } from '../support/within.ts';

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
  let platform: Platform;
  beforeAll(async () => {
    stage = await openStage({ withRedis });
    platform = await stage.platform(() => ({ steps: [{ after: 1, to: [owner] }] }));
  }, 60_000);
  afterAll(() => stage.close(), 30_000);

  const mailsAbout = (warning: string): number =>
    stage.mail.received().filter(({ text }) => text.includes(warning)).length;
  const cursor = async (): Promise<number> => {
    const { rows } = await stage.store.sql.query<{ sequence: number }>('SELECT sequence FROM cursor');
    return rows[0]?.sequence ?? 0;
  };

  test('one process leads; when it freezes, another leads within seconds, and nothing is done twice', async () => {
    const network = await startProxy(stage.store.databaseUrl);
    const standby = await stage.startWorkers({ databaseUrl: network.url });
    try {
      await until(() => stage.workers().leads);
      expect(standby.leads).toBe(false);
      await stage.workers().close();
      await until(() => standby.leads, { timeout: 5_000 });

      const third = await stage.startWorkers();
      try {
        expect(third.leads).toBe(false);
        const before = await stage.raise(platform);
        await until(() => mailsAbout(before) === 1);
        network.pause();
        await until(() => third.leads && !standby.leads, { timeout: 8_000 });
        const after = await stage.raise(platform);
        // The frozen one may have taken the job, and lets go of it after a while.
        await until(() => mailsAbout(after) === 1, { timeout: 30_000 });
        network.heal();
        await until(async () => standby.store.sql.query('SELECT 1').then(() => true));
        expect([standby.leads, third.leads]).toEqual([false, true]);
        const last = await stage.raise(platform);
        await until(() => mailsAbout(last) === 1, { timeout: 30_000 });
        expect([mailsAbout(before), mailsAbout(after)]).toEqual([1, 1]);
      } finally {
        network.heal();
        await third.close();
      }
    } finally {
      await standby.close();
      await network.close();
    }
  }, 90_000);

  test('a process that stood by while somebody subscribed mails them once it leads', async () => {
    const leader = await stage.startWorkers();
    await until(() => leader.leads);
    const standby = await stage.startWorkers();
    try {
      const reader = await stage.platform(() => ({ steps: [] }));
      const to = [{ type: 'member', id: reader.responder.id } as const];
      const filter = { countries: [reader.country] };
      await stage.store.writer.run(
        addSubscription(reader.caller, { name: 'By mail', filter, channels: [{ type: 'email', to }] }),
      );
      await until(async () => (await cursor()) === (await head(stage)));
      await leader.close();
      await until(() => standby.leads);
      const warning = await stage.raise(reader);
      await until(() => mailsAbout(warning) === 1);
    } finally {
      await leader.close();
      await standby.close();
    }
  });

  test('a queue that lost everything is filled again by the next sweep, and nothing fires twice', async () => {
    const workers = await stage.startWorkers();
    try {
      await until(() => workers.leads);
      const other = await stage.platform(() => ({ steps: [{ after: 4, to: [responder] }] }));
      const warning = await stage.raise(other);
      await until(async () => (await workers.queues.counts()).acknowledgement.delayed > 0);
      await wipe(stage);
      expect((await workers.queues.counts()).acknowledgement.delayed).toBe(0);
      await sweep(stage.store.sql, workers.queues);
      await sweep(stage.store.sql, workers.queues);
      await until(() => mailsAbout(warning) === 1);
      const fired = (await stage.timeline(warning)).filter(({ type }) => type === 'escalation.fired');
      expect(fired).toHaveLength(1);
    } finally {
      await workers.close();
    }
  });

  test('what happened while no workers ran is done when they come back, each step once', async () => {
    const away = await stage.raise(platform);
    expect(await cursor()).toBeLessThan(await head(stage));
    const workers = await stage.startWorkers();
    try {
      await until(() => mailsAbout(away) === 1);
      await until(async () => (await cursor()) === (await head(stage)));
    } finally {
      await workers.close();
    }
  });

  test('a warning expires within five seconds, by itself', async () => {
    const workers = await stage.startWorkers();
    try {
      const expires = new Date(Date.now() + 1_500);
      const onset = new Date(Date.now() - 1_000).toISOString();
      const warning = await stage.raise(platform, { onset, expires: expires.toISOString() });
      const ended = await until(async () =>
        (await stage.timeline(warning)).find(({ type }) => type === 'warning.expired'),
      );
      expect(Date.parse(ended.at) - expires.getTime()).toBeGreaterThanOrEqual(0);
      expect(Date.parse(ended.at) - expires.getTime()).toBeLessThan(5_000);
    } finally {
      await workers.close();
    }
  });
}

describe('workers whose database goes away', () => {
  let stage: Stage;
  let network: Proxy;
  beforeAll(async () => {
    stage = await openStage();
    network = await startProxy(stage.store.databaseUrl);
    await stage.workers().close();
  }, 60_000);
  afterAll(async () => {
    await stage.close();
    await network.close();
  }, 30_000);

  test('go on by themselves when it is back', async () => {
    const platform = await stage.platform(() => ({ steps: [{ after: 0, to: [owner] }] }));
    const workers = await stage.startWorkers({ databaseUrl: network.url });
    try {
      await until(() => workers.leads);
      network.cut();
      const warning = await stage.raise(platform);
      await until(() => !workers.leads, { timeout: 8_000 });
      network.heal();
      await until(() => stage.mail.received().some(({ text }) => text.includes(warning)), { timeout: 30_000 });
    } finally {
      await workers.close();
    }
  }, 60_000);

  test('stop within a second and a half, also while it does not answer', async () => {
    const workers = await stage.startWorkers({ databaseUrl: network.url });
    try {
      await until(() => workers.leads);
      network.pause();
      await within(1_500, workers.stop());
    } finally {
      network.heal();
      await workers.close();
    }
  }, 60_000);
});

async function head({ store }: Stage): Promise<number> {
  const { rows } = await store.sql.query<{ sequence: number }>('SELECT sequence FROM log_head');
  return rows[0]?.sequence ?? 0;
}

/** Takes every job from the queue's store, as losing its disk would. */
async function wipe({ redisUrl, store }: Stage): Promise<void> {
  if (redisUrl !== undefined) {
    const redis = new Redis(redisUrl);
    await redis.flushall();
    redis.disconnect();
    return;
  }
  const client = new pg.Client({ connectionString: store.databaseUrl });
  await client.connect();
  await client.query('DELETE FROM bullmq.job');
  await client.end();
}
