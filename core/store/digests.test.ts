import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import { settle, type Inhabitant } from '../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../test/support/store.ts';
import { aRaise } from '../../test/support/warnings.ts';
import type { Rhythm } from '../contract/mail-subscriber.ts';
import { accessThenAndNow, heardBy } from '../domain/audience.ts';
import { digestTypes } from '../domain/digest.ts';
import { canonicalFilter } from '../domain/filter.ts';
import { instantOf } from '../domain/local-time.ts';
import { mailReader, type MailSubscriber } from '../domain/mail-subscriber.ts';
import { Refusal } from '../domain/refusal.ts';
import { cancelWarning } from './commands/cancel.ts';
import { changeMailSubscriber, confirmMailSubscriber } from './commands/mail-subscriber.ts';
import { raiseWarning } from './commands/raise.ts';
import { reviseWarning } from './commands/revise.ts';
import { addVouch } from './commands/vouch.ts';
import { openCompositions } from './compositions.ts';
import type { DigestContent } from './digest-material.ts';
import { writeDueDigests, writeInstantMails } from './digests.ts';
import { subscribersOf } from './mail-subscribers.ts';
import { tokenDigest } from './token.ts';
import type { Command } from './unit.ts';
import { loadWarnings } from './warnings.ts';

let opened: TestStore;
let cso: Inhabitant;
beforeAll(async () => {
  opened = await openTestStore();
  await settle(opened.store, { name: 'Hub', kind: 'coordinator' });
  cso = await settle(opened.store, { name: 'Watch', kind: 'cso' });
}, 60_000);
afterAll(() => opened.close(), 30_000);

const hours = 3_600_000;
const countries = fc.uniqueArray(fc.constantFrom('DE', 'FR', 'PL'), { minLength: 1, maxLength: 2 });
const severity = fc.constantFrom('minor' as const, 'moderate' as const, 'severe' as const);
const tlp = fc.constantFrom('TLP:CLEAR' as const, 'TLP:CLEAR' as const, 'TLP:GREEN' as const, 'TLP:AMBER' as const);
const hour = fc.integer({ min: 0, max: 23 });
/** Zones whose clocks change by an hour or half of one, north and south, and never. */
const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Pacific/Chatham',
  'Asia/Kathmandu',
);
const rhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.record({ type: fc.constant('daily' as const), hour }),
  fc.record({
    type: fc.constant('weekly' as const),
    day: fc.constantFrom('sat' as const, 'sun' as const, 'mon' as const),
    hour,
  }),
  fc.constant({ type: 'instant' as const }),
);
const wishes = fc.record({
  rhythm,
  timeZone: zone,
  filter: fc.record({ countries: fc.oneof(fc.constant<('DE' | 'FR' | 'PL')[]>([]), countries), severity }),
  trusted: fc.boolean(),
});
/** The weekends of 2026 and 2027 in which some of these clocks change. */
const begin = fc
  .tuple(
    fc.constantFrom('2026-03-07', '2026-03-28', '2026-04-04', '2026-09-05', '2026-09-26', '2026-10-03', '2026-10-24'),
    fc.integer({ min: -30, max: 20 }),
  )
  .map(([date, shift]) => new Date(Date.parse(`${date}T12:00:00Z`) + shift * hours));

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ raise: fc.record({ tlp, countries, severity }) }) },
  { weight: 3, arbitrary: fc.record({ revise: fc.nat(9), to: fc.record({ tlp, countries, severity }) }) },
  { weight: 1, arbitrary: fc.record({ cancel: fc.nat(9) }) },
  { weight: 4, arbitrary: fc.record({ pass: fc.integer({ min: 1, max: 40 }), awake: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ pause: fc.nat(3), hours: fc.integer({ min: 0, max: 72 }) }) },
  { weight: 1, arbitrary: fc.record({ change: fc.nat(3), rhythm, timeZone: zone }) },
);

type Value<A> = A extends fc.Arbitrary<infer T> ? T : never;
type Asked = Value<typeof wishes>;
type Step = Value<typeof step>;

/** A command as of a moment. */
const asOf =
  <T>(now: Date, command: Command<T>): Command<T> =>
  (unit) =>
    command({ ...unit, now });

