import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Router } from 'express';
import { Registry } from 'prom-client';
import { readConfig, type Config } from '../../core/config/config.ts';
import { openQueues } from '../../core/queue/queue.ts';
import { migrate } from '../../core/store/migrate.ts';
import { openStore } from '../../core/store/store.ts';
import { startServer } from '../../server/app.ts';
import { checkPort } from '../../server/listening.ts';
import { startWorkers } from '../../workers/app.ts';
import { Cleanups } from '../cleanups.ts';
import { readDemo, writeDemo, type DemoFile } from '../demo/demo-file.ts';
import { openDemo } from '../demo/demo.ts';
import { openFileLog } from '../log.ts';
import { aborted, stopSignal } from '../stopping.ts';
import { say } from '../terminal.ts';
import { announce } from './announcement.ts';
import { inboxRouter } from './inbox.ts';
import { startMailSink } from './mail-sink.ts';
import { claimDataDirectory } from './owner.ts';
import { startEmbeddedPostgres } from './postgres.ts';

const inboxPath = '/demo/inbox';

/**
 * The whole network in this process until it is told to stop: each part whose address the environment does not name is embedded.
 * @throws Error with a sentence when a part does not start; what had started is stopped again
 */
export async function runNetwork(env: NodeJS.ProcessEnv, { empty }: { empty: boolean }): Promise<void> {
  const config = readConfig(env);
  const stopping = stopSignal();
  const cleanups = new Cleanups(say);
  try {
    const demo = await startNetwork(config, empty, stopping, cleanups);
    announce(demo, config.dataDir);
    await aborted(stopping);
  } catch (error) {
    if (error !== stopping.reason) throw error;
  } finally {
    if (stopping.aborted) say('stopping …');
    await cleanups.run();
  }
  say('stopped. The next start finds everything as it was.');
}

async function startNetwork(
  config: Config,
  empty: boolean,
  stopping: AbortSignal,
  cleanups: Cleanups,
): Promise<DemoFile> {
  const { dataDir } = config;
  const databaseUrl = await openDatabase(config, cleanups);
  stopping.throwIfAborted();
  // Before a demo is settled that the server could then not be started for.
  await checkPort(config.port);
  const log = openFileLog(config, path.join(dataDir, 'tocsin.log'));
  const report = (error: Error): void =>
    log.warn({ err: error }, 'The database reports an error; it goes on by itself.');

  await migrate(databaseUrl, say);
  const store = await openStore({ databaseUrl, name: 'network', log: report });
  cleanups.push('The store', 300, () => store.close());
  const known = readDemo(dataDir)?.personas ?? [];
  const personas = await openDemo(store, { known, empty, say });
  stopping.throwIfAborted();

  const mail = await openMail(config, cleanups);
  const queues = await openQueues({ redisUrl: config.redisUrl ?? undefined, databaseUrl, log });
  cleanups.push('The queues', 300, () => queues.close(0));
  stopping.throwIfAborted();

  say('starting the server and the workers …');
  const parts = { store, queues, log, registry: new Registry() };
  const server = await startServer({ ...parts, config, pages: mail.pages });
  cleanups.push('The server', 1_000, () => server.close());
  const url = config.publicUrl ?? `http://localhost:${server.port}`;
  const workers = await startWorkers({ ...parts, config: { ...config, smtpUrl: mail.smtpUrl, publicUrl: url } });
  cleanups.push('The workers', 1_000, () => workers.close());

  const demo = { url, inbox: mail.pages[inboxPath] ? `${url}${inboxPath}` : null, personas };
  writeDemo(dataDir, demo);
  return demo;
}

async function openDatabase({ databaseUrl, dataDir }: Config, cleanups: Cleanups): Promise<string> {
  if (databaseUrl !== null) {
    mkdirSync(dataDir, { recursive: true });
    const release = claimDataDirectory(dataDir);
    cleanups.push('The data directory', 100, release);
    return databaseUrl;
  }
  say('starting PostgreSQL …');
  const postgres = await startEmbeddedPostgres({ dataDir, log: say });
  cleanups.push('PostgreSQL', 10_000, () => postgres.stop());
  return postgres.url;
}

async function openMail(
  { smtpUrl, dataDir }: Config,
  cleanups: Cleanups,
): Promise<{ smtpUrl: string; pages: Record<string, Router> }> {
  if (smtpUrl !== null) return { smtpUrl, pages: {} };
  const sink = await startMailSink({ directory: path.join(dataDir, 'mail'), log: say });
  cleanups.push('The mail sink', 400, () => sink.stop());
  return { smtpUrl: sink.url, pages: { [inboxPath]: inboxRouter(sink) } };
}
