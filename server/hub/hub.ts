import type { Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import type { Socket } from 'socket.io';
import type { GoodbyeReason } from '../../core/contract/sockets.ts';
import type { LogEntry } from '../../core/domain/log.ts';
import type { Caller } from '../../core/domain/organisation.ts';
import type { RedisConnection } from '../../core/queue/connection.ts';
import { actorOf } from '../../core/store/commands/warning-event.ts';
import { reasonOf } from '../../core/store/reason.ts';
import type { Store } from '../../core/store/store.ts';
import type { Connected } from '../../core/store/nodes.ts';
import { openTail, type Tail } from '../../core/store/tail.ts';
import type { Addresses } from '../addresses.ts';
import type { Authenticate } from '../credentials/credentials.ts';
import { refusalOf } from '../problem.ts';
import type { Limiter } from '../limits.ts';
import type { SessionCookie } from '../credentials/session-cookie.ts';
import { answerMessage, type Desk } from './client-messages.ts';
import { Consumer, type Comer } from './consumer.ts';
import { attendance } from './attendance.ts';
import { Live } from './live.ts';
import { openPresence } from './presence.ts';
import type { Readings } from '../readings.ts';
import type { Sent } from './message.ts';
import { Receipts } from './receipts.ts';
import { SocketOutlet } from './socket-outlet.ts';
import { admittedNow, openSockets, type Sockets } from './sockets.ts';
import { StreamOutlet, type FollowOptions, type FollowSink } from './stream-outlet.ts';

export interface HubOptions {
  /** Whoever else listens for requests has to be there when it begins to listen. */
  readonly httpServer: HttpServer;
  readonly store: Store;
  readonly authenticate: Authenticate;
  readonly addresses: Pick<Addresses, 'of'>;
  readonly cookie: SessionCookie;
  readonly limiter: Limiter;
  /** Notes that a credential is used by what a socket sends. */
  readonly used: (caller: Caller) => void;
  readonly readings: Readings;
  readonly now: () => Date;
  readonly log: Logger;
  /** Told of each batch of the log before the hub acts on it: credentials forget what changed. */
  readonly learn?: (entries: readonly LogEntry[]) => Promise<void> | void;
  readonly redis?: RedisConnection;
  readonly registry?: Registry;
}

/** Live delivery: reads the log, and tells sockets and streams what they follow and may have. */
export interface Hub {
  /** Replays the log after a place and goes on live. @throws Refusal position-invalid, log-truncated, log-restored */
  follow(options: FollowOptions, sink: FollowSink): Promise<{ close(): void }>;
  /** Sockets and streams that are connected. */
  connections(): number;
  /** The same, counted by organisation and team. */
  attendance(): readonly Connected[];
  readonly tail: Tail;
  /** Takes no new connection, and says goodbye to all. */
  goodbye(reason: GoodbyeReason): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds between looks at who is behind or has expired. */
const watchEvery = 500;
/** Milliseconds in which goodbyes are written out. */
const goodbyeTime = 300;

export async function openHub(options: HubOptions): Promise<Hub> {
  const { store, log } = options;
  const report = (error: Error): void => log.warn(reasonOf(error), 'The hub reports an error; it goes on by itself.');
  const registry = options.registry ?? new Registry();
  const live = new Live(store, registry, report);
  const tail = await openTail(store, {
    from: 'now',
    log: report,
    async onEntries(entries) {
      await options.learn?.(entries);
      await live.read(entries);
    },
    // Whoever dials again, elsewhere or when this process was restarted, learns that it has to start over.
    onRestored: () => void goodbye(live, sockets, receipts, 'shutting-down'),
  });
  await live.start(tail);
  const receipts = new Receipts(store, report);
  const desk: Desk = {
    store,
    limiter: options.limiter,
    used: options.used,
    now: options.now,
    subscribe: (...asked) => live.subscribe(...asked),
    receive: (receipt) => receipts.add(receipt),
    refusalOf: (error) => refusalOf(error, log),
  };
  const sockets = openSockets({
    ...options,
    credentials: () => live.credentials,
    refusalOf: desk.refusalOf,
    // As requests are logged: what for, and never by which token.
    refused: ({ problem, status }) => log.info({ problem, status }, 'socket refused'),
    welcome: (socket, caller, from) => welcome(live, desk, socket, { caller, from }, options.readings),
  });
  const endPresence = options.redis ? openPresence(sockets.io, options.redis, registry) : () => undefined;
  const timer = setInterval(() => live.watch(Date.now()), watchEvery).unref();
  return {
    follow: (from, sink) => follow(live, from, sink, options.readings),
    connections: () => live.consumers.size,
    attendance: () => attendance(live.consumers, Date.now()),
    tail,
    goodbye: (reason) => goodbye(live, sockets, receipts, reason),
    async close() {
      clearInterval(timer);
      await tail.close();
      await goodbye(live, sockets, receipts, 'shutting-down');
      await sockets.close();
      endPresence();
    },
  };
}

function welcome(live: Live, desk: Desk, socket: Socket, who: Comer, readings: Readings): void {
  const overflow = (): void => live.end(consumer, 'slow-consumer');
  const outlet = new SocketOutlet(socket, live.metrics, overflow, noteReadings(readings, who.caller));
  const consumer: Consumer = new Consumer(who, outlet, live.rooms);
  live.consumers.add(consumer);
  socket.onAny((...sent: unknown[]) => void answerMessage(desk, consumer, sent));
  socket.once('disconnect', () => {
    outlet.release();
    live.remove(consumer);
  });
}

async function follow(
  live: Live,
  { authenticate, from, filters, after }: FollowOptions,
  sink: FollowSink,
  readings: Readings,
): Promise<{ close(): void }> {
  const { caller } = await admittedNow(authenticate, () => live.credentials);
  const outlet = new StreamOutlet(sink, live.metrics, noteReadings(readings, caller));
  const consumer = new Consumer({ caller, from }, outlet, live.rooms);
  live.consumers.add(consumer);
  try {
    const { begin } = await live.subscribe(consumer, filters, after);
    begin();
  } catch (error) {
    live.remove(consumer);
    throw error;
  }
  return {
    close() {
      outlet.release();
      live.remove(consumer);
    },
  };
}

/** Notes what a consumer is sent as it is sent: on the side of one too many, where it did not arrive. */
function noteReadings(readings: Readings, caller: Caller): (read: readonly Sent[]) => void {
  const actor = actorOf(caller);
  return (read) => {
    for (const { warningId, revision, readings: reasons } of read) {
      if (revision !== null) for (const why of reasons) readings.note({ actor, warningId, revision, why });
    }
  };
}

async function goodbye(live: Live, sockets: Sockets, receipts: Receipts, reason: GoodbyeReason): Promise<void> {
  sockets.refuse();
  live.fanOut.finish();
  const parting = live.consumers.size > 0;
  for (const consumer of live.consumers) live.end(consumer, reason);
  await receipts.flush();
  if (parting) await new Promise((resolve) => setTimeout(resolve, goodbyeTime));
}
