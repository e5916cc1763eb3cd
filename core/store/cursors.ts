import type { Lease } from './lease.ts';
import type { Queryable } from './unit.ts';

/** The sequence that a reader of the log has dealt with; 0 before its first. */
export async function readCursor(sql: Queryable, name: string): Promise<number> {
  const { rows } = await sql.query<{ sequence: number }>('SELECT sequence FROM cursor WHERE name = $1', [name]);
  return rows[0]?.sequence ?? 0;
}

/**
 * Moves a cursor on, if the lease is still this one: the row stays locked until the move is committed, so that a former
 * leader cannot write after the next one began. False when it no longer leads.
 */
export async function moveCursor(sql: Queryable, name: string, sequence: number, lease: Lease): Promise<boolean> {
  const { rowCount } = await sql.query(
    `WITH leader AS (SELECT FROM lease WHERE name = $3 AND holder = $4 AND token = $5 FOR UPDATE)
     INSERT INTO cursor AS had (name, sequence) SELECT $1, $2 FROM leader
     ON CONFLICT (name) DO UPDATE SET sequence = GREATEST(had.sequence, excluded.sequence)`,
    [name, sequence, lease.name, lease.holder, lease.token],
  );
  return rowCount === 1;
}
