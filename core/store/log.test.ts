import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDatabase } from '../../test/support/database.ts';
import { createNetwork, type TestNetwork } from '../../test/support/network.ts';
import { until } from '../../test/support/until.ts';
import type { RaiseRequest } from '../contract/warning.ts';
import { viewFor, tell } from '../domain/telling.ts';
import { readerOf } from '../domain/organisation.ts';
import type { LogEntry } from '../domain/log.ts';
import { acknowledgeWarning } from './commands/acknowledge.ts';
import { cancelWarning } from './commands/cancel.ts';
import { fireEscalation, openEscalation } from './commands/escalate.ts';
import { raiseWarning } from './commands/raise.ts';
import { reviseWarning } from './commands/revise.ts';
import { addSubscription } from './commands/subscription.ts';
import { acknowledgementsOf } from './acknowledgements.ts';
import { innerDigest, chainHash } from './chain.ts';
import { readHead, readLog, resolveAfter } from './log-reader.ts';
import { openStore, type Store } from './store.ts';
import { openTail } from './tail.ts';
import { toldEvents } from './told.ts';

let database: Awaited<ReturnType<typeof createDatabase>>;
let store: Store;
let network: TestNetwork;
const problems: Error[] = [];

beforeAll(async () => {
  database = await createDatabase();
  store = await openStore({ databaseUrl: database.url, name: 'test', log: (error) => problems.push(error) });
  network = await createNetwork(store, {
    csos: ['Ida', 'Bela'],
    platforms: ['Agora'],
    observers: ['Lens'],
    coordinator: 'Hub',
  });
  await store.writer.run(addSubscription(network.of('Agora').caller, { name: 'All', channels: [{ type: 'live' }] }));
});

afterAll(async () => {
  await store.close();
  await database.drop();
  expect(problems).toEqual([]);
});

function sent(changes: Partial<RaiseRequest> = {}): RaiseRequest {
  return {
    language: 'de',
    headline: 'Demonstration vor der Moschee',
    description: 'Am Samstag ist eine Demonstration angekündigt.',
    trigger: 'protest',
    countries: ['DE'],
    languages: ['de'],
    grounds: ['anti_muslim_hatred'],
    severity: 'moderate',
    urgency: 'expected',
    certainty: 'likely',
    expires: new Date(Date.now() + 86_400_000).toISOString(),
    tlp: 'TLP:GREEN',
    ...changes,
  };
}

describe('the log', () => {
  test('commands that come at once are committed together, each atomic, in one chain', async () => {
    const before = await readHead(store.sql, store.positions);
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 40 }, () => store.writer.run(raiseWarning(network.of('Ida').caller, sent()))),
      store.writer.run(raiseWarning(network.of('Ida').caller, sent({ expires: '2001-01-01T00:00:00.000Z' }))),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(40);
    expect(outcomes.at(-1)).toMatchObject({
      reason: { problem: 'invalid-request', details: { errors: [{ pointer: '/expires' }] } },
    });
    const entries = await readLog(store.sql, store.positions, before.sequence, 1000);
    expect(entries.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 40 }, (_, index) => before.sequence + 1 + index),
    );
  });

  test('the chain verifies from its beginning', async () => {
    const { rows } = await store.sql.query<{ sequence: number; salt: Buffer; content: string; hash: Buffer }>(
      'SELECT sequence, salt, content, hash FROM event ORDER BY sequence',
    );
    const { rows: begin } = await store.sql.query<{ hash: Buffer }>('SELECT hash FROM checkpoint');
    let hash = begin[0]?.hash as Buffer;
    for (const row of rows) {
      hash = chainHash(hash, row.sequence, innerDigest(row.salt, row.content));
      expect(row.hash.equals(hash)).toBe(true);
    }
    expect(rows.length).toBeGreaterThan(40);
  });

  test('the application may not change or delete an event', async () => {
    await expect(store.sql.query('DELETE FROM event')).rejects.toThrow('permission denied');
    await expect(store.sql.query("UPDATE event SET type = 'x'")).rejects.toThrow('permission denied');
    await expect(store.sql.query('DELETE FROM event_other')).rejects.toThrow('permission denied');
  });

  test('a position is one place in this log, and nothing else is', async () => {
    const head = await readHead(store.sql, store.positions);
    expect(await resolveAfter(store, head.position)).toBe(head.sequence);
    expect(await resolveAfter(store, 'now')).toBe(head.sequence);
    expect(await resolveAfter(store, 'start')).toBe(0);
    await expect(resolveAfter(store, 'x'.repeat(22))).rejects.toMatchObject({ problem: 'position-invalid' });
    const beyond = store.positions.encode(head.sequence + 5, Buffer.alloc(32));
    await expect(resolveAfter(store, beyond)).rejects.toMatchObject({ problem: 'log-restored' });
  });

  test('a tail hands on what is committed, in order, also by another process', async () => {
    const other = await openStore({ databaseUrl: database.url, name: 'other', log: (error) => problems.push(error) });
    const heard: LogEntry[] = [];
    const tail = await openTail(other, {
      from: 'now',
      onEntries: (entries) => void heard.push(...entries),
      log: (error) => problems.push(error),
    });
    const raised = await store.writer.run(raiseWarning(network.of('Ida').caller, sent()));
    await until(() => heard.some(({ warningId }) => warningId === raised.snapshot.id));
    await tail.close();
    await other.close();
  });

  test('under one Idempotency-Key one thing happens, whoever asks how often', async () => {
    const claim = {
      organisationId: network.of('Ida').organisation.id,
      method: 'POST',
      path: '/warnings',
      key: 'k',
      bodyDigest: Buffer.from('a'),
    };
    const raise = () =>
      store.writer.runOnce(claim, async (unit) => {
        const { snapshot } = await raiseWarning(network.of('Ida').caller, sent())(unit);
        return { status: 201, body: { id: snapshot.id }, warningId: snapshot.id };
      });
    const answers = await Promise.all([raise(), raise(), raise()]);
    expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    expect(answers.map(({ replayed }) => replayed)).toEqual([false, true, true]);
    const other = { ...claim, bodyDigest: Buffer.from('b') };
    await expect(store.writer.runOnce(other, async () => ({ status: 200, body: 1 }))).rejects.toMatchObject({
      problem: 'idempotency-mismatch',
    });
  });
});

