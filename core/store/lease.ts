import type { Queryable } from './unit.ts';

/** That one process leads: until it expires, or whoever leads next holds a greater token. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
  readonly token: number;
}

/**
 * Takes a lease that is free or has expired by the database's clock; undefined while another holds it.
 * @param holder uuid of the process
 * @param milliseconds until it expires unless renewed
 */
export async function acquireLease(
  sql: Queryable,
  name: string,
  holder: string,
  milliseconds: number,
): Promise<Lease | undefined> {
  const { rows } = await sql.query<{ token: number }>(
    `INSERT INTO lease AS had (name, holder, token, expires_at)
     VALUES ($1, $2, 1, clock_timestamp() + make_interval(secs => $3::float8 / 1000))
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, token = had.token + 1, expires_at = excluded.expires_at
       WHERE had.expires_at < clock_timestamp()
     RETURNING token`,
    [name, holder, milliseconds],
  );
  return rows[0] && { name, holder, token: rows[0].token };
}

/** Prolongs a lease; false when somebody else took it meanwhile. */
export async function renewLease(sql: Queryable, lease: Lease, milliseconds: number): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE lease SET expires_at = clock_timestamp() + make_interval(secs => $4::float8 / 1000)
     WHERE name = $1 AND holder = $2 AND token = $3`,
    [lease.name, lease.holder, lease.token, milliseconds],
  );
  return rowCount === 1;
}

/** Lets the next one lead at once. */
export async function releaseLease(sql: Queryable, lease: Lease): Promise<void> {
  await sql.query(`UPDATE lease SET expires_at = '-infinity' WHERE name = $1 AND holder = $2 AND token = $3`, [
    lease.name,
    lease.holder,
    lease.token,
  ]);
}
