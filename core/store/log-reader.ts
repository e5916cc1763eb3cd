import type { LogEntry } from '../domain/log.ts';
import { Refusal } from '../domain/refusal.ts';
import { entryOf } from './chain.ts';
import { fits, type Positions } from './positions.ts';
import type { Network } from './network.ts';
import type { Queryable } from './unit.ts';

interface EventRow {
  sequence: number;
  hash: Buffer;
  content: string;
}

/** A place in the log. */
export interface LogHead {
  readonly sequence: number;
  readonly position: string;
}

const columns = 'sequence, hash, content';

/** The entries after a sequence, in order, at most `limit`; what was erased is left out. */
export async function readLog(sql: Queryable, positions: Positions, after: number, limit: number): Promise<LogEntry[]> {
  const { rows } = await sql.query<EventRow>(
    `SELECT ${columns} FROM event WHERE sequence > $1 AND content IS NOT NULL ORDER BY sequence LIMIT $2`,
    [after, limit],
  );
  return rows.map((row) => entryOf(row, positions.encode(row.sequence, row.hash)));
}

/** All entries about one warning, oldest first. */
export async function readTimeline(sql: Queryable, positions: Positions, warningId: string): Promise<LogEntry[]> {
  const { rows } = await sql.query<EventRow>(
    `SELECT ${columns} FROM event WHERE warning_id = $1 AND type <> 'warning.read' AND content IS NOT NULL ORDER BY sequence`,
    [warningId],
  );
  return rows.map((row) => entryOf(row, positions.encode(row.sequence, row.hash)));
}

/** The entries after a sequence that change what an organisation is subscribed to, in order. */
export async function readSubscriptionChanges(
  sql: Queryable,
  positions: Positions,
  organisationId: string,
  after: number,
): Promise<LogEntry[]> {
  const { rows } = await sql.query<EventRow>(
    `SELECT ${columns} FROM event
     WHERE type LIKE 'subscription.%' AND organisation_id = $1 AND sequence > $2 AND content IS NOT NULL ORDER BY sequence`,
    [organisationId, after],
  );
  return rows.map((row) => entryOf(row, positions.encode(row.sequence, row.hash)));
}

/** Where the log stands, to be kept elsewhere and held against it later. */
export async function readCheckpoint(sql: Queryable): Promise<{ sequence: number; hash: Buffer; at: Date }> {
  const { rows } = await sql.query<{ sequence: number; hash: Buffer; at: Date }>(
    'SELECT sequence, hash, clock_timestamp() AS at FROM log_head',
  );
  if (!rows[0]) throw new Error('The log has no head: was `tocsin migrate` run on this database?');
  return rows[0];
}

export async function readHead(sql: Queryable, positions: Positions): Promise<LogHead> {
  const { rows } = await sql.query<{ sequence: number; hash: Buffer }>('SELECT sequence, hash FROM log_head');
  const head = rows[0];
  if (!head) throw new Error('The log has no head: was `tocsin migrate` run on this database?');
  return { sequence: head.sequence, position: positions.encode(head.sequence, head.hash) };
}

/**
 * The sequence to read after.
 * @param after a position, "start" (the oldest held) or "now"
 * @throws Refusal position-invalid; log-truncated or log-restored with the position to start over from
 */
export async function resolveAfter(
  store: { sql: Queryable; positions: Positions; network: Pick<Network, 'epoch'> },
  after: string,
): Promise<number> {
  const { sql, positions, network } = store;
  if (after === 'now') return (await readHead(sql, positions)).sequence;
  if (after === 'start') return (await oldestHeld(sql, positions)).sequence;
  const position = positions.decode(after);
  if (!position) throw new Refusal('position-invalid', 'Send a position as you got it, or "start", or "now".');
  const { rows } = await sql.query<{ hash: Buffer }>(
    'SELECT hash FROM event WHERE sequence = $1 UNION ALL SELECT hash FROM checkpoint WHERE sequence = $1',
    [position.sequence],
  );
  // Read after what it is compared with: months may be dropped meanwhile.
  const oldest = await oldestHeld(sql, positions);
  const startOver = { position: oldest.position };
  if (position.epoch === network.epoch && position.sequence < oldest.sequence) {
    const why = 'What followed this position is not kept any more. Start over from `position`.';
    throw new Refusal('log-truncated', why, startOver);
  }
  if (position.epoch === network.epoch && rows[0] && fits(position.hash, rows[0].hash)) return position.sequence;
  throw new Refusal(
    'log-restored',
    'This position is not of this log any more. Start over from `position`.',
    startOver,
  );
}

/** The place right before the oldest event that is held. */
export async function oldestHeld(sql: Queryable, positions: Positions): Promise<LogHead> {
  const { rows } = await sql.query<{ sequence: number; hash: Buffer }>(
    'SELECT sequence, hash FROM checkpoint ORDER BY sequence DESC LIMIT 1',
  );
  const before = rows[0];
  if (!before) throw new Error('The log has no beginning: was `tocsin migrate` run on this database?');
  return { sequence: before.sequence, position: positions.encode(before.sequence, before.hash) };
}
