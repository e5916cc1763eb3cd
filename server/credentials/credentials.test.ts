import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LogEntry } from '../../core/domain/log.ts';
import { addKey, changeKey, revokeKey, rotateKey } from '../../core/store/commands/key.ts';
import type { Store } from '../../core/store/store.ts';
import { tokenDigest } from '../../core/store/token.ts';
import type { Queryable } from '../../core/store/unit.ts';
import { createNetwork, type TestNetwork } from '../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../test/support/store.ts';
import { openCredentials, type Credentials } from './credentials.ts';

const here = '192.0.2.1';
let opened: TestStore;
let network: TestNetwork;
let credentials: Credentials;
/** The questions that the credentials asked the database. */
let asked: { text: string; values: readonly unknown[] }[] = [];
let now = new Date();

beforeAll(async () => {
  opened = await openTestStore();
  network = await createNetwork(opened.store, { platforms: ['Agora'] });
});
afterAll(() => opened.close());

// What they write down now and then they write no more once the database is gone.
afterEach(() => credentials.close());

beforeEach(() => {
  asked = [];
  now = new Date();
  const sql: Queryable = {
    query(text, values = []) {
      asked.push({ text, values });
      return opened.store.sql.query(text, values);
    },
  };
  const store: Store = { ...opened.store, sql };
  credentials = openCredentials(
    store,
    () => now,
    (error) => {
      throw error;
    },
  );
});

async function keys(count: number): Promise<{ id: string; token: string }[]> {
  const { organisation } = network.of('Agora');
  const sent = { organisationId: organisation.id, name: 'One of many', scopes: ['warnings:read' as const] };
  const made = Array.from({ length: count }, () => opened.store.writer.run(addKey(sent)));
  return (await Promise.all(made)).map(({ key, token }) => ({ id: key.id, token }));
}

const learn = async (work: () => Promise<unknown>): Promise<LogEntry[]> => {
  const entries = await opened.logged(work);
  credentials.learn(entries);
  return entries;
};

describe('checking a key costs', () => {
  test('one read of the database, and then none', async () => {
    const [one] = await keys(1);
    for (let time = 0; time < 5; time += 1) await credentials.authenticate(one?.token ?? '', here);
    await expect(credentials.authenticate(`tocsin_x_${'0'.repeat(40)}`, here)).rejects.toThrow(
      'unknown or was revoked',
    );
    await expect(credentials.authenticate(`tocsin_x_${'0'.repeat(40)}`, here)).rejects.toThrow(
      'unknown or was revoked',
    );
    expect(asked.map(({ values }) => (values[0] as Buffer[]).length)).toEqual([1, 1]);
  });

  test('by an index', async () => {
    const [one] = await keys(1);
    await credentials.authenticate(one?.token ?? '', here);
    const { text = '', values = [] } = asked[0] ?? {};
    let plan = '';
    // Among ten thousand keys, for a small table is read whole; they are undone with the command.
    const among = opened.store.writer.run(async ({ sql }) => {
      await sql.query(
        `INSERT INTO api_key (id, organisation_id, name, prefix, digest, scopes, created_at)
         SELECT gen_random_uuid(), $1, 'n', 'p', sha256(n::text::bytea), '{warnings:read}', now()
         FROM generate_series(1, 10000) AS n`,
        [network.of('Agora').organisation.id],
      );
      const { rows } = await sql.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
      plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      throw new Error('undone');
    });
    await expect(among).rejects.toThrow('undone');
    expect(plan).toMatch(/Index Scan using api_key_digest_key/);
    expect(plan).not.toContain('Seq Scan');
  });

  test('two hundred at once, where thousands come at once, no more than a few reads', async () => {
    const many = await keys(300);
    const callers = await Promise.all(many.map(({ token }) => credentials.authenticate(token, here)));
    expect(callers.map(({ as }) => as.id)).toEqual(many.map(({ id }) => id));
    expect(asked.length).toBeLessThanOrEqual(3);
    expect(asked.flatMap(({ values }) => values[0] as Buffer[])).toHaveLength(300);
  });
});

describe('what the log says of a key', () => {
  test('is known of that key at once, and costs the others nothing', async () => {
    const [one, other] = (await keys(2)) as [{ id: string; token: string }, { id: string; token: string }];
    for (const { token } of [one, other]) await credentials.authenticate(token, here);
    await learn(() => opened.store.writer.run(revokeKey(one.id)));
    asked = [];
    await expect(credentials.authenticate(one.token, here)).rejects.toThrow('unknown or was revoked');
    await credentials.authenticate(other.token, here);
    expect(asked.map(({ values }) => values[0])).toEqual([[tokenDigest(one.token)]]);
  });

  test('counts also where it was read of while the key was looked up', async () => {
    const [one] = (await keys(1)) as [{ id: string; token: string }];
    const looking = credentials.authenticate(one.token, here);
    credentials.learn([{ type: 'key.revoked', data: { key: one.id } } as unknown as LogEntry]);
    await looking;
    await opened.store.writer.run(revokeKey(one.id));
    await expect(credentials.authenticate(one.token, here)).rejects.toThrow('unknown or was revoked');
  });

  test('makes a token known that nobody had', async () => {
    let token = '';
    await learn(async () => {
      const [made] = await keys(1);
      token = made?.token ?? '';
      await opened.store.writer.run(async ({ sql }) => {
        await sql.query('UPDATE api_key SET digest = $1 WHERE digest = $2', [Buffer.alloc(32, 1), tokenDigest(token)]);
      });
      await expect(credentials.authenticate(token, here)).rejects.toThrow('unknown');
      await opened.store.writer.run(async ({ sql }) => {
        await sql.query('UPDATE api_key SET digest = $2 WHERE digest = $1', [Buffer.alloc(32, 1), tokenDigest(token)]);
      });
    });
    expect((await credentials.authenticate(token, here)).as).toMatchObject({ type: 'key' });
  });
});

describe('where a key is used from', () => {
  test('is looked at each time, and a change of its networks counts at once', async () => {
    const [one] = (await keys(1)) as [{ id: string; token: string }];
    await credentials.authenticate(one.token, '203.0.113.9');
    await learn(() => opened.store.writer.run(changeKey(one.id, { networks: ['192.0.2.0/24'] })));
    await expect(credentials.authenticate(one.token, '203.0.113.9')).rejects.toMatchObject({
      problem: 'unauthorized',
      message: 'This API key is limited to networks, and 203.0.113.9 is in none of them.',
    });
    await credentials.authenticate(one.token, here);
    await credentials.authenticate(one.token, `::ffff:${here}`);
  });
});

test('a rotated key works on until the overlap has passed, and its successor from the start', async () => {
  const [one] = (await keys(1)) as [{ id: string; token: string }];
  await credentials.authenticate(one.token, here);
  let token = '';
  await learn(async () => ({ token } = await opened.store.writer.run(rotateKey(one.id, { overlap: 60 }))));
  await credentials.authenticate(one.token, here);
  await credentials.authenticate(token, here);
  now = new Date(now.getTime() + 61_000);
  await expect(credentials.authenticate(one.token, here)).rejects.toThrow('This API key expired at');
  await credentials.authenticate(token, here);
});
