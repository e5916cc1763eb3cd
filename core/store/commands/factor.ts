import { v7 } from 'uuid';
import type { Passkey } from '../../contract/factor.ts';
import { reasons } from '../../contract/reasons.ts';
import { filled } from '../../contract/sentences.ts';
import { mayAddFactor, mayResetFactors } from '../../domain/access.ts';
import type { Caller, Member } from '../../domain/organisation.ts';
import { notFound, Refusal } from '../../domain/refusal.ts';
import type { FactorChange } from '../deliveries.ts';
import { factorsOf, presentPasskey, spendChallenge, type KeptPasskey } from '../factors.ts';
import type { Command, Unit } from '../unit.ts';
import { writeMails } from './mails.ts';
import { endSessionsOf, strengthenSession, type FactorKind } from './session.ts';
import { actorOf } from './warning-event.ts';

/** Passkeys that one member has at most. */
const mostPasskeys = 20;

/** A passkey whose making was verified, by the challenge that it answered. */
export type NewPasskey = Omit<KeptPasskey, 'id' | 'memberId'> & { readonly challenge: string; readonly name: string };

/**
 * Adds a passkey to the caller's own; who made it has shown it, so their session is strong from here on and goes on under the
 * token answered. @throws Refusal step-up-required, state-conflict
 */
export function addPasskey(caller: Caller, made: NewPasskey): Command<{ passkey: Passkey; token: string }> {
  return async (unit) => {
    const { member, session } = self(unit, caller);
    const { challenge, name, credential, publicKey, counter, transports } = made;
    if (!(await spendChallenge(unit.sql, { challenge, purpose: 'add', memberId: member.id }))) throw staleChallenge();
    const has = await factorsOf(unit.sql, member.id);
    const refusal = mayAddFactor(caller, isProtected(has));
    if (refusal) throw refusal;
    if (has.passkeys.length >= mostPasskeys) {
      throw new Refusal('state-conflict', filled(reasons.passkeysMost, { most: mostPasskeys }));
    }
    const id = v7();
    const { rowCount } = await unit.sql.query(
      `INSERT INTO passkey (id, member_id, credential, public_key, counter, transports, name, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (credential) DO NOTHING`,
      [id, member.id, credential, publicKey, counter, transports, name, unit.now],
    );
    if (rowCount === 0) throw new Refusal('state-conflict', reasons.passkeyKnown);
    await note(unit, caller, member, { type: 'factor.added', factor: 'passkey', change: 'passkey-added', passkey: id });
    const token = await strengthenSession(unit, member, session, 'passkey');
    return { passkey: presentPasskey({ id, name, created_at: unit.now, last_used_at: null }), token };
  };
}

/** Renames one of the caller's passkeys. @throws Refusal not-found */
export function renamePasskey(caller: Caller, id: string, { name }: { name?: string | undefined }): Command<Passkey> {
  return async (unit) => {
    const { rows } = await unit.sql.query<Parameters<typeof presentPasskey>[0]>(
      `UPDATE passkey SET name = coalesce($3, name) WHERE id = $1 AND member_id = $2
       RETURNING id, name, created_at, last_used_at`,
      [id, caller.as.id, name ?? null],
    );
    if (!rows[0]) throw notFound('passkey');
    return presentPasskey(rows[0]);
  };
}

/** Removes one of the caller's passkeys. @throws Refusal not-found */
export function removePasskey(caller: Caller, id: string): Command<void> {
  return async (unit) => {
    const { member } = self(unit, caller);
    const { rowCount } = await unit.sql.query('DELETE FROM passkey WHERE id = $1 AND member_id = $2', [id, member.id]);
    if (rowCount === 0) throw notFound('passkey');
    await note(unit, caller, member, {
      type: 'factor.removed',
      factor: 'passkey',
      change: 'passkey-removed',
      passkey: id,
    });
  };
}

/** Takes everything away that a member shows, and signs them out: for who lost it all. @throws Refusal not-found, role-missing */
export function resetFactors(caller: Caller, memberId: string): Command<void> {
  return async (unit) => {
    const member = unit.directory.members.get(memberId);
    if (member?.organisationId !== caller.organisation.id) throw notFound('member');
    const refusal = mayResetFactors(caller, member);
    if (refusal) throw refusal;
    await forgetFactors(unit, memberId);
    await endSessionsOf(unit, memberId, 'factors-reset');
    await note(unit, caller, member, { type: 'factors.reset', change: 'factors-reset' });
  };
}

/** Deletes all that a member shows. */
export async function forgetFactors(unit: Unit, memberId: string): Promise<void> {
  for (const table of ['passkey', 'totp', 'recovery_code', 'challenge', 'factor_guess']) {
    await unit.sql.query(`DELETE FROM ${table} WHERE member_id = $1`, [memberId]);
  }
}

/** Whether somebody shows more than the way they sign in. */
export function isProtected({ passkeys, totp }: { passkeys: readonly unknown[]; totp: unknown }): boolean {
  return passkeys.length > 0 || totp !== null;
}

/** The member that calls, and their session. */
export function self(unit: Unit, { as }: Caller): { member: Member; session: string } {
  const member = unit.directory.members.get(as.id);
  if (!member || as.type !== 'member') throw new Refusal('unauthorized', reasons.signedOut);
  return { member, session: as.session };
}

export function staleChallenge(): Refusal {
  return new Refusal('state-conflict', reasons.begunLong);
}

/** Puts a change of somebody's factors on the log, and tells them by mail: it may not have been them. */
export async function note(
  unit: Unit,
  caller: Caller,
  member: Member,
  {
    type,
    change,
    ...data
  }: {
    type: 'factor.added' | 'factor.removed' | 'factors.reset' | 'recovery-codes.made';
    change: FactorChange;
    factor?: FactorKind;
    passkey?: string;
  },
): Promise<void> {
  const eventId = v7();
  unit.append({ id: eventId, type, actor: actorOf(caller), data: { member: member.id, ...data } });
  await tellMember(unit, member, eventId, change);
}

/** Tells a member by mail what happened to their factors. */
export async function tellMember(unit: Unit, member: Member, eventId: string, change: FactorChange): Promise<void> {
  await writeMails(
    unit,
    { kind: 'factor-changed', content: { change }, eventId, warning: { id: null, revision: null }, at: unit.at },
    [{ address: member.address, organisationId: member.organisationId, memberId: member.id, teamId: null }],
  );
}
