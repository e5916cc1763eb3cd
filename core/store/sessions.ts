import type { SignInMethod } from '../contract/session.ts';
import type { Queryable } from './unit.ts';

/** Somebody signed in on a device, as it is kept: never the token, which only their browser has. */
export interface Session {
  readonly id: string;
  readonly memberId: string;
  readonly method: SignInMethod;
  /** E.g. "Firefox on Linux". */
  readonly device: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  /** Moves with use, up to a bound. */
  readonly expiresAt: Date;
  /** When a passkey or a code was last shown in it. */
  readonly strongAt: Date | null;
  readonly endedAt: Date | null;
}

const columns = `id, member_id AS "memberId", method, device, created_at AS "createdAt", last_seen_at AS "lastSeenAt",
  expires_at AS "expiresAt", strong_at AS "strongAt", ended_at AS "endedAt"`;

/** Days that a session lasts without use, and at most. */
export const sessionDays = { idle: 7, most: 30 };

/** The session of a token's digest, also when it has ended or expired: the caller looks. */
export async function findSession(sql: Queryable, digest: Buffer): Promise<Session | undefined> {
  const { rows } = await sql.query<Session>(`SELECT ${columns} FROM session WHERE digest = $1`, [digest]);
  return rows[0];
}

/** Where a member is signed in, the latest used first. */
export async function sessionsOf(sql: Queryable, memberId: string, now: Date): Promise<Session[]> {
  const { rows } = await sql.query<Session>(
    `SELECT ${columns} FROM session WHERE member_id = $1 AND ended_at IS NULL AND expires_at > $2
     ORDER BY last_seen_at DESC, id DESC`,
    [memberId, now],
  );
  return rows;
}

/** Notes that sessions were used, which keeps them from expiring. */
export async function touchSessions(sql: Queryable, ids: readonly string[], at: Date): Promise<void> {
  await sql.query(
    `UPDATE session SET last_seen_at = $2,
       expires_at = least(created_at + make_interval(days => $4), $2::timestamptz + make_interval(days => $3))
     WHERE id = ANY ($1::uuid[]) AND ended_at IS NULL AND last_seen_at < $2`,
    [ids, at, sessionDays.idle, sessionDays.most],
  );
}
