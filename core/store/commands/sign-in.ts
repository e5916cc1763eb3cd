import { v7 } from 'uuid';
import type { Directory } from '../../domain/directory.ts';
import type { Member } from '../../domain/organisation.ts';
import type { SingleMail } from '../deliveries.ts';
import { newSecret, tokenDigest } from '../token.ts';
import type { Command, Unit } from '../unit.ts';
import { writeMails } from './mails.ts';
import { beginSession, type BegunSession, type Device } from './session.ts';
import { admittedBy } from './single-sign-on.ts';

const minute = 60_000;
/** Minutes that a mailed link signs in. */
const linkMinutes = 15;
/** Links that an address is mailed within an hour, whoever asks, as long as the newest still works: a mailbox is not for others to fill. */
const linksAnHour = 5;
/** Minutes that a link has left to be one that still works: somebody has to find it first. */
const enoughMinutes = 5;

/** Who may sign in with a link to this address: its members, whose organisations are not suspended. */
export function membersAt(directory: Directory, address: string): Member[] {
  const wanted = address.toLowerCase();
  return [...directory.members.values()].filter(
    (member) =>
      member.address.toLowerCase() === wanted &&
      directory.organisations.get(member.organisationId)?.suspended === false,
  );
}

/** A link that was asked for, and is yet to be mailed to whoever has the address. */
export interface AskedLink {
  readonly address: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * Notes that a link was asked for an address: the same for one that somebody has and one that nobody has.
 * null: enough were mailed within the hour, and one of them still works. So nobody who asks for others fills their mailbox, and
 * nobody who asks in their stead keeps them out.
 */
export function askForLink(sent: string): Command<AskedLink | null> {
  return async (unit) => {
    const address = sent.toLowerCase();
    const { rows } = await unit.sql.query<{ asked: number; works: boolean | null }>(
      `SELECT count(*)::integer AS asked, bool_or(spent_at IS NULL AND expires_at > $3) AS works
       FROM sign_in_link WHERE address = $1 AND created_at > $2`,
      [address, new Date(unit.now.getTime() - 60 * minute), new Date(unit.now.getTime() + enoughMinutes * minute)],
    );
    const [{ asked, works } = { asked: 0, works: null }] = rows;
    if (asked >= linksAnHour && works) return null;
    const token = newSecret();
    const expiresAt = new Date(unit.now.getTime() + linkMinutes * minute);
    await unit.sql.query('INSERT INTO sign_in_link (digest, address, created_at, expires_at) VALUES ($1, $2, $3, $4)', [
      tokenDigest(token),
      address,
      unit.now,
      expiresAt,
    ]);
    return { address, token, expiresAt };
  };
}

/**
 * Mails a link to whoever has its address; nobody: nothing happens. Who signs in by their organisation's provider alone is told
 * so instead: they would wait in vain.
 */
export function mailLink({ address, token, expiresAt }: AskedLink): Command<void> {
  return async (unit) => {
    const members = membersAt(unit.directory, address);
    const [admitted] = await admittedBy(unit, members);
    const member = admitted ?? members[0];
    if (!member) return;
    const eventId = v7();
    const actor = { organisationId: member.organisationId, memberId: member.id };
    const data = { member: member.id, by: 'link' };
    const mail: SingleMail = admitted
      ? { kind: 'sign-in', content: { token, expiresAt: expiresAt.toISOString() } }
      : { kind: 'sign-in-by-provider', content: {} };
    if (admitted) unit.append({ id: eventId, type: 'sign-in.requested', actor, data });
    else unit.append({ id: eventId, type: 'sign-in.refused', actor, data: { ...data, reason: 'provider-alone' } });
    await writeMails(unit, { ...mail, eventId, warning: { id: null, revision: null }, at: unit.at }, [
      { address: member.address, organisationId: member.organisationId, memberId: member.id, teamId: null },
    ]);
  };
}

/** What came of a link: signed in, a choice of whom to sign in as, or why not. */
export type LinkUse =
  | { readonly session: BegunSession }
  | { readonly choose: readonly Member[] }
  | { readonly refused: 'unknown' | 'spent' | 'expired' | 'provider-alone' };

/** Signs in with the token of a mailed link, which is spent by it. A refusal of a link that there was is on the log. */
export function useLink(token: string, chosen: string | undefined, device: Device): Command<LinkUse> {
  return async (unit) => {
    const digest = tokenDigest(token);
    const { rows } = await unit.sql.query<{ address: string; expires_at: Date; spent_at: Date | null }>(
      'SELECT address, expires_at, spent_at FROM sign_in_link WHERE digest = $1 FOR UPDATE',
      [digest],
    );
    const link = rows[0];
    if (!link) return { refused: 'unknown' };
    const all = membersAt(unit.directory, link.address);
    const members = await admittedBy(unit, all);
    if (link.spent_at) return refuse(unit, members, 'spent');
    if (link.expires_at <= unit.now) return refuse(unit, members, 'expired');
    const candidates = chosen === undefined ? members : members.filter(({ id }) => id === chosen);
    const [member, ...others] = candidates;
    if (!member) return all.length > members.length ? refuse(unit, all, 'provider-alone') : { refused: 'unknown' };
    if (others.length > 0) return { choose: candidates };
    await unit.sql.query('UPDATE sign_in_link SET spent_at = $2 WHERE digest = $1', [digest, unit.now]);
    return { session: await beginSession(unit, member, { method: 'link', device, strong: false }) };
  };
}

function refuse(unit: Unit, members: readonly Member[], reason: 'spent' | 'expired' | 'provider-alone'): LinkUse {
  for (const { id, organisationId } of members) {
    const actor = { organisationId, memberId: id };
    unit.append({ id: v7(), type: 'sign-in.refused', actor, data: { member: id, by: 'link', reason } });
  }
  return { refused: reason };
}
