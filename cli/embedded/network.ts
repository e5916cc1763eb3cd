import path from 'node:path';
import type { Router } from 'express';
import { Registry } from 'prom-client';
import { readConfig, type Config } from '../../core/config/config.ts';
import { Cleanups } from '../../core/lifecycle/cleanups.ts';
import { openQueues } from '../../core/queue/queue.ts';
import { migrate } from '../../core/store/migrate.ts';
import { keyOf } from '../../core/store/network.ts';
import { openStore } from '../../core/store/store.ts';
import { startServer } from '../../server/app.ts';
import { checkPort } from '../../server/listening.ts';
import { startWorkers } from '../../workers/app.ts';
import { readDemo, writeDemo, type DemoFile } from '../demo/demo-file.ts';
import { openDemo } from '../demo/demo.ts';
import { openFileLog } from '../log.ts';
import { aborted, stopSignal, unlessAborted } from '../stopping.ts';
import { outliveTerminal, say } from '../terminal.ts';
import { announce } from './announcement.ts';
import { inboxRouter } from './inbox.ts';
import { startMailSink } from './mail-sink.ts';
import { claimDataDirectory, dataDirectoryOwner } from './owner.ts';
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
  outliveTerminal();
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
  // Before anything is set up that the server could then not be started for; of a network that runs here, its directory tells.
  if (dataDirectoryOwner(dataDir) === undefined) await checkPort(config.port);
  const databaseUrl = await openDatabase(config, stopping, cleanups);
  const log = openFileLog(config, path.join(dataDir, 'tocsin.log'));
  const report = (error: Error): void => {
    // A pool is done before its connections are; that PostgreSQL breaks off the last ones, at our word, is no error.
    if (!stopping.aborted) log.warn({ err: error }, 'The database reports an error; it goes on by itself.');
  };

  await unlessAborted(stopping, migrate(databaseUrl, say));
  const store = await unlessAborted(stopping, openStore({ databaseUrl, name: 'network', log: report }));
  cleanups.push('The store', 300, () => store.close());
  const known = readDemo(dataDir)?.personas ?? [];
  const personas = await openDemo(store, { known, empty, say, stopping });

  const mail = await openMail(config, cleanups);
  const opening = openQueues({
    redisUrl: config.redisUrl ?? undefined,
    databaseUrl,
    network: keyOf(store.network),
    log,
  });
  const queues = await unlessAborted(stopping, opening);
  cleanups.push('The queues', 300, () => queues.close(0));
  stopping.throwIfAborted();

  say('starting the server and the workers …');
  const parts = { store, queues, log, registry: new Registry() };
  const running: { close(): Promise<void> }[] = [];
  cleanups.push('The server and the workers', 1_500, () => Promise.all(running.map((part) => part.close())));
  const server = await startServer({ ...parts, config, pages: mail.pages });
  running.push(server);
  const url = config.publicUrl ?? `http://localhost:${server.port}`;
  const working = { ...config, smtpUrl: mail.smtpUrl, publicUrl: url };
  running.push(await startWorkers({ ...parts, grace: 300, config: working }));
  stopping.throwIfAborted();

  // Whoever is elsewhere is not let in.
  const inbox = mail.pages[inboxPath] ? `http://localhost:${server.port}${inboxPath}` : null;
  const demo = { url, inbox, personas };
  writeDemo(dataDir, demo);
  return demo;
}

async function openDatabase(
  { databaseUrl, dataDir }: Config,
  stopping: AbortSignal,
  cleanups: Cleanups,
): Promise<string> {
  if (databaseUrl !== null) {
    const release = claimDataDirectory(dataDir);
    cleanups.push('The data directory', 100, release);
    return databaseUrl;
  }
  say('starting PostgreSQL …');
  const postgres = await startEmbeddedPostgres({ dataDir, log: say, stopping });
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
