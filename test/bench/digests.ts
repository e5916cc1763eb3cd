import { pathToFileURL } from 'node:url';
import { mailLanguages } from '../../core/contract/mail-subscriber.ts';
import { canonicalFilter } from '../../core/domain/filter.ts';
import { openQueues, type Queues } from '../../core/queue/queue.ts';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { writeDueDigests } from '../../core/store/digests.ts';
import { keyOf } from '../../core/store/network.ts';
import type { Store } from '../../core/store/store.ts';
import { settle } from '../support/network.ts';
import { until } from '../support/until.ts';
import { built, startChild, type Child } from './child.ts';
import type { Figure, Part } from './figures.ts';
import type { Ground, Measured } from './ground.ts';
import type { Memory } from './held-memory.ts';
import { withStore } from './network.ts';
import type { PlainMailer } from './plain-mailer.ts';
import type { Size } from './sizes.ts';
import type { SmtpSink } from './smtp-sink.ts';
import { median, ratioOf } from './statistics.ts';
import { benchWarning } from './warning.ts';

/** Connections of each side to the mail server. */
const connections = 8;
/** Domains that subscribers are spread over: what is measured is our pace, not theirs. */
const domains = 500;
const zones = ['Europe/Berlin', 'Europe/Paris', 'Europe/Warsaw', 'Europe/Athens', 'Europe/Lisbon', 'Europe/Bucharest'];
const countries = ['DE', 'FR', 'PL', 'GR', 'PT', 'RO', 'IT', 'ES', 'NL', 'AT'] as const;
const warnings = 12;
/** Milliseconds that a round may take at most: to begin, and for each mail. */
const patience = { beginning: 30_000, mail: 30 };

