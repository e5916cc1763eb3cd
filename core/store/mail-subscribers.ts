import type { Filter } from '../contract/filter.ts';
import type { MailLanguage, Rhythm } from '../contract/mail-subscriber.ts';
import type { Directory } from '../domain/directory.ts';
import { mailReader, type MailSubscriber } from '../domain/mail-subscriber.ts';
import type { MailAudience } from '../domain/preview.ts';
import type { Queryable } from './unit.ts';

/** A subscriber as its row stands. */
export interface SubscriberRow {
  id: string;
  address: string;
  filter: string;
  rhythm: string;
  time_zone: string;
  language: MailLanguage;
  paused_until: Date | null;
  confirmed_at: Date | null;
  told_date: string | null;
  next_at: Date | null;
  created_at: Date;
  updated_at: Date;
  vouchers: string[];
}

/** Organisations that vouch for a subscriber's address, in order. */
export const vouchersColumn = `ARRAY(SELECT organisation_id::text FROM vouch WHERE vouch.address = mail_subscriber.address ORDER BY 1) AS vouchers`;

export const subscriberColumns = `id, address, filter, rhythm, time_zone, language, paused_until, confirmed_at, told_date::text, next_at,
  created_at, updated_at, ${vouchersColumn}`;

export function subscriberOf(row: SubscriberRow): MailSubscriber {
  return {
    id: row.id,
    address: row.address,
    filter: JSON.parse(row.filter) as Filter,
    rhythm: JSON.parse(row.rhythm) as Rhythm,
    timeZone: row.time_zone,
    language: row.language,
    pausedUntil: row.paused_until,
    confirmedAt: row.confirmed_at,
    toldDate: row.told_date,
    nextAt: row.next_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    vouchers: row.vouchers,
  };
}

export async function subscriberOfId(sql: Queryable, id: string): Promise<MailSubscriber | undefined> {
  return one(sql, 'id = $1', id);
}

/** Those of some ids that there are, by id. */
export async function subscribersOf(sql: Queryable, ids: readonly string[]): Promise<Map<string, MailSubscriber>> {
  const { rows } = await sql.query<SubscriberRow>(
    `SELECT ${subscriberColumns} FROM mail_subscriber WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, subscriberOf(row)]));
}

export async function subscriberOfAddress(sql: Queryable, address: string): Promise<MailSubscriber | undefined> {
  return one(sql, 'address = $1', address);
}

/** @param digest of the token in the mail that asked to confirm */
export async function subscriberOfToken(sql: Queryable, digest: Buffer): Promise<MailSubscriber | undefined> {
  return one(sql, 'token_digest = $1', digest);
}

async function one(sql: Queryable, condition: string, value: unknown): Promise<MailSubscriber | undefined> {
  const { rows } = await sql.query<SubscriberRow>(
    `SELECT ${subscriberColumns} FROM mail_subscriber WHERE ${condition}`,
    [value],
  );
  return rows[0] && subscriberOf(rows[0]);
}

/** Who follows by mail now, those together who ask for the same and are vouched for by the same. */
export async function mailAudiences(
  sql: Queryable,
  directory: Pick<Directory, 'organisations'>,
): Promise<MailAudience[]> {
  const { rows } = await sql.query<{ filter: string; vouchers: string[]; count: number }>(
    `SELECT filter, vouchers, count(*)::integer AS count FROM
       (SELECT filter, ${vouchersColumn} FROM mail_subscriber
        WHERE confirmed_at IS NOT NULL AND (paused_until IS NULL OR paused_until <= clock_timestamp())) AS following
     GROUP BY filter, vouchers`,
  );
  return rows.map(({ filter, vouchers, count }) => ({
    filter: JSON.parse(filter) as Filter,
    reader: mailReader(directory, vouchers),
    count,
  }));
}
