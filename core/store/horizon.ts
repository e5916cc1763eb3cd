import type { HorizonQuery } from '../contract/horizon.ts';
import type { WarningsQuery } from '../contract/queries.ts';
import type { AcknowledgementState } from '../contract/vocabularies.ts';
import type { Filter } from '../contract/filter.ts';
import type { HorizonRange } from '../domain/horizon.ts';
import type { Reader } from '../domain/organisation.ts';
import { admitted, type Predicate } from './admission.ts';
import type { Queryable } from './unit.ts';
import { asked, loadWarnings, type LoadedWarning } from './warnings.ts';

/** Where the page before ended, of a list that is read by onset. */
export interface OnsetEnd {
  readonly onset: string;
  readonly id: string;
}

/** Warnings that a reader may see and a query asks for, by onset, the earliest first. */
export async function listHorizon(
  sql: Queryable,
  reader: Reader,
  query: HorizonQuery,
  { since, until }: HorizonRange,
  page: { readonly limit: number; readonly after: OnsetEnd | undefined },
): Promise<{ warnings: LoadedWarning[]; more: boolean }> {
  const { after, limit } = page;
  const where: Predicate[] = [
    admitted(reader),
    ...asked(reader, matterOf(query)),
    (bind) => `onset >= ${bind(since)}::timestamptz AND onset < ${bind(until)}::timestamptz`,
  ];
  if (after) where.push((bind) => `(onset, id) > (${bind(after.onset)}::timestamptz, ${bind(after.id)}::uuid)`);
  const warnings = await select(sql, where, () => 'onset, id', limit + 1);
  return { warnings: warnings.slice(0, limit), more: warnings.length > limit };
}

/** What a query asks for besides when: in other lists its times are those of the raise. */
function matterOf({ country, language, ground, severity, status, state }: HorizonQuery): WarningsQuery {
  return { country, language, ground, severity, status, state };
}

/** What a calendar is told of at most, and from how long ago on. */
const calendarWindow = { warnings: 1_000, pastDays: 90 };

/** What a calendar follows: the nearest to now of what has begun lately and of all that is to come, by onset. */
export async function horizonAround(
  sql: Queryable,
  reader: Reader,
  { countries, languages, grounds, severity, statuses }: Filter,
  now: Date,
): Promise<LoadedWarning[]> {
  const query = { country: countries, language: languages, ground: grounds, severity, status: statuses };
  const { warnings: most, pastDays } = calendarWindow;
  const where: Predicate[] = [
    admitted(reader),
    ...asked(reader, query),
    () => `tlp <> 'TLP:RED'`,
    (bind) => `onset >= ${bind(now)}::timestamptz - make_interval(days => ${pastDays})`,
  ];
  return select(sql, where, (bind) => `abs(extract(epoch FROM onset - ${bind(now)}::timestamptz)), id`, most);
}

async function select(
  sql: Queryable,
  where: readonly Predicate[],
  order: Predicate,
  limit: number,
): Promise<LoadedWarning[]> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM warning WHERE ${where.map((predicate) => `(${predicate(bind)})`).join(' AND ')}
     ORDER BY ${order(bind)} LIMIT ${bind(limit)}`,
    values,
  );
  const ids = rows.map(({ id }) => id);
  const loaded = await loadWarnings(sql, ids);
  return ids.flatMap((id) => loaded.get(id) ?? []);
}

/** How many teams of an organisation stand where to a warning. */
export interface TeamCount {
  readonly warningId: string;
  readonly organisationId: string;
  readonly state: AcknowledgementState;
  readonly teams: number;
}

/** How many teams stand where, of those that were asked or answered unasked. */
export async function countTeams(sql: Queryable, warningIds: readonly string[]): Promise<TeamCount[]> {
  if (warningIds.length === 0) return [];
  const { rows } = await sql.query<TeamCount>(
    `SELECT warning_id AS "warningId", organisation_id AS "organisationId", state, count(*)::integer AS teams
     FROM acknowledgement WHERE warning_id = ANY($1) AND (expected OR state <> 'pending')
     GROUP BY warning_id, organisation_id, state`,
    [warningIds],
  );
  return rows;
}
