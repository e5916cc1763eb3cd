import { v7 as uuidv7 } from 'uuid';
import { endDelivery, type Delivery, type DeliveryEnd } from '../deliveries.ts';
import type { Command, Unit } from '../unit.ts';

/** Ids of the mails that a failure made necessary: their jobs are the caller's to add. */
export interface Told {
  readonly deliveries: readonly string[];
}

/**
 * Ends a delivery that failed for good. When it was the last hope of an escalation's step, the team's owners and managers
 * are written to instead: a step never reaches nobody in silence.
 */
export function failDelivery(delivery: Delivery, end: DeliveryEnd & { state: 'failed' }): Command<Told> {
  return async (unit) => {
    await endDelivery(unit.sql, delivery.id, end);
    if (delivery.kind !== 'escalation') return { deliveries: [] };
    const { rows } = await unit.sql.query<{ recipient: string; state: string }>(
      'SELECT recipient, state FROM delivery WHERE event_id = $1 AND channel = $2',
      [delivery.eventId, delivery.channel],
    );
    if (rows.some(({ state }) => state === 'sent' || state === 'pending')) return { deliveries: [] };
    return tellManagers(
      unit,
      delivery,
      rows.map(({ recipient }) => recipient.toLowerCase()),
    );
  };
}

async function tellManagers(unit: Unit, delivery: Delivery, failed: readonly string[]): Promise<Told> {
  const organisationId = unit.directory.teamById.get(delivery.teamId ?? '')?.organisationId;
  const managers = [...unit.directory.members.values()].filter(
    (member) =>
      member.organisationId === organisationId &&
      (member.role === 'owner' || member.role === 'manager') &&
      !failed.includes(member.address.toLowerCase()),
  );
  const rows = managers.map(({ id, address }) => ({ id: uuidv7(), member_id: id, recipient: address }));
  const { rows: written } = await unit.sql.query<{ id: string }>(
    `INSERT INTO delivery (id, event_id, channel, recipient, kind, organisation_id, member_id, warning_id, revision, team_id,
       content, next_at, give_up_at, created_at, updated_at)
     SELECT mail.id, event_id, channel, mail.recipient, 'unreached', $2, mail.member_id, warning_id, revision, team_id,
       content, $4, $4::timestamptz + interval '1 day', $4, $4
     FROM delivery, json_to_recordset($3::json) AS mail (id uuid, member_id uuid, recipient text)
     WHERE delivery.id = $1
     ON CONFLICT (event_id, channel, recipient) DO NOTHING
     RETURNING id`,
    [delivery.id, organisationId ?? null, JSON.stringify(rows), unit.at],
  );
  return { deliveries: written.map(({ id }) => id) };
}
