import { setTimeout as delay } from 'node:timers/promises';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { readHead } from '../../core/store/log-reader.ts';
import { startChild } from './child.ts';
import type { Clients, Round } from './clients.ts';
import type { Part } from './figures.ts';
import type { Ground } from './ground.ts';
import { settleNetwork, withStore } from './network.ts';
import type { RawServer } from './raw-server.ts';
import type { Size } from './sizes.ts';
import { median, percentile, ratioOf } from './statistics.ts';
import type { Wish } from './subscriber.ts';
import { benchWarning } from './warning.ts';

/** Milliseconds for a server to see off those who left, before the next storm. */
const rest = 2_000;

/** Everybody reconnects at once and replays what was missed: until all are caught up. */
export async function measureStorm(ground: Ground, size: Size['storm'], judged: boolean): Promise<Part> {
  const { clients: count, events, rounds } = size;
  const databaseUrl = await ground.database('storm');
  const wishes = await withStore(databaseUrl, async (store) => {
    const network = await settleNetwork(store);
    const { position } = await readHead(store.sql, store.positions);
    for (let number = 1; number <= events; number += 1) {
      await store.writer.run(raiseWarning(network.cso.caller, benchWarning(number, 'DE')));
    }
    return network.wishes.map((wish): Wish => ({ ...wish, after: position }));
  });
  const { url, server } = await ground.serve(databaseUrl);
  const raw = startChild<RawServer>('test/bench/raw-server.js', { ...ground, name: 'raw-storm' });
  const { url: rawUrl } = await raw.call('listen');
  const heard = { ours: [] as Round[], theirs: [] as Round[] };
  for (let turn = 0; turn < rounds; turn += 1) {
    const ours = await storm(ground, { name: `ours-storm-${turn}`, url, wishes, count, events });
    await raw.call('load', { message: '', replay: ours.messages });
    heard.ours.push(ours);
    heard.theirs.push(await storm(ground, { name: `raw-storm-${turn}`, url: rawUrl, wishes, count, events }));
  }
  await raw.stop();
  await server.stop();
  const ours = heard.ours.map(lastSeconds);
  const theirs = heard.theirs.map(lastSeconds);
  const all = heard.ours.flatMap(({ times }) => times.map((time) => time / 1_000));
  const worst = Math.max(...ours);
  return {
    title: `Reconnect storm: ${count} clients at once, ${events} events each`,
    figures: [
      {
        name: 'all caught up',
        value: median(ours),
        unit: 's',
        reference: median(theirs),
        ratio: ratioOf(ours, theirs),
        ...(judged && { target: { words: '≤ 10 s', holds: worst <= 10 } }),
        note: `worst ${worst.toFixed(1)} s`,
      },
      { name: 'any caught up', value: median(all), p99: percentile(all, 0.99), unit: 's' },
      { name: 'events replayed', value: (count * events) / median(ours), unit: '/s' },
    ],
    notes: [
      `${rounds} storms in turns with the reference, a \`ws\` server that sends the same frames, built beforehand, as one buffer.`,
      `Every client is checked to have got the same events in the same order, byte for byte. The target must hold for the worst. They have ${wishes.length} keys and filters between them.`,
    ],
  };
}

async function storm(
  ground: Ground,
  told: { name: string; url: string; wishes: Wish[]; count: number; events: number },
): Promise<Round> {
  const clients = startChild<Clients>('test/bench/clients.js', { ...ground, name: told.name });
  const heard = await clients.call('storm', told);
  await clients.stop();
  await delay(rest);
  return heard;
}

function lastSeconds({ times }: Round): number {
  return (times.at(-1) ?? Number.NaN) / 1_000;
}
