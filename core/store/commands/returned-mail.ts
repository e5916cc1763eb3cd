import { asksToEnd, gravity, returnOf, softInRow, type Return, type ReturnedMail } from '../../domain/returned-mail.ts';
import { organisationsAt } from '../../domain/suppression.ts';
import { erased } from '../deliveries.ts';
import type { Returned } from '../return-addresses.ts';
import type { Command, Unit } from '../unit.ts';
import { tellOfLostMail, type LostMail } from './fail-delivery.ts';
import { endMailSubscriber } from './mail-subscriber.ts';
import { endOwnWarnings } from './own-mail.ts';
import { suppress } from './suppression.ts';

/**
 * What was made of a mail that came back:
 *   noted       the ledger says so
 *   suppressed  that, and its address is sent no more than it has to be
 *   ended       somebody's mails have ended
 *   repeated    the ledger says so already, or worse
 *   ignored     it says nothing that matters, or of a mail that was forgotten
 */
export type Handling = 'noted' | 'suppressed' | 'ended' | 'repeated' | 'ignored';

/**
 * Takes a mail that came back to an address of ours: a report that one could not be delivered or was not wanted, or somebody's wish
 * to get no more. Taken again it changes nothing.
 */
export function takeReturnedMail(returned: Returned, mail: ReturnedMail): Command<Handling> {
  return async (unit) => {
    // Mails of earlier commands of this commit are written at its end.
    await unit.settle();
    const found = returnOf(mail);
    const { purpose, id } = returned;
    if (purpose === 'bounce') return found ? noteReturn(unit, id, found) : 'ignored';
    if (!asksToEnd(mail) && found?.weight !== 'complaint') return 'ignored';
    await (purpose === 'end subscriber' ? endMailSubscriber(id) : endOwnWarnings(id))(unit);
    return 'ended';
  };
}

type Row = LostMail & {
  readonly id: string;
  readonly state: string;
  readonly returned: Return['weight'] | null;
};

async function noteReturn(unit: Unit, id: string, found: Return): Promise<Handling> {
  const before = await mailOf(unit, id);
  if (!before || before.recipient.startsWith(erased)) return 'ignored';
  if (before.returned !== null && gravity(before.returned) >= gravity(found.weight)) return 'repeated';
  const bounced = ['pending', 'sent'].includes(before.state) && (found.weight === 'soft' || found.weight === 'hard');
  await unit.sql.query(`UPDATE delivery SET returned = $2, answer = $3, state = $4, updated_at = $5 WHERE id = $1`, [
    id,
    found.weight,
    found.answer,
    bounced ? 'bounced' : before.state,
    unit.now,
  ]);
  if (bounced) await tellOfLostMail(unit, before);
  return judgeAddress(unit, before, found);
}

async function mailOf({ sql }: Unit, id: string): Promise<Row | undefined> {
  const { rows } = await sql.query<Omit<Row, 'content'> & { content: string }>(
    `SELECT id, event_id AS "eventId", channel, recipient, kind, member_id AS "memberId", warning_id AS "warningId",
       team_id AS "teamId", content, state, returned
     FROM delivery WHERE id = $1 AND attempts > 0`,
    [id],
  );
  return rows[0] && ({ ...rows[0], content: JSON.parse(rows[0].content) as Row['content'] } as Row);
}

/** What a mail that came back means for its address. */
async function judgeAddress(unit: Unit, mail: Row, { weight, answer }: Return): Promise<Handling> {
  const { recipient } = mail;
  const noted = async (reason: Parameters<typeof suppress>[2]['reason']): Promise<Handling> =>
    (await suppress(unit, recipient, { reason, answer })) ? 'suppressed' : 'noted';
  if (weight === 'hard') return noted('no-mailbox');
  if (weight !== 'complaint') return (await failuresInRow(unit, recipient)) >= softInRow ? noted('not-taken') : 'noted';
  if (mail.kind !== 'digest') return noted('complaint');
  // Who never wanted an account, and now no mail, is forgotten; unless the address is somebody's of the network as well.
  await endMailSubscriber(mail.content.subscriber)(unit);
  if (organisationsAt(unit.directory, recipient).length > 0) await noted('complaint');
  return 'ended';
}

/** Mails to an address that were given up or delayed since one was sent of which nothing came back within a day. */
async function failuresInRow({ sql, now }: Unit, recipient: string): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM delivery
     WHERE lower(recipient) = lower($1) AND returned IN ('delayed', 'soft') AND created_at > coalesce(
       (SELECT max(created_at) FROM delivery WHERE lower(recipient) = lower($1) AND state = 'sent' AND returned IS NULL
          AND updated_at < $2::timestamptz - interval '1 day'), '-infinity')`,
    [recipient, now],
  );
  return rows[0]?.count ?? 0;
}
