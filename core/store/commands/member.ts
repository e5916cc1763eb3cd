import { v7 } from 'uuid';
import { network } from '../../domain/log.ts';
import { z } from 'zod';
import { role } from '../../contract/organisation.ts';
import { distinct, emailAddress, language, oneLine, uuid } from '../../contract/scalars.ts';
import type { Member } from '../../domain/organisation.ts';
import { notFound } from '../../domain/refusal.ts';
import type { Command } from '../unit.ts';
import { checked } from './checked.ts';

export const newMember = z.strictObject({
  organisationId: z.string(),
  name: oneLine(1, 120),
  address: emailAddress,
  role,
  /** Of their mails; null: English. */
  language: language.nullable().default(null),
  /** On the organisation's TLP:RED list. */
  red: z.boolean().default(false),
  /** Limits them to these teams; empty: all of the organisation's. */
  teams: distinct(uuid, 0, 100).default([]),
});

/** Adds a person to an organisation. */
export function addMember(sent: z.input<typeof newMember>): Command<Member> {
  return async (unit) => {
    const member: Member = { id: v7(), ...checked(newMember, sent) };
    if (!unit.directory.organisations.has(member.organisationId)) throw notFound('organisation');
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
      actor: network,
      data: { organisation: member.organisationId, member: member.id, role: member.role, red: member.red },
    });
    return member;
  };
}
