import type { Queryable } from './unit.ts';

/** How many answers are waited for on active warnings. */
export interface AnswerFigures {
  /** Expected and not given. */
  readonly pending: number;
  /** Of these, those for which an escalation has already fired. */
  readonly overdue: number;
}

export async function answerFigures(sql: Queryable): Promise<AnswerFigures> {
  const { rows } = await sql.query<AnswerFigures>(
    // From the active warnings, which have an index, to their teams: most of what waits is over and waits for ever.
    `SELECT COALESCE(sum(pending), 0)::bigint AS pending, COALESCE(sum(overdue), 0)::bigint AS overdue
     FROM warning CROSS JOIN LATERAL (
       SELECT count(*) AS pending, count(*) FILTER (WHERE EXISTS (
         SELECT FROM escalation JOIN escalation_firing firing ON firing.escalation_id = escalation.id
         WHERE escalation.warning_id = waiting.warning_id AND escalation.team_id = waiting.team_id
           AND escalation.waiting_since = waiting.waiting_since AND firing.state = 'fired')) AS overdue
       FROM acknowledgement waiting
       WHERE waiting.warning_id = warning.id AND waiting.state = 'pending' AND waiting.expected) answers
     WHERE warning.state = 'active'`,
  );
  return rows[0] ?? { pending: 0, overdue: 0 };
}

/**
 * How long each of these first answers was waited for, in seconds: since the warning was raised or the answer last reopened.
 * @param answers ids of rows of the table `answer`
 */
export async function waitsBefore(sql: Queryable, answers: readonly string[]): Promise<number[]> {
  const { rows } = await sql.query<{ seconds: number }>(
    `SELECT extract(epoch FROM given.at - COALESCE(
       (SELECT max(reopened.at) FROM answer reopened
        WHERE reopened.warning_id = given.warning_id AND reopened.team_id = given.team_id
          AND reopened.state = 'pending' AND reopened.at <= given.at),
       warning.created_at))::float8 AS seconds
     FROM answer given JOIN warning ON warning.id = given.warning_id WHERE given.id = ANY ($1::uuid[])`,
    [answers],
  );
  return rows.map(({ seconds }) => seconds);
}
