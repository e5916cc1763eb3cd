import { v7 } from 'uuid';
import type { Caller, Member } from '../../domain/organisation.ts';
import { notFound } from '../../domain/refusal.ts';
import type { Command, Unit } from '../unit.ts';
import { erased, erasedRecipient } from '../deliveries.ts';
import { eraseAddress } from './erase-address.ts';
import { leaveOrganisation, removeMember } from './member.ts';
import { forgetSuppression } from './suppression.ts';
import { actorOf } from './warning-event.ts';

interface Person {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly address: string;
}

/**
 * Erases a member, removed before or by this: their name and address are nowhere any more, and what they did is shown as a
 * former member's. The log holds ids alone, so its chain still verifies. @throws Refusal not-found, role-missing, state-conflict
 */
export function eraseMember(caller: Caller, id: string): Command<void> {
  return async (unit) => {
    // Rows that earlier commands of this commit put off may name them too.
    await unit.settle();
    const person = await personOf(unit, id);
    if (person?.organisationId !== caller.organisation.id) throw notFound('member');
    const standing: Member | undefined = unit.directory.members.get(id);
    if (standing && id === caller.as.id) await leaveOrganisation(caller)(unit);
    else if (standing) await removeMember(caller, id)(unit);
    await eraseAddress(unit, caller, person.address, id);
    await eraseEverywhere(unit, person);
    const data = { organisation: person.organisationId, member: id };
    unit.append({ id: v7(), type: 'member.erased', actor: actorOf(caller), data });
  };
}

async function personOf(unit: Unit, id: string): Promise<Person | undefined> {
  const { rows } = await unit.sql.query<Person>(
    `SELECT id, organisation_id AS "organisationId", name, address FROM member WHERE id = $1 AND erased_at IS NULL`,
    [id],
  );
  return rows[0];
}

async function eraseEverywhere(unit: Unit, person: Person): Promise<void> {
  await eraseAccount(unit, person);
  await eraseMails(unit, person);
  await eraseApplications(unit, person);
  await eraseMentions(unit, person);
  await forgetSuppression(unit, person.address);
}

async function eraseAccount({ sql, now, directory }: Unit, { id, organisationId, address }: Person): Promise<void> {
  await sql.query(`UPDATE member SET name = '', address = '', language = NULL, erased_at = $2 WHERE id = $1`, [
    id,
    now,
  ]);
  await sql.query(`UPDATE session SET device = '' WHERE member_id = $1`, [id]);
  // What they showed beside a link, and what they called it.
  for (const table of ['passkey', 'totp', 'recovery_code', 'challenge', 'factor_guess']) {
    await sql.query(`DELETE FROM ${table} WHERE member_id = $1`, [id]);
  }
  await sql.query(
    `UPDATE invitation SET address = '' WHERE member_id = $1 OR (organisation_id = $2 AND lower(address) = lower($3) AND ended_at IS NOT NULL)`,
    [id, organisationId, address],
  );
  const others = [...directory.members.values()].some(
    (member) => member.id !== id && member.address.toLowerCase() === address.toLowerCase(),
  );
  if (!others) await sql.query('DELETE FROM sign_in_link WHERE address = lower($1)', [address]);
}

/** What they were mailed stays counted, without the address and what servers answered, who repeat it; what still waits goes to nobody. */
async function eraseMails({ sql }: Unit, { id, organisationId, address }: Person): Promise<void> {
  await sql.query(`UPDATE delivery SET recipient = $1, answer = NULL WHERE member_id = $2`, [erasedRecipient(id), id]);
  await sql.query(
    `UPDATE delivery SET recipient = '${erased}' || id::text, answer = NULL
     WHERE lower(recipient) = lower($2) AND member_id IS NULL AND (organisation_id = $1 OR kind = 'application')`,
    [organisationId, address],
  );
}

/** Who founded an organisation here wrote its application. */
async function eraseApplications({ sql }: Unit, { organisationId, address }: Person): Promise<void> {
  const own = 'organisation_id = $1 AND address = lower($2)';
  await sql.query(
    `DELETE FROM application_message WHERE author = 'applicant' AND application_id IN (SELECT id FROM application WHERE ${own})`,
    [organisationId, address],
  );
  await sql.query(
    `UPDATE application SET address = '',
       form = (form::jsonb || '{"contact": {"name": "", "address": ""}}'::jsonb)::text WHERE ${own}`,
    [organisationId, address],
  );
}

async function eraseMentions({ sql }: Unit, { id, organisationId, name, address }: Person): Promise<void> {
  for (const table of ['acknowledgement', 'answer']) {
    await sql.query(`UPDATE ${table} SET assignee = NULL WHERE organisation_id = $1 AND assignee = $2`, [
      organisationId,
      name,
    ]);
  }
  await sql.query(
    `DELETE FROM idempotency WHERE organisation_id = $1
       AND (position($2 in body) > 0 OR position($3 in body) > 0 OR position(lower($4) in lower(body)) > 0)`,
    [organisationId, id, JSON.stringify(name).slice(1, -1), address],
  );
}
