import { v7 } from 'uuid';
import type { OwnMailPatch } from '../../contract/own-mail.ts';
import { quietEnd } from '../../domain/hours.ts';
import { nothingChosen, patchedOwnMail, type OwnMail } from '../../domain/own-mail.ts';
import type { Caller, Member } from '../../domain/organisation.ts';
import { same } from '../../domain/same.ts';
import type { Command, Unit } from '../unit.ts';
import { self } from './factor.ts';

/** Changes what the caller is mailed by their own choice; nothing new: nothing happens. */
export function changeOwnMail(caller: Caller, patch: OwnMailPatch): Command<OwnMail> {
  return (unit) => change(unit, self(unit, caller).member, patch, { byMail: false });
}

/** Ends a member's warnings by the link of such a mail; ended already, or no member any more: nothing happens. */
export function endOwnWarnings(memberId: string): Command<void> {
  return async (unit) => {
    const member = unit.directory.members.get(memberId);
    if (member) await change(unit, member, { warnings: false }, { byMail: true });
  };
}

/** Forgets what a member chose, who is one no longer. */
export async function forgetOwnMail(unit: Unit, memberId: string): Promise<void> {
  await unit.sql.query('DELETE FROM own_mail WHERE member_id = $1', [memberId]);
}

async function change(
  unit: Unit,
  { id, organisationId }: Member,
  patch: OwnMailPatch,
  { byMail }: { byMail: boolean },
): Promise<OwnMail> {
  const before = unit.directory.ownMail.get(id) ?? nothingChosen;
  const after = patchedOwnMail(before, patch, unit.at);
  const changed = (Object.keys(after) as (keyof OwnMail)[]).filter((name) => !same(before[name], after[name]));
  if (changed.length === 0) return before;
  await unit.sql.query(
    `INSERT INTO own_mail (member_id, since, filter, hours, updated_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (member_id) DO UPDATE SET since = excluded.since, filter = excluded.filter, hours = excluded.hours,
       updated_at = excluded.updated_at`,
    [id, after.since, JSON.stringify(after.filter), after.hours && JSON.stringify(after.hours), unit.now],
  );
  if (changed.includes('hours')) await holdAnew(unit, id, after);
  unit.append({
    id: v7(),
    type: 'own-mail.changed',
    actor: { organisationId, memberId: id },
    data: { organisation: organisationId, member: id, warnings: after.since !== null, ...(byMail ? { byMail } : {}) },
  });
  return after;
}

/** What waits for quiet hours to end goes by the new ones. */
async function holdAnew(unit: Unit, memberId: string, { hours }: OwnMail): Promise<void> {
  const until = quietEnd(hours, unit.now) ?? unit.now;
  await unit.sql.query(
    `UPDATE delivery SET next_at = $2, give_up_at = greatest(give_up_at, $2::timestamptz + interval '1 day')
     WHERE member_id = $1 AND kind = 'warning' AND state = 'pending' AND attempts = 0 AND next_at > $3`,
    [memberId, until, unit.now],
  );
}
