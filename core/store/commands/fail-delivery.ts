import type { Target } from '../../contract/escalation-policy.ts';
import { endDelivery, type Delivery, type DeliveryEnd } from '../deliveries.ts';
import type { Command } from '../unit.ts';
import { tellOfMissed } from './missed-target.ts';

/** Ends a delivery that failed for good. Of an escalation's mail those are told who can mend the policy: no target is lost in silence. */
export function failDelivery(delivery: Delivery, end: DeliveryEnd & { state: 'failed' }): Command<void> {
  return async (unit) => {
    const ended = await endDelivery(unit.sql, delivery.id, end);
    const { warningId, teamId } = delivery;
    if (!ended || delivery.kind !== 'escalation' || warningId === null || teamId === null) return;
    const { rows } = await unit.sql.query<{ recipient: string; state: string }>(
      'SELECT recipient, state FROM delivery WHERE event_id = $1 AND channel = $2',
      [delivery.eventId, delivery.channel],
    );
    await tellOfMissed(unit, {
      warning: { id: warningId, revision: null },
      teamId,
      fired: delivery.content,
      missed: { target: targetOf(delivery), reason: 'failed' },
      nobody: !rows.some(({ state }) => state === 'sent' || state === 'pending'),
      except: rows.filter(({ state }) => state === 'failed').map(({ recipient }) => recipient.toLowerCase()),
    });
  };
}

function targetOf({ memberId, recipient }: Delivery): Target {
  return memberId === null ? { type: 'email', address: recipient } : { type: 'member', id: memberId };
}
