import type { Vouch } from '../contract/mail-subscriber.ts';
import { pageBounds, pageOf, type PageEnd } from './page.ts';
import type { Queryable } from './unit.ts';

interface Row {
  id: string;
  address: string;
  created_at: Date;
}

export const vouchColumns = 'id, address, created_at';

export function vouchOf({ id, address, created_at }: Row): Vouch {
  return { id, address, createdAt: created_at.toISOString() };
}

/** A page of the addresses that an organisation vouches for, newest first. */
export async function pageOfVouches(
  sql: Queryable,
  organisationId: string,
  limit: number,
  before?: PageEnd,
): Promise<{ data: Vouch[]; more: boolean }> {
  const { rows } = await sql.query<Row>(
    `SELECT ${vouchColumns} FROM vouch WHERE organisation_id = $1 AND (created_at, id) < ($2::timestamptz, $3::uuid)
     ORDER BY created_at DESC, id DESC LIMIT $4`,
    [organisationId, ...pageBounds(limit, before)],
  );
  return pageOf(rows.map(vouchOf), limit);
}
