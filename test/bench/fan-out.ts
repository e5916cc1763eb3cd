import { setTimeout as delay } from 'node:timers/promises';
import { startChild, type Child } from './child.ts';
import type { Clients, Round } from './clients.ts';
import type { Figure, Part } from './figures.ts';
import type { Ground } from './ground.ts';
import { settleNetwork, withStore, type BenchNetwork } from './network.ts';
import type { RawServer } from './raw-server.ts';
import type { Size } from './sizes.ts';
import { median, percentile, ratioOf } from './statistics.ts';
import { benchWarning } from './warning.ts';

/** Rounds that are not counted: until then code is still being compiled. */
const warming = 3;
/** Milliseconds between rounds, so that none pays for the one before. */
const rest = 100;

/** One of the two that are compared: a server, and a process of subscribers of its own that runs the same code. */
interface Side {
  clients: Child<Clients>;
  url: string;
  path: string;
  token: string;
}

/** POST sent → the last subscriber has it, against the raw frame, in turns. */
export async function measureFanOut(ground: Ground, size: Size['fanOut'], judged: boolean): Promise<Part> {
  const databaseUrl = await ground.database('fan_out');
  const network = await withStore(databaseUrl, settleNetwork);
  const { url, server } = await ground.serve(databaseUrl);
  const raw = startChild<RawServer>('test/bench/raw-server.js', { ...ground, name: 'raw-server' });
  const { url: rawUrl } = await raw.call('listen');
  const figures: Figure[] = [];
  let bytes = 0;
  for (const count of size.subscribers) {
    const ours = await openSide(ground, { name: `ours-${count}`, url, count, network });
    const [message = ''] = (await round(ours, 1)).messages;
    bytes = Buffer.byteLength(message);
    await raw.call('load', { message, replay: [] });
    const theirs = await openSide(ground, { name: `raw-${count}`, url: rawUrl, count, network });
    figures.push(...single(count, await inTurns(ours, theirs, size.rounds, 1), judged && count === 10_000));
    figures.push(burst(count, size.burst, await inTurns(ours, theirs, size.bursts, size.burst)));
    await ours.clients.stop();
    await theirs.clients.stop();
  }
  await raw.stop();
  await server.stop();
  return {
    title: 'Fan-out: POST sent → the subscriber has it',
    figures,
    notes: [
      `An event of ${bytes} bytes; ${size.rounds} rounds in turns, each a POST; ratios are medians of the rounds' own, with their range; the target must hold for the medians' ratio too.`,
      'The reference writes one frame, built beforehand, to every connection: no database, no decision. The commit is in ours alone.',
      'Every subscriber is checked to have got the whole event, byte for byte.',
    ],
  };
}

async function openSide(
  ground: Ground,
  told: { name: string; url: string; count: number; network: BenchNetwork },
): Promise<Side> {
  const { name, url, count, network } = told;
  const clients = startChild<Clients>('test/bench/clients.js', { ...ground, name });
  await clients.call('connect', { url, count, wishes: network.wishes });
  return { clients, url, path: '/api/v1/warnings', token: network.cso.token };
}

let posted = 0;

async function round({ clients, url, path, token }: Side, events: number): Promise<Round> {
  const warnings = Array.from({ length: events }, () => benchWarning((posted += 1), 'DE'));
  const heard = await clients.call('round', { url, path, token, bodies: warnings.map((one) => JSON.stringify(one)) });
  const descriptions = heard.messages.map(describedIn);
  if (descriptions.some((description) => description !== warnings[0]?.description)) {
    throw new Error('An event did not carry the whole warning.');
  }
  await delay(rest);
  return heard;
}

function describedIn(message: string): string | undefined {
  const [, event] = JSON.parse(message.slice(2)) as [string, { warning: { description?: string } }];
  return event.warning.description;
}

async function inTurns(
  ours: Side,
  theirs: Side,
  rounds: number,
  events: number,
): Promise<{ ours: Round[]; theirs: Round[] }> {
  const heard = { ours: [] as Round[], theirs: [] as Round[] };
  for (let turn = -warming; turn < rounds; turn += 1) {
    const order = turn % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const);
    for (const side of order) {
      const one = await round(side === 'ours' ? ours : theirs, events);
      if (turn >= 0) heard[side].push(one);
    }
  }
  return heard;
}

const last = ({ times }: Round): number => times.at(-1) ?? Number.NaN;

function single(count: number, heard: { ours: Round[]; theirs: Round[] }, judged: boolean): Figure[] {
  const ours = heard.ours.map(last);
  const theirs = heard.theirs.map(last);
  const ratio = ratioOf(ours, theirs);
  const ofMedians = median(ours) / median(theirs);
  const middle = (rounds: Round[]): number[] => rounds.map(({ times }) => median(times));
  const all = heard.ours.flatMap(({ times }) => times);
  return [
    {
      name: `last of ${count} subscribers`,
      value: median(ours),
      p99: percentile(ours, 0.99),
      unit: 'ms',
      reference: median(theirs),
      ratio,
      ...(judged && { target: { words: '≤ 1.5 ×', holds: Math.max(ratio.median, ofMedians) <= 1.5 } }),
      note: `median over median ${ofMedians.toFixed(2)} ×`,
    },
    {
      name: `any of ${count} subscribers`,
      value: median(all),
      p99: percentile(all, 0.99),
      unit: 'ms',
      reference: median(heard.theirs.flatMap(({ times }) => times)),
      ratio: ratioOf(middle(heard.ours), middle(heard.theirs)),
    },
    {
      name: `deliveries, one event to ${count}`,
      value: (count * 1_000) / median(ours),
      unit: '/s',
      reference: (count * 1_000) / median(theirs),
      ratio: ratioOf(theirs, ours),
    },
    {
      name: `POST answered, ${count} subscribers`,
      value: median(heard.ours.map(({ answered }) => answered)),
      unit: 'ms',
    },
  ];
}

function burst(count: number, events: number, heard: { ours: Round[]; theirs: Round[] }): Figure {
  const ours = heard.ours.map(last);
  const theirs = heard.theirs.map(last);
  return {
    name: `deliveries, ${events} events at once to ${count}`,
    value: (count * events * 1_000) / median(ours),
    unit: '/s',
    reference: (count * events * 1_000) / median(theirs),
    ratio: ratioOf(theirs, ours),
  };
}
