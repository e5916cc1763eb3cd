import { v5, v7 } from 'uuid';
import { mailReader, nextDigest, type MailSubscriber } from '../domain/mail-subscriber.ts';
import { nextSlot } from '../domain/rhythm.ts';
import { coordinatorOf } from './commands/coordinator.ts';
import { openCompositions } from './compositions.ts';
import type { DigestContent } from './digest-material.ts';
import { freshDirectory } from './fresh-directory.ts';
import { subscriberColumns, subscriberOf, type SubscriberRow } from './mail-subscribers.ts';
import { Recent } from './recent.ts';
import type { Store } from './store.ts';
import type { Queryable } from './unit.ts';

/** Subscribers that one transaction takes: so many are locked together, and so many are held in memory. */
const together = 500;
const minute = 60_000;
/** Names digests by subscriber and date (RFC 9562, version 5). */
const namespace = '5f0c4d3e-9b0a-4f0e-8a53-2b7f6d1c9e84';

interface Due extends SubscriberRow {
  told_sequence: number;
  told_at: Date;
  next_date: string | null;
}

interface Written {
  readonly subscriber: MailSubscriber;
  readonly eventId: string;
  readonly content: DigestContent;
}

/** What was written of one batch. */
export interface Batch {
  /** Subscribers, whether or not there is anything to tell them. */
  readonly taken: number;
  readonly mails: number;
  /** When the mails may leave. */
  readonly at: Date;
}

/**
 * Writes the digests of some subscribers that are due, and moves on how far they were told: both or neither, and nobody else takes
 * the same ones. Who has nothing to be told is moved on alone.
 * @param moment as of which they are due; null: now, by the database's clock
 */
export async function writeDueDigests(store: Store, moment: Date | null = null): Promise<Batch> {
  const seconds = new Recent<Date | null>(together);
  return inBatch(store, moment, 'next_at <= $1 ORDER BY next_at, id', (row, now, upTo) => {
    const subscriber = subscriberOf(row);
    const wishes = `${row.rhythm} ${row.time_zone} ${row.told_at.getTime()}`;
    const second = seconds.answer(wishes, () => secondSlot(subscriber, row.told_at));
    const eventId = v5(`${row.id} ${row.next_date ?? `after ${row.told_sequence}`}`, namespace);
    const more = second === null || second <= now;
    return [{ subscriber, eventId, content: contentOf(row, row.told_sequence, upTo, now, more) }];
  });
}

/** The same for those who are mailed with each event, one mail an event. */
export async function writeInstantMails(store: Store, moment: Date | null = null): Promise<Batch> {
  const untold = `confirmed_at <= $1 AND next_at IS NULL AND told_sequence < (SELECT sequence FROM log_head) ORDER BY told_sequence, id`;
  return inBatch(store, moment, untold, (row, now, upTo, sequences) => {
    const subscriber = subscriberOf(row);
    return sequences
      .filter((sequence) => sequence > row.told_sequence && sequence <= upTo)
      .map((sequence) => ({
        subscriber,
        eventId: v5(`${row.id} event ${sequence}`, namespace),
        content: contentOf(row, sequence - 1, sequence, now, false),
      }));
  });
}

function contentOf(row: Due, after: number, upTo: number, now: Date, more: boolean): DigestContent {
  return { subscriber: row.id, after, upTo, since: row.told_at.toISOString(), until: untilOf(now), more };
}

/** In whole minutes: nobody reads seconds, and digests that differ in nothing else are composed once. */
function sinceOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / minute) * minute);
}

function untilOf(now: Date): string {
  return new Date(Math.ceil(now.getTime() / minute) * minute).toISOString();
}

/** When a rhythm has its second moment after somebody was told: a digest that comes as late covers more than one step. null: it has none. */
function secondSlot(subscriber: MailSubscriber, toldAt: Date): Date | null {
  const first = nextSlot(subscriber, toldAt, null);
  return (first && nextSlot(subscriber, first.at, first.date)?.at) ?? null;
}

