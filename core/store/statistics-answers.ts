import type { Statistics } from '../contract/statistics.ts';
import { closing } from '../contract/vocabularies.ts';
import { answeredBy, chosen, type Selection } from './statistics-selection.ts';
import { byCount } from './statistics.ts';
import type { Queryable } from './unit.ts';

/** What became of answers. */
export type AnswerCounts = Statistics['answers'];
type Waited = keyof AnswerCounts['times'];
type Waits = AnswerCounts['times'][Waited];

type Part = 'state' | 'reason' | 'measure' | 'usefulness' | 'escalation';

interface CountRow {
  key: string | null;
  part: Part;
  code: string | null;
  count: number;
}

/** Of some waits: how many, and within how many seconds half of them and nine of ten ended. */
type TimeRow = { key: string | null } & Partial<Record<Waited, number>> &
  Partial<Record<`${Waited}_within`, [number, number] | null>>;

/** The answers that a selection of warnings got, all together and by organisation, for a platform by team; by id. */
export async function countAnswers(
  sql: Queryable,
  selection: Selection,
): Promise<{ whole: AnswerCounts; each: Map<string, AnswerCounts> }> {
  const [answers, firings, receiptTimes, answerTimes] = await Promise.all([
    asked<CountRow>(sql, selection, answerParts),
    asked<CountRow>(sql, selection, firingPart),
    asked<TimeRow>(sql, selection, receiptWaits),
    asked<TimeRow>(sql, selection, answerWaits),
  ]);
  const counts = [...answers, ...firings];
  const times = [...receiptTimes, ...answerTimes];
  const keys = new Set(counts.flatMap(({ key }) => key ?? []));
  const of = (key: string | null): AnswerCounts =>
    figures(
      counts.filter((row) => row.key === key),
      times.filter((row) => row.key === key),
    );
  return { whole: of(null), each: new Map([...keys].map((key) => [key, of(key)])) };
}

/**
 * Asks something of `pair`: each warning of the selection with each team that was to answer it, or did; `only` those alone, by
 * conditions on `warning` and on `acknowledgement`. Whoever asks reads a year of the table: written out for two to read it, it
 * would take longer.
 */
async function asked<Row extends object>(
  sql: Queryable,
  selection: Selection,
  query: string,
  only = { warning: 'true', acknowledgement: 'true' },
): Promise<Row[]> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const { subject } = selection;
  const received = subject.scope === 'received';
  // Whose answers these are says the pair: nothing is won by looking for warnings that have one.
  const warnings = chosen(received ? { ...selection, subject: { scope: 'network' } } : selection);
  const { rows } = await sql.query<Row>(
    `WITH chosen AS MATERIALIZED (
       SELECT id, state = 'active' AS active, created_at FROM warning WHERE ${warnings(bind)} AND ${only.warning}),
     pair AS NOT MATERIALIZED (
       SELECT warning_id, team_id, acknowledgement.organisation_id, acknowledgement.state, active, reason, measures, usefulness,
         since, waiting_since, delivered_at, seen_at, acknowledged_at, closed_at, reopened,
         COALESCE(expected_since, created_at) AS asked_at, ${received ? 'team_id' : 'acknowledgement.organisation_id'} AS key
       FROM chosen JOIN acknowledgement ON warning_id = chosen.id
       WHERE ${answeredBy(subject)(bind)} AND ${only.acknowledgement})
     ${query}`,
    values,
  );
  return rows;
}

/**
 * Answers of which the same was said are counted first: they are many, and what was said is little. What was said earlier of an
 * answer that was reopened stays said; a reason belongs to an answer that needs one.
 */
const answerParts = `, said AS MATERIALIZED (
    SELECT key, CASE WHEN state <> 'pending' THEN state WHEN active THEN 'pending' ELSE 'unanswered' END AS stood,
      CASE WHEN state IN ('no_action', 'declined') THEN reason END AS reason, measures, usefulness, count(*) AS times
    FROM pair GROUP BY 1, 2, 3, 4, 5)
  ${[
    `SELECT key, 'state' AS part, stood AS code, sum(times)::integer AS count FROM said GROUP BY GROUPING SETS ((key, stood), (stood))`,
    `SELECT key, 'reason', reason, sum(times)::integer FROM said WHERE reason IS NOT NULL
     GROUP BY GROUPING SETS ((key, reason), (reason))`,
    `SELECT key, 'measure', measure, sum(times)::integer FROM said CROSS JOIN LATERAL unnest(measures) AS measure
     GROUP BY GROUPING SETS ((key, measure), (measure))`,
    `SELECT key, 'usefulness', usefulness, sum(times)::integer FROM said WHERE usefulness IS NOT NULL
     GROUP BY GROUPING SETS ((key, usefulness), (usefulness))`,
  ].join(' UNION ALL ')}`;

