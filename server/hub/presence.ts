import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Gauge, type Registry } from 'prom-client';
import type { Server } from 'socket.io';
import type { RedisConnection } from '../../core/queue/connection.ts';

/** What Redis keeps of the adapter's own messages. Events never go this way: each node reads the log. */
const streamLength = 1_000;

/** Milliseconds that Redis has to count. */
const patience = 1_000;

/** Lets the nodes of a network know of each other through Redis. @returns ends the connections */
export function openPresence(io: Server, redis: RedisConnection, registry: Registry): () => void {
  const connection = patient(redis);
  const opened = [connection];
  connection.duplicate = () => {
    const another = patient(redis);
    opened.push(another);
    return another;
  };
  io.adapter(createAdapter(connection, { streamName: 'tocsin:sockets', maxLen: streamLength }));
  new Gauge({
    name: 'tocsin_nodes',
    help: 'Servers of this network that Redis knows of.',
    registers: [registry],
    async collect() {
      this.set(redis.status === 'ready' ? await countIn(io, patience) : Number.NaN);
    },
  });
  return () => {
    for (const one of opened) one.disconnect();
  };
}

async function countIn(io: Server, milliseconds: number): Promise<number> {
  const late = new Promise<number>((resolve) => setTimeout(resolve, milliseconds, Number.NaN).unref());
  const counted = io.of('/').adapter.serverCount();
  return Promise.race([counted.catch(() => Number.NaN), late]);
}

/**
 * A connection as the adapter needs it: its commands wait for Redis, for those that fail it repeats at once, for ever.
 * Nobody but us looks at whether its subscription failed, and a rejection that nobody looks at would end the process.
 */
function patient(redis: RedisConnection): RedisConnection {
  const connection = redis.duplicate({
    maxRetriesPerRequest: null,
    enableOfflineQueue: true,
    commandTimeout: undefined,
  });
  connection.on('error', () => undefined);
  const subscribe = connection.subscribe.bind(connection) as (...channels: string[]) => Promise<unknown>;
  connection.subscribe = ((...channels: string[]) => {
    const subscribed = subscribe(...channels);
    subscribed.catch(() => undefined);
    return subscribed;
  }) as typeof connection.subscribe;
  return connection;
}
