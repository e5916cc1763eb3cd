import { v7 } from 'uuid';
import type { Role } from '../../contract/vocabularies.ts';
import { reasons } from '../../contract/reasons.ts';
import { filled } from '../../contract/sentences.ts';
import { mayGrant } from '../../domain/access.ts';
import type { Caller } from '../../domain/organisation.ts';
import { network, type NewEvent } from '../../domain/log.ts';
import { invalidBody, notFound, Refusal } from '../../domain/refusal.ts';
import { findInvitation, type Invitation } from '../invitations.ts';
import { newSecret, tokenDigest } from '../token.ts';
import type { Command, Unit } from '../unit.ts';
import { writeMails } from './mails.ts';
import { addMemberTo, checkTeams } from './member.ts';
import { beginSession, type BegunSession, type Device } from './session.ts';
import { actorOf } from './warning-event.ts';

const day = 86_400_000;
/** Days that an invitation can be accepted. */
const invitationDays = 14;

/** Who is asked to join, as what. */
export interface Asked {
  readonly organisationId: string;
  readonly address: string;
  readonly role: Role;
  readonly teams?: readonly string[] | undefined;
  readonly language?: string | null | undefined;
}

/**
 * Invites somebody by mail; an invitation to the same address that still stands is replaced.
 * @param by the actor on the log
 * @throws Refusal state-conflict for who is a member already
 */
export async function invite(unit: Unit, asked: Asked, by: NewEvent['actor'] = network): Promise<Invitation> {
  const { organisationId, address, role, teams = [], language = null } = asked;
  const members = unit.directory.membersByOrganisation.get(organisationId) ?? [];
  if (members.some((member) => member.address.toLowerCase() === address.toLowerCase())) {
    throw new Refusal('state-conflict', filled(reasons.memberAlready, { address }));
  }
  await unit.sql.query(
    `UPDATE invitation SET ended_at = $3, end_reason = 'replaced'
     WHERE organisation_id = $1 AND lower(address) = lower($2) AND ended_at IS NULL`,
    [organisationId, address, unit.now],
  );
  const token = newSecret();
  const expiresAt = new Date(unit.now.getTime() + invitationDays * day);
  const invitation: Invitation = {
    id: v7(),
    organisationId,
    address,
    role,
    teams,
    language,
    invitedBy: by.memberId,
    createdAt: unit.at,
    expiresAt: expiresAt.toISOString(),
    endReason: null,
  };
  await store(unit, invitation, token);
  const data = { organisation: organisationId, invitation: invitation.id, role };
  unit.append({ id: invitation.id, type: 'invitation.sent', actor: by, data });
  const content = { token, invitation: invitation.id };
  await writeMails(
    unit,
    { kind: 'invitation', content, eventId: invitation.id, warning: { id: null, revision: null }, at: unit.at },
    [{ address, organisationId, memberId: null, teamId: null }],
  );
  return invitation;
}

async function store(unit: Unit, invitation: Invitation, token: string): Promise<void> {
  const { id, organisationId, address, role, teams, language, invitedBy, createdAt, expiresAt } = invitation;
  await unit.sql.query(
    `INSERT INTO invitation (id, organisation_id, address, role, teams, language, invited_by, digest, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, organisationId, address, role, teams, language, invitedBy, tokenDigest(token), createdAt, expiresAt],
  );
}

/** Invites somebody to the caller's organisation. @throws Refusal role-missing, state-conflict, invalid-request */
export function inviteColleague(caller: Caller, asked: Omit<Asked, 'organisationId'>): Command<Invitation> {
  return (unit) => {
    const refusal = mayGrant(caller, asked.role);
    if (refusal) throw refusal;
    const organisationId = caller.organisation.id;
    checkTeams(unit, organisationId, asked.teams ?? []);
    return invite(unit, { ...asked, organisationId }, actorOf(caller));
  };
}

/** Withdraws an invitation of the caller's organisation. @throws Refusal not-found */
export function withdrawInvitation(caller: Caller, id: string): Command<void> {
  return async (unit) => {
    const organisationId = caller.organisation.id;
    const { rowCount } = await unit.sql.query(
      `UPDATE invitation SET ended_at = $3, end_reason = 'withdrawn'
       WHERE id = $1 AND organisation_id = $2 AND ended_at IS NULL`,
      [id, organisationId, unit.now],
    );
    if (rowCount === 0) throw notFound('invitation');
    const data = { organisation: organisationId, invitation: id };
    unit.append({ id: v7(), type: 'invitation.withdrawn', actor: actorOf(caller), data });
  };
}

/** Why an invitation cannot be accepted. */
const ends = {
  accepted: reasons.invitationAccepted,
  withdrawn: reasons.invitationWithdrawn,
  replaced: reasons.invitationReplaced,
} as const;

/** An invitation that can be accepted now. @throws Refusal not-found, state-conflict */
export function standing(invitation: Invitation | undefined, unit: Pick<Unit, 'directory' | 'at'>): Invitation {
  const organisation = invitation && unit.directory.organisations.get(invitation.organisationId);
  if (!invitation || !organisation || organisation.suspended) {
    throw new Refusal('not-found', reasons.linkUnknown);
  }
  if (invitation.endReason !== null) throw new Refusal('state-conflict', ends[invitation.endReason]);
  if (invitation.expiresAt <= unit.at) {
    throw new Refusal('state-conflict', reasons.invitationOld);
  }
  return invitation;
}

/** Makes somebody a member by the token of their invitation, and signs them in. @throws Refusal not-found, state-conflict */
export function acceptInvitation(
  sent: { token: string; name: string; language?: string | null | undefined },
  device: Device,
): Command<BegunSession> {
  return async (unit) => {
    const invitation = standing(await findInvitation(unit.sql, tokenDigest(sent.token)), unit);
    const { id, organisationId, address, role, teams } = invitation;
    const left = teams.filter((team) => unit.directory.teamById.get(team)?.organisationId === organisationId);
    if (teams.length > 0 && left.length === 0) {
      throw invalidBody([
        { pointer: '/token', message: 'The team that you were invited to is gone. Ask for a new link.' },
      ]);
    }
    const member = { organisationId, name: sent.name, address, role, teams: left, red: false };
    const added = await addMemberTo(unit, { ...member, language: sent.language ?? invitation.language }, null);
    await unit.sql.query(`UPDATE invitation SET ended_at = $2, end_reason = 'accepted', member_id = $3 WHERE id = $1`, [
      id,
      unit.now,
      added.id,
    ]);
    return beginSession(unit, added, { method: 'invitation', device, strong: false });
  };
}
