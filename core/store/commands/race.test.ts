import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDatabase } from '../../../test/support/database.ts';
import { createNetwork, type TestNetwork } from '../../../test/support/network.ts';
import { aRaise } from '../../../test/support/warnings.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { LogEntry } from '../../domain/log.ts';
import { acknowledgementsOf, answersOf } from '../acknowledgements.ts';
import { readTimeline } from '../log-reader.ts';
import { openStore, type Store } from '../store.ts';
import type { Command } from '../unit.ts';
import { loadWarning } from '../warnings.ts';
import { acknowledgeWarning } from './acknowledge.ts';
import { cancelWarning, expireWarning } from './cancel.ts';
import { escalateNow, fireEscalation, openEscalation } from './escalate.ts';
import { setEscalationPolicy } from './escalation-policy.ts';
import { raiseWarning } from './raise.ts';
import { reviseWarning } from './revise.ts';
import { addSubscription } from './subscription.ts';

const rounds = 12;
let database: Awaited<ReturnType<typeof createDatabase>>;
let stores: [Store, Store];
let network: TestNetwork;

beforeAll(async () => {
  database = await createDatabase();
  const open = (name: string) => openStore({ databaseUrl: database.url, name, log: (error) => problems.push(error) });
  stores = [await open('one'), await open('other')];
  const [{ writer }] = stores;
  network = await createNetwork(stores[0], { csos: ['Watch'], platforms: ['Tower'] });
  const { caller } = network.of('Tower');
  await writer.run(addSubscription(caller, { name: 'All', channels: [{ type: 'live' }] }));
  const step = { after: 0, to: [{ type: 'role', role: 'owner' } as const] };
  await writer.run(setEscalationPolicy(caller, { steps: [step, step, step] }));
}, 60_000);

const problems: Error[] = [];
afterAll(async () => {
  for (const store of stores) await store.close();
  await database.drop();
  expect(problems).toEqual([]);
});

/** A warning that a team waits for, its three steps due. */
async function waiting(): Promise<{ id: string; fires: Command<unknown>[] }> {
  const [{ writer }] = stores;
  const { snapshot } = await writer.run(raiseWarning(network.of('Watch').caller, aRaise()));
  const { firings } = await writer.run(openEscalation(snapshot.id, network.of('Tower').team.id));
  return { id: snapshot.id, fires: firings.map(({ escalation, token }) => fireEscalation(escalation, token)) };
}

/** Runs commands at once, in any order and by either process. That some are refused is part of the race. */
async function together(commands: readonly Command<unknown>[]): Promise<void> {
  const shuffled = commands
    .map((command) => ({ command, rank: Math.random() }))
    .toSorted((one, other) => one.rank - other.rank);
  await Promise.all(
    shuffled.map(({ command }) =>
      stores[Math.random() < 0.5 ? 0 : 1].writer.run(command).catch((error: unknown) => {
        if (!(error instanceof Refusal) || error.problem === 'unavailable') throw error;
      }),
    ),
  );
}

const timeline = (id: string): Promise<LogEntry[]> => readTimeline(stores[0].sql, stores[0].positions, id);
const of = (entries: readonly LogEntry[], type: LogEntry['type']) => entries.filter((entry) => entry.type === type);

/** What holds of every course: each step fires once at most, and none after what ended its escalation. */
async function expectOrder(id: string): Promise<LogEntry[]> {
  const entries = await timeline(id);
  const fired = of(entries, 'escalation.fired');
  const steps = fired.map(
    ({ data }) => `${String(data['escalation'])} ${String(data['step'])} ${String(data['repeat'])}`,
  );
  expect(new Set(steps).size).toBe(steps.length);
  const ended = of(entries, 'escalation.ended');
  expect(new Set(ended.map(({ data }) => data['escalation'])).size).toBe(ended.length);
  for (const { data, sequence } of ended) {
    const late = fired.filter((one) => one.data['escalation'] === data['escalation'] && one.sequence > sequence);
    expect(late).toEqual([]);
  }
  const { rows } = await stores[0].sql.query<{ step: number }>(
    `SELECT step FROM escalation_firing firing JOIN escalation ON escalation.id = escalation_id
     WHERE warning_id = $1 AND (firing.state = 'fired') <> (fired_at IS NOT NULL)
        OR warning_id = $1 AND ended_at IS NOT NULL AND firing.state = 'pending'`,
    [id],
  );
  expect(rows).toEqual([]);
  return entries;
}

