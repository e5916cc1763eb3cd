import type { RaiseRequest } from '../../core/contract/warning.ts';
import type { Caller } from '../../core/domain/organisation.ts';
import { startChild, type Child } from './child.ts';
import type { Figure, Part } from './figures.ts';
import type { Ground } from './ground.ts';
import { platforms, settleNetwork, withStore } from './network.ts';
import type { Size } from './sizes.ts';
import { median, percentile, ratioOf } from './statistics.ts';
import { benchWarning } from './warning.ts';
import type { Rate, Writers } from './writers.ts';

/** Rounds that are not counted. */
const warming = 1;
const unheard = benchWarning('nobody follows it', 'IS');
const awaited = benchWarning('all platforms follow it', 'DE');

/** Durable raises a second, at the store and through HTTP, against a bare INSERT of the same payload, in turns. */
export async function measureRaises(ground: Ground, size: Size['raises'], judged: boolean): Promise<Part> {
  const databaseUrl = await ground.database('raises');
  const { cso } = await withStore(databaseUrl, settleNetwork);
  const { url, server } = await ground.serve(databaseUrl);
  const { writers, milliseconds } = size;
  const child = startChild<Writers>('test/bench/writers.js', { ...ground, name: 'writers' });
  await child.call('open', { databaseUrl, writers });

  const told = { writers, milliseconds, url, token: cso.token, caller: cso.caller };
  const contestants = contestantsOf(child, told, judged);
  const rates = contestants.map((): Rate[] => []);
  for (let round = -warming; round < size.rounds; round += 1) {
    for (const turn of contestants.keys()) {
      // Whoever came first in one round comes last in the next.
      const place = (turn + round + warming) % contestants.length;
      const rate = await contestants[place]?.write();
      if (round >= 0 && rate) rates[place]?.push(rate);
    }
  }
  await child.call('close');
  await child.stop();
  await server.stop();
  const bare = rates[0] ?? [];
  return {
    title: `Durable raises a second, ${writers} writers`,
    figures: contestants.map((one, place) => figure(one, rates[place] ?? [], bare)),
    notes: [
      `A body of ${Buffer.byteLength(JSON.stringify(unheard))} bytes; ${size.rounds} rounds of ${milliseconds / 1_000} s each, in turns; fsync on.`,
      'Bare: a connection for each writer, one prepared INSERT of id and payload, one commit. Ours: the warning, its revision, the chained event, the waits of its teams, the notification.',
    ],
  };
}

interface Contestant {
  name: string;
  judged: boolean;
  write(): Promise<Rate>;
}

/** The bare INSERT, and raises that differ in what else is to be kept. Nobody follows Iceland; 25 platforms follow Germany. */
function contestantsOf(
  child: Child<Writers>,
  told: { writers: number; milliseconds: number; url: string; token: string; caller: Caller },
  judged: boolean,
): Contestant[] {
  const { url, token, caller, ...work } = told;
  const store = (sent: RaiseRequest, keyed: boolean) => () => child.call('store', { ...work, caller, sent, keyed });
  const http = (sent: RaiseRequest, keyed: boolean) => () =>
    child.call('http', { ...work, url, token, body: JSON.stringify(sent), keyed });
  return [
    { name: 'bare INSERT', judged: false, write: () => child.call('bare', { ...work, body: JSON.stringify(unheard) }) },
    { name: 'store', judged, write: store(unheard, false) },
    { name: 'store, with Idempotency-Key', judged, write: store(unheard, true) },
    { name: `store, ${platforms} teams to answer`, judged: false, write: store(awaited, false) },
    { name: 'HTTP', judged, write: http(unheard, false) },
    { name: 'HTTP, with Idempotency-Key', judged, write: http(unheard, true) },
    { name: `HTTP, ${platforms} teams to answer`, judged: false, write: http(awaited, false) },
  ];
}

function figure({ name, judged }: Contestant, rates: Rate[], bare: Rate[]): Figure {
  const perSecond = rates.map((rate) => rate.perSecond);
  const times = rates.flatMap((rate) => rate.times);
  const note = `each ${median(times).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms`;
  if (rates === bare) return { name, value: median(perSecond), unit: '/s', note };
  const reference = bare.map((rate) => rate.perSecond);
  const ratio = ratioOf(perSecond, reference);
  const target = { words: '≥ 0.4 ×', holds: ratio.median >= 0.4 };
  return {
    name,
    value: median(perSecond),
    unit: '/s',
    reference: median(reference),
    ratio,
    note,
    ...(judged && { target }),
  };
}
