import { v7 } from 'uuid';
import type { SignInMethod } from '../../contract/session.ts';
import { reasons } from '../../contract/reasons.ts';
import type { Member } from '../../domain/organisation.ts';
import { notFound, Refusal } from '../../domain/refusal.ts';
import { sessionDays } from '../sessions.ts';
import { newSessionToken, tokenDigest } from '../token.ts';
import type { Command, Unit } from '../unit.ts';

/** A session that has just begun: its token goes to the browser that asked and is kept nowhere. */
export interface BegunSession {
  readonly token: string;
  readonly id: string;
  readonly memberId: string;
}

/** How a browser asks to be signed in. */
export interface Device {
  /** E.g. "Firefox on Linux". */
  readonly name: string;
  /** Digest of the token that it brought along: that session ends, a new one never goes on under an old token. */
  readonly before: Buffer | null;
}

const day = 86_400_000;

/** Signs a member in: always under a new token. `strong`: a passkey was shown in doing so. */
export async function beginSession(
  unit: Unit,
  member: Pick<Member, 'id' | 'organisationId'>,
  { method, device, strong }: { method: SignInMethod; device: Device; strong: boolean },
): Promise<BegunSession> {
  if (device.before) await endSessions(unit, 'session.digest = $1', [device.before], 'signed-in-anew');
  const id = v7();
  const token = newSessionToken();
  await unit.sql.query(
    `INSERT INTO session (id, member_id, digest, method, device, created_at, last_seen_at, expires_at, strong_at)
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8)`,
    [
      id,
      member.id,
      tokenDigest(token),
      method,
      device.name,
      unit.now,
      new Date(unit.now.getTime() + sessionDays.idle * day),
      strong ? unit.now : null,
    ],
  );
  unit.append({
    id: v7(),
    type: 'session.began',
    actor: { organisationId: member.organisationId, memberId: member.id },
    data: { session: id, member: member.id, method, strong },
  });
  return { token, id, memberId: member.id };
}

/** Notes that a member showed a passkey or a code in their session, which goes on under a new token: the one answered. */
export async function strengthenSession(
  unit: Unit,
  member: Pick<Member, 'id' | 'organisationId'>,
  session: string,
  by: FactorKind,
): Promise<string> {
  const token = newSessionToken();
  const { rowCount } = await unit.sql.query(
    'UPDATE session SET strong_at = $2, digest = $3 WHERE id = $1 AND ended_at IS NULL',
    [session, unit.now, tokenDigest(token)],
  );
  if (rowCount === 0) throw new Refusal('unauthorized', reasons.signedOut);
  unit.append({
    id: v7(),
    type: 'session.strengthened',
    actor: { organisationId: member.organisationId, memberId: member.id },
    data: { session, member: member.id, by },
  });
  return token;
}

/** What a member shows beside the way they signed in. */
export type FactorKind = 'passkey' | 'totp' | 'recovery-code';

/** Why sessions end before they expire. */
export type SessionEnd = 'signed-out' | 'signed-in-anew' | 'revoked' | 'factors-reset' | 'address-changed' | 'removed';

/** Ends one of a member's own sessions. Ended already: nothing happens. @throws Refusal not-found */
export function endSession(memberId: string, id: string, reason: SessionEnd): Command<void> {
  return async (unit) => {
    const { rows } = await unit.sql.query('SELECT FROM session WHERE id = $1 AND member_id = $2', [id, memberId]);
    if (rows.length === 0) throw notFound('session');
    await endSessions(unit, 'session.id = $1', [id], reason);
  };
}

/** Ends all of a member's sessions but the one that asks. */
export function endOtherSessions(memberId: string, but: string): Command<void> {
  return (unit) => endSessionsBut(unit, memberId, but, 'revoked');
}

/** Ends all sessions of a member but one. */
export function endSessionsBut(unit: Unit, memberId: string, but: string, reason: SessionEnd): Promise<void> {
  return endSessions(unit, 'session.member_id = $1 AND session.id <> $2', [memberId, but], reason);
}

/** Ends all sessions of a member. */
export function endSessionsOf(unit: Unit, memberId: string, reason: SessionEnd): Promise<void> {
  return endSessions(unit, 'session.member_id = $1', [memberId], reason);
}

/** @param condition of ours, never of a request */
async function endSessions(
  unit: Unit,
  condition: string,
  values: readonly unknown[],
  reason: SessionEnd,
): Promise<void> {
  const at = values.length + 1;
  const { rows } = await unit.sql.query<{ id: string; memberId: string; organisationId: string }>(
    `UPDATE session SET ended_at = $${at}, end_reason = $${at + 1} FROM member
     WHERE ${condition} AND session.ended_at IS NULL AND member.id = session.member_id
     RETURNING session.id, session.member_id AS "memberId", member.organisation_id AS "organisationId"`,
    [...values, unit.now, reason],
  );
  for (const { id, memberId, organisationId } of rows) {
    unit.append({
      id: v7(),
      type: 'session.ended',
      actor: { organisationId, memberId },
      data: { session: id, member: memberId, reason },
    });
  }
}
