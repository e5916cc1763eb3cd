import { openQueues } from '../../core/queue/queue.ts';

/** A worker process that takes a mail, says so on standard output, and never finishes: to be killed. */
const { redisUrl, databaseUrl } = JSON.parse(process.argv[2] ?? '{}') as { redisUrl?: string; databaseUrl: string };
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const queues = await openQueues({ redisUrl, databaseUrl, network: 'test', log: silent });
await queues.work(
  'email',
  (job) => {
    process.stdout.write(`took ${job.delivery}\n`);
    return new Promise(() => {});
  },
  { concurrency: 1, timeout: 600_000 },
);
