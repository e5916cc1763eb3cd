import type { Organisation } from '../contract/organisation.ts';
import { pageBounds, pageOf, type PageEnd } from './page.ts';
import type { Queryable } from './unit.ts';

export interface ListedOrganisation extends Organisation {
  readonly createdAt: string;
}

/** The organisations that others may find: unsuspended and listed, newest first. */
export async function listOrganisations(
  sql: Queryable,
  limit: number,
  before?: PageEnd,
): Promise<{ data: ListedOrganisation[]; more: boolean }> {
  const { rows } = await sql.query<Organisation & { created_at: Date }>(
    `SELECT id, name, kind, countries, languages, created_at FROM organisation
     WHERE suspended_at IS NULL AND listed AND (created_at, id) < ($1::timestamptz, $2::uuid)
     ORDER BY created_at DESC, id DESC LIMIT $3`,
    pageBounds(limit, before),
  );
  const listed = rows.map(({ created_at, ...organisation }) => ({
    ...organisation,
    createdAt: created_at.toISOString(),
  }));
  return pageOf(listed, limit);
}
