import type { MemberOrganisation } from '../contract/application.ts';
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

type MemberRow = Omit<MemberOrganisation, 'raiseLimits' | 'createdAt'> & {
  raise_limits: string | null;
  created_at: Date;
};

const asMember = `SELECT id, name, kind, countries, languages, clearance, listed, raise_limits, created_at,
  CASE WHEN left_at IS NOT NULL THEN 'left' WHEN suspended_at IS NOT NULL THEN 'suspended' ELSE 'standing' END AS state,
  braked_at IS NOT NULL AS braked,
  (SELECT count(*)::integer FROM member WHERE organisation_id = organisation.id AND removed_at IS NULL) AS members,
  (SELECT count(*)::integer FROM api_key WHERE organisation_id = organisation.id AND revoked_at IS NULL
     AND (expires_at IS NULL OR expires_at > now())) AS keys
  FROM organisation`;

/** All organisations as the coordinator sees them, newest first. */
export async function pageOfMemberOrganisations(
  sql: Queryable,
  limit: number,
  before?: PageEnd,
): Promise<{ data: MemberOrganisation[]; more: boolean }> {
  const { rows } = await sql.query<MemberRow>(
    `${asMember} WHERE (created_at, id) < ($1::timestamptz, $2::uuid) ORDER BY created_at DESC, id DESC LIMIT $3`,
    pageBounds(limit, before),
  );
  return pageOf(rows.map(memberOrganisationOf), limit);
}

export async function memberOrganisation(sql: Queryable, id: string): Promise<MemberOrganisation | undefined> {
  const { rows } = await sql.query<MemberRow>(`${asMember} WHERE id = $1`, [id]);
  return rows[0] && memberOrganisationOf(rows[0]);
}

function memberOrganisationOf({ raise_limits, created_at, ...rest }: MemberRow): MemberOrganisation {
  const raiseLimits = raise_limits === null ? null : (JSON.parse(raise_limits) as MemberOrganisation['raiseLimits']);
  return { ...rest, raiseLimits, createdAt: created_at.toISOString() };
}
