import { v7 } from 'uuid';
import type { DeliveryKind, DeliveryState } from '../../core/contract/delivery.ts';
import type { Member } from '../../core/domain/organisation.ts';
import { writeMails } from '../../core/store/commands/mails.ts';
import type { SingleMail } from '../../core/store/deliveries.ts';
import type { Store } from '../../core/store/store.ts';

/** Puts a mail to somebody into the ledger that has come to this end. */
export async function mailed(
  { writer }: Store,
  { id: memberId, organisationId, address }: Member,
  {
    kind = 'warning',
    state = 'sent',
    warning = null,
    answer = '250 2.0.0 Ok',
  }: { kind?: DeliveryKind; state?: DeliveryState; warning?: string | null; answer?: string } = {},
): Promise<void> {
  const mail = { kind, content: { event: 'warning.raised', token: 'secret' } } as unknown as SingleMail;
  const eventId = v7();
  const recipient = { address, organisationId, memberId, teamId: null };
  await writer.run(async (unit) => {
    await writeMails(unit, { ...mail, eventId, warning: { id: warning, revision: 1 }, at: unit.at }, [recipient]);
    const ended = 'UPDATE delivery SET state = $2, attempts = 1, answer = $3, next_at = $4 WHERE event_id = $1';
    // Far off, so that no worker takes one that waits.
    await unit.sql.query(ended, [eventId, state, answer, new Date(unit.now.getTime() + 3_600_000)]);
  });
}
