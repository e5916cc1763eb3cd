import type { DeliveryKind } from '../contract/delivery.ts';
import type { EventType } from '../contract/event.ts';
import type { Role } from '../contract/vocabularies.ts';
import type { Detour, Missed } from '../domain/recipients.ts';
import type { EndReason } from './commands/escalation-end.ts';
import type { DigestContent } from './digest-material.ts';
import type { Queryable } from './unit.ts';

/** A firing, as its mails tell of it. */
export interface FiredStep {
  readonly escalation: string;
  readonly step: number;
  readonly of: number;
  readonly repeat: number;
  readonly waitingSince: string;
  readonly late: boolean;
  readonly heldSince: string | null;
  readonly detour: Detour;
}

/** What an applicant is told. */
export type ApplicationNews = 'confirm' | 'asked' | 'refused' | 'admitted';

/** What the managers of an organisation are told that the coordinator did. */
export type OrganisationNews = 'suspended' | 'resumed' | 'braked' | 'released' | 'retracted';

/** What happened to a member's factors. */
export type FactorChange =
  | 'passkey-added'
  | 'passkey-removed'
  | 'totp-added'
  | 'totp-removed'
  | 'recovery-codes-made'
  | 'recovery-code-used'
  | 'factors-reset';

/** What a member is told that was changed of them. */
export type MemberChange =
  | { readonly change: 'removed' | 'address' }
  | { readonly change: 'role'; readonly role: Role };

/** An event that is told by mail. */
export interface WarningNews {
  readonly event: EventType;
  /** Where the recipient's own choice brings it: when it would have gone, had their quiet hours not held it. */
  readonly own?: { readonly heldSince: string | null };
}

/** What a mail about a warning is composed from, by its kind: ids, codes and numbers. */
export type WarningMail =
  | { readonly kind: 'escalation' | 'unreached'; readonly content: FiredStep }
  | { readonly kind: 'missed'; readonly content: FiredStep & Missed }
  | { readonly kind: 'first-answer' | 'outcomes'; readonly content: object }
  | { readonly kind: 'stand-down'; readonly content: { readonly escalation: string; readonly reason: EndReason } }
  | { readonly kind: 'warning'; readonly content: WarningNews };

/** The same of a mail about people, their addresses and their organisations. A token is blanked when the mail has ended. */
export type AccountMail =
  | { readonly kind: 'confirmation'; readonly content: { readonly token: string; readonly language: string | null } }
  | {
      readonly kind: 'subscriber-confirmation';
      readonly content: { readonly token: string; readonly subscriber: string };
    }
  | { readonly kind: 'subscriber-link'; readonly content: { readonly subscriber: string } }
  | { readonly kind: 'sign-in'; readonly content: { readonly token: string; readonly expiresAt: string } }
  | { readonly kind: 'sign-in-by-provider'; readonly content: object }
  | { readonly kind: 'invitation'; readonly content: { readonly token: string; readonly invitation: string } }
  | { readonly kind: 'factor-changed'; readonly content: { readonly change: FactorChange } }
  | {
      readonly kind: 'member-changed';
      readonly content: MemberChange;
    }
  | { readonly kind: 'own-address'; readonly content: { readonly token: string; readonly expiresAt: string } }
  | {
      readonly kind: 'application';
      readonly content: { readonly token: string; readonly application: string; readonly news: ApplicationNews };
    }
  | { readonly kind: 'application-waits'; readonly content: { readonly application: string } }
  | {
      readonly kind: 'organisation-news';
      readonly content: { readonly news: OrganisationNews; readonly reason: string | null };
    }
  | { readonly kind: 'address-erased'; readonly content: { readonly teams: readonly string[] } }
  | { readonly kind: 'policy-gap'; readonly content: { readonly team: string } }
  | { readonly kind: 'address-suppressed'; readonly content: { readonly suppression: string } }
  | { readonly kind: 'organisation-left'; readonly content: { readonly organisation: string } };

/** Of what happened, to somebody who subscribed without an account: sent many together. */
export interface DigestMail {
  readonly kind: 'digest';
  readonly content: DigestContent;
}

/** What is sent one by one. */
export type SingleMail = WarningMail | AccountMail;

/** What there is to send, of the kinds that the contract names. */
export type DeliveryContent = Extract<SingleMail | DigestMail, { readonly kind: DeliveryKind }>;

/** One mail to one recipient: written before it is sent, kept with what became of it. */
export type Delivery<Content extends DeliveryContent = SingleMail> = Content & {
  readonly id: string;
  readonly eventId: string;
  readonly channel: string;
  /** One addr-spec. */
  readonly recipient: string;
  readonly organisationId: string;
  readonly memberId: string | null;
  readonly warningId: string | null;
  readonly teamId: string | null;
  /** Attempts so far, this one included. */
  readonly attempts: number;
  /** By the database's clock, as of the claim. */
  readonly now: Date;
  readonly giveUpAt: Date;
};

/** A row of the ledger as its claim answers it. */
export type DeliveryRow = Omit<Delivery, 'content'> & { content: string };

export const deliveryColumns = `delivery.id, event_id AS "eventId", channel, recipient, kind, organisation_id AS "organisationId",
  member_id AS "memberId", warning_id AS "warningId", team_id AS "teamId", content, attempts, clock_timestamp() AS now,
  give_up_at AS "giveUpAt"`;

