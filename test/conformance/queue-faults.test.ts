import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { QueueUnavailable } from '../../core/queue/failure.ts';
import { openQueues } from '../../core/queue/queue.ts';
import { until } from '../support/until.ts';
import { within } from '../support/within.ts';
import { describeQueues, drained, mail, oneAtATime, silent } from './queue-suite.ts';

const sockets = (): number => process.getActiveResourcesInfo().filter((kind) => /Pipe|TCP/.test(kind)).length;

/** What Jest itself has open. */
const atFirst = sockets();

describeQueues((backend, { open, store, newStore }) => {
  test('a store that is away at the start is an error on PostgreSQL, and awaited on Redis', async () => {
    const later = await newStore();
    try {
      if (backend === 'postgres') {
        await expect(openQueues({ ...later.urls, network: 'test', log: silent })).rejects.toThrow(QueueUnavailable);
        return;
      }
      const queues = await openQueues({ ...later.urls, network: 'test', log: silent });
      const heard: unknown[] = [];
      await queues.work('email', async (job) => void heard.push(job), oneAtATime);
      const job = mail();
      await expect(queues.add('email', job)).rejects.toThrow(QueueUnavailable);
      await later.start();
      await until(() => queues.add('email', job).then(() => true));
      await until(() => heard.length === 1);
      await queues.close();
    } finally {
      await later.remove();
    }
  }, 60_000);

  test('a job whose worker is killed with −9 is taken over', async () => {
    const script = fileURLToPath(new URL('queue-hanging-worker.ts', import.meta.url));
    const environment = { ...process.env, NODE_OPTIONS: '' };
    const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(store().urls)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: environment,
    });
    const queues = await open();
    const job = mail();
    const heard: unknown[] = [];
    try {
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
      await queues.add('email', job);
      await until(() => said.includes(`took ${job.delivery}`), { timeout: 30_000 });
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await queues.work('email', async (taken) => void heard.push(taken), oneAtATime);
    await until(() => heard.length > 0, { timeout: 30_000 });
    expect(heard).toEqual([job]);
  }, 90_000);

  test('a store that is killed makes producers fail fast, and all heals when it is back', async () => {
    const queues = await open();
    const heard: string[] = [];
    let interrupted: (() => void) | undefined;
    await queues.work(
      'email',
      async ({ delivery }) => {
        heard.push(delivery);
        if (heard.length === 1) await new Promise<void>((resolve) => (interrupted = resolve));
      },
      oneAtATime,
    );
    const first = mail();
    await queues.add('email', first);
    await until(() => interrupted);
    await store().kill();

    await expect(within(1_500, queues.add('email', mail()))).rejects.toThrow(QueueUnavailable);
    await expect(within(1_500, queues.addMany('email', [{ job: mail() }]))).rejects.toThrow(QueueUnavailable);
    await expect(queues.healthy()).rejects.toThrow('does not answer');
    // The job that was running ends while nobody is there to be told.
    interrupted?.();

    await store().start();
    const later = mail();
    await until(() => queues.add('email', later).then(() => true), { timeout: 10_000 });
    await until(() => heard.includes(later.delivery), { timeout: 10_000 });
    await drained(queues);
    expect(heard).toEqual([first.delivery, later.delivery]);
    await expect(queues.healthy()).resolves.toBeUndefined();
  }, 60_000);

  test('connections that are cut again and again lose no job and do not make workers deaf', async () => {
    const queues = await open();
    const heard = new Set<string>();
    await queues.work('email', async ({ delivery }) => void heard.add(delivery), { concurrency: 4, timeout: 10_000 });
    for (let round = 0; round < 3; round += 1) {
      const jobs = Array.from({ length: 5 }, mail);
      const added = until(() =>
        queues
          .addMany(
            'email',
            jobs.map((job) => ({ job })),
          )
          .then(() => true),
      );
      await store().cut();
      await added;
      // A claim whose answer was cut off is taken over when its lock expires.
      await until(() => jobs.every(({ delivery }) => heard.has(delivery)), { timeout: 25_000 });
    }
    await drained(queues);
    expect(heard.size).toBe(15);
  }, 90_000);

  test('closing waits for a job that ends soon, aborts one that does not, and never hangs', async () => {
    const soon = await open();
    let ended = false;
    let finish: (() => void) | undefined;
    await soon.work(
      'email',
      async () => {
        await new Promise<void>((resolve) => (finish = resolve));
        ended = true;
      },
      oneAtATime,
    );
    await soon.add('email', mail());
    await until(() => finish);
    const closing = soon.close(10_000);
    finish?.();
    await closing;
    expect(ended).toBe(true);

    const hung = await open();
    let signal: AbortSignal | undefined;
    await hung.work('acknowledgement', async (_, given) => new Promise(() => (signal = given)), oneAtATime);
    await hung.add('acknowledgement', { kind: 'open', warning: randomUUID(), team: randomUUID(), sequence: '1' });
    await until(() => signal);
    await within(3_000, hung.close());
    expect(signal?.aborted).toBe(true);
    // Aborted, not lost: it waits for its retry.
    const after = await open();
    expect((await after.counts()).acknowledgement.delayed).toBe(1);
  }, 30_000);

  test('closing while the store is away is bounded, and leaves nothing open', async () => {
    const queues = await open();
    await queues.work('email', async () => {}, oneAtATime);
    await queues.work('acknowledgement', async () => {}, oneAtATime);
    expect(sockets()).toBeGreaterThan(atFirst);
    await store().kill();
    try {
      await within(4_000, queues.close());
      await until(() => sockets() <= atFirst);
    } finally {
      await store().start();
    }
  }, 30_000);
});
