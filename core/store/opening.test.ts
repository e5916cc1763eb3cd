import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { createDatabase } from '../../test/support/database.ts';
import { freePort } from '../../test/support/ports.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { openingFailure } from './opening.ts';
import { openStore } from './store.ts';

let database: Awaited<ReturnType<typeof createDatabase>>;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database.drop());

const open = (databaseUrl: string): Promise<unknown> => openStore({ databaseUrl, name: 'test', log: () => undefined });

test('a server that is away is named, with the way out and without the password', async () => {
  const port = await freePort();
  const url = `postgres://tocsin:secret@localhost:${port}/tocsin`;
  for (const begin of [open, pendingMigrations, (one: string) => migrate(one)]) {
    const { message } = await begin(url).then(
      () => new Error('It was opened.'),
      (error: Error) => error,
    );
    expect(message).toContain(
      `PostgreSQL at localhost:${port} does not answer (ECONNREFUSED): start it, or mend DATABASE_URL.`,
    );
    expect(message).not.toContain('secret');
  }
});

test('also where its name has several addresses, of which Node.js tells a code alone', () => {
  const away = Object.assign(new AggregateError([new Error('connect ECONNREFUSED ::1:5432')]), {
    code: 'ECONNREFUSED',
  });
  expect(openingFailure('postgres://localhost/tocsin', away).message).toContain(
    'PostgreSQL at localhost:5432 does not answer (ECONNREFUSED)',
  );
});

test.each([
  ['wrong passwords', '28P01', 'password authentication failed for user "tocsin"', 'refuses us: password'],
  ['no such database', '3D000', 'database "tocsin" does not exist', 'refuses us: database "tocsin"'],
  ['a login without the role', '42501', 'permission denied to set role "tocsin_app"', 'GRANT tocsin_app TO'],
  ['a cluster that was never migrated', '22023', 'role "tocsin_app" does not exist', 'run `tocsin migrate` first'],
  ['anything else', '53300', 'sorry, too many clients already', 'sorry, too many clients already'],
])('%s', (_what, code, message, sentence) => {
  const refused = Object.assign(new Error(message), { code });
  expect(openingFailure('postgres://db:5433/tocsin', refused).message).toContain(sentence);
});

test('a database that was not migrated says what to run', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('DROP SCHEMA tocsin CASCADE');
  await client.end();
  await expect(open(database.url)).rejects.toThrow('The database was not migrated: run `tocsin migrate` first.');
});
