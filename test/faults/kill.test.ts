import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../cli/embedded/postgres.ts';
import { connect, type Event, type TocsinClient } from '../../client-sdk/src/index.ts';
import { verifyChain } from '../../core/store/audit.ts';
import { setEscalationPolicy } from '../../core/store/commands/escalation-policy.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { migrate } from '../../core/store/migrate.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { startDifficultServer, type DifficultServer } from '../support/mail-server.ts';
import { freePort } from '../support/ports.ts';
import { createNetwork, type TestNetwork } from '../support/network.ts';
import { startTocsin, type TocsinProcess } from '../support/processes.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';

/*
 * Writers raise and acknowledge while server, worker and PostgreSQL are killed with −9 at random moments. In the end every answered
 * raise must have reached every matching consumer exactly once and in order, every step of every team that did not answer must have
 * fired exactly once and been mailed, and the chain must verify.
 */
const kills = 20;
const countries = ['DE', 'FR', 'PL'] as const;

let directory: string;
let postgres: EmbeddedPostgres;
let mail: DifficultServer;
let store: Store;
let network: TestNetwork;
let environment: Record<string, string>;
let server: TocsinProcess;
let worker: TocsinProcess;

const serve = () => startTocsin(['serve'], { env: environment, ready: /serves on port/, timeout: 60_000 });
const work = () => startTocsin(['work'], { env: environment, ready: /Tocsin works/, timeout: 60_000 });

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'tocsin-kill-'));
  postgres = await startEmbeddedPostgres({ dataDir: directory, log: () => undefined });
  await migrate(postgres.url);
  mail = await startDifficultServer(() => 'take');
  // Lost connections are what this test is about.
  store = await openStore({ databaseUrl: postgres.url, name: 'test', log: () => undefined });
  network = await createNetwork(store, { csos: ['Ida', 'Bela'], platforms: ['Agora', 'Bazaar'] });
  for (const name of ['Agora', 'Bazaar']) {
    const { caller } = network.of(name);
    await store.writer.run(addSubscription(caller, { name: 'All', channels: [{ type: 'live' }] }));
    const to = [{ type: 'role' as const, role: 'owner' as const }];
    await store.writer.run(
      setEscalationPolicy(caller, {
        steps: [
          { after: 1, to },
          { after: 2, to },
        ],
      }),
    );
  }
  environment = {
    DATABASE_URL: postgres.url,
    SMTP_URL: mail.url,
    PORT: String(await freePort()),
    TOCSIN_RAISES_PER_HOUR: '0',
    TOCSIN_REQUESTS_PER_SECOND: '0',
  };
  [server, worker] = await Promise.all([serve(), work()]);
}, 120_000);

afterAll(async () => {
  await Promise.allSettled([server.stop(), worker.stop(), store.close(), mail.close()]);
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}, 60_000);

const clientOf = (name: string): TocsinClient =>
  connect({
    url: `http://127.0.0.1:${environment.PORT}`,
    token: network.of(name).token,
    patience: 120_000,
    backoff: { base: 50, cap: 500 },
  });

interface Heard {
  readonly filter: { countries?: string[] };
  readonly events: Event[];
}

function listen(client: TocsinClient, filter: Heard['filter'], signal: AbortSignal): Heard {
  const events: Event[] = [];
  void (async () => {
    for await (const event of client.events({ ...filter, after: 'start', signal })) events.push(event);
  })().catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return { filter, events };
}

/**
 * Raises until told to stop, each under one Idempotency-Key however often it has to be repeated; acknowledges every other one.
 * @param answered the countries of the raises that were answered, by warning
 */
async function write(cso: TocsinClient, platform: TocsinClient, answered: Map<string, string>, ending: AbortSignal) {
  for (let number = 0; !ending.aborted; number += 1) {
    const country = countries[number % countries.length] as string;
    const warning = await cso.raise(aRaise({ countries: [country], headline: `Nummer ${number}` }));
    answered.set(warning.id, country);
    if (number % 2 === 0) continue;
    await platform.acknowledge(warning.id, { state: 'acknowledged' });
  }
}

async function killOne(turn: number): Promise<void> {
  switch (turn % 3) {
    case 0:
      await server.kill();
      server = await serve();
      break;
    case 1:
      await worker.kill();
      worker = await work();
      break;
    default:
      process.kill(postgres.pid, 'SIGKILL');
  }
}

test(
  'nothing that was answered is lost, doubled or out of order, whatever is killed',
  async () => {
    const answered = new Map<string, string>();
    const ending = new AbortController();
    const closing = new AbortController();
    const agora = clientOf('Agora');
    const bazaar = clientOf('Bazaar');
    const ida = clientOf('Ida');
    const bela = clientOf('Bela');
    const consumers = [
      listen(agora, {}, closing.signal),
      listen(bazaar, { countries: ['FR'] }, closing.signal),
      listen(bela, { countries: ['DE', 'PL'] }, closing.signal),
    ];
    const writers = [write(ida, agora, answered, ending.signal), write(bela, bazaar, answered, ending.signal)];

    for (let turn = 0; turn < kills; turn += 1) {
      const enough = answered.size + 2 + Math.floor(Math.random() * 8);
      await until(() => answered.size >= enough, { timeout: 90_000, what: `raises go on after ${turn} kills` });
      await killOne(turn);
    }
    ending.abort();
    await Promise.all(writers);

    expect(await warnings()).toEqual(new Set(answered.keys()));
    for (const consumer of consumers) await heardAll(consumer, answered);
    await everyStepFired([...answered.keys()]);
    await everyMailTaken();
    closing.abort();
    expect((await verifyChain(store.sql, () => undefined)).broken).toBeNull();
    for (const client of [agora, bazaar, ida, bela]) await client.close();
  },
  8 * 60_000,
);

