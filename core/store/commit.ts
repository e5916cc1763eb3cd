import type pg from 'pg';
import type { Directory } from '../domain/directory.ts';
import { changesDirectory, type NewEvent } from '../domain/log.ts';
import { chain, type ChainedEvent } from './chain.ts';
import { loadDirectory } from './directory.ts';
import { keepAnswer, nameOf, recallAnswers, type Answered, type Claim } from './idempotency.ts';
import type { Command, InsertedTable, Queryable, Unit } from './unit.ts';

export type Outcome = { value: unknown } | { error: unknown };

/** A command, and the Idempotency-Key it came under. */
export interface Pending {
  readonly command: Command<unknown>;
  readonly claim?: Claim | undefined;
}

interface Head {
  sequence: number;
  hash: Buffer;
  at: Date;
  directory_sequence: number;
  now: Date;
}

interface Share {
  readonly rows: [InsertedTable, Readonly<Record<string, unknown>>][];
  readonly events: NewEvent[];
  savepoint: boolean;
}

/** The lock that gives the log its order: taken before a sequence number is. */
const lock = 7401201;
const begin = `BEGIN; SELECT pg_advisory_xact_lock(${lock});
  SELECT sequence, hash, at, directory_sequence, date_trunc('milliseconds', clock_timestamp()) AS now FROM log_head`;

/**
 * Commits many commands at once, each atomic by itself: a refused one leaves nothing, the others go on.
 * @returns with the outcomes in order, and the sequence of the last event that was appended
 * @throws whatever PostgreSQL says when the commit as a whole fails; then nothing of any command was stored, or, when the
 *   connection was lost, it is unknown
 */
export async function commitTogether(
  client: pg.Client,
  batch: readonly Pending[],
  known: Directory | undefined,
): Promise<{ outcomes: Outcome[]; directory: Directory; appended: number | undefined }> {
  try {
    const head = await lockedHead(client);
    const now = new Date(Math.max(head.now.getTime(), head.at.getTime()));
    let directory = known?.sequence === head.directory_sequence ? known : await loadDirectory(client);
    const recalled = await recallAnswers(
      client,
      batch.flatMap(({ claim }) => claim ?? []),
    );
    const shares: Share[] = [];
    const outcomes: Outcome[] = [];
    for (const pending of batch) {
      const share: Share = { rows: [], events: [], savepoint: false };
      const outcome = await runOne(client, pending, recalled, share, { now, directory });
      outcomes.push(outcome);
      if ('error' in outcome) continue;
      shares.push(share);
      if (share.events.some(({ type }) => changesDirectory(type))) directory = await loadDirectory(client);
    }
    const events = chain(
      head,
      shares.flatMap((share) => share.events),
      now.toISOString(),
    );
    const changed = events.findLast(({ type }) => changesDirectory(type as NewEvent['type']))?.sequence;
    await flush(client, shares, events, changed ?? head.directory_sequence);
    await client.query('COMMIT');
    return {
      outcomes,
      directory: { ...directory, sequence: changed ?? head.directory_sequence },
      appended: events.at(-1)?.sequence,
    };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function lockedHead(client: pg.Client): Promise<Head> {
  const results = (await client.query(begin)) as unknown as pg.QueryResult<Head>[];
  const head = results.at(-1)?.rows[0];
  if (!head) throw new Error('The log has no head: was `tocsin migrate` run on this database?');
  return head;
}

async function runOne(
  client: pg.Client,
  { command, claim }: Pending,
  recalled: Map<string, Answered | Error>,
  share: Share,
  moment: { now: Date; directory: Directory },
): Promise<Outcome> {
  const before = claim && recalled.get(nameOf(claim));
  if (before instanceof Error) return { error: before };
  if (before) return { value: { ...before, replayed: true } };
  const unit = openUnit(client, share, moment);
  try {
    const value = await command(unit);
    if (share.savepoint) await client.query('RELEASE SAVEPOINT command');
    if (claim) keepAnswer(unit, claim, value as Answered);
    return { value: claim ? { ...(value as Answered), replayed: false } : value };
  } catch (error) {
    if (share.savepoint) await client.query('ROLLBACK TO SAVEPOINT command');
    return { error };
  }
}

function openUnit(client: pg.Client, share: Share, { now, directory }: { now: Date; directory: Directory }): Unit {
  const sql: Queryable = {
    async query<Row extends object>(text: string, values?: readonly unknown[]) {
      if (!share.savepoint) {
        await client.query('SAVEPOINT command');
        share.savepoint = true;
      }
      return client.query<Row & pg.QueryResultRow>(text, values as unknown[]);
    },
  };
  return {
    now,
    at: now.toISOString(),
    directory,
    sql,
    insert: (table, row) => share.rows.push([table, row]),
    append: (event) => share.events.push(event),
  };
}

/** Rows and events of all commands, the new head and the notification, in one statement. */
async function flush(
  client: pg.Client,
  shares: readonly Share[],
  events: readonly ChainedEvent[],
  directorySequence: number,
): Promise<void> {
  const rows = new Map<InsertedTable, Readonly<Record<string, unknown>>[]>();
  for (const [table, row] of shares.flatMap((share) => share.rows)) {
    const others = rows.get(table);
    if (others) others.push(row);
    else rows.set(table, [row]);
  }
  if (rows.size === 0 && events.length === 0) return;
  const tables = [...rows.keys()].toSorted();
  const values: unknown[] = tables.map((table) => JSON.stringify(rows.get(table)));
  const inserts = tables.map((table, index) => insertion(`into_${table}`, table, index + 1));
  const last = events.at(-1);
  if (!last) {
    await client.query(`WITH ${inserts.join(', ')} SELECT 1`, values);
    return;
  }
  values.push(
    JSON.stringify(events.map(eventRow)),
    last.sequence,
    last.hash,
    last.at,
    directorySequence,
    String(last.sequence),
  );
  const from = tables.length + 1;
  await client.query({
    // Prepared once for each set of tables; a name may have 63 characters.
    name: `append ${tables.map((table) => table.slice(0, 8)).join(' ')}`,
    text: `WITH ${[...inserts, insertion('into_event', 'event', from)].join(', ')}
     UPDATE log_head SET sequence = $${from + 1}, hash = $${from + 2}, at = $${from + 3}, directory_sequence = $${from + 4}
     RETURNING pg_notify('tocsin_log', $${from + 5})`,
    values,
  });
}

function insertion(name: string, table: string, parameter: number): string {
  return `${name} AS (INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $${parameter}::json))`;
}

function eventRow(event: ChainedEvent): Record<string, unknown> {
  return {
    sequence: event.sequence,
    type: event.type,
    warning_id: event.warningId,
    revision: event.revision,
    organisation_id: event.organisationId,
    actor_id: event.actorId,
    content: event.content,
    at: event.at,
    salt: `\\x${event.salt.toString('hex')}`,
    hash: `\\x${event.hash.toString('hex')}`,
  };
}
