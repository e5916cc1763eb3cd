import type { WarningHistory } from '../domain/audience.ts';
import { unauditedTypes } from '../domain/audit.ts';
import type { LogEntry } from '../domain/log.ts';
import type { Predicate } from './admission.ts';
import { entryOf } from './chain.ts';
import type { Positions } from './positions.ts';
import type { Queryable } from './unit.ts';
import { loadHistories } from './warnings.ts';

/** An entry as the chain holds it. */
export interface ChainedEntry {
  readonly entry: LogEntry;
  readonly salt: Buffer;
  readonly content: string;
  readonly digest: Buffer;
  readonly hash: Buffer;
}

/** Which part of the audit trail. */
export interface AuditSelection {
  /** What it did, what others did about it, and what became of its warnings; null: all. */
  readonly organisationId: string | null;
  /** Types, or how they begin. */
  readonly types?: readonly string[] | undefined;
  /** A member or a key. */
  readonly actor?: string | undefined;
  readonly warning?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

interface Row {
  sequence: number;
  salt: Buffer;
  content: string;
  digest: Buffer;
  hash: Buffer;
}

/** Entries before a sequence, the newest first; what was erased is left out. */
export function auditBefore(
  sql: Queryable,
  positions: Positions,
  selection: AuditSelection,
  before: number | null,
  limit: number,
): Promise<ChainedEntry[]> {
  const place: Predicate[] = before === null ? [] : [(bind) => `sequence < ${bind(before)}`];
  return select(sql, positions, selection, place, { direction: 'DESC', limit });
}

/** Entries after a sequence and up to another, in the order of the chain. */
export function auditBetween(
  sql: Queryable,
  positions: Positions,
  selection: AuditSelection,
  { after, upTo }: { after: number; upTo: number },
  limit: number,
): Promise<ChainedEntry[]> {
  const place: Predicate[] = [(bind) => `sequence > ${bind(after)}`, (bind) => `sequence <= ${bind(upTo)}`];
  return select(sql, positions, selection, place, { direction: 'ASC', limit });
}

async function select(
  sql: Queryable,
  positions: Positions,
  selection: AuditSelection,
  place: readonly Predicate[],
  { direction, limit }: { direction: 'ASC' | 'DESC'; limit: number },
): Promise<ChainedEntry[]> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const asked = [...place, ...predicates(selection)].map((predicate) => ` AND (${predicate(bind)})`).join('');
  const most = bind(limit);
  // Each way of concerning an organisation by an index of its own: `OR` between them would walk the whole log.
  const arms = concerns(selection.organisationId, bind).map(
    (concern) =>
      `(SELECT sequence FROM event WHERE ${concern} AND type !~ '${unauditedTypes}' AND content IS NOT NULL${asked}
        ORDER BY sequence ${direction} LIMIT ${most})`,
  );
  const { rows } = await sql.query<Row>(
    `SELECT sequence, salt, content, digest, hash FROM event
     WHERE sequence IN (${arms.join(' UNION ')}) ORDER BY sequence ${direction} LIMIT ${most}`,
    values,
  );
  return rows.map(({ sequence, content, ...chained }) => ({
    ...chained,
    content,
    entry: entryOf({ sequence, content }, positions.encode(sequence, chained.hash)),
  }));
}

function concerns(organisationId: string | null, bind: (value: unknown) => string): string[] {
  if (organisationId === null) return ['true'];
  const id = bind(organisationId);
  return [
    `organisation_id = ${id}::uuid`,
    `type !~ '^(warning|acknowledgement|escalation|comment|subscription|team)\\.'
       AND content::jsonb -> 'data' ->> 'organisation' = ${id}::uuid::text`,
    `warning_id IN (SELECT id FROM warning WHERE issuer_id = ${id}::uuid)`,
  ];
}

function predicates({ types, actor, warning, since, until }: AuditSelection): Predicate[] {
  const wanted: Predicate[] = [];
  if (types) wanted.push((bind) => `type = ANY(${bind(types)}) OR split_part(type, '.', 1) = ANY(${bind(types)})`);
  if (actor !== undefined) wanted.push((bind) => `actor_id = ${bind(actor)}::uuid`);
  if (warning !== undefined) wanted.push((bind) => `warning_id = ${bind(warning)}::uuid`);
  if (since !== undefined) wanted.push((bind) => `at >= ${bind(since)}::timestamptz`);
  if (until !== undefined) wanted.push((bind) => `at < ${bind(until)}::timestamptz`);
  return wanted;
}

/** Names of members and keys, also of those that were removed. */
export interface TrailNames {
  /** null: erased. */
  readonly members: ReadonlyMap<string, { readonly organisationId: string; readonly name: string | null }>;
  readonly keys: ReadonlyMap<
    string,
    { readonly organisationId: string; readonly name: string; readonly prefix: string }
  >;
}

export async function trailNames(sql: Queryable, ids: readonly string[]): Promise<TrailNames> {
  const members = await sql.query<{ id: string; organisationId: string; name: string | null }>(
    `SELECT id, organisation_id AS "organisationId", CASE WHEN erased_at IS NULL THEN name END AS name
     FROM member WHERE id = ANY($1)`,
    [ids],
  );
  const keys = await sql.query<{ id: string; organisationId: string; name: string; prefix: string }>(
    'SELECT id, organisation_id AS "organisationId", name, prefix FROM api_key WHERE id = ANY($1)',
    [ids],
  );
  return {
    members: new Map(members.rows.map((row) => [row.id, row])),
    keys: new Map(keys.rows.map((row) => [row.id, row])),
  };
}

/** What the audience asks of the warnings that entries are about. */
export async function trailHistories(
  sql: Queryable,
  entries: readonly ChainedEntry[],
): Promise<Map<string, WarningHistory>> {
  return loadHistories(
    sql,
    entries.flatMap(({ entry }) => entry.warningId ?? []),
  );
}
