import type pg from 'pg';
import type { Directory } from '../domain/directory.ts';
import { changesDirectory, type NewEvent } from '../domain/log.ts';
import { chain, type ChainedEvent } from './chain.ts';
import { loadDirectory } from './directory.ts';
import { keepAnswer, nameOf, recallAnswers, type Answered, type Claim } from './idempotency.ts';
import { isSilent } from './pool.ts';
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
 * @returns the outcomes in order, the directory as of the commit where it could still be read, and the sequence of the last
 *   event that was appended
 * @throws whatever PostgreSQL says when the commit as a whole fails: then the connection is to be let go of, and nothing of any
 *   command was stored, or, when the connection was lost, it is unknown
 */
export async function commitTogether(
  client: pg.Client,
  batch: readonly Pending[],
  known: Directory | undefined,
): Promise<{ outcomes: Outcome[]; directory: Directory | undefined; appended: number | undefined }> {
  const head = await lockedHead(client);
  // Each commit has a moment of its own, also when the clock stands or was set back: histories are ordered by it.
  const now = new Date(Math.max(head.now.getTime(), head.at.getTime() + 1));
  let directory = known?.sequence === head.directory_sequence ? known : undefined;
  const recalled = await recallAnswers(
    client,
    batch.flatMap(({ claim }) => claim ?? []),
  );
  const shares: Share[] = [];
  const outcomes: Outcome[] = [];
  for (const pending of batch) {
    directory ??= await loadDirectory(client);
    const share: Share = { rows: [], events: [], savepoint: false };
    const unit = openUnit(client, share, shares, { now, directory });
    const outcome = await runOne(client, pending, recalled, share, unit);
    outcomes.push(outcome);
    if ('error' in outcome) continue;
    shares.push(share);
    if (share.events.some(({ type }) => changesDirectory(type))) directory = undefined;
  }
  const events = chain(
    head,
    shares.flatMap((share) => share.events),
    now.toISOString(),
  );
  const changed = events.findLast(({ type }) => changesDirectory(type as NewEvent['type']))?.sequence;
  const sequence = changed ?? head.directory_sequence;
  await flush(client, shares, events, sequence);
  await client.query('COMMIT');
  return {
    outcomes,
    // Read behind the lock, not under it; what was committed stands whether or not it can be read.
    directory: directory ? asOf(directory, sequence) : await loadDirectory(client).catch(() => undefined),
    appended: events.at(-1)?.sequence,
  };
}

function asOf(directory: Directory, sequence: number): Directory {
  return directory.sequence === sequence ? directory : { ...directory, sequence };
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
  unit: Unit,
): Promise<Outcome> {
  const before = claim && recalled.get(nameOf(claim));
  if (before instanceof Error) return { error: before };
  if (before) return { value: { ...before, replayed: true } };
  try {
    const value = await command(unit);
    if (share.savepoint) await client.query('RELEASE SAVEPOINT command');
    if (claim) keepAnswer(unit, claim, value as Answered);
    return { value: claim ? { ...(value as Answered), replayed: false } : value };
  } catch (error) {
    if (isSilent(error)) throw error;
    if (share.savepoint) await client.query('ROLLBACK TO SAVEPOINT command');
    return { error };
  }
}

function openUnit(
  client: pg.Client,
  share: Share,
  earlier: readonly Share[],
  { now, directory }: { now: Date; directory: Directory },
): Unit {
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
    async settle() {
      if (share.savepoint) throw new Error('A command settles what came before it first of all.');
      await flushRows(client, earlier);
    },
    insert: (table, row) => share.rows.push([table, row]),
    append: (event) => share.events.push(event),
  };
}

/** What commands put off, as one statement's parts; nothing is put off any longer. */
function insertions(shares: readonly Share[]): { tables: string[]; inserts: string[]; values: unknown[] } {
  const rows = new Map<InsertedTable, Readonly<Record<string, unknown>>[]>();
  for (const [table, row] of shares.flatMap((share) => share.rows.splice(0))) {
    const others = rows.get(table);
    if (others) others.push(row);
    else rows.set(table, [row]);
  }
  const tables = [...rows.keys()].toSorted();
  return {
    tables,
    inserts: tables.map((table, index) => insertion(`into_${table}`, table, index + 1)),
    values: tables.map((table) => JSON.stringify(rows.get(table))),
  };
}

async function flushRows(client: pg.Client, shares: readonly Share[]): Promise<void> {
  const { inserts, values } = insertions(shares);
  if (inserts.length > 0) await client.query(`WITH ${inserts.join(', ')} SELECT 1`, values);
}

/** Rows and events of all commands, the new head and the notification, in one statement. */
async function flush(
  client: pg.Client,
  shares: readonly Share[],
  events: readonly ChainedEvent[],
  directorySequence: number,
): Promise<void> {
  const last = events.at(-1);
  if (!last) return flushRows(client, shares);
  const { tables, inserts, values } = insertions(shares);
  const from = inserts.length + 1;
  values.push(
    JSON.stringify(events.map(eventRow)),
    last.sequence,
    last.hash,
    last.at,
    directorySequence,
    String(last.sequence),
  );
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
    digest: `\\x${event.digest.toString('hex')}`,
    hash: `\\x${event.hash.toString('hex')}`,
  };
}
