import { Registry } from 'prom-client';
import type { Logger } from 'pino';
import { readConfig, type Config } from '../core/config/config.ts';
import { Cleanups } from '../core/lifecycle/cleanups.ts';
import { openQueues, type Queues } from '../core/queue/queue.ts';
import { pendingMigrations } from '../core/store/migrate.ts';
import { keyOf } from '../core/store/network.ts';
import { reasonOf } from '../core/store/reason.ts';
import { openStore, type Store } from '../core/store/store.ts';
import { startServer } from '../server/app.ts';
import { startWorkers } from '../workers/app.ts';
import { openLog } from './log.ts';
import { aborted, stopSignal } from './stopping.ts';
import { outliveTerminal } from './terminal.ts';

/** What every process of a production network stands on. */
interface Foundations {
  config: Config;
  store: Store;
  queues: Queues;
  log: Logger;
  registry: Registry;
}

/** Longer than a part needs to end; the container's own patience is longer still. */
const patience = 10_000;
/** Milliseconds in which the mail servers may finish with the mails in hand. */
const grace = 7_000;

/** Serves HTTP and live events until it is told to stop. */
export function serve(env: NodeJS.ProcessEnv): Promise<void> {
  return runUntilStopped(env, 'serve', async (foundations, cleanups) => {
    const server = await startServer(foundations);
    cleanups.push('The server', patience, () => server.close());
    foundations.log.info({ port: server.port }, `Tocsin serves on port ${server.port}.`);
  });
}

/** Dispatches, escalates, mails and keeps house until it is told to stop. */
export function work(env: NodeJS.ProcessEnv): Promise<void> {
  return runUntilStopped(env, 'work', async (foundations, cleanups) => {
    warnOfMail(foundations);
    const workers = await startWorkers({ ...foundations, grace });
    cleanups.push('The workers', patience, () => workers.close());
    foundations.log.info('Tocsin works.');
  });
}

/** What lets mails go out that nobody can use. */
function warnOfMail({ config: { publicUrl, mailFrom }, log }: Foundations): void {
  if (publicUrl === null) log.warn('TOCSIN_PUBLIC_URL is not set: the links in mails lead to this machine alone.');
  if (mailFrom.endsWith('@localhost'))
    log.warn(`TOCSIN_MAIL_FROM is ${mailFrom}: most mail servers refuse it for good.`);
}

async function runUntilStopped(
  env: NodeJS.ProcessEnv,
  name: string,
  start: (foundations: Foundations, cleanups: Cleanups) => Promise<void>,
): Promise<void> {
  const config = readConfig(env);
  const log = openLog(config);
  const stopping = stopSignal();
  const cleanups = new Cleanups((line) => log.error(line));
  outliveTerminal();
  try {
    await start(await layFoundations(config, name, log, cleanups), cleanups);
    await aborted(stopping);
    log.info(`Stopping: ${String(stopping.reason)}.`);
  } finally {
    await cleanups.run();
  }
  log.info('Stopped.');
}

async function layFoundations(config: Config, name: string, log: Logger, cleanups: Cleanups): Promise<Foundations> {
  const { databaseUrl, redisUrl } = config;
  if (databaseUrl === null) {
    throw new Error(
      `\`tocsin ${name}\` needs DATABASE_URL, e.g. postgres://tocsin:secret@localhost:5432/tocsin. ` +
        'Without a database of your own, `npm start` runs a whole network on embedded parts.',
    );
  }
  const pending = await pendingMigrations(databaseUrl);
  if (pending.length > 0) {
    throw new Error(`The database lacks ${pending.join(', ')}: run \`tocsin migrate\` first.`);
  }
  const report = (error: Error): void =>
    log.warn(reasonOf(error), 'The database reports an error; it goes on by itself.');
  const store = await openStore({ databaseUrl, name, log: report });
  cleanups.push('The store', patience, () => store.close());
  const queues = await openQueues({ redisUrl: redisUrl ?? undefined, databaseUrl, network: keyOf(store.network), log });
  cleanups.push('The queues', patience, () => queues.close());
  return { config, store, queues, log, registry: new Registry() };
}
