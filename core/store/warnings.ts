import type { WarningsQuery } from '../contract/queries.ts';
import type { Status, WarningState } from '../contract/vocabularies.ts';
import type { MarkedRevision, WarningHistory } from '../domain/audience.ts';
import { asksForStatusAlone, canonicalFilter, severityRank } from '../domain/filter.ts';
import type { Reader } from '../domain/organisation.ts';
import type { WarningContent, WarningSnapshot } from '../domain/warning.ts';
import { fold } from './search.ts';
import { admitted, fullyReadable, type Predicate } from './admission.ts';
import type { Queryable } from './unit.ts';

/** A warning as it is now, and all that the audience asks of it. */
export interface LoadedWarning {
  readonly snapshot: WarningSnapshot;
  readonly history: WarningHistory;
}

interface WarningRow {
  id: string;
  issuer_id: string;
  status: Status;
  revision: number;
  state: WarningState;
  created_at: Date;
  updated_at: Date;
  cancelled_at: Date | null;
  cancellation_reason: string | null;
  retracted: boolean;
  seen: number;
  not_seen: number;
}

/** A revision's text. */
export interface RevisionRow {
  warning_id: string;
  revision: number;
  content: string;
  at: Date;
}

export interface RedactionRow {
  id: string;
  warning_id: string;
  revision: number;
  members: string[];
  reason: string;
  at: Date;
}

const warningColumns =
  'id, issuer_id, status, revision, state, created_at, updated_at, cancelled_at, cancellation_reason, retracted, seen, not_seen';

export async function loadWarning(sql: Queryable, id: string): Promise<LoadedWarning | undefined> {
  return (await loadWarnings(sql, [id])).get(id);
}

/** The markings of all revisions in one small column, so that nobody reads 200 texts to learn who may have the newest. */
export const markedColumn =
  '(SELECT json_agg(marked::json ORDER BY revision) FROM warning_revision WHERE warning_id = warning.id) AS marked';

/** Warnings by id, each as it is now; ids of none are left out. */
export async function loadWarnings(sql: Queryable, ids: readonly string[]): Promise<Map<string, LoadedWarning>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql.query<WarningRow & { marked: MarkedRevision[]; content: string }>(
    `SELECT ${warningColumns}, ${markedColumn},
       (SELECT content FROM warning_revision WHERE warning_id = warning.id AND revision = warning.revision) AS content
     FROM warning WHERE id = ANY($1)`,
    [ids],
  );
  const redactions = await loadRedactions(sql, ids);
  return new Map(rows.map((row) => [row.id, { snapshot: snapshotOf(row, row, redactions), history: historyOf(row) }]));
}

/** What the audience asks of warnings, by id. */
export async function loadHistories(sql: Queryable, ids: readonly string[]): Promise<Map<string, WarningHistory>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql.query<Parameters<typeof historyOf>[0]>(
    `SELECT id, issuer_id, ${markedColumn} FROM warning WHERE id = ANY($1)`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, historyOf(row)]));
}

/** Every revision as it stands today: its own content, the warning's present state. Oldest first. */
export async function loadRevisions(sql: Queryable, id: string): Promise<WarningSnapshot[]> {
  const { rows } = await sql.query<WarningRow>(`SELECT ${warningColumns} FROM warning WHERE id = $1`, [id]);
  const row = rows[0];
  if (!row) return [];
  const { rows: revisions } = await sql.query<RevisionRow>(
    'SELECT warning_id, revision, content, at FROM warning_revision WHERE warning_id = $1 ORDER BY revision',
    [id],
  );
  const redactions = await loadRedactions(sql, [id]);
  return revisions.map((revision) => ({
    ...snapshotOf(row, revision, redactions),
    updatedAt: revision.at.toISOString(),
  }));
}

/** What was blanked in any revision of these warnings, in order. */
export async function loadRedactions(sql: Queryable, ids: readonly string[]): Promise<RedactionRow[]> {
  const { rows } = await sql.query<RedactionRow>(
    'SELECT id, warning_id, revision, members, reason, at FROM redaction WHERE warning_id = ANY($1) ORDER BY at, id',
    [ids],
  );
  return rows;
}

export function historyOf(row: { id: string; issuer_id: string; marked: readonly MarkedRevision[] }): WarningHistory {
  return { id: row.id, issuerId: row.issuer_id, revisions: row.marked };
}

