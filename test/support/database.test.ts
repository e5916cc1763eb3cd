import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createDatabase } from './database.ts';

async function query<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

describe('a database for a test file', () => {
  test('is migrated, its own, and gone after drop() though somebody is connected', async () => {
    const [one, two] = await Promise.all([createDatabase(), createDatabase()]);
    expect(one.url).not.toBe(two.url);
    await query(one.url, 'CREATE TABLE mark (id int)');
    expect(
      await query(two.url, `SELECT to_regclass('mark') AS mark, to_regclass('tocsin.migrations')::text AS migrations`),
    ).toEqual([{ mark: null, migrations: 'tocsin.migrations' }]);
    const lingering = new pg.Client({ connectionString: one.url });
    lingering.on('error', () => undefined);
    await lingering.connect();
    const cut = new Promise((resolve) => lingering.once('end', resolve));
    await Promise.all([one.drop(), two.drop()]);
    await cut;
    await expect(query(one.url, 'SELECT 1')).rejects.toThrow('does not exist');
  });
});
