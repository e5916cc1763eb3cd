import { hkdfSync } from 'node:crypto';
import type { Queryable } from './unit.ts';

export interface Network {
  readonly name: string;
  /** Of the log: another one after it was restored from a backup. A process keeps the one that it started with. */
  readonly epoch: number;
  /** 32 bytes that key positions, Message-IDs and tokens: derive from it, each purpose its own. */
  readonly secret: Buffer;
}

/** What a network is known by in stores that several may share: a copy that was restored is another one. */
export function keyOf({ secret, epoch }: Network): string {
  return Buffer.from(hkdfSync('sha256', secret, '', `shared stores ${epoch}`, 6)).toString('hex');
}

/** A place in the log that a process has seen itself. */
export interface Seen {
  readonly sequence: number;
  readonly hash: Buffer;
}

/** The network's row beside what no backup restores: which database this is, and which line of its history it follows. */
export interface Whereabouts extends Network {
  readonly head: Seen;
  readonly heldSince: Date | null;
  /** The database is the one that the network last worked on; null before it first did. */
  readonly sameHome: boolean | null;
  /** No other server was promoted, and no point in time restored, since the network last worked on it. */
  readonly sameTimeline: boolean;
}

const home = `(SELECT system_identifier FROM pg_control_system())
  || '/' || (SELECT oid FROM pg_database WHERE datname = current_database())`;
const timeline = 'left(pg_walfile_name(pg_current_wal_lsn()), 8)';

/** @throws Error where nobody has migrated */
export async function lookAround(sql: Queryable): Promise<Whereabouts> {
  const { rows } = await sql.query<Omit<Whereabouts, 'head'> & Seen>(
    `SELECT name, epoch, secret, held_since AS "heldSince", home = ${home} AS "sameHome",
       coalesce(timeline = ${timeline}, false) AS "sameTimeline", sequence, hash
     FROM network, log_head`,
  );
  if (!rows[0]) throw new Error('The database holds no network: run `tocsin migrate` first.');
  const { sequence, hash, ...found } = rows[0];
  return { ...found, head: { sequence, hash } };
}

/** Whether the log still holds what somebody saw of it. */
export async function stillHolds(sql: Queryable, { sequence, hash }: Seen): Promise<boolean> {
  const { rows } = await sql.query(
    `SELECT FROM event WHERE sequence = $1 AND hash = $2
     UNION ALL SELECT FROM checkpoint WHERE sequence = $1 AND hash = $2`,
    [sequence, hash],
  );
  return rows.length > 0;
}

/** Takes the database, and the line that it follows, for the network's own. */
export async function settleHere(sql: Queryable): Promise<void> {
  await sql.query(`UPDATE network SET home = ${home}, timeline = ${timeline}`);
}

/** Another log from here on, and nothing leaves until an operator says so. */
export async function holdEverything(sql: Queryable): Promise<void> {
  await sql.query(
    `UPDATE network SET epoch = (random() * 2147483647)::integer, held_since = coalesce(held_since, clock_timestamp())`,
  );
}

/** Whether nothing may leave: mails wait, and no step fires. */
export async function isHeld(sql: Queryable): Promise<boolean> {
  const { rows } = await sql.query<{ held: boolean }>('SELECT network_held() AS held');
  return rows[0]?.held ?? true;
}