const firingPart = `SELECT key, 'escalation' AS part, NULL AS code, count(*)::integer AS count
  FROM pair JOIN escalation USING (warning_id, team_id) JOIN escalation_firing firing ON firing.escalation_id = escalation.id
  WHERE firing.state = 'fired' GROUP BY GROUPING SETS ((key), ())`;

const closed = `IN (${closing.map((state) => `'${state}'`).join(', ')})`;

/** Receipts are the earliest ever, so they count from when the team was first expected. */
const receiptWaits = `, waited AS (
    SELECT key, ${seconds('asked_at', 'delivered_at')} AS delivered, ${seconds('asked_at', 'seen_at')} AS seen FROM pair)
  ${within('delivered', 'seen')}`;

/**
 * Answers count anew each time that one was reopened: a round begins there, and what comes first in it is what was waited for.
 * Few are, and only of these the rounds are told apart: of the others the row itself says when it was first answered, and when
 * finally.
 */
const answerWaits = `, entry AS (
    SELECT key, asked_at, warning_id, team_id, answer.state, answer.at,
      count(*) FILTER (WHERE answer.state = 'pending') OVER (PARTITION BY warning_id, team_id ORDER BY answer.at, answer.id) AS round
    FROM pair JOIN answer USING (warning_id, team_id) WHERE reopened),
  round AS (
    SELECT key, COALESCE(min(at) FILTER (WHERE state = 'pending'), asked_at) AS began,
      min(at) FILTER (WHERE state <> 'pending') AS acknowledged,
      min(at) FILTER (WHERE state ${closed}) AS closed
    FROM entry GROUP BY key, asked_at, warning_id, team_id, round),
  waited AS (
    SELECT key, ${seconds('asked_at', 'acknowledged_at')} AS acknowledged, ${seconds('asked_at', 'closed_at')} AS closed
    FROM pair WHERE NOT reopened
    UNION ALL SELECT key, ${seconds('began', 'acknowledged')}, ${seconds('began', 'closed')} FROM round)
  ${within('acknowledged', 'closed')}`;

/** null while it lasts. */
function seconds(from: string, to: string): string {
  return `CASE WHEN ${to} IS NOT NULL THEN GREATEST(date_part('epoch', ${to} - ${from}), 0) END`;
}

function within(...waits: Waited[]): string {
  const columns = waits.map(
    (one) => `count(${one})::integer AS ${one},
      percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY ${one}) AS ${one}_within`,
  );
  return `SELECT key, ${columns.join(', ')} FROM waited GROUP BY GROUPING SETS ((key), ())`;
}

function figures(counts: readonly CountRow[], times: readonly TimeRow[]): AnswerCounts {
  const of = (part: Part): CountRow[] => counts.filter((row) => row.part === part);
  const standing = of('state');
  const stood = (code: string): number => standing.find((row) => row.code === code)?.count ?? 0;
  const answered = standing.filter(({ code }) => code !== 'pending' && code !== 'unanswered');
  const wait = (part: Waited): Waits => {
    const row = times.find((one) => part in one);
    const [median, p90] = row?.[`${part}_within`] ?? [null, null];
    return { count: row?.[part] ?? 0, median, p90 };
  };
  return {
    count: standing.reduce((sum, { count }) => sum + count, 0),
    waiting: stood('pending'),
    unanswered: stood('unanswered'),
    states: byCount(answered),
    reasons: byCount(of('reason')),
    measures: byCount(of('measure')),
    usefulness: byCount(of('usefulness')),
    escalations: of('escalation')[0]?.count ?? 0,
    times: {
      delivered: wait('delivered'),
      seen: wait('seen'),
      acknowledged: wait('acknowledged'),
      closed: wait('closed'),
    },
  };
}

/** An answer that is waited for. */
export interface Waiting {
  readonly warningId: string;
  readonly teamId: string;
  readonly organisationId: string;
  readonly waitingSince: string;
}

const longestWaits = 100;

/** The answers that are waited for longest. */
export async function waitingAnswers(sql: Queryable, selection: Selection): Promise<Waiting[]> {
  const rows = await asked<Omit<Waiting, 'waitingSince'> & { since: Date }>(
    sql,
    selection,
    `SELECT warning_id AS "warningId", team_id AS "teamId", organisation_id AS "organisationId", COALESCE(waiting_since, since) AS since
     FROM pair ORDER BY COALESCE(waiting_since, since), warning_id, team_id LIMIT ${longestWaits}`,
    { warning: `state = 'active'`, acknowledgement: `acknowledgement.state = 'pending'` },
  );
  return rows.map(({ since, ...one }) => ({ ...one, waitingSince: since.toISOString() }));
}
