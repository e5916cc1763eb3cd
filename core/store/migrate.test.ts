import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createDatabase } from '../../test/support/database.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { openStore } from './store.ts';

let database: Awaited<ReturnType<typeof createDatabase>>;
let directory: string;

beforeEach(async () => {
  database = await createDatabase();
  await query('DROP SCHEMA tocsin CASCADE');
  directory = await mkdtemp(path.join(tmpdir(), 'tocsin-migrations-'));
});

afterEach(async () => {
  await database.drop();
  await rm(directory, { recursive: true });
});

describe('migrate', () => {
  test('applies each file once, in order, though two run at the same time', async () => {
    await write('0001_places.sql', '-- Up Migration\nCREATE TABLE place (id int); SELECT pg_sleep(0.2);');
    await write(
      '0002_names.sql',
      '-- Up Migration\nALTER TABLE place ADD name text;\n-- Down Migration\nDROP TABLE place;',
    );
    expect(await pendingMigrations(database.url, directory)).toEqual(['0001_places', '0002_names']);

    const lines: string[] = [];
    const runs = await Promise.all([run((line) => lines.push(line)), run((line) => lines.push(line))]);

    expect(runs.toSorted((a, b) => a.length - b.length)).toEqual([[], ['0001_places', '0002_names']]);
    expect(lines).toEqual(['Applied migration 0001_places.', 'Applied migration 0002_names.']);
    expect(await query('SELECT name FROM tocsin.place')).toEqual([]);
    expect(await pendingMigrations(database.url, directory)).toEqual([]);
  });

  test('a failing migration leaves nothing and is named with its reason', async () => {
    await write('0001_places.sql', '-- Up Migration\nCREATE TABLE place (id int);');
    await write('0002_wrong.sql', '-- Up Migration\nCREATE TABLE half (id int);\nINSERT INTO nowhere VALUES (1);');
    await expect(run()).rejects.toThrow(
      'Migration 0002_wrong failed, and nothing was changed: relation "nowhere" does not exist (line 3)',
    );
    expect(await query(`SELECT to_regclass('tocsin.place') AS place, to_regclass('tocsin.half') AS half`)).toEqual([
      { place: null, half: null },
    ]);
    expect(await pendingMigrations(database.url, directory)).toEqual(['0001_places', '0002_wrong']);
  });

  test('refuses a file whose down part would be run as its up part', async () => {
    await write('0001_places.sql', 'CREATE TABLE place (id int);\n-- Down Migration\nDROP TABLE place;');
    await expect(run()).rejects.toThrow('The migration 0001_places.sql has no line "-- Up Migration"');
  });

  test('refuses statements that stand above the up part, where nobody would run them', async () => {
    await write('0001_places.sql', 'CREATE TABLE place (id int);\n-- Up Migration\nALTER TABLE place ADD name text;');
    await expect(run()).rejects.toThrow('The migration 0001_places.sql has statements above "-- Up Migration"');
  });

  test('refuses a file that has no number', async () => {
    await write('places.sql', '-- Up Migration\nCREATE TABLE place (id int);');
    await expect(run()).rejects.toThrow('places.sql is no migration: name it NNNN_name.sql');
  });

  test('refuses a migration that comes to stand before one already applied', async () => {
    await write('0002_names.sql', '-- Up Migration\nCREATE TABLE name (id int);');
    await run();
    await write('0001_late.sql', '-- Up Migration\nCREATE TABLE late (id int);');
    await expect(run()).rejects.toThrow('Not run migration 0001_late is preceding already run migration 0002_names');
  });

  test('the migrations of Tocsin itself apply to an empty database', async () => {
    const applied = await migrate(database.url);
    expect(await pendingMigrations(database.url)).toEqual([]);
    expect(await migrate(database.url)).toEqual([]);
    expect(applied.length).toBeGreaterThan(0);
  });

  test('find in the histories when answers were final since they were last asked for', async () => {
    await upTo('0022');
    const history: [team: string, ...states: string[]][] = [
      ['a', 'acknowledged'],
      ['b', 'actioned', 'working', 'declined'],
      ['c', 'actioned', 'pending'],
      ['d', 'actioned', 'pending', 'acknowledged', 'no_action'],
      ['e'],
    ];
    const id = (team: string): string => `'00000000-0000-0000-0000-00000000000${team}'`;
    for (const [team, ...states] of history) {
      await query(`SET session_replication_role = replica;
        INSERT INTO tocsin.acknowledgement (warning_id, team_id, organisation_id, state, expected, revision, since)
        VALUES (${id('f')}, ${id(team)}, ${id('f')}, '${states.at(-1) ?? 'pending'}', true, 1, '2026-02-01T12:00:00Z');
        ${states.map((state, minute) => `INSERT INTO tocsin.answer (id, warning_id, team_id, state, revision, at) VALUES (gen_random_uuid(), ${id('f')}, ${id(team)}, '${state}', 1, '2026-02-01T12:0${minute}:00Z');`).join('')}`);
    }
    await migrate(database.url);
    const found = await query(
      'SELECT reopened, extract(minute FROM closed_at)::integer AS closed FROM tocsin.acknowledgement ORDER BY team_id',
    );
    expect(found).toEqual([
      { reopened: false, closed: null },
      { reopened: false, closed: 0 },
      { reopened: true, closed: null },
      { reopened: true, closed: 3 },
      { reopened: false, closed: null },
    ]);
  });

  test('need no right over roles where an administrator made the application’s and granted it', async () => {
    const owner = `owner_${new URL(database.url).pathname.slice(1)}`;
    const url = new URL(database.url);
    [url.username, url.password] = [owner, 'secret'];
    await query(`CREATE ROLE "${owner}" LOGIN PASSWORD 'secret'`);
    await query(`GRANT tocsin_app TO "${owner}"`);
    await query(`ALTER DATABASE "${url.pathname.slice(1)}" OWNER TO "${owner}"`);
    try {
      await migrate(url.href);
      const store = await openStore({ databaseUrl: url.href, name: 'test', log: () => undefined });
      expect(store.network.name).toBe('Tocsin');
      await store.close();
    } finally {
      await query(`ALTER DATABASE "${url.pathname.slice(1)}" OWNER TO CURRENT_USER`);
      await query(`DROP OWNED BY "${owner}" CASCADE`);
      await query(`DROP ROLE "${owner}"`);
    }
  });

  test('let the application delete only what may go, and change neither the log nor what was migrated', async () => {
    await migrate(database.url);
    const may = async (right: string): Promise<string[]> => {
      const rows = await query(
        `SELECT relname FROM pg_class WHERE relnamespace = 'tocsin'::regnamespace AND relkind IN ('r', 'p')
           AND has_table_privilege('tocsin_app', oid, '${right}') ORDER BY relname`,
      );
      return (rows as { relname: string }[]).map(({ relname }) => relname);
    };
    expect(await may('DELETE')).toEqual([
      'address',
      'application',
      'application_message',
      'application_token',
      'calendar',
      'challenge',
      'delivery',
      'domain',
      'escalation_policy',
      'factor_guess',
      'idempotency',
      'invitation',
      'mail_subscriber',
      'node',
      'own_mail',
      'passkey',
      'policy_gap',
      'recovery_code',
      'session',
      'sign_in_link',
      'single_sign_on',
      'single_sign_on_request',
      'subscription',
      'suppression',
      'totp',
      'vouch',
      'warning_read',
    ]);
    expect(await may('TRUNCATE')).toEqual([]);
    for (const right of ['INSERT', 'UPDATE']) expect(await may(right)).not.toContain('migrations');
    for (const table of ['event', 'checkpoint', 'network']) expect(await may('UPDATE')).not.toContain(table);
  });
});

function run(log?: (line: string) => void): Promise<string[]> {
  return migrate(database.url, log, directory);
}

/** Brings the database to where a network stands that was started before the migrations after this one. */
async function upTo(number: string): Promise<void> {
  const ours = fileURLToPath(new URL('./migrations/', import.meta.url));
  const files = (await readdir(ours)).filter((file) => file.slice(0, 4) <= number);
  for (const file of files) await copyFile(path.join(ours, file), path.join(directory, file));
  await run();
}

function write(name: string, sql: string): Promise<void> {
  return writeFile(path.join(directory, name), sql);
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}
