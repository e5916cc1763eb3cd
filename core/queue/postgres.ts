import {
  assertSchemaCompatibility,
  PostgresConnection,
  PostgresQueueBackend,
  Queue,
  runMigrations,
  Worker,
  type BackendFactory,
  type PgPool,
  type PostgresConnectionOptions,
} from 'bullmq';
import pg from 'pg';
import { withSession } from '../config/database-url.ts';
import { type Backend, defaultJobOptions, errorReporter, type QueueLog, WORKER_OPTIONS } from './backend.ts';
import { within } from './failure.ts';
import { QUEUE_NAMES } from './jobs.ts';

const SCHEMA = 'bullmq';
/**
 * A queue is not what must survive a crash: our tables say what is due, and the sweep brings it back. So no job waits for
 * the disk, nor holds a lock meanwhile.
 */
const session = `-c search_path=${SCHEMA} -c synchronous_commit=off`;
const ANSWER = 2_000;
const MIGRATION = 30_000;

/**
 * BullMQ on PostgreSQL, in a schema and a pool of its own; brings the schema up to date first.
 * @param url of a database in which the login may create a schema
 * @throws Error when the database cannot be reached or the migrations fail
 */
export async function openPostgresBackend({ url, log }: { url: string; log: QueueLog }): Promise<Backend> {
  const report = errorReporter(log, 'postgres');
  await migrate(url, report);
  const pool = new pg.Pool({
    connectionString: withSession(url, session),
    // Each worker keeps one for LISTEN.
    max: QUEUE_NAMES.length + 6,
    connectionTimeoutMillis: ANSWER,
    statement_timeout: 10_000,
    query_timeout: 15_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  pool.on('error', report);
  pool.on('connect', (client) => client.on('error', report));
  const connection = bullmqPool(pool, report);

  return {
    kind: 'postgres',
    producer: (name) =>
      new Queue(name, { connection, defaultJobOptions: defaultJobOptions(name) }, createBackend).on('error', report),
    consumer: (name, processor, concurrency) =>
      new Worker(name, processor, { ...WORKER_OPTIONS, connection, concurrency }, createBackend),
    healthy: async () => {
      await within(ANSWER, 'PostgreSQL does not answer for the queue', assertSchemaCompatibility(connection, SCHEMA));
    },
    close: () => pool.end(),
  };
}

/** BullMQ's migrations take an advisory lock for their transaction, so processes that start together do not race. */
async function migrate(connectionString: string, report: (error: Error) => void): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: ANSWER, statement_timeout: MIGRATION });
  client.on('error', report);
  try {
    await within(
      MIGRATION,
      'The queue cannot prepare its tables in PostgreSQL',
      client.connect().then(() => runMigrations(client, SCHEMA)),
    );
  } finally {
    await client.end().catch(report);
  }
}

/** The schema is migrated already; BullMQ's own check at the first query would remember a failure for good. */
class MigratedConnection extends PostgresConnection {
  override async waitUntilReady(): Promise<void> {}
}

class PollingBackend extends PostgresQueueBackend {
  /** Seconds without looking for jobs, should LISTEN have gone deaf; BullMQ would wait an hour. */
  override get maximumBlockTimeout(): number {
    return WORKER_OPTIONS.drainDelay;
  }
}

const createBackend: BackendFactory<PollingBackend, PostgresConnectionOptions> = (name, options, kind = {}) =>
  new PollingBackend(
    new MigratedConnection(options.connection),
    name,
    options,
    true,
    kind.withBlockingConnection ? `tocsin:${name}` : undefined,
  );

/** The pool as BullMQ sees it: it may not end it, and learns of every lost connection in its own words. */
function bullmqPool(pool: pg.Pool, report: (error: Error) => void): PgPool {
  const facade = {
    options: pool.options,
    query: async (text: string, values?: readonly unknown[]) => {
      try {
        return await pool.query(text, values as unknown[]);
      } catch (error) {
        if (!isLostConnection(error)) throw error;
        report(error);
        // BullMQ retries on this message alone; after any other it gives up a finished job's result.
        throw new Error('Connection is closed.', { cause: error });
      }
    },
    connect: async () => {
      const client = await pool.connect();
      const release = client.release.bind(client);
      client.release = (destroy) => {
        // BullMQ takes every listener off the LISTEN client, ours included.
        client.on('error', report);
        release(destroy);
      };
      return client;
    },
    end: async () => {},
    on: () => facade,
    removeAllListeners: () => facade,
  };
  return facade as unknown as PgPool;
}

/** SQLSTATE classes 08 and 57P0x, Node's socket errors, and what pg says without a code. */
function isLostConnection(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as NodeJS.ErrnoException;
  return (
    /^(08|57P0)|^E[A-Z]+$/.test(code) ||
    /Connection terminated|connection error|timeout exceeded when trying to connect|read timeout/i.test(error.message)
  );
}