/** Whoever asked, confirmed at this moment. */
async function subscribe(asked: Asked[], now: Date): Promise<void> {
  const { sql, writer } = opened.store;
  await sql.query('DELETE FROM mail_subscriber');
  for (const { rhythm: when, timeZone, filter, trusted } of asked) {
    const id = v7();
    const address = `${id}@reader.example`;
    if (trusted) await writer.run(addVouch(cso.caller, { address }));
    await sql.query(
      `INSERT INTO mail_subscriber (id, address, token_digest, filter, rhythm, time_zone, language, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'en', $7, $7)`,
      [id, address, tokenDigest(id), JSON.stringify(canonicalFilter(filter)), JSON.stringify(when), timeZone, now],
    );
    await writer.run(asOf(now, confirmMailSubscriber(id)));
  }
}

interface Standing extends MailSubscriber {
  readonly told: number;
  readonly nextDate: string | null;
}

async function standing(): Promise<Standing[]> {
  const { sql } = opened.store;
  const { rows } = await sql.query<{ id: string; told: number; nextDate: string | null }>(
    'SELECT id, told_sequence AS told, next_date::text AS "nextDate" FROM mail_subscriber ORDER BY id',
  );
  const subscribers = await subscribersOf(
    sql,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...(subscribers.get(row.id) as MailSubscriber), ...row }));
}

/** Takes what was written since the last time. */
async function written(): Promise<{ event: string; content: DigestContent }[]> {
  const { rows } = await opened.store.sql.query<{ event: string; content: string }>(
    `DELETE FROM delivery WHERE kind = 'digest' RETURNING event_id AS event, content`,
  );
  return rows.map(({ event, content }) => ({ event, content: JSON.parse(content) as DigestContent }));
}

interface Entry {
  sequence: number;
  id: string;
  revision: number;
}

/** What happened in a part of the log that a subscriber may be told of as things stand, and asked for. */
async function toTell({ told, vouchers, filter }: Standing, upTo: number): Promise<Entry[]> {
  const { store } = opened;
  const { rows } = await store.sql.query<Entry>(
    `SELECT sequence, warning_id AS id, revision FROM event
     WHERE sequence > $1 AND sequence <= $2 AND type = ANY($3) ORDER BY sequence`,
    [told, upTo, digestTypes],
  );
  const warnings = await loadWarnings(store.sql, [...new Set(rows.map(({ id }) => id))]);
  const reader = mailReader(store.directory(), vouchers);
  return rows.filter(({ id, revision }) => {
    const history = warnings.get(id)?.history;
    return (
      history && accessThenAndNow(history, revision, reader) !== 'none' && heardBy(history, revision, reader, filter)
    );
  });
}

/** The worker is awake at a moment: whoever is due is told of all that they were not told of, in mails of which none is empty. */
async function look(now: Date, seen: Set<string>): Promise<void> {
  const { store } = opened;
  const before = await standing();
  while ((await writeDueDigests(store, now)).taken > 0);
  while ((await writeInstantMails(store, now)).taken > 0);
  const after = new Map((await standing()).map((one) => [one.id, one]));
  const mails = await written();
  for (const { event } of mails) expect(seen.has(event)).toBe(false);
  for (const { event } of mails) seen.add(event);
  for (const was of before) {
    const is = after.get(was.id) as Standing;
    const own = mails.flatMap(({ content }) => (content.subscriber === was.id ? [content] : []));
    expect(is.nextAt === null || is.nextAt > now).toBe(true);
    if (was.pausedUntil !== null && was.pausedUntil > now) expect(own).toEqual([]);
    if (was.nextAt !== null && was.nextAt > now) {
      expect([own, is.told, is.nextDate]).toEqual([[], was.told, was.nextDate]);
      continue;
    }
    const { rhythm: when, nextDate } = was;
    if (nextDate !== null && when.type !== 'instant') {
      expect(is.toldDate).toBe(nextDate);
      expect(nextDate > (was.toldDate ?? '')).toBe(true);
      const time = `${String(when.hour).padStart(2, '0')}:00`;
      expect(instantOf(Temporal.PlainDate.from(nextDate), time, was.timeZone)).toBeLessThanOrEqual(now.getTime());
    }
    const entries = await toTell(was, is.told);
    const parts = was.nextAt === null ? entries.map((entry) => [entry]) : entries.length > 0 ? [entries] : [];
    expect(await toldIn(was, own)).toEqual(parts.map((part) => [...new Set(part.map(({ id }) => id))].toSorted()));
    const first = parts.length === 1 && was.nextAt !== null ? [{ after: was.told, upTo: is.told }] : undefined;
    expect(own.map(({ after: from, upTo }) => ({ after: from, upTo })).toSorted((a, b) => a.upTo - b.upTo)).toEqual(
      first ?? parts.map(([entry]) => ({ after: (entry?.sequence ?? 0) - 1, upTo: entry?.sequence })),
    );
  }
}