/** The digests of one hour's slot: how long it takes to write them, and how fast they are composed and handed over beside nodemailer's own pool. */
export async function measureDigests(ground: Ground, size: Size['digests'], judged: boolean): Promise<Part> {
  const databaseUrl = await ground.database('digests');
  return withStore(databaseUrl, async (store) => {
    await populate(store, size.subscribers);
    const began = performance.now();
    while ((await writeDueDigests(store)).taken > 0);
    const writing = (performance.now() - began) / 1_000;
    const sink = startChild<SmtpSink>('test/bench/smtp-sink.js', { ...ground, name: 'smtp-sink' });
    const { url } = await sink.call('listen');
    await store.sql.query(`UPDATE delivery SET next_at = clock_timestamp() + interval '1 day'`);
    const queues = await openQueues({ databaseUrl, network: keyOf(store.network), log: silent });
    const worker = startWorker(ground, databaseUrl, url);
    try {
      const rounds = await measureRounds({ ground, store, queues, sink, url, worker, size });
      return partOf(rounds, { writing, size, judged });
    } finally {
      await queues.close();
      await worker.stop();
      await sink.stop();
    }
  });
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Subscribers whose digests are due, and what happened since they were told. */
async function populate(store: Store, count: number): Promise<void> {
  await settle(store, { name: 'The hub', kind: 'coordinator' });
  const cso = await settle(store, { name: 'The CSO', kind: 'cso' });
  await store.sql.query(
    `INSERT INTO mail_subscriber (id, address, token_digest, filter, rhythm, time_zone, language, confirmed_at, told_at,
       next_at, next_date, created_at, updated_at)
     SELECT gen_random_uuid(), 'reader-' || n || '@domain-' || n % ${domains} || '.example', sha256(n::text::bytea),
       ($2::text[])[1 + n % cardinality($2::text[])], '{"type":"daily","hour":8}',
       ($3::text[])[1 + n / 7 % cardinality($3::text[])], ($4::text[])[1 + n / 3 % cardinality($4::text[])],
       now(), now() - interval '1 day', now(), current_date, now(), now()
     FROM generate_series(1, $1) AS n`,
    [count, filters(), zones, mailLanguages],
  );
  for (let number = 0; number < warnings; number += 1) {
    const country = countries[number % countries.length] ?? 'DE';
    const where = [...new Set(['DE', country])];
    await store.writer.run(
      raiseWarning(cso.caller, { ...benchWarning(number, 'DE'), countries: where, tlp: 'TLP:CLEAR' }),
    );
  }
}

/** Everything, each country, and a few pairs: all of them match some warning. */
function filters(): string[] {
  const pairs = countries.map((country, place) => [country, countries[(place + 3) % countries.length] ?? country]);
  return [[], ...countries.map((country) => [country]), ...pairs].map((asked) =>
    JSON.stringify(canonicalFilter({ countries: [...asked] })),
  );
}

function startWorker(ground: Ground, databaseUrl: string, smtpUrl: string): Measured {
  return startChild('cli/main.js', {
    ...ground,
    name: 'mailing-worker',
    args: ['work'],
    flags: ['--expose-gc', '--import', pathToFileURL(built('test/bench/probe.js')).href],
    env: {
      DATABASE_URL: databaseUrl,
      SMTP_URL: smtpUrl,
      TOCSIN_DATA_DIR: ground.directory,
      TOCSIN_MAIL_FROM: 'alarm@tocsin.example',
      TOCSIN_PUBLIC_URL: 'https://tocsin.example',
      TOCSIN_DIGESTS_PER_SECOND: '0',
    },
  });
}

interface Rounds {
  /** Mails a second, round by round. */
  ours: number[];
  plain: number[];
  /** Of the worker after each round. */
  memory: Memory[];
  /** Bytes of a mail. */
  size: number;
}

/** Lets part of the digests leave, then hands over as many plain mails of the same size, and so on. */
async function measureRounds(told: {
  ground: Ground;
  store: Store;
  queues: Queues;
  sink: Child<SmtpSink>;
  url: string;
  worker: Measured;
  size: Size['digests'];
}): Promise<Rounds> {
  const { ground, sink, url, worker, size } = told;
  const mailer = startChild<PlainMailer>('test/bench/plain-mailer.js', { ...ground, name: 'plain-mailer' });
  const rounds: Rounds = { ours: [], plain: [], memory: [], size: 0 };
  // The first is not counted: nothing is compiled yet, and no connection open.
  for (let round = 0; round <= size.rounds; round += 1) {
    const count = round === 0 ? size.warming : Math.floor((size.subscribers - size.warming) / size.rounds);
    const ours = count / (await Promise.race([sendDigests(told, count), worker.ended]));
    rounds.size = (await sink.call('count')).size;
    rounds.memory.push(await worker.call('memory'));
    const plain = Math.min(count, size.plain);
    const seconds = await mailer.call('send', { url, connections, count: plain, mail: await sink.call('first') });
    if (round > 0) rounds.ours.push(ours);
    if (round > 0) rounds.plain.push(plain / seconds);
  }
  await mailer.stop();
  return rounds;
}

/** @returns seconds until the mail server has so many digests more, and the ledger says so */
async function sendDigests(
  { store: { sql }, queues, sink }: { store: Store; queues: Queues; sink: Child<SmtpSink> },
  count: number,
): Promise<number> {
  await sink.call('clear');
  await sql.query(
    `UPDATE delivery SET next_at = clock_timestamp() WHERE id IN
       (SELECT id FROM delivery WHERE state = 'pending' ORDER BY next_at, id LIMIT $1)`,
    [count],
  );
  const began = performance.now();
  await queues.add('mailing', { at: new Date().toISOString() });
  const options = { what: `${count} digests to leave`, timeout: patience.beginning + count * patience.mail };
  await until(async () => (await sink.call('count')).taken >= count, options);
  const seconds = (performance.now() - began) / 1_000;
  await until(async () => {
    const { rows } = await sql.query<{ open: number }>(
      `SELECT count(*) AS open FROM delivery WHERE state = 'pending' AND next_at < clock_timestamp() + interval '1 hour'`,
    );
    return rows[0]?.open === 0;
  }, options);
  const { taken } = await sink.call('count');
  if (taken !== count) throw new Error(`${taken} digests came instead of ${count}.`);
  return seconds;
}

function partOf(
  { ours, plain, memory, size: bytes }: Rounds,
  { writing, size, judged }: { writing: number; size: Size['digests']; judged: boolean },
): Part {
  const ratio = ratioOf(ours, plain);
  const slot = writing + size.subscribers / median(ours);
  const [early, late] = [memory[1], memory.at(-1)].map((held) => held?.heap ?? 0) as [number, number];
  const target = (words: string, holds: boolean) => judged && { target: { words, holds } };
  const figures: Figure[] = [
    {
      name: 'composed and handed over',
      value: median(ours),
      unit: '/s',
      reference: median(plain),
      ratio,
      note: `${(bytes / 1_000).toFixed(1)} KB each`,
      ...target('≥ 0.6 ×', ratio.median >= 0.6),
    },
    { name: 'written, all that are due', value: writing, unit: 's', note: `${size.subscribers} subscribers` },
    { name: 'written and handed over', value: slot, unit: 's', ...target('≤ 3,600 s', slot <= 3_600) },
    {
      name: 'heap of the worker after the last round, beside the first',
      value: late / 1_000,
      unit: 'KB',
      reference: early / 1_000,
      note: `resident ${megabytes(memory[1]?.resident)} → ${megabytes(memory.at(-1)?.resident)}`,
      ...target('≤ 20 MB', late - early <= 20_000_000),
    },
  ];
  return {
    title: `Digests of ${size.subscribers} subscribers in one slot`,
    figures,
    notes: [
      `${size.rounds} rounds in turns with nodemailer’s own pool of ${connections} connections, given finished mails of the same size; one mail server on loopback for both.`,
      `Subscribers: ${filters().length} filters, ${mailLanguages.length} languages, ${zones.length} time zones, ${domains} domains, no limit of rate for a domain.`,
    ],
  };
}

function megabytes(bytes = 0): string {
  return `${(bytes / 1_000_000).toFixed(0)} MB`;
}