describe('whichever comes first of what is asked at once, by two processes', () => {
  const answer = (id: string, state: 'acknowledged' | 'working' = 'working') =>
    acknowledgeWarning(network.of('Tower').caller, id, { state });

  test('a step fires before the answer or not at all', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { id, fires } = await waiting();
      const by = network.of('Tower');
      await together([
        ...fires,
        ...fires,
        answer(id, 'acknowledged'),
        answer(id),
        escalateNow(by.caller, id, by.team.id),
      ]);
      const entries = await expectOrder(id);
      const first = of(entries, 'acknowledgement.changed')[0];
      expect(first?.data['from']).toBe('pending');
      for (const { sequence } of of(entries, 'escalation.fired')) expect(sequence).toBeLessThan(first?.sequence ?? 0);
      expect(of(entries, 'escalation.ended').map(({ data }) => data['reason'])).toEqual(['answered']);
    }
  });

  test('an answer stands, or is reopened, by its place beside the revision', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { id, fires } = await waiting();
      await together([
        ...fires,
        answer(id),
        reviseWarning(network.of('Watch').caller, id, { severity: 'extreme' }, '*'),
      ]);
      const entries = await expectOrder(id);
      const [answered] = of(entries, 'acknowledgement.changed');
      const [revised] = of(entries, 'warning.revised');
      const reopened = (answered?.sequence ?? 0) < (revised?.sequence ?? 0);
      expect(revised?.data['reopened']).toBe(reopened);
      const [standing] = await acknowledgementsOf(stores[0].sql, [id]);
      expect(standing?.acknowledgement).toMatchObject({
        state: reopened ? 'pending' : 'working',
        revision: 2,
        expected: true,
      });
      const history = await answersOf(stores[0].sql, id, network.of('Tower').team.id);
      expect(history.map(({ state }) => state).toSorted()).toEqual(reopened ? ['pending', 'working'] : ['working']);
    }
  });

  test('nothing fires and nothing is revised once the warning is called off; an answer is still taken', async () => {
    const { caller } = network.of('Watch');
    for (let round = 0; round < rounds; round += 1) {
      const { id, fires } = await waiting();
      const cancel = cancelWarning(caller, id, 'A rumour.');
      await together([...fires, cancel, cancel, answer(id), reviseWarning(caller, id, { severity: 'extreme' }, '*')]);
      const entries = await expectOrder(id);
      const cancelled = of(entries, 'warning.cancelled');
      expect(cancelled).toHaveLength(1);
      for (const { type, sequence } of entries) {
        if (type === 'escalation.fired' || type === 'warning.revised')
          expect(sequence).toBeLessThan(cancelled[0]?.sequence ?? 0);
      }
      expect(of(entries, 'acknowledgement.changed')).toHaveLength(1);
      expect((await loadWarning(stores[0].sql, id))?.snapshot.state).toBe('cancelled');
    }
  });

  test('a warning ends once, called off or expired', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { id, fires } = await waiting();
      await stores[0].sql.query(
        `UPDATE warning_revision SET content = (content::jsonb || '{"expires":"2026-01-01T00:00:00.000Z"}')::text WHERE warning_id = $1`,
        [id],
      );
      await together([
        ...fires,
        expireWarning(id),
        expireWarning(id),
        cancelWarning(network.of('Watch').caller, id, 'A rumour.'),
      ]);
      const entries = await expectOrder(id);
      const [end, ...more] = entries.filter(({ type }) => type === 'warning.cancelled' || type === 'warning.expired');
      expect(more).toEqual([]);
      for (const { sequence } of of(entries, 'escalation.fired')) expect(sequence).toBeLessThan(end?.sequence ?? 0);
      expect((await loadWarning(stores[0].sql, id))?.snapshot.state).toBe(end?.type.slice('warning.'.length));
    }
  });
});