describe('a warning', () => {
  test('is raised, escalates, is answered, reopened by a graver revision, and called off', async () => {
    const { caller } = network.of('Ida');
    const agora = network.of('Agora');
    const { snapshot } = await store.writer.run(raiseWarning(caller, sent()));
    const [waiting] = await acknowledgementsOf(store.sql, [snapshot.id]);
    expect(waiting?.acknowledgement).toMatchObject({ state: 'pending', expected: true, teamId: agora.team.id });

    const { firings } = await store.writer.run(openEscalation(snapshot.id, agora.team.id));
    expect(firings).toHaveLength(2);
    const first = firings[0]!;
    expect(await store.writer.run(fireEscalation(first.escalation, first.token))).toMatchObject({ outcome: 'early' });
    await store.sql.query("UPDATE escalation_firing SET fires_at = now() - interval '1 second' WHERE token = $1", [
      first.token,
    ]);
    expect(await store.writer.run(fireEscalation(first.escalation, first.token))).toEqual({ outcome: 'fired' });
    expect(await store.writer.run(fireEscalation(first.escalation, first.token))).toEqual({ outcome: 'stale' });

    const answer = await store.writer.run(
      acknowledgeWarning(agora.caller, snapshot.id, { state: 'working', note: 'On it' }),
    );
    expect(answer).toMatchObject({ acknowledgement: { state: 'working', note: 'On it' }, escalation: null });
    const second = firings[1]!;
    expect(await store.writer.run(fireEscalation(second.escalation, second.token))).toEqual({ outcome: 'stale' });

    await store.writer.run(reviseWarning(caller, snapshot.id, { severity: 'extreme' }, [1]));
    const [again] = await acknowledgementsOf(store.sql, [snapshot.id]);
    expect(again?.acknowledgement).toMatchObject({ state: 'pending', revision: 2, expected: true });
    await store.writer.run(cancelWarning(caller, snapshot.id, 'Abgesagt'));

    const told = await toldEvents(
      store,
      (await readLog(store.sql, store.positions, 0, 1000)).filter(({ warningId }) => warningId === snapshot.id),
    );
    expect(told.map(({ type }) => type)).toEqual([
      'warning.raised',
      'escalation.fired',
      'acknowledgement.changed',
      'warning.revised',
      'warning.cancelled',
    ]);
    const reader = readerOf(network.of('Bela').caller);
    const seen = told.filter((event) => viewFor(event, reader)).map(({ type }) => type);
    expect(seen).toEqual(['warning.raised', 'warning.revised', 'warning.cancelled']);
    const shown = told.map((event) => {
      const view = viewFor(event, readerOf(agora.caller));
      return view && tell(event, view, readerOf(agora.caller), store.directory());
    });
    expect(shown[0]).toMatchObject({
      warning: { state: 'active', severity: 'moderate', issuer: { name: 'Ida' } },
      actor: { organisation: { name: 'Ida' } },
    });
    expect(shown[2]).toMatchObject({ data: { acknowledgement: { state: 'working', note: 'On it' }, from: 'pending' } });
  });
});
