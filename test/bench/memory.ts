import { setTimeout as delay } from 'node:timers/promises';
import { startChild, type Child } from './child.ts';
import type { Clients } from './clients.ts';
import type { Figure, Part } from './figures.ts';
import type { Ground, Measured } from './ground.ts';
import { settleNetwork, withStore } from './network.ts';
import type { Memory } from './held-memory.ts';
import type { RawServer } from './raw-server.ts';
import type { Size } from './sizes.ts';
import type { Wish } from './subscriber.ts';

/** Connections that come and go first: what the first ones cost for all is not theirs. */
const first = 200;
/** Milliseconds until what the handshakes left behind is done with. */
const rest = 2_000;

/** What a connection that is subscribed and idle holds of the server's memory. */
export async function measureMemory(ground: Ground, size: Size['memory'], judged: boolean): Promise<Part> {
  const databaseUrl = await ground.database('memory');
  const { wishes } = await withStore(databaseUrl, settleNetwork);
  const { url, server } = await ground.serve(databaseUrl);
  const ours = await weigh(ground, { name: 'ours-idle', url, server, wishes, count: size.connections });
  await server.stop();
  const raw = startChild<RawServer>('test/bench/raw-server.js', {
    ...ground,
    name: 'raw-idle',
    flags: ['--expose-gc'],
  });
  const { url: rawUrl } = await raw.call('listen');
  await raw.call('load', { message: '', replay: [] });
  const told = { name: 'raw-clients-idle', url: rawUrl, wishes, count: size.connections };
  const theirs = await weigh(ground, { ...told, server: raw });
  await raw.stop();
  const figure = (name: string, of: keyof Memory): Figure => ({
    name,
    value: ours[of] / 1_000,
    unit: 'KB',
    reference: theirs[of] / 1_000,
  });
  const target = { words: '≤ 25 KB', holds: ours.resident <= 25_000 };
  return {
    title: `Memory of the server for each of ${size.connections} idle connections`,
    figures: [{ ...figure('resident', 'resident'), ...(judged && { target }) }, figure('JavaScript heap', 'heap')],
    notes: [
      'The same process after a garbage collection with the connections, less before them; each is subscribed and caught up.',
    ],
  };
}

async function weigh(
  ground: Ground,
  told: { name: string; url: string; server: Measured; wishes: Wish[]; count: number },
): Promise<Memory> {
  const { name, url, server, wishes, count } = told;
  const clients: Child<Clients> = startChild<Clients>('test/bench/clients.js', { ...ground, name });
  await clients.call('connect', { url, wishes, count: Math.min(first, count) });
  await clients.call('close');
  await delay(rest);
  const before = await server.call('memory');
  await clients.call('connect', { url, wishes, count });
  await delay(rest);
  const after = await server.call('memory');
  await clients.stop();
  return {
    resident: (after.resident - before.resident) / count,
    heap: (after.heap - before.heap) / count,
  };
}