/** All that are stored: what was answered, and nothing twice. */
async function warnings(): Promise<Set<string>> {
  const { rows } = await store.sql.query<{ id: string }>('SELECT id FROM warning');
  return new Set(rows.map(({ id }) => id));
}

interface TeamEvent {
  readonly sequence: number;
  /** Warning and team. */
  readonly wait: string;
  readonly step?: number;
}

/** What happened to the waits of teams, in order. */
async function teamEvents(type: 'escalation.fired' | 'acknowledgement.changed'): Promise<TeamEvent[]> {
  const { rows } = await store.sql.query<{ warning_id: string; content: string; sequence: number }>(
    'SELECT warning_id, content, sequence FROM event WHERE type = $1 ORDER BY sequence',
    [type],
  );
  return rows.map(({ warning_id, content, sequence }) => {
    const { data } = JSON.parse(content) as {
      data: { teamId?: string; step?: number; acknowledgement?: { teamId: string } };
    };
    const wait = `${warning_id} ${data.teamId ?? data.acknowledgement?.teamId}`;
    return { sequence, wait, ...(data.step === undefined ? {} : { step: data.step }) };
  });
}

/** Both steps, once each, of every team that did not answer, whoever else did; of those that did none after their answer. */
async function everyStepFired(raised: readonly string[]): Promise<void> {
  const answers = new Map((await teamEvents('acknowledgement.changed')).map((one) => [one.wait, one.sequence]));
  const teams = ['Agora', 'Bazaar'].map((name) => network.of(name).team.id);
  const due = raised
    .flatMap((id) => teams.map((team) => `${id} ${team}`))
    .filter((wait) => !answers.has(wait))
    .flatMap((wait) => [`${wait} 1`, `${wait} 2`]);
  const nameOf = ({ wait, step }: TeamEvent): string => `${wait} ${step}`;
  await until(
    async () => {
      const fired = new Set((await teamEvents('escalation.fired')).map(nameOf));
      return due.every((name) => fired.has(name));
    },
    { timeout: 120_000, what: 'every step of every team that did not answer' },
  );
  const fired = await teamEvents('escalation.fired');
  const once = fired.filter(({ wait }) => !answers.has(wait)).map(nameOf);
  expect(once.toSorted()).toEqual(due.toSorted());
  expect(new Set(fired.map(nameOf)).size).toBe(fired.length);
  expect(fired.filter(({ wait, sequence }) => sequence > (answers.get(wait) ?? Infinity))).toEqual([]);
}

/** Each mail of a step was handed to SMTP, under the Message-ID that its row has, however often; nothing else was. */
async function everyMailTaken(): Promise<void> {
  const rowsIn = async (where: string) =>
    (await store.sql.query<{ message_id: string | null }>(`SELECT message_id FROM delivery WHERE ${where}`)).rows;
  await until(async () => (await rowsIn("state = 'pending'")).length === 0, {
    timeout: 60_000,
    what: 'every mail is sent or given up',
  });
  const sent = (await rowsIn("state = 'sent'")).map(({ message_id }) => message_id);
  const taken = new Set(mail.taken.map(({ messageId }) => messageId));
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.filter((id) => id === null || !taken.has(id))).toEqual([]);
  const known = new Set((await rowsIn('true')).map(({ message_id }) => message_id));
  expect([...taken].filter((id) => !known.has(id))).toEqual([]);
  expect(await rowsIn("state IN ('failed', 'bounced')")).toEqual([]);
}

/** Exactly the answered raises that match, in the log's order, each once. */
async function heardAll({ filter, events }: Heard, answered: ReadonlyMap<string, string>): Promise<void> {
  const { rows } = await store.sql.query<{ warning_id: string }>(
    "SELECT warning_id FROM event WHERE type = 'warning.raised' ORDER BY sequence",
  );
  const place = new Map(rows.map(({ warning_id }, index) => [warning_id, index]));
  const matching = [...answered]
    .filter(([, country]) => filter.countries?.includes(country) ?? true)
    .map(([id]) => id)
    .toSorted((one, other) => (place.get(one) ?? -1) - (place.get(other) ?? -1));
  const raised = (): string[] =>
    events.filter(({ type }) => type === 'warning.raised').map(({ warning }) => warning.id);
  await until(() => raised().length >= matching.length, {
    timeout: 60_000,
    what: `${matching.length} raises to be heard`,
  });
  expect(raised()).toEqual(matching);
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
}
