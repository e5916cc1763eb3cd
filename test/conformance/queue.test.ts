import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { FinalFailure } from '../../core/queue/failure.ts';
import type { Job } from '../../core/queue/jobs.ts';
import { openQueues } from '../../core/queue/queue.ts';
import { describeWithRedis } from '../support/needs.ts';
import { until } from '../support/until.ts';
import { redisStore } from './queue-store.ts';
import { describeQueues, drained, mail, oneAtATime, silent } from './queue-suite.ts';

describeQueues((backend, { open, newStore }) => {
  test('says what it runs on and that it is well', async () => {
    const queues = await open();
    expect(queues.backend).toBe(backend);
    await expect(queues.healthy()).resolves.toBeUndefined();
  });

  test('two processes that open an empty store at once do not trip over each other', async () => {
    const fresh = await newStore();
    try {
      await fresh.start();
      const both = await Promise.all([1, 2].map(() => openQueues({ ...fresh.urls, network: 'test', log: silent })));
      await Promise.all(both.map((queues) => queues.add('email', mail())));
      expect((await both[0]!.counts()).email.waiting).toBe(2);
      await Promise.all(both.map((queues) => queues.close()));
    } finally {
      await fresh.remove();
    }
  }, 60_000);

  test('a job of each queue arrives once, with its payload', async () => {
    const queues = await open();
    const at = new Date(0).toISOString();
    const uuid = randomUUID();
    const sent = [
      { kind: 'open', warning: uuid, team: uuid, sequence: '41' },
      { kind: 'fire', escalation: uuid, token: 't_1', dueAt: at },
      mail(),
    ];
    const heard: unknown[] = [];
    const hear = async (job: unknown): Promise<void> => void heard.push(job);
    await queues.work('acknowledgement', hear, oneAtATime);
    await queues.work('email', hear, oneAtATime);
    await queues.addMany(
      'acknowledgement',
      sent.slice(0, 2).map((job) => ({ job: job as Job<'acknowledgement'> })),
    );
    await queues.add('email', sent[2] as Job<'email'>);
    await until(() => heard.length >= 3);
    await drained(queues);
    expect(heard).toHaveLength(3);
    expect(heard).toEqual(expect.arrayContaining(sent));
  });

  test('a delayed job waits for its time', async () => {
    const queues = await open();
    const ran: number[] = [];
    await queues.work('email', async () => void ran.push(Date.now()), oneAtATime);
    const added = Date.now();
    await queues.add('email', mail(), { delay: 700 });
    await queues.addMany('email', [{ job: mail(), delay: 900 }]);
    expect((await queues.counts()).email.delayed).toBe(2);
    await until(() => ran.length === 2);
    expect(ran[0]! - added).toBeGreaterThanOrEqual(700);
    expect(ran[1]! - added).toBeGreaterThanOrEqual(900);
  });

  test('an id is pending once, and free again when its job is done', async () => {
    const queues = await open();
    const job = mail();
    await queues.add('email', job);
    await queues.add('email', job);
    await queues.addMany('email', [{ job }, { job }]);
    expect((await queues.counts()).email.waiting).toBe(1);
    let ran = 0;
    await queues.work('email', async () => void (ran += 1), oneAtATime);
    await until(() => ran === 1);
    await drained(queues);
    expect(ran).toBe(1);
    await queues.add('email', job);
    await until(() => ran === 2);
  });

  test('a processor that throws is tried again, later each time', async () => {
    const queues = await open();
    const ran: number[] = [];
    const flaky = async (): Promise<void> => {
      if (ran.push(Date.now()) < 3) throw new Error('not yet');
    };
    await queues.work('acknowledgement', flaky, oneAtATime);
    await queues.add('acknowledgement', { kind: 'open', warning: randomUUID(), team: randomUUID(), sequence: '1' });
    await until(() => ran.length === 3);
    expect(ran[1]! - ran[0]!).toBeGreaterThanOrEqual(250);
    expect(ran[2]! - ran[1]!).toBeGreaterThanOrEqual(500);
  });

  test('a final failure is not tried again, and frees its id', async () => {
    const queues = await open();
    const ran: string[] = [];
    const job = mail();
    const next = mail();
    await queues.work(
      'email',
      async ({ delivery }) => {
        ran.push(delivery);
        if (delivery === job.delivery) throw new FinalFailure('550 no such mailbox');
      },
      oneAtATime,
    );
    await queues.add('email', job);
    await queues.add('email', next);
    await until(() => ran.includes(next.delivery));
    await drained(queues);
    await queues.add('email', job);
    await until(() => ran.length === 3);
    expect(ran).toEqual([job.delivery, next.delivery, job.delivery]);
  });

  test('a job past its timeout is aborted and tried again', async () => {
    const queues = await open();
    const reasons: unknown[] = [];
    let ran = 0;
    await queues.work(
      'email',
      async (_, signal) => {
        ran += 1;
        if (ran > 1) return;
        signal.addEventListener('abort', () => reasons.push(signal.reason));
        await new Promise(() => {});
      },
      { concurrency: 1, timeout: 200 },
    );
    await queues.add('email', mail());
    await until(() => ran === 2);
    expect(String(reasons[0])).toContain('longer than 200 ms');
  });

  test('a payload that is not the queue’s is refused, and nothing is added', async () => {
    const queues = await open();
    const wrong = [{ ...mail(), headline: 'content' }, { delivery: 'no uuid', attempt: 1 }, { attempt: 1 }, null];
    for (const payload of wrong) {
      await expect(queues.add('email', payload as Job<'email'>)).rejects.toThrow('no job of the queue "email"');
    }
    await expect(queues.addMany('email', [{ job: mail() }, { job: wrong[1] as Job<'email'> }])).rejects.toThrow(
      'delivery',
    );
    expect((await queues.counts()).email).toEqual({ waiting: 0, active: 0, delayed: 0 });
  });
});

describeWithRedis('a Redis that two networks share', () => {
  test('keeps the jobs of each to itself', async () => {
    const store = await redisStore();
    await store.start();
    const [one, other] = await Promise.all(
      ['one', 'other'].map((network) => openQueues({ ...store.urls, network, log: silent })),
    );
    try {
      await one?.add('email', mail());
      expect((await one?.counts())?.email.waiting).toBe(1);
      expect((await other?.counts())?.email.waiting).toBe(0);
    } finally {
      await one?.close();
      await other?.close();
      await store.remove();
    }
  }, 60_000);
});

describeWithRedis('a Redis that may evict', () => {
  test('is not well', async () => {
    const store = await redisStore();
    await store.start();
    const redis = new Redis(store.urls.redisUrl!);
    const queues = await openQueues({ ...store.urls, network: 'test', log: silent });
    try {
      await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
      await expect(queues.healthy()).rejects.toThrow('must be "noeviction"');
    } finally {
      redis.disconnect();
      await queues.close();
      await store.remove();
    }
  });
});
