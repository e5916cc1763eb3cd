import { setTimeout as delay } from 'node:timers/promises';
import { addKey, revokeKey, type MadeKey } from '../../core/store/commands/key.ts';
import type { Store } from '../../core/store/store.ts';
import { settle } from '../support/network.ts';
import { startChild, type Child } from './child.ts';
import type { Clients } from './clients.ts';
import type { Figure, Part } from './figures.ts';
import type { Ground } from './ground.ts';
import { platforms, withStore } from './network.ts';
import type { RawServer } from './raw-server.ts';
import type { Size } from './sizes.ts';
import { median, percentile, ratioOf } from './statistics.ts';

/** Milliseconds between looks at how many are in. */
const glance = 20;

/** What a rush took, in milliseconds. */
interface Rush {
  /** When each was in, ascending. */
  times: number[];
  /** From asking to revoke each of the keys until its socket heard goodbye. */
  ends: number[];
}

/** Everybody connects at once, each with a key of their own that the server has never seen, while some keys are revoked. */
export async function measureKeys(ground: Ground, size: Size['keys'], judged: boolean): Promise<Part> {
  const { clients: count, revoked, rounds } = size;
  const databaseUrl = await ground.database('keys');
  const raw = startChild<RawServer>('test/bench/raw-server.js', { ...ground, name: 'raw-keys' });
  const { url: rawUrl } = await raw.call('listen');
  await raw.call('load', { message: '', replay: [] });
  const ours: Rush[] = [];
  const theirs: number[] = [];
  await withStore(databaseUrl, async (store) => {
    const made = await issue(store, count + revoked * rounds);
    const everybody = made.slice(0, count);
    for (let turn = 0; turn < rounds; turn += 1) {
      const doomed = made.slice(count + turn * revoked, count + (turn + 1) * revoked);
      ours.push(await rush(ground, { store, databaseUrl, everybody, doomed, turn }));
      const clients = startChild<Clients>('test/bench/clients.js', { ...ground, name: `raw-keys-${turn}` });
      theirs.push(
        lastSeconds(await clients.call('rush', { url: rawUrl, wishes: everybody.map(({ token }) => ({ token })) })),
      );
      await clients.stop();
    }
  });
  await raw.stop();
  return {
    title: `${count} keys that connect at once, ${revoked} others revoked meanwhile`,
    figures: figuresOf(ours, theirs, judged),
    notes: [
      `${rounds} rounds in turns with the reference, a \`ws\` server that lets everybody in; each on a server that was just started and knows no key.`,
      'In means: authenticated, subscribed and caught up. A revocation counts from the moment that another process asks the database for it. The targets must hold for the worst.',
    ],
  };
}

function figuresOf(ours: readonly Rush[], theirs: readonly number[], judged: boolean): Figure[] {
  const all = ours.map(({ times }) => lastSeconds(times));
  const ends = ours.flatMap((one) => one.ends);
  const [slowest, latest] = [Math.max(...all), Math.max(...ends)];
  return [
    {
      name: 'all connected',
      value: median(all),
      unit: 's',
      reference: median(theirs),
      ratio: ratioOf(all, theirs),
      ...(judged && { target: { words: '≤ 20 s', holds: slowest <= 20 } }),
      note: `worst ${slowest.toFixed(1)} s`,
    },
    {
      name: 'a revoked key’s socket gone',
      value: median(ends),
      p99: percentile(ends, 0.99),
      unit: 'ms',
      ...(judged && { target: { words: '≤ 1 s', holds: latest <= 1_000 } }),
      note: `worst ${latest.toFixed(0)} ms`,
    },
  ];
}

/** Keys of platforms, dealt out among them. */
async function issue(store: Store, count: number): Promise<MadeKey[]> {
  const organisations: string[] = [];
  for (let number = 1; number <= platforms; number += 1) {
    const { organisation } = await settle(store, { name: `Platform ${number}`, kind: 'platform' });
    organisations.push(organisation.id);
  }
  const sent = { name: 'One of many', scopes: ['warnings:read' as const] };
  const made: MadeKey[] = [];
  while (made.length < count) {
    const some = organisations.slice(0, count - made.length);
    const added = some.map((organisationId) => store.writer.run(addKey({ ...sent, organisationId })));
    made.push(...(await Promise.all(added)));
  }
  return made;
}

async function rush(
  ground: Ground,
  told: { store: Store; databaseUrl: string; everybody: MadeKey[]; doomed: MadeKey[]; turn: number },
): Promise<Rush> {
  const { store, databaseUrl, everybody, doomed, turn } = told;
  const { url, server } = await ground.serve(databaseUrl);
  const clients = startChild<Clients>('test/bench/clients.js', { ...ground, name: `ours-keys-${turn}` });
  await clients.call('attend', { url, wishes: doomed.map(({ token }) => ({ token })) });
  const rushing = clients.call('rush', { url, wishes: everybody.map(({ token }) => ({ token })) });
  const asked = await revokeMeanwhile(store, clients, doomed, everybody.length);
  const times = await rushing;
  const ended = await clients.call('ended');
  await clients.stop();
  await server.stop();
  return { times, ends: ended.map((at, place) => at - (asked[place] ?? 0)) };
}

/** Revokes one key after the other, evenly over the rush, the first as it begins. @returns when each was asked for (Date.now()) */
async function revokeMeanwhile(
  store: Store,
  clients: Child<Clients>,
  doomed: readonly MadeKey[],
  count: number,
): Promise<number[]> {
  const asked: number[] = [];
  for (const [place, { key }] of doomed.entries()) {
    const wanted = (count * place) / doomed.length;
    while ((await clients.call('letIn')) < wanted) await delay(glance);
    asked.push(Date.now());
    await store.writer.run(revokeKey(key.id));
  }
  return asked;
}

function lastSeconds(times: readonly number[]): number {
  return (times.at(-1) ?? Number.NaN) / 1_000;
}
