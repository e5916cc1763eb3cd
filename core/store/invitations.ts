import type { Role } from '../contract/vocabularies.ts';
import { pageBounds, pageOf, type PageEnd } from './page.ts';
import type { Queryable } from './unit.ts';

/** Somebody is asked to join an organisation. */
export interface Invitation {
  readonly id: string;
  readonly organisationId: string;
  readonly address: string;
  readonly role: Role;
  readonly teams: readonly string[];
  readonly language: string | null;
  readonly invitedBy: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly endReason: 'accepted' | 'withdrawn' | 'replaced' | null;
}

type Row = Omit<Invitation, 'createdAt' | 'expiresAt'> & { createdAt: Date; expiresAt: Date };

const columns = `id, organisation_id AS "organisationId", address, role, teams, language, invited_by AS "invitedBy",
  created_at AS "createdAt", expires_at AS "expiresAt", end_reason AS "endReason"`;

/** A page of an organisation's invitations that can still be accepted, newest first. */
export async function pageOfInvitations(
  sql: Queryable,
  organisationId: string,
  limit: number,
  before?: PageEnd,
): Promise<{ data: Invitation[]; more: boolean }> {
  const { rows } = await sql.query<Row>(
    `SELECT ${columns} FROM invitation
     WHERE organisation_id = $1 AND ended_at IS NULL AND expires_at > clock_timestamp()
       AND (created_at, id) < ($2::timestamptz, $3::uuid)
     ORDER BY created_at DESC, id DESC LIMIT $4`,
    [organisationId, ...pageBounds(limit, before)],
  );
  return pageOf(rows.map(invitationOf), limit);
}

/** The invitation of a token's digest, also when it has ended: the caller looks. */
export async function findInvitation(sql: Queryable, digest: Buffer): Promise<Invitation | undefined> {
  const { rows } = await sql.query<Row>(`SELECT ${columns} FROM invitation WHERE digest = $1`, [digest]);
  return rows[0] && invitationOf(rows[0]);
}

export async function invitationOfId(sql: Queryable, id: string): Promise<Invitation | undefined> {
  const { rows } = await sql.query<Row>(`SELECT ${columns} FROM invitation WHERE id = $1`, [id]);
  return rows[0] && invitationOf(rows[0]);
}

function invitationOf(row: Row): Invitation {
  return { ...row, createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString() };
}
