import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../cli/embedded/postgres.ts';
import { startMailSink, type MailSink } from '../../cli/embedded/mail-sink.ts';
import { connect, type Event, type TocsinClient } from '../../client-sdk/src/index.ts';
import { verifyChain } from '../../core/store/audit.ts';
import { setEscalationPolicy } from '../../core/store/commands/escalation-policy.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { migrate } from '../../core/store/migrate.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { freePort } from '../support/ports.ts';
import { createNetwork, type TestNetwork } from '../support/network.ts';
import { startTocsin, type TocsinProcess } from '../support/processes.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';

/*
 * Writers raise and acknowledge while server, worker and PostgreSQL are killed with −9 at random moments. In the end every answered
 * raise must have reached every matching consumer exactly once and in order, every step of every unanswered warning must have fired
 * exactly once, and the chain must verify.
 */
const kills = 20;
const countries = ['DE', 'FR', 'PL'] as const;

let directory: string;
let postgres: EmbeddedPostgres;
let mail: MailSink;
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
  mail = await startMailSink({ directory: path.join(directory, 'mail'), log: () => undefined });
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
  await Promise.allSettled([server.stop(), worker.stop(), store.close(), mail.stop()]);
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

/** Raises until told to stop, each under one Idempotency-Key however often it has to be repeated; answers every other one. */
async function write(
  cso: TocsinClient,
  platform: TocsinClient,
  answered: Map<string, string>,
  acknowledged: Set<string>,
  ending: AbortSignal,
) {
  for (let number = 0; !ending.aborted; number += 1) {
    const country = countries[number % countries.length] as string;
    const warning = await cso.raise(aRaise({ countries: [country], headline: `Nummer ${number}` }));
    answered.set(warning.id, country);
    if (number % 2 === 0) continue;
    await platform.acknowledge(warning.id, { state: 'acknowledged' });
    acknowledged.add(warning.id);
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
    const acknowledged = new Set<string>();
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
    const writers = [
      write(ida, agora, answered, acknowledged, ending.signal),
      write(bela, bazaar, answered, acknowledged, ending.signal),
    ];

    for (let turn = 0; turn < kills; turn += 1) {
      const enough = answered.size + 2 + Math.floor(Math.random() * 8);
      await until(() => answered.size >= enough, { timeout: 90_000, what: `raises go on after ${turn} kills` });
      await killOne(turn);
    }
    ending.abort();
    await Promise.all(writers);

    await everyStepFired(acknowledged);
    for (const consumer of consumers) await heardAll(consumer);
    closing.abort();
    expect((await verifyChain(store.sql, () => undefined)).broken).toBeNull();
    expect(answered.size).toBeGreaterThan(kills);
    for (const client of [agora, bazaar, ida, bela]) await client.close();
  },
  8 * 60_000,
);

/** Both steps of both teams, once each, for what no one answered; for the rest none after the answer. */
async function everyStepFired(acknowledged: ReadonlySet<string>): Promise<void> {
  const { rows: warnings } = await store.sql.query<{ id: string }>('SELECT id FROM warning');
  const unanswered = warnings.map(({ id }) => id).filter((id) => !acknowledged.has(id));
  const fired = async () => {
    const { rows } = await store.sql.query<{ warning_id: string; content: string; sequence: number }>(
      "SELECT warning_id, content, sequence FROM event WHERE type = 'escalation.fired' ORDER BY sequence",
    );
    return rows.map(({ warning_id, content, sequence }) => ({
      warning: warning_id,
      sequence,
      ...(JSON.parse(content).data as { teamId: string; step: number }),
    }));
  };
  await until(
    async () => {
      const steps = await fired();
      return unanswered.every((id) => steps.filter(({ warning }) => warning === id).length >= 4);
    },
    { timeout: 120_000, what: 'every step of every unanswered warning' },
  );
  const steps = await fired();
  const names = steps.map(({ warning, teamId, step }) => `${warning} ${teamId} ${step}`);
  expect(new Set(names).size).toBe(names.length);
  const { rows: answers } = await store.sql.query<{ warning_id: string; content: string; sequence: number }>(
    "SELECT warning_id, content, sequence FROM event WHERE type = 'acknowledgement.changed'",
  );
  for (const { warning_id, content, sequence } of answers) {
    const { teamId } = (JSON.parse(content).data as { acknowledgement: { teamId: string } }).acknowledgement;
    expect(
      steps.filter((step) => step.warning === warning_id && step.teamId === teamId && step.sequence > sequence),
    ).toEqual([]);
  }
  await until(async () => (await store.sql.query("SELECT 1 FROM delivery WHERE state = 'pending'")).rowCount === 0, {
    timeout: 60_000,
    what: 'every mail is sent or given up',
  });
  // A worker that died between SMTP's yes and noting it sends again, as the same message.
  const { rows: sent } = await store.sql.query<{ message_id: string }>(
    "SELECT message_id FROM delivery WHERE state = 'sent' AND kind = 'escalation'",
  );
  expect(new Set(sent.map(({ message_id }) => message_id)).size).toBe(sent.length);
}

/** Exactly the raises of the log that match, in the log's order, each once. */
async function heardAll({ filter, events }: Heard): Promise<void> {
  const { rows } = await store.sql.query<{ warning_id: string; countries: string[] }>(
    "SELECT warning_id, countries FROM event JOIN warning ON warning.id = warning_id WHERE type = 'warning.raised' ORDER BY sequence",
  );
  const matching = rows
    .filter(({ countries: of }) => !filter.countries || of.some((code) => filter.countries?.includes(code)))
    .map(({ warning_id }) => warning_id);
  const raised = (): string[] =>
    events.filter(({ type }) => type === 'warning.raised').map(({ warning }) => warning.id);
  await until(() => raised().length >= matching.length, {
    timeout: 60_000,
    what: `${matching.length} raises to be heard`,
  });
  expect(raised()).toEqual(matching);
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
}