async function inBatch(
  store: Store,
  moment: Date | null,
  which: string,
  mailsFor: (row: Due, now: Date, upTo: number, sequences: readonly number[]) => readonly Written[],
): Promise<Batch> {
  const directory = await freshDirectory(store);
  const client = await store.pool.connect();
  try {
    await client.query('BEGIN');
    const sql = client as unknown as Queryable;
    const { rows: heads } = await sql.query<{ now: Date; sequence: number }>(
      `SELECT coalesce($1, date_trunc('milliseconds', clock_timestamp())) AS now, sequence FROM log_head
       WHERE NOT network_held()`,
      [moment],
    );
    const [head] = heads;
    const rows = head ? await claim(sql, which, head.now) : [];
    if (!head || rows.length === 0) {
      await client.query('COMMIT');
      return { taken: 0, mails: 0, at: head?.now ?? new Date(0) };
    }
    const compositions = openCompositions(sql);
    const from = Math.min(...rows.map(({ told_sequence: told }) => told));
    const { entries } = await compositions.material({
      after: from,
      upTo: head.sequence,
      until: untilOf(head.now),
    });
    const sequences = entries.map(({ sequence }) => sequence);
    const written: Written[] = [];
    for (const row of rows) {
      for (const one of mailsFor(row, head.now, head.sequence, sequences)) {
        const reader = mailReader(directory, one.subscriber.vouchers);
        if (await compositions.compose(one.content, reader, one.subscriber.filter)) written.push(one);
      }
    }
    await insertMails(sql, written, coordinatorOf(directory), head.now);
    await moveOn(sql, rows, head);
    await client.query('COMMIT');
    return { taken: rows.length, mails: written.length, at: head.now };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function claim(sql: Queryable, which: string, now: Date): Promise<Due[]> {
  const { rows } = await sql.query<Due>(
    `SELECT ${subscriberColumns}, told_sequence, told_at, next_date::text FROM mail_subscriber
     WHERE ${which} LIMIT ${together} FOR UPDATE SKIP LOCKED`,
    [now],
  );
  return rows;
}

async function insertMails(
  sql: Queryable,
  written: readonly Written[],
  organisationId: string,
  now: Date,
): Promise<void> {
  if (written.length === 0) return;
  const rows = written.map(({ subscriber, eventId, content }) => ({
    id: v7(),
    event_id: eventId,
    recipient: subscriber.address,
    content: JSON.stringify(content),
  }));
  await sql.query(
    `INSERT INTO delivery (id, event_id, channel, recipient, kind, organisation_id, content, next_at, give_up_at, created_at, updated_at)
     SELECT id, event_id, 'email', recipient, 'digest', $2, content, $3, $3::timestamptz + interval '1 day', $3, $3
     FROM json_to_recordset($1::json) AS mail (id uuid, event_id uuid, recipient text, content text)
     ON CONFLICT (event_id, channel, recipient) DO NOTHING`,
    [JSON.stringify(rows), organisationId, now],
  );
}

/** A pause that is over is forgotten with the digest that says what it held back. */
async function moveOn(sql: Queryable, rows: readonly Due[], head: { now: Date; sequence: number }): Promise<void> {
  const nexts = new Recent<ReturnType<typeof nextDigest>>(together);
  const moved = rows.map((row) => {
    const toldDate = row.next_date ?? row.told_date;
    const next = nexts.answer(`${row.rhythm} ${row.time_zone} ${toldDate}`, () =>
      nextDigest({ ...subscriberOf(row), pausedUntil: null }, head.now, toldDate),
    );
    return { id: row.id, told_date: toldDate, next_at: next?.at ?? null, next_date: next?.date ?? null };
  });
  await sql.query(
    `UPDATE mail_subscriber SET told_sequence = $2, told_at = $3, paused_until = NULL, told_date = moved.told_date,
       next_at = moved.next_at, next_date = moved.next_date
     FROM json_to_recordset($1::json) AS moved (id uuid, told_date date, next_at timestamptz, next_date date)
     WHERE mail_subscriber.id = moved.id`,
    [JSON.stringify(moved), head.sequence, sinceOf(head.now)],
  );
}