export function deliveryOf(row: DeliveryRow): Delivery {
  return { ...row, content: JSON.parse(row.content) as Delivery['content'] } as Delivery;
}

/**
 * Takes one attempt at a mail, so that nobody else makes it; undefined when it was made, is no longer wanted, or
 * when everything is held. Digests are claimed many together (digest-mails.ts).
 * @param attempt how many were made before
 * @param hold milliseconds after which somebody else may try, should this process die meanwhile
 */
export async function claimDelivery(
  sql: Queryable,
  id: string,
  attempt: number,
  hold: number,
): Promise<Delivery | undefined> {
  const { rows } = await sql.query<DeliveryRow>(
    `UPDATE delivery SET attempts = attempts + 1, updated_at = clock_timestamp(),
       next_at = clock_timestamp() + make_interval(secs => $3::float8 / 1000)
     WHERE id = $1 AND state = 'pending' AND attempts = $2 AND kind <> 'digest' AND NOT network_held()
     RETURNING ${deliveryColumns}`,
    [id, attempt, hold],
  );
  return rows[0] && deliveryOf(rows[0]);
}

/** How an attempt ended. */
export interface DeliveryEnd {
  readonly state: 'sent' | 'failed' | 'superseded';
  /** Of the mail where the server took it; null leaves what stands. */
  readonly messageId: string | null;
  /** The SMTP answer, or the reason in words. */
  readonly answer: string;
}

/** Ends a delivery; false when it has ended before. A token that it carried is forgotten with it. */
export async function endDelivery(sql: Queryable, id: string, end: DeliveryEnd): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE delivery SET state = $2, message_id = coalesce($3, message_id), answer = $4, updated_at = clock_timestamp(),
       content = CASE WHEN content::json -> 'token' IS NULL THEN content ELSE '{}' END
     WHERE id = $1 AND state = 'pending'`,
    [id, end.state, end.messageId, end.answer],
  );
  return rowCount === 1;
}

/**
 * Puts a delivery off; the next attempt comes after `milliseconds`.
 * @param messageId of the mail where the server may have taken it all the same
 */
export async function postponeDelivery(
  sql: Queryable,
  id: string,
  { milliseconds, messageId, answer }: { milliseconds: number; messageId: string | null; answer: string },
): Promise<void> {
  await sql.query(
    `UPDATE delivery SET answer = $3, message_id = coalesce($4, message_id), updated_at = clock_timestamp(),
       next_at = clock_timestamp() + make_interval(secs => $2::float8 / 1000)
     WHERE id = $1 AND state = 'pending'`,
    [id, milliseconds, answer, messageId],
  );
}

/** Whether somebody got a mail of an escalation, or may have: `perhaps` while one is on its way. */
export async function wasTold(
  sql: Queryable,
  recipient: string,
  warningId: string,
  escalationId: string,
): Promise<'yes' | 'no' | 'perhaps'> {
  const { rows } = await sql.query<{ told: boolean; open: boolean }>(
    `SELECT coalesce(bool_or(message_id IS NOT NULL AND state <> 'bounced'), false) AS told,
       coalesce(bool_or(state = 'pending' AND attempts > 0), false) AS open
     FROM delivery
     WHERE warning_id = $2 AND kind IN ('escalation', 'unreached') AND recipient = $1 AND content::json ->> 'escalation' = $3`,
    [recipient, warningId, escalationId],
  );
  if (rows[0]?.told) return 'yes';
  return rows[0]?.open ? 'perhaps' : 'no';
}

/** Whether a later event of the same warning was told to the same recipient, or is about to be. */
export async function isToldLater(
  sql: Queryable,
  { id, warningId, recipient }: Pick<Delivery, 'id' | 'warningId' | 'recipient'>,
): Promise<boolean> {
  const { rows } = await sql.query(
    `SELECT FROM delivery WHERE warning_id = $2 AND kind = 'warning' AND recipient = $3 AND id > $1
       AND state IN ('pending', 'sent') LIMIT 1`,
    [id, warningId, recipient],
  );
  return rows.length > 0;
}

/** Whether a team waits for an answer to a warning: also again, after it was reopened. */
export async function isWaiting(sql: Queryable, warningId: string, teamId: string): Promise<boolean> {
  const { rows } = await sql.query(
    `SELECT FROM acknowledgement WHERE warning_id = $1 AND team_id = $2 AND state = 'pending' AND expected`,
    [warningId, teamId],
  );
  return rows.length > 0;
}

/** Why an escalation has ended; null while it runs. */
export async function escalationEnd(sql: Queryable, escalationId: string): Promise<EndReason | null> {
  const { rows } = await sql.query<{ reason: EndReason | null }>(
    'SELECT end_reason AS reason FROM escalation WHERE id = $1',
    [escalationId],
  );
  return rows[0]?.reason ?? null;
}

/** Whether an escalation still goes on after this moment: then a mail that was not sent by then is needless. */
export async function firesLater(sql: Queryable, escalationId: string, after: Date): Promise<boolean> {
  const { rows } = await sql.query(
    `SELECT 1 FROM escalation_firing WHERE escalation_id = $1 AND fires_at >= $2 AND state <> 'dropped' LIMIT 1`,
    [escalationId, after],
  );
  return rows.length > 0;
}

/** What stands where the address of an erased person stood. */
export const erased = 'erased:';

export function erasedRecipient(memberId: string): string {
  return `${erased}${memberId}`;
}
