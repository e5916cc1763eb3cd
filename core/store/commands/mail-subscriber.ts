import { v7 } from 'uuid';
import type { MailSubscriberPatch, MailSubscriberRequest } from '../../contract/mail-subscriber.ts';
import { reasons } from '../../contract/reasons.ts';
import { network, type LogType } from '../../domain/log.ts';
import { changedWishes, nextDigest, wishesOf, type MailSubscriber } from '../../domain/mail-subscriber.ts';
import { Refusal } from '../../domain/refusal.ts';
import { erased, type AccountMail } from '../deliveries.ts';
import { subscriberOfAddress, subscriberOfId, subscriberOfToken } from '../mail-subscribers.ts';
import { newSecret, tokenDigest } from '../token.ts';
import type { Command, Unit } from '../unit.ts';
import { coordinatorOf } from './coordinator.ts';
import { writeMails } from './mails.ts';
import { forgetSuppression, liftByReader } from './suppression.ts';

const day = 86_400_000;
/** Days that the link in the one mail to an unconfirmed address works. */
export const subscriberConfirmationDays = 7;

/**
 * Asks by mail whether whoever reads an address wants to be mailed. An address that waits for its answer is not asked again,
 * whoever enters it; one that is confirmed gets a link to what it is mailed, once a day.
 * @throws Refusal unavailable where the network has no coordinator
 */
export function subscribeByMail(sent: MailSubscriberRequest): Command<void> {
  return async (unit) => {
    const address = sent.address.toLowerCase();
    coordinatorOf(unit.directory);
    const known = await subscriberOfAddress(unit.sql, address);
    if (known) return known.confirmedAt === null ? undefined : mailLink(unit, known);
    const id = v7();
    const token = newSecret();
    const { filter, rhythm, timeZone, language } = wishesOf(sent);
    await unit.sql.query(
      `INSERT INTO mail_subscriber (id, address, token_digest, filter, rhythm, time_zone, language, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
      [id, address, tokenDigest(token), JSON.stringify(filter), JSON.stringify(rhythm), timeZone, language, unit.now],
    );
    const mail = { kind: 'subscriber-confirmation', content: { token, subscriber: id } } as const;
    await tell(unit, address, mail, log(unit, 'mail-subscriber.asked', id));
  };
}

/**
 * Confirms an address: what happens from here on is mailed to it. Confirmed already: nothing happens. The link has its days in either
 * case: the answer lets whoever holds it change what is mailed. @throws Refusal not-found
 */
export function confirmMailSubscriber(token: string): Command<MailSubscriber> {
  return async (unit) => {
    const found = await subscriberOfToken(unit.sql, tokenDigest(token));
    const tooOld = new Date(unit.now.getTime() - subscriberConfirmationDays * day);
    if (!found || found.createdAt < tooOld) throw unknownSubscriber();
    if (found.confirmedAt !== null) return found;
    const next = nextDigest(found, unit.now, null);
    await unit.sql.query(
      `UPDATE mail_subscriber SET confirmed_at = $2, told_at = $2, updated_at = $2, next_at = $3, next_date = $4,
         told_sequence = (SELECT sequence FROM log_head)
       WHERE id = $1`,
      [found.id, unit.now, next?.at ?? null, next?.date ?? null],
    );
    await liftByReader(unit, found.address);
    log(unit, 'mail-subscriber.confirmed', found.id);
    return reread(unit, found.id);
  };
}

/** Changes what somebody is mailed, and when; nothing that happened meanwhile is lost. @throws Refusal not-found, invalid-request */
export function changeMailSubscriber(id: string, sent: Omit<MailSubscriberPatch, 'token'>): Command<MailSubscriber> {
  return async (unit) => {
    const before = await reread(unit, id);
    const after = changedWishes(before, sent, unit.now);
    const next = nextDigest(after, unit.now, before.toldDate);
    const { filter, rhythm, timeZone, language, pausedUntil } = after;
    await unit.sql.query(
      `UPDATE mail_subscriber SET filter = $2, rhythm = $3, time_zone = $4, language = $5, paused_until = $6,
         next_at = $7, next_date = $8, updated_at = $9
       WHERE id = $1`,
      [
        id,
        JSON.stringify(filter),
        JSON.stringify(rhythm),
        timeZone,
        language,
        pausedUntil,
        next?.at ?? null,
        next?.date ?? null,
        unit.now,
      ],
    );
    await liftByReader(unit, before.address);
    return reread(unit, id);
  };
}

/** Ends somebody's mails and erases their address wherever it stood; ended already: nothing happens. */
export function endMailSubscriber(id: string): Command<void> {
  return async (unit) => {
    const { rows } = await unit.sql.query<{ address: string }>(
      'DELETE FROM mail_subscriber WHERE id = $1 RETURNING address',
      [id],
    );
    const address = rows[0]?.address;
    if (address === undefined) return;
    await unit.sql.query('DELETE FROM vouch WHERE address = $1', [address]);
    await unit.sql.query(
      `UPDATE delivery SET recipient = '${erased}' || id::text, answer = NULL
       WHERE lower(recipient) = $1 AND kind IN ('subscriber-confirmation', 'subscriber-link', 'digest')`,
      [address],
    );
    await forgetSuppression(unit, address);
    log(unit, 'mail-subscriber.ended', id);
  };
}

async function mailLink(unit: Unit, { id, address }: MailSubscriber): Promise<void> {
  const { rowCount } = await unit.sql.query(
    'UPDATE mail_subscriber SET link_sent_at = $2 WHERE id = $1 AND (link_sent_at IS NULL OR link_sent_at <= $3)',
    [id, unit.now, new Date(unit.now.getTime() - day)],
  );
  if (rowCount === 0) return;
  const mail = { kind: 'subscriber-link', content: { subscriber: id } } as const;
  await tell(unit, address, mail, log(unit, 'mail-subscriber.asked', id));
}

async function tell(
  unit: Unit,
  address: string,
  mail: Extract<AccountMail, { kind: `subscriber-${string}` }>,
  eventId: string,
): Promise<void> {
  const organisationId = coordinatorOf(unit.directory);
  await writeMails(unit, { ...mail, eventId, warning: { id: null, revision: null }, at: unit.at }, [
    { address, organisationId, memberId: null, teamId: null },
  ]);
}

function log(unit: Unit, type: Extract<LogType, `mail-subscriber.${string}`>, subscriber: string): string {
  const id = v7();
  unit.append({ id, type, actor: network, data: { subscriber } });
  return id;
}

async function reread(unit: Unit, id: string): Promise<MailSubscriber> {
  const found = await subscriberOfId(unit.sql, id);
  if (!found || found.confirmedAt === null) throw unknownSubscriber();
  return found;
}

export function unknownSubscriber(): Refusal {
  return new Refusal('not-found', reasons.mailLink);
}
