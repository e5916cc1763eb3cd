import { v7 } from 'uuid';
import type { Caller } from '../../domain/organisation.ts';
import { coordinators } from '../../domain/recipients.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Command, Unit } from '../unit.ts';
import { forgetCalendars } from './calendar.ts';
import { cancelWarning } from './cancel.ts';
import { revokeKey } from './key.ts';
import { writeMails } from './mails.ts';
import { forgetOwnMail } from './own-mail.ts';
import { endSessionsOf } from './session.ts';
import { actorOf } from './warning-event.ts';

/**
 * The caller's organisation leaves the network for good: its keys and sessions end, nothing is asked of it any more, and what it
 * raised or answered stays. The coordinator is told. @throws Refusal state-conflict while warnings of it are active
 */
export function leaveNetwork(
  caller: Caller,
  { reason, cancelWarnings = false }: { reason?: string | undefined; cancelWarnings?: boolean | undefined },
): Command<void> {
  return async (unit) => {
    const { id } = caller.organisation;
    await endWarnings(
      unit,
      caller,
      cancelWarnings,
      reason ?? 'The organisation that raised this has left the network.',
    );
    const keys = await unit.sql.query<{ id: string }>(
      'SELECT id FROM api_key WHERE organisation_id = $1 AND revoked_at IS NULL ORDER BY id',
      [id],
    );
    for (const key of keys.rows) await revokeKey(key.id, caller)(unit);
    for (const member of unit.directory.membersByOrganisation.get(id) ?? []) {
      await endSessionsOf(unit, member.id, 'removed');
      await forgetOwnMail(unit, member.id);
      await forgetCalendars(unit, member.id);
    }
    // Whoever has its domains from here on can prove them.
    await unit.sql.query('DELETE FROM domain WHERE organisation_id = $1', [id]);
    await unit.sql.query('DELETE FROM single_sign_on WHERE organisation_id = $1', [id]);
    await unit.sql.query('DELETE FROM vouch WHERE organisation_id = $1', [id]);
    await unit.sql.query('UPDATE organisation SET suspended_at = $2, left_at = $2 WHERE id = $1', [id, unit.now]);
    const eventId = v7();
    unit.append({ id: eventId, type: 'organisation.left', actor: actorOf(caller), data: { organisation: id } });
    const told = coordinators(unit.directory).filter(({ organisationId }) => organisationId !== id);
    const content = { organisation: id };
    await writeMails(
      unit,
      { kind: 'organisation-left', content, eventId, warning: { id: null, revision: null }, at: unit.at },
      told.map((recipient) => ({ ...recipient, teamId: null })),
    );
  };
}

async function endWarnings(unit: Unit, caller: Caller, cancel: boolean, reason: string): Promise<void> {
  await unit.settle();
  const { rows } = await unit.sql.query<{ id: string }>(
    `SELECT id FROM warning WHERE issuer_id = $1 AND state = 'active' ORDER BY id`,
    [caller.organisation.id],
  );
  if (rows.length === 0) return;
  if (!cancel) {
    throw new Refusal(
      'state-conflict',
      `${rows.length === 1 ? 'One warning of yours is' : `${rows.length} warnings of yours are`} still active. Call them off first, or send cancelWarnings: true.`,
      { state: 'active' },
    );
  }
  for (const { id } of rows) await cancelWarning(caller, id, reason)(unit);
}
