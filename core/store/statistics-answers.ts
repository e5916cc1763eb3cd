import type { Statistics } from '../contract/statistics.ts';
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

interface TimeRow {
  key: string | null;
  part: Waited;
  count: number;
  median: number | null;
  p90: number | null;
}

/** The answers that a selection of warnings got, all together and by organisation, for a platform by team; by id. */
export async function countAnswers(
  sql: Queryable,
  selection: Selection,
): Promise<{ whole: AnswerCounts; each: Map<string, AnswerCounts> }> {
  const [{ rows: counts }, { rows: times }] = await Promise.all([
    asked<CountRow>(sql, selection, countParts),
    asked<TimeRow>(sql, selection, timeParts),
  ]);
  const keys = new Set(counts.flatMap(({ key }) => key ?? []));
  const of = (key: string | null): AnswerCounts =>
    figures(
      counts.filter((row) => row.key === key),
      times.filter((row) => row.key === key),
    );
  return { whole: of(null), each: new Map([...keys].map((key) => [key, of(key)])) };
}

/** Asks something of `pair`: each warning of the selection with each team that was to answer it, or did; `among` those alone. */
function asked<Row extends object>(
  sql: Queryable,
  selection: Selection,
  query: string,
  among = 'true',
): Promise<{ rows: Row[] }> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const { subject } = selection;
  return sql.query<Row>(
    `WITH chosen AS MATERIALIZED (
       SELECT id, state = 'active' AS active, created_at FROM warning WHERE ${chosen(selection)(bind)}),
     pair AS MATERIALIZED (
       SELECT warning_id, team_id, acknowledgement.organisation_id, acknowledgement.state, active, reason, measures, usefulness,
         since, waiting_since, delivered_at, seen_at, acknowledged_at, COALESCE(expected_since, created_at) AS asked_at,
         ${subject.scope === 'received' ? 'team_id' : 'acknowledgement.organisation_id'} AS key
       FROM chosen JOIN acknowledgement ON warning_id = chosen.id WHERE ${answeredBy(subject)(bind)} AND ${among})
     ${query}`,
    values,
  );
}

/** What was said earlier of an answer that was reopened stays said; a reason belongs to an answer that needs one. */
const countParts = [
  `SELECT key, 'state' AS part, stood AS code, count(*)::integer AS count FROM (
     SELECT key, CASE WHEN state <> 'pending' THEN state WHEN active THEN 'pending' ELSE 'unanswered' END AS stood FROM pair) standing
   GROUP BY GROUPING SETS ((key, stood), (stood))`,
  `SELECT key, 'reason', reason, count(*)::integer FROM pair WHERE state IN ('no_action', 'declined') AND reason IS NOT NULL
   GROUP BY GROUPING SETS ((key, reason), (reason))`,
  `SELECT key, 'measure', measure, count(*)::integer FROM pair CROSS JOIN LATERAL unnest(measures) AS measure
   GROUP BY GROUPING SETS ((key, measure), (measure))`,
  `SELECT key, 'usefulness', usefulness, count(*)::integer FROM pair WHERE usefulness IS NOT NULL
   GROUP BY GROUPING SETS ((key, usefulness), (usefulness))`,
  `SELECT key, 'escalation', NULL, count(*)::integer
   FROM pair JOIN escalation USING (warning_id, team_id) JOIN escalation_firing firing ON firing.escalation_id = escalation.id
   WHERE firing.state = 'fired' GROUP BY GROUPING SETS ((key), ())`,
].join(' UNION ALL ');

/**
 * Receipts are the earliest ever, so they count from when the team was first expected. Answers count anew each time that one was
 * reopened: a round begins there, and what comes first in it is what was waited for. Few are, and only of these the rounds are
 * told apart: of the others the row itself says when it was first answered.
 */
const timeParts = `, reopened AS MATERIALIZED (SELECT DISTINCT warning_id, team_id FROM answer WHERE state = 'pending'),
  entry AS (
    SELECT key, asked_at, warning_id, team_id, answer.state, answer.at,
      count(*) FILTER (WHERE answer.state = 'pending') OVER (PARTITION BY warning_id, team_id ORDER BY answer.at, answer.id) AS round
    FROM pair JOIN reopened USING (warning_id, team_id) JOIN answer USING (warning_id, team_id)),
  round AS (
    SELECT key, COALESCE(min(at) FILTER (WHERE state = 'pending'), asked_at) AS began,
      min(at) FILTER (WHERE state <> 'pending') AS acknowledged,
      min(at) FILTER (WHERE ${closing('state')}) AS closed
    FROM entry GROUP BY key, asked_at, warning_id, team_id, round),
  single AS (
    SELECT * FROM pair WHERE NOT EXISTS (
      SELECT FROM reopened WHERE reopened.warning_id = pair.warning_id AND reopened.team_id = pair.team_id)),
  waited AS (
    SELECT key, 'delivered' AS part, delivered_at - asked_at AS wait FROM pair
    UNION ALL SELECT key, 'seen', seen_at - asked_at FROM pair
    UNION ALL SELECT key, 'acknowledged', acknowledged_at - asked_at FROM single
    UNION ALL SELECT key, 'closed', min(answer.at) - asked_at
      FROM single JOIN answer USING (warning_id, team_id) WHERE ${closing('answer.state')}
      GROUP BY key, asked_at, warning_id, team_id
    UNION ALL SELECT key, 'acknowledged', acknowledged - began FROM round
    UNION ALL SELECT key, 'closed', closed - began FROM round),
  spent AS (
    SELECT key, part, GREATEST(extract(epoch FROM wait), 0)::float8 AS seconds FROM waited WHERE wait IS NOT NULL)
  SELECT key, part, count(*)::integer AS count, percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median,
    percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds) AS p90
  FROM spent GROUP BY GROUPING SETS ((key, part), (part))`;

function closing(state: string): string {
  return `${state} IN ('actioned', 'no_action', 'declined')`;
}

function figures(counts: readonly CountRow[], times: readonly TimeRow[]): AnswerCounts {
  const of = (part: Part): CountRow[] => counts.filter((row) => row.part === part);
  const standing = of('state');
  const stood = (code: string): number => standing.find((row) => row.code === code)?.count ?? 0;
  const answered = standing.filter(({ code }) => code !== 'pending' && code !== 'unanswered');
  const wait = (part: Waited): Waits => {
    const { count = 0, median = null, p90 = null } = times.find((row) => row.part === part) ?? {};
    return { count, median, p90 };
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
  const { rows } = await asked<Omit<Waiting, 'waitingSince'> & { since: Date }>(
    sql,
    selection,
    `SELECT warning_id AS "warningId", team_id AS "teamId", organisation_id AS "organisationId", COALESCE(waiting_since, since) AS since
     FROM pair ORDER BY COALESCE(waiting_since, since), warning_id, team_id LIMIT ${longestWaits}`,
    `active AND acknowledgement.state = 'pending'`,
  );
  return rows.map(({ since, ...one }) => ({ ...one, waitingSince: since.toISOString() }));
}
