import { pageBounds, pageOf, type PageEnd } from './page.ts';
import type { Queryable } from './unit.ts';

/** What the directory does not say of a member: when they came, were last here, and what they show. */
export interface MemberAtWork {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string | null;
  readonly factors: { readonly passkeys: number; readonly totp: boolean };
}

interface Row {
  id: string;
  created_at: Date;
  last_seen_at: Date | null;
  passkeys: number;
  totp: boolean;
}

const columns = `id, created_at,
  (SELECT max(last_seen_at) FROM session WHERE member_id = member.id) AS last_seen_at,
  (SELECT count(*)::integer FROM passkey WHERE member_id = member.id) AS passkeys,
  EXISTS (SELECT FROM totp WHERE member_id = member.id AND confirmed_at IS NOT NULL) AS totp`;

/** A page of an organisation's members, newest first. */
export async function pageOfMembers(
  sql: Queryable,
  organisationId: string,
  limit: number,
  before?: PageEnd,
): Promise<{ data: MemberAtWork[]; more: boolean }> {
  const { rows } = await sql.query<Row>(
    `SELECT ${columns} FROM member
     WHERE organisation_id = $1 AND removed_at IS NULL AND (created_at, id) < ($2::timestamptz, $3::uuid)
     ORDER BY created_at DESC, id DESC LIMIT $4`,
    [organisationId, ...pageBounds(limit, before)],
  );
  return pageOf(rows.map(atWork), limit);
}

export async function memberAtWork(sql: Queryable, id: string): Promise<MemberAtWork | undefined> {
  const { rows } = await sql.query<Row>(`SELECT ${columns} FROM member WHERE id = $1 AND removed_at IS NULL`, [id]);
  return rows[0] && atWork(rows[0]);
}

function atWork({ id, created_at, last_seen_at, passkeys, totp }: Row): MemberAtWork {
  return {
    id,
    createdAt: created_at.toISOString(),
    lastSeenAt: last_seen_at?.toISOString() ?? null,
    factors: { passkeys, totp },
  };
}
