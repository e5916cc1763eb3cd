import type { Target } from '../../contract/escalation-policy.ts';
import { endDelivery, type Delivery, type DeliveryContent, type DeliveryEnd } from '../deliveries.ts';
import type { Command, Unit } from '../unit.ts';
import { tellOfMissed } from './missed-target.ts';

/** Ends a delivery that failed for good; of an escalation's mail those are told who can mend the policy. */
export function failDelivery(delivery: Delivery, end: DeliveryEnd & { state: 'failed' }): Command<void> {
  return async (unit) => {
    if (await endDelivery(unit.sql, delivery.id, end)) await tellOfLostMail(unit, delivery);
  };
}

/** What a mail is known by that reached nobody. */
export type LostMail = DeliveryContent &
  Pick<Delivery, 'eventId' | 'channel' | 'recipient' | 'memberId' | 'warningId' | 'teamId'>;

/** Of an escalation's mail that failed or came back, tells those who can mend the policy: no target is lost in silence. */
export async function tellOfLostMail(unit: Unit, delivery: LostMail): Promise<void> {
  const { warningId, teamId } = delivery;
  if (delivery.kind !== 'escalation' || warningId === null || teamId === null) return;
  const { rows } = await unit.sql.query<{ recipient: string; state: string }>(
    'SELECT recipient, state FROM delivery WHERE event_id = $1 AND channel = $2',
    [delivery.eventId, delivery.channel],
  );
  const lost = rows.filter(({ state }) => state === 'failed' || state === 'bounced');
  await tellOfMissed(unit, {
    warning: { id: warningId, revision: null },
    teamId,
    fired: delivery.content,
    missed: { target: targetOf(delivery), reason: 'failed' },
    nobody: !rows.some(({ state }) => state === 'sent' || state === 'pending'),
    except: lost.map(({ recipient }) => recipient.toLowerCase()),
  });
}

function targetOf({ memberId, recipient }: LostMail): Target {
  return memberId === null ? { type: 'email', address: recipient } : { type: 'member', id: memberId };
}
