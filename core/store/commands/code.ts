import { Secret, TOTP } from 'otpauth';
import { mayAddFactor } from '../../domain/access.ts';
import type { Caller, Member } from '../../domain/organisation.ts';
import { Refusal } from '../../domain/refusal.ts';
import { factorsOf } from '../factors.ts';
import type { Seal } from '../seal.ts';
import { tokenDigest } from '../token.ts';
import type { Command, Unit } from '../unit.ts';
import { isProtected, note, self } from './factor.ts';
import { strengthenSession } from './session.ts';

/** RFC 6238: what every app on a phone takes. Seconds; steps before and after that count, for clocks that are off. */
const period = 30;
const tolerance = 1;
const secretBytes = 20;

function totpOf(member: Pick<Member, 'address'>, secret: string): TOTP {
  return new TOTP({ issuer: 'Tocsin', label: member.address, secret: Secret.fromBase32(secret), period });
}

/** A new secret for the caller's app, in place of one that was not confirmed. @throws Refusal step-up-required, state-conflict */
export function beginTotp(caller: Caller, seal: Seal): Command<{ uri: string; secret: string }> {
  return async (unit) => {
    const { member } = self(unit, caller);
    const has = await factorsOf(unit.sql, member.id);
    const refusal = mayAddFactor(caller, isProtected(has));
    if (refusal) throw refusal;
    if (has.totp) throw new Refusal('state-conflict', 'Codes of an app are set up already; remove them first.');
    const secret = new Secret({ size: secretBytes }).base32;
    await unit.sql.query(
      `INSERT INTO totp (member_id, secret, created_at) VALUES ($1, $2, $3)
       ON CONFLICT (member_id) DO UPDATE SET secret = excluded.secret, created_at = excluded.created_at, last_step = 0`,
      [member.id, seal.close(secret, member.id), unit.now],
    );
    return { uri: totpOf(member, secret).toString(), secret };
  };
}

/** What came of a code: confirmed, with recovery codes where there were none and the session's new token; or it was wrong. */
export type TotpConfirmed = { readonly recoveryCodes: string[]; readonly token: string } | 'wrong';

/** Confirms the secret by a code that it makes. @throws Refusal step-up-required, state-conflict */
export function confirmTotp(caller: Caller, code: string, seal: Seal): Command<TotpConfirmed> {
  return async (unit) => {
    const { member, session } = self(unit, caller);
    const has = await factorsOf(unit.sql, member.id);
    const refusal = mayAddFactor(caller, isProtected(has));
    if (refusal) throw refusal;
    if (!(await takeTotp(unit, member, code, seal, 'unconfirmed'))) return 'wrong';
    await unit.sql.query('UPDATE totp SET confirmed_at = $2 WHERE member_id = $1', [member.id, unit.now]);
    await note(unit, caller, member, { type: 'factor.added', factor: 'totp', change: 'totp-added' });
    const recoveryCodes = has.recoveryCodes > 0 ? [] : await newRecoveryCodes(unit, member);
    return { recoveryCodes, token: await strengthenSession(unit, member, session, 'totp') };
  };
}

/** Takes a code of a member's app, once for each time step. Whether it was right. */
export async function takeTotp(
  unit: Unit,
  member: Member,
  code: string,
  seal: Seal,
  which: 'confirmed' | 'unconfirmed',
): Promise<boolean> {
  const { rows } = await unit.sql.query<{ secret: Buffer; last_step: number }>(
    `SELECT secret, last_step FROM totp
     WHERE member_id = $1 AND confirmed_at IS ${which === 'confirmed' ? 'NOT NULL' : 'NULL'} FOR UPDATE`,
    [member.id],
  );
  const kept = rows[0];
  if (!kept) return false;
  const timestamp = unit.now.getTime();
  const token = code.replaceAll(/\s/g, '');
  const delta = totpOf(member, seal.open(kept.secret, member.id)).validate({ token, timestamp, window: tolerance });
  if (delta === null) return false;
  const step = Math.floor(timestamp / 1_000 / period) + delta;
  if (step <= kept.last_step) return false;
  await unit.sql.query('UPDATE totp SET last_step = $2 WHERE member_id = $1', [member.id, step]);
  return true;
}

/** Takes no more codes of the caller's app. @throws Refusal state-conflict */
export function removeTotp(caller: Caller): Command<void> {
  return async (unit) => {
    const { member } = self(unit, caller);
    const { rowCount } = await unit.sql.query('DELETE FROM totp WHERE member_id = $1 AND confirmed_at IS NOT NULL', [
      member.id,
    ]);
    if (rowCount === 0) throw new Refusal('state-conflict', 'No codes of an app are set up.');
    await note(unit, caller, member, { type: 'factor.removed', factor: 'totp', change: 'totp-removed' });
  };
}

/** New recovery codes for the caller; the old ones count no more. */
export function makeRecoveryCodes(caller: Caller): Command<string[]> {
  return async (unit) => {
    const { member } = self(unit, caller);
    const codes = await newRecoveryCodes(unit, member);
    await note(unit, caller, member, { type: 'recovery-codes.made', change: 'recovery-codes-made' });
    return codes;
  };
}

/** Takes a recovery code, once. Whether it was right. */
export async function takeRecoveryCode(unit: Unit, member: Member, code: string): Promise<boolean> {
  const { rowCount } = await unit.sql.query(
    'UPDATE recovery_code SET spent_at = $3 WHERE digest = $1 AND member_id = $2 AND spent_at IS NULL',
    [recoveryDigest(code), member.id, unit.now],
  );
  return rowCount === 1;
}

const recoveryCodes = 10;
/** Letters of base32, 140 random bits: nothing that is guessed, so that a plain digest is enough of it. No 0, 1, 8 or 9 to mistake. */
const recoveryLetters = 28;

async function newRecoveryCodes(unit: Unit, member: Member): Promise<string[]> {
  await unit.sql.query('DELETE FROM recovery_code WHERE member_id = $1', [member.id]);
  const codes = Array.from({ length: recoveryCodes }, () => {
    const { base32 } = new Secret({ size: secretBytes });
    const letters = base32.slice(0, recoveryLetters).toLowerCase();
    return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
  });
  await unit.sql.query(
    'INSERT INTO recovery_code (digest, member_id, created_at) SELECT digest, $2, $3 FROM unnest($1::bytea[]) AS digest',
    [codes.map(recoveryDigest), member.id, unit.now],
  );
  return codes;
}

/** As it was written down: case, spaces and dashes do not count. */
function recoveryDigest(code: string): Buffer {
  return tokenDigest(code.toLowerCase().replaceAll(/[\s-]/g, ''));
}
