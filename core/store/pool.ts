import pg from 'pg';
import { withSession } from '../config/database-url.ts';

const { builtins } = pg.types;
// bigint counts and sequences stay far below 2^53; DATE and timestamps never become local time.
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.INT8]: Number,
  [builtins.TIMESTAMPTZ]: (text) => new Date(text),
  [builtins.DATE]: (text) => text,
};
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (parsers[oid] ?? pg.types.getTypeParser(oid, format)) as (text: string) => unknown,
};

/** The least privilege that each connection takes, and bounds after which PostgreSQL frees what a frozen process held. */
const session =
  '-c role=tocsin_app -c search_path=tocsin -c statement_timeout=15000 -c idle_in_transaction_session_timeout=10000 -c TimeZone=UTC';

export function connectionSettings(databaseUrl: string, name: string): pg.ClientConfig {
  return {
    connectionString: withSession(databaseUrl, session),
    application_name: `tocsin ${name}`,
    types,
    connectionTimeoutMillis: 5_000,
    // A server that vanished without a word bounds nothing itself: longer than the statement's own bound, then let go.
    query_timeout: 20_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
}

/** Connections that stay open once they were needed: in a rush of clients, opening one would take longer than the rush. */
const kept = 4;

/**
 * Connections as tocsin_app. A lost connection is reported to `log`, never thrown at the process.
 * @param max connections
 */
export function openPool(databaseUrl: string, name: string, max: number, log: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ ...connectionSettings(databaseUrl, name), max, min: Math.min(kept, max) });
  pool.on('error', log);
  // A backend that is killed between two statements raises on the client, not on the pool.
  pool.on('connect', (client) => client.on('error', log));
  return pool;
}

/** Whether a connection gave no answer in time: nothing that is asked over it will be answered. */
export function isSilent(error: unknown): boolean {
  return (error as Error | undefined)?.message === 'Query read timeout';
}

/** Whether an error means that PostgreSQL could not be reached or went away, rather than that it refused a statement. */
export function isUnreachable(error: unknown): boolean {
  // Under Jest the network's errors are of another realm: what they say counts, not their class.
  const { code, message = '' } = (error ?? {}) as { code?: unknown; message?: string };
  if (typeof code === 'string')
    return /^(08|53|57P|58|25006|40|55P03|57014|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI)/.test(code);
  return /Connection terminated|timeout exceeded|read timeout|Client has encountered|Client was closed|not queryable|connection/i.test(
    message,
  );
}
