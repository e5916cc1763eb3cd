import { createServer, type Server as HttpServer } from 'node:http';
import path from 'node:path';
import type { Router } from 'express';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import type { Config } from '../core/config/config.ts';
import type { LogEntry } from '../core/domain/log.ts';
import { Cleanups } from '../core/lifecycle/cleanups.ts';
import { connectRedis } from '../core/queue/connection.ts';
import type { Queues } from '../core/queue/queue.ts';
import { noteUse } from '../core/store/last-use.ts';
import { openSeal } from '../core/store/seal.ts';
import { openAnswerLinks, openUnsubscribeLinks } from '../core/store/signed-ids.ts';
import type { Store } from '../core/store/store.ts';
import { openSubscriberLinks } from '../core/store/subscriber-links.ts';
import { openAddresses } from './addresses.ts';
import { Afterwards } from './afterwards.ts';
import { openAuthentication } from './credentials/authentication.ts';
import { openClock } from './clock.ts';
import { openCursors } from './http/cursor.ts';
import { openHttp } from './http/http.ts';
import { openHealth, type HealthReader } from './health.ts';
import type { Check } from './http/operator.ts';
import { openMetrics } from './http/metrics.ts';
import { openHub, type Hub } from './hub/hub.ts';
import { openLimiter } from './limits.ts';
import { answerMalformed, drain, listen } from './listening.ts';
import { openIdentityProviders } from './credentials/identity-providers.ts';
import { openPasskeys } from './credentials/passkeys.ts';
import { openNode } from './node.ts';
import { openUsed } from './credentials/used.ts';
import { packageRoot } from './package-root.ts';
import { readiness } from './readiness.ts';
import { Readings } from './readings.ts';
import { openSessionCookie } from './credentials/session-cookie.ts';

/** What the server shows of the queues; it adds no job itself. */
type ServedQueues = Pick<Queues, 'healthy' | 'counts' | 'backend' | 'board'>;

export interface ServerOptions {
  readonly config: Config;
  readonly store: Store;
  readonly queues?: ServedQueues;
  readonly log: Logger;
  readonly registry?: Registry;
  /** More pages, by the path they are mounted at. */
  readonly pages?: Readonly<Record<string, Router>>;
  /** Where the console was built, unless beside this package; it may be missing. */
  readonly consoleDirectory?: string;
}

export interface Server {
  /** Of this process, on loopback. */
  readonly url: string;
  readonly port: number;
  /** Says goodbye, finishes what runs and closes, within 1.5 seconds. */
  close(): Promise<void>;
}

/** Milliseconds that running requests have once nothing new is taken. */
const drainPatience = 800;