/** The warnings in each of somebody's mails, in the order of the log. */
async function toldIn({ vouchers, filter }: Standing, contents: DigestContent[]): Promise<string[][]> {
  const { store } = opened;
  const compositions = openCompositions(store.sql);
  const told: string[][] = [];
  for (const content of contents.toSorted((a, b) => a.upTo - b.upTo)) {
    const digest = await compositions.compose(content, mailReader(store.directory(), vouchers), filter);
    told.push((digest?.groups ?? []).flatMap(({ items }) => items.map(({ id }) => id)).toSorted());
  }
  return told;
}

/** What happens, one after the other, as time passes. */
async function live(steps: Step[], begun: Date): Promise<void> {
  const { sql, writer } = opened.store;
  const warnings: string[] = [];
  const seen = new Set<string>();
  let now = begun;
  const pass = (milliseconds: number): Date => (now = new Date(now.getTime() + milliseconds));
  const subscribers = (await standing()).map(({ id }) => id);
  const some = (all: string[], place: number): string => all[place % Math.max(1, all.length)] ?? v7();
  // What is refused, because nothing changed or a warning is over, did not happen.
  const attempt = (command: Command<unknown>): Promise<unknown> => writer.run(asOf(now, command)).catch(refused);
  for (const done of steps) {
    if ('raise' in done) warnings.push((await writer.run(raiseWarning(cso.caller, aRaise(done.raise)))).snapshot.id);
    if ('revise' in done) await attempt(reviseWarning(cso.caller, some(warnings, done.revise), done.to, '*'));
    if ('cancel' in done) await attempt(cancelWarning(cso.caller, some(warnings, done.cancel), 'Over.'));
    if ('change' in done) {
      const { rhythm: when, timeZone } = done;
      await attempt(changeMailSubscriber(some(subscribers, done.change), { rhythm: when, timeZone }));
    }
    if ('pause' in done) {
      const pausedUntil = done.hours === 0 ? null : new Date(now.getTime() + done.hours * hours).toISOString();
      await attempt(changeMailSubscriber(some(subscribers, done.pause), { pausedUntil }));
    }
    if ('pass' in done && !done.awake) pass(done.pass * hours);
    if ('pass' in done && done.awake)
      for (const end = now.getTime() + done.pass * hours; now.getTime() < end;) await look(pass(2.6 * hours), seen);
  }
  // In the end everybody's time has come, whatever was slept through.
  await look(pass(12 * 24 * hours), seen);
  const { rows } = await sql.query<{ told: boolean }>(
    'SELECT told_sequence = (SELECT sequence FROM log_head) AS told FROM mail_subscriber',
  );
  expect(rows.every(({ told }) => told)).toBe(true);
}

function refused(error: Error): void {
  if (!(error instanceof Refusal)) throw error;
}

test('whatever happens, pauses and is slept through, in every zone and as clocks change, each event is in one digest of whom it is for', async () => {
  await fc.assert(
    fc.asyncProperty(
      begin,
      fc.array(wishes, { minLength: 3, maxLength: 4 }),
      fc.array(step, { minLength: 6, maxLength: 14 }),
      async (begun, asked, steps) => {
        await subscribe(asked, begun);
        await live(steps, begun);
      },
    ),
    { numRuns: 20, endOnFailure: true },
  );
}, 60_000);
