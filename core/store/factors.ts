import type { Factors, Passkey } from '../contract/factor.ts';
import type { Queryable } from './unit.ts';

/** A passkey as its answers are verified by. */
export interface KeptPasskey {
  readonly id: string;
  readonly memberId: string;
  /** base64url. */
  readonly credential: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: string[];
}

interface PasskeyRow {
  id: string;
  name: string;
  created_at: Date;
  last_used_at: Date | null;
}

/** What a member has to show, oldest first. */
export async function factorsOf(sql: Queryable, memberId: string): Promise<Factors> {
  // One after the other: within a command they share its connection.
  const passkeys = await sql.query<PasskeyRow>(
    'SELECT id, name, created_at, last_used_at FROM passkey WHERE member_id = $1 ORDER BY created_at, id',
    [memberId],
  );
  const totp = await sql.query<{ confirmed_at: Date }>(
    'SELECT confirmed_at FROM totp WHERE member_id = $1 AND confirmed_at IS NOT NULL',
    [memberId],
  );
  const codes = await sql.query<{ left: number }>(
    'SELECT count(*)::integer AS left FROM recovery_code WHERE member_id = $1 AND spent_at IS NULL',
    [memberId],
  );
  const confirmedAt = totp.rows[0]?.confirmed_at.toISOString();
  return {
    passkeys: passkeys.rows.map(presentPasskey),
    totp: confirmedAt === undefined ? null : { confirmedAt },
    recoveryCodes: codes.rows[0]?.left ?? 0,
  };
}

export function presentPasskey(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}

const kept = `SELECT id, member_id AS "memberId", credential, public_key AS "publicKey", counter, transports FROM passkey`;

/** The passkey that an answer is of. */
export async function findPasskey(sql: Queryable, credential: string): Promise<KeptPasskey | undefined> {
  const { rows } = await sql.query<KeptPasskey & { publicKey: Buffer<ArrayBuffer> }>(`${kept} WHERE credential = $1`, [
    credential,
  ]);
  return rows[0] && { ...rows[0], publicKey: new Uint8Array(rows[0].publicKey) };
}

/** The passkeys that a member may be asked for. */
export async function passkeysOf(sql: Queryable, memberId: string): Promise<KeptPasskey[]> {
  return (await sql.query<KeptPasskey>(`${kept} WHERE member_id = $1 ORDER BY created_at, id`, [memberId])).rows;
}

/** What a challenge was given out for. */
export type ChallengePurpose = 'add' | 'sign-in' | 'step-up';

/** Gives out a challenge, to be answered once within five minutes. @param memberId whose answer is awaited; null: anybody's */
export async function giveChallenge(
  sql: Queryable,
  { challenge, purpose, memberId }: { challenge: string; purpose: ChallengePurpose; memberId: string | null },
): Promise<void> {
  await sql.query('DELETE FROM challenge WHERE expires_at < clock_timestamp()');
  await sql.query(
    `INSERT INTO challenge (challenge, member_id, purpose, expires_at)
     VALUES ($1, $2, $3, clock_timestamp() + interval '5 minutes')`,
    [challenge, memberId, purpose],
  );
}

/** Takes a challenge back; whether it was out for this, and in time. */
export async function spendChallenge(
  sql: Queryable,
  { challenge, purpose, memberId }: { challenge: string; purpose: ChallengePurpose; memberId: string | null },
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `DELETE FROM challenge WHERE challenge = $1 AND purpose = $2 AND member_id IS NOT DISTINCT FROM $3
       AND expires_at > clock_timestamp()`,
    [challenge, purpose, memberId],
  );
  return rowCount === 1;
}