/**
 * The server: HTTP, the hub of live events, and what they share. It closes nothing that it was given.
 * @throws Error with a sentence when the port cannot be listened on
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const cleanups = new Cleanups((line) => options.log.error(line));
  try {
    const port = await open(options, cleanups);
    return { url: `http://127.0.0.1:${port}`, port, close: () => cleanups.run() };
  } catch (error) {
    await cleanups.run();
    throw error;
  }
}

async function open(options: ServerOptions, cleanups: Cleanups): Promise<number> {
  const { config, store, queues, log, registry = new Registry(), pages = {} } = options;
  const report = ({ message }: Error): void => log.warn({ reason: message }, 'The store reports an error; it goes on.');

  const { now, redis, limiter, authentication } = await openDoor(options, report, cleanups);
  const addresses = openAddresses(config.trustedProxies);
  const address = { publicUrl: config.publicUrl ?? '' };
  const cookie = openSessionCookie(address);

  const httpServer = openHttpServer();
  // Socket.IO takes its own requests from whoever listened before it; nobody asks before the end of this function.
  httpServer.on('request', (request, response) => http(request, response));
  const metrics = openMetrics({
    registry,
    store,
    tailSequence: () => hub.tail.sequence,
    queueCounts: queues && (() => queues.counts()),
    log: report,
  });
  const learn = (entries: readonly LogEntry[]): void => {
    authentication.learn(entries);
    void metrics.learn(entries);
  };
  const written = openWritten(store, now, report, cleanups);
  const shared = { store, authenticate: authentication.authenticate, addresses, cookie, limiter, now, log, ...written };
  const { used } = authentication;
  const hub = await openHub({ ...shared, used, httpServer, learn, registry, ...(redis && { redis }) });
  cleanups.push('The hub', 1_000, () => hub.close());
  const { checks, health } = openOwnHealth(options, hub, report, cleanups);

  const { directory, version } = packageRoot();
  const cursors = openCursors(store.network.secret);
  const entries = openEntries(store, address, config);
  const services = { ...shared, ...entries, health, cursors, version, retentionDays: config.retentionDays, address };
  const http = openHttp({
    services,
    addresses,
    follow: (from, sink) => hub.follow(from, sink),
    checks,
    queues,
    metrics,
    ...config,
    consoleDirectory: options.consoleDirectory ?? path.join(directory, 'console', 'dist'),
    pages,
    log,
  });
  const port = await listen(httpServer, config.port);
  address.publicUrl ||= `http://localhost:${port}`;
  cleanups.push('The HTTP server', drainPatience + 400, () => closeGently(httpServer, hub));
  return port;
}

/** What decides who is let in, and how often. */
async function openDoor({ config, store, log }: ServerOptions, report: (error: Error) => void, cleanups: Cleanups) {
  const { now, close } = await openClock(store.sql);
  cleanups.push('The clock', 100, close);
  const redis = config.redisUrl === null ? undefined : connectRedis(config.redisUrl, log);
  cleanups.push('The connection to Redis', 100, () => redis?.disconnect());
  const limiter = openLimiter({ ...config, redis });
  const authentication = openAuthentication(store, now, report);
  cleanups.push('The credentials', 500, () => authentication.close());
  return { now, redis, limiter, authentication };
}

/** What is written down beside answers: before them, or after. */
function openWritten(store: Store, now: () => Date, report: (error: Error) => void, cleanups: Cleanups) {
  const readings = new Readings(store, report);
  cleanups.push('The readings', 500, () => readings.flush());
  const afterwards = new Afterwards(report);
  cleanups.push('What follows answers', 500, () => afterwards.finish());
  const calendarsUsed = openUsed((ids, at) => noteUse(store.sql, 'calendar', ids, at), now, report);
  cleanups.push('The use of calendars', 500, () => calendarsUsed.close());
  return { readings, afterwards, calendarsUsed };
}

/** What this server says of itself, and what it can tell of all that run. */
function openOwnHealth(
  { store, queues }: ServerOptions,
  hub: Hub,
  log: (error: Error) => void,
  cleanups: Cleanups,
): { checks: Readonly<Record<string, Check>>; health: HealthReader } {
  const node = openNode({ store, tailSequence: () => hub.tail.sequence, attendance: () => hub.attendance(), log });
  cleanups.push('What this server says of itself', 300, () => node.close());
  const checks = readiness(store, hub.tail, queues);
  return { checks, health: openHealth({ store, node, checks, queues }) };
}

function openHttpServer(): HttpServer {
  // Idle connections are kept for longer than proxies keep theirs: else they would now and then write into one just closed.
  const httpServer = createServer({ requestTimeout: 60_000, keepAliveTimeout: 65_000 });
  answerMalformed(httpServer);
  return httpServer;
}

async function closeGently(httpServer: HttpServer, hub: Hub): Promise<void> {
  const drained = drain(httpServer, drainPatience);
  await hub.goodbye('shutting-down');
  await drained;
}

/** What people sign in with, and show. */
function openEntries(store: Store, address: { readonly publicUrl: string }, { dnsServers }: Config) {
  const providerSeal = openSeal(store.network, 'identity provider');
  return {
    passkeys: openPasskeys(store, address),
    addressSeal: openSeal(store.network, 'own address'),
    answerLinks: openAnswerLinks(store.network),
    unsubscribeLinks: openUnsubscribeLinks(store.network),
    totpSeal: openSeal(store.network, 'totp'),
    providers: openIdentityProviders(providerSeal, address),
    providerSeal,
    subscriberLinks: openSubscriberLinks(store.network),
    dnsServers,
  };
}
