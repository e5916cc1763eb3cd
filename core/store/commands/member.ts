import { v7 } from 'uuid';
import { mayChangeMember, mayRemoveMember } from '../../domain/access.ts';
import { network, type NewEvent } from '../../domain/log.ts';
import { z } from 'zod';
import type { colleaguePatch } from '../../contract/member.ts';
import { role as memberRole } from '../../contract/organisation.ts';
import { distinct, emailAddress, language, oneLine, uuid } from '../../contract/scalars.ts';
import { reasons } from '../../contract/reasons.ts';
import type { Caller, Member } from '../../domain/organisation.ts';
import { invalidBody, notFound, Refusal } from '../../domain/refusal.ts';
import { same } from '../../domain/same.ts';
import type { MemberChange as MemberNews } from '../deliveries.ts';
import type { Command, Unit } from '../unit.ts';
import { forgetCalendars } from './calendar.ts';
import { checked } from './checked.ts';
import { forgetFactors } from './factor.ts';
import { writeMails } from './mails.ts';
import { forgetOwnMail } from './own-mail.ts';
import { endSessionsOf } from './session.ts';
import { teamFaults } from './team.ts';
import { actorOf } from './warning-event.ts';

export const newMember = z.strictObject({
  organisationId: z.string(),
  name: oneLine(1, 120),
  address: emailAddress,
  role: memberRole,
  /** Of their mails; null: English. */
  language: language.nullable().default(null),
  /** On the organisation's TLP:RED list. */
  red: z.boolean().default(false),
  /** Limits them to these teams; empty: all of the organisation's. */
  teams: distinct(uuid, 0, 100).default([]),
});

/** Adds a person to an organisation: what an operator does; others are invited. */
export function addMember(sent: z.input<typeof newMember>): Command<Member> {
  return (unit) => {
    const told = checked(newMember, sent);
    if (!unit.directory.organisations.has(told.organisationId)) throw notFound('organisation');
    return addMemberTo(unit, told, network);
  };
}

/** @param by who adds them; null: they did, by accepting an invitation */
export async function addMemberTo(unit: Unit, told: Omit<Member, 'id'>, by: NewEvent['actor'] | null): Promise<Member> {
  const member: Member = { id: v7(), ...told };
  await unit.sql.query(
    `INSERT INTO member (id, organisation_id, name, address, role, language, red, teams, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      member.id,
      member.organisationId,
      member.name,
      member.address,
      member.role,
      member.language,
      member.red,
      member.teams,
      unit.now,
    ],
  );
  unit.append({
    id: v7(),
    type: 'member.added',
    actor: by ?? { organisationId: member.organisationId, memberId: member.id },
    data: { organisation: member.organisationId, member: member.id, role: member.role, red: member.red },
  });
  return member;
}

/** @throws Refusal invalid-request naming teams that the organisation does not have */
export function checkTeams(unit: Unit, organisationId: string, teams: readonly string[]): void {
  const faults = teamFaults(unit, organisationId, teams);
  if (faults.length > 0) throw invalidBody(faults);
}

/** What a member may be changed in. */
export type MemberChange = z.output<typeof colleaguePatch>;

/** Changes a colleague. Nothing new: nothing happens. @throws Refusal not-found, role-missing, state-conflict, invalid-request */
export function changeMember(caller: Caller, id: string, sent: MemberChange): Command<Member> {
  return (unit) => {
    const before = colleagueOf(unit, caller, id);
    const refusal = mayChangeMember(caller, before, sent);
    if (refusal) throw refusal;
    if (sent.role !== undefined && sent.role !== 'owner') checkNotLastOwner(unit, before);
    checkTeams(unit, before.organisationId, sent.teams ?? []);
    return change(unit, caller, before, sent);
  };
}

/** Changes the caller's own name or language. */
export function changeMe(caller: Caller, sent: Pick<MemberChange, 'name' | 'language'>): Command<Member> {
  return (unit) => change(unit, caller, colleagueOf(unit, caller, caller.as.id), sent);
}

async function change(unit: Unit, caller: Caller, before: Member, sent: MemberChange): Promise<Member> {
  const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
  const after: Member = { ...before, ...given };
  const changed = (Object.keys(given) as (keyof Member)[]).filter((name) => !same(before[name], after[name]));
  if (changed.length === 0) return before;
  await unit.sql.query('UPDATE member SET name = $2, role = $3, teams = $4, language = $5, red = $6 WHERE id = $1', [
    after.id,
    after.name,
    after.role,
    after.teams,
    after.language,
    after.red,
  ]);
  const { id: member, organisationId: organisation, role, red } = after;
  const eventId = v7();
  unit.append({
    id: eventId,
    type: 'member.changed',
    actor: actorOf(caller),
    data: { organisation, member, changed, role, red },
  });
  if (changed.includes('role')) await tell(unit, after, eventId, { change: 'role', role });
  return after;
}

/** Removes a colleague, whose sessions end on every node. @throws Refusal not-found, role-missing, state-conflict */
export function removeMember(caller: Caller, id: string): Command<void> {
  return async (unit) => {
    const member = colleagueOf(unit, caller, id);
    const refusal = mayRemoveMember(caller, member);
    if (refusal) throw refusal;
    await remove(unit, actorOf(caller), member);
  };
}

/** The caller leaves the organisation. @throws Refusal state-conflict for the last owner */
export function leaveOrganisation(caller: Caller): Command<void> {
  return async (unit) => remove(unit, actorOf(caller), colleagueOf(unit, caller, caller.as.id));
}

async function remove(unit: Unit, by: NewEvent['actor'], member: Member): Promise<void> {
  checkNotLastOwner(unit, member);
  await unit.sql.query('UPDATE member SET removed_at = $2 WHERE id = $1', [member.id, unit.now]);
  await forgetFactors(unit, member.id);
  await forgetOwnMail(unit, member.id);
  await forgetCalendars(unit, member.id);
  await endSessionsOf(unit, member.id, 'removed');
  const eventId = v7();
  const data = { organisation: member.organisationId, member: member.id };
  unit.append({ id: eventId, type: 'member.removed', actor: by, data });
  await tell(unit, member, eventId, { change: 'removed' });
}

async function tell(unit: Unit, member: Member, eventId: string, content: MemberNews): Promise<void> {
  const { address, organisationId, id } = member;
  await writeMails(
    unit,
    { kind: 'member-changed', content, eventId, warning: { id: null, revision: null }, at: unit.at },
    [{ address, organisationId, memberId: id, teamId: null }],
  );
}

function colleagueOf(unit: Unit, caller: Caller, id: string): Member {
  const member = unit.directory.members.get(id);
  if (member?.organisationId !== caller.organisation.id) throw notFound('member');
  return member;
}

function checkNotLastOwner(unit: Unit, member: Member): void {
  if (member.role !== 'owner') return;
  const all = unit.directory.membersByOrganisation.get(member.organisationId) ?? [];
  if (all.some(({ id, role }) => role === 'owner' && id !== member.id)) return;
  throw new Refusal('state-conflict', reasons.ownerLast);
}
