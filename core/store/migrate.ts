import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { openingFailure } from './opening.ts';

const MIGRATIONS = fileURLToPath(new URL('./migrations/', import.meta.url));
const SCHEMA = 'tocsin';
const TABLE = 'migrations';
/** Milliseconds that the server may take to let us in. */
const patience = 5_000;
const UP = /^[^\S\n]*--[\s-]*up\s+migration/im;

/**
 * Brings a database to the newest schema, all pending migrations in one transaction, and answers the names of those applied.
 * A second runner waits for the first and then finds nothing to do. No migration is ever undone.
 * @param directory holds the `NNNN_name.sql` files
 * @throws Error naming the migration that failed; the database is then as it was
 */
export async function migrate(
  databaseUrl: string,
  log: (line: string) => void = () => undefined,
  directory: string = MIGRATIONS,
): Promise<string[]> {
  await checkFiles(directory);
  let current: string | undefined;
  const report = (line: string): void => {
    current = /^### MIGRATION (\S+)/.exec(line)?.[1] ?? current;
  };
  try {
    const applied = await runner({
      databaseUrl: { connectionString: databaseUrl, connectionTimeoutMillis: patience },
      dir: directory,
      direction: 'up',
      schema: SCHEMA,
      createSchema: true,
      migrationsSchema: SCHEMA,
      migrationsTable: TABLE,
      singleTransaction: true,
      advisoryLockMode: 'wait',
      logger: { debug: () => undefined, info: report, warn: () => undefined, error: () => undefined },
    });
    const names = applied.map(({ name }) => name);
    for (const name of names) log(`Applied migration ${name}.`);
    return names;
  } catch (error) {
    if (current === undefined) {
      const reason = openingFailure(databaseUrl, error).message;
      throw new Error(`The database could not be migrated: ${reason}`, { cause: error });
    }
    const reason = error instanceof Error ? error.message : String(error);
    const where = await failingLine(path.join(directory, `${current}.sql`), error);
    throw new Error(`Migration ${current} failed, and nothing was changed: ${reason}${where}`, { cause: error });
  }
}

/** The names of the migrations that a database still lacks, oldest first. */
export async function pendingMigrations(databaseUrl: string, directory: string = MIGRATIONS): Promise<string[]> {
  const names = await checkFiles(directory);
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: patience });
  client.on('error', () => undefined);
  await client.connect().catch((error: unknown) => Promise.reject(openingFailure(databaseUrl, error)));
  try {
    const { rows: tables } = await client.query('SELECT to_regclass($1) AS found', [`${SCHEMA}.${TABLE}`]);
    if (tables[0].found === null) return names;
    const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${SCHEMA}.${TABLE}`);
    const applied = new Set(rows.map(({ name }) => name));
    return names.filter((name) => !applied.has(name));
  } finally {
    await client.end();
  }
}

/** PostgreSQL counts characters from the start of what it was sent, which begins at "-- Up Migration". */
async function failingLine(file: string, error: unknown): Promise<string> {
  const position = error instanceof pg.DatabaseError ? Number(error.position) : NaN;
  if (Number.isNaN(position)) return '';
  const sql = await readFile(file, 'utf8');
  return ` (line ${sql.slice(0, sql.search(UP) + position).split('\n').length})`;
}

/** An `.sql` file without "-- Up Migration" but with "-- Down Migration" would have its down part run. */
async function checkFiles(directory: string): Promise<string[]> {
  const files = (await readdir(directory)).filter((file) => !file.startsWith('.')).toSorted();
  for (const file of files) {
    if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(file)) {
      throw new Error(`${path.join(directory, file)} is no migration: name it NNNN_name.sql, or move it elsewhere.`);
    }
    const sql = await readFile(path.join(directory, file), 'utf8');
    const up = sql.search(UP);
    if (up < 0) throw new Error(`The migration ${file} has no line "-- Up Migration". Put it above its statements.`);
    if (sql.slice(0, up).replace(/--.*$/gm, '').trim() !== '') {
      throw new Error(
        `The migration ${file} has statements above "-- Up Migration", which would not run. Move them below it.`,
      );
    }
  }
  return files.map((file) => path.basename(file, '.sql'));
}