/** What of a revision was blanked, as it is shown. */
export function redactionsOf(
  redactions: readonly RedactionRow[],
  warningId: string,
  revision: number,
): WarningSnapshot['redactions'] {
  return redactions
    .filter((one) => one.warning_id === warningId && one.revision === revision)
    .map(({ members, reason, at }) => ({ members, reason, at: at.toISOString() }));
}

function snapshotOf(
  row: WarningRow,
  { revision, content }: { revision: number; content: string },
  redactions: readonly RedactionRow[],
): WarningSnapshot {
  return {
    id: row.id,
    issuerId: row.issuer_id,
    status: row.status,
    revision,
    state: row.state,
    content: JSON.parse(content) as WarningContent,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    cancellation: row.cancelled_at && {
      reason: row.cancellation_reason ?? '',
      at: row.cancelled_at.toISOString(),
      ...(row.retracted ? { retracted: true } : {}),
    },
    corroborations: { seen: row.seen, notSeen: row.not_seen },
    redactions: redactionsOf(redactions, row.id, revision),
  };
}

/**
 * Warnings that a reader may see and a query asks for, newest first.
 * @param before the last one of the page before
 */
export async function listWarnings(
  sql: Queryable,
  reader: Reader,
  query: WarningsQuery,
  before?: { createdAt: string; id: string },
): Promise<{ warnings: LoadedWarning[]; more: boolean }> {
  const where = [admitted(reader), ...asked(reader, query)];
  if (before)
    where.push((bind) => `(created_at, id) < (${bind(before.createdAt)}::timestamptz, ${bind(before.id)}::uuid)`);
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const limit = query.limit ?? 50;
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM warning WHERE ${where.map((predicate) => `(${predicate(bind)})`).join(' AND ')}
     ORDER BY created_at DESC, id DESC LIMIT ${bind(limit + 1)}`,
    values,
  );
  const ids = rows.slice(0, limit).map(({ id }) => id);
  const loaded = await loadWarnings(sql, ids);
  return { warnings: ids.flatMap((id) => loaded.get(id) ?? []), more: rows.length > limit };
}

/** The query's parameters as conditions on the table `warning`: they mean what they mean in a filter. */
export function asked(reader: Reader, query: WarningsQuery): Predicate[] {
  const filter = canonicalFilter({
    ...(query.country ? { countries: query.country } : {}),
    ...(query.language ? { languages: query.language } : {}),
    ...(query.ground ? { grounds: query.ground } : {}),
    ...(query.severity ? { severity: query.severity } : {}),
    ...(query.status ? { statuses: query.status } : {}),
  });
  const { countries, languages, grounds, statuses } = filter;
  const predicates: Predicate[] = [(bind) => `status = ANY(${bind(statuses)})`];
  if (filter.severity !== 'minor') predicates.push((bind) => `severity >= ${bind(severityRank(filter.severity))}`);
  if (countries.length > 0) predicates.push((bind) => `countries = '{}' OR countries && ${bind(countries)}::text[]`);
  if (grounds.length > 0) predicates.push((bind) => `grounds && ${bind(grounds)}::text[]`);
  if (languages.length > 0) {
    // RFC 4647 basic filtering: the range itself, or the range and a hyphen at the beginning.
    predicates.push(
      (bind) => `EXISTS (SELECT FROM unnest(languages) tag, unnest(${bind(languages)}::text[]) range
        WHERE lower(tag) = lower(range) OR starts_with(lower(tag), lower(range) || '-'))`,
    );
  }
  const { issuer, state, since, until, q } = query;
  if (issuer) predicates.push((bind) => `issuer_id = ${bind(reader.organisationId)}::uuid`);
  if (state) predicates.push((bind) => `state = ANY(${bind(state)})`);
  if (since) predicates.push((bind) => `created_at >= ${bind(since)}::timestamptz`);
  if (until) predicates.push((bind) => `created_at < ${bind(until)}::timestamptz`);
  // What folds to nothing, marks alone, stands in no text.
  if (q) predicates.push((bind) => `position(NULLIF(${bind(fold(q))}, '') IN search) > 0`);
  // A coordinator outside a TLP:RED warning's audience may not find it by what it says.
  const byText = q !== undefined || !asksForStatusAlone(filter);
  if (byText && reader.kind === 'coordinator') predicates.push(fullyReadable(reader));
  return predicates;
}
