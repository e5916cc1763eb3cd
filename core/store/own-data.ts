import type { OwnData } from '../contract/own-data.ts';
import { factorsOf } from './factors.ts';
import type { Queryable } from './unit.ts';

/** Times as they are written on the wire: SQL's own way of writing them is another. */
const wire = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** All rows that are about a member or that they wrote. */
export async function readOwnData(
  sql: Queryable,
  memberId: string,
): Promise<
  Pick<OwnData, 'factors' | 'sessions' | 'invitations' | 'comments' | 'answers' | 'mails' | 'suppression'> & {
    createdAt: string;
  }
> {
  const read = async <Row extends object>(text: string): Promise<Row[]> =>
    (await sql.query<Row>(text, [memberId])).rows;
  const [member] = await read<{ createdAt: string }>(
    `SELECT ${wire('created_at')} AS "createdAt" FROM member WHERE id = $1`,
  );
  if (!member) throw new Error('Whoever asks for their own data is a member.');
  return {
    ...member,
    factors: await factorsOf(sql, memberId),
    sessions: await read(
      `SELECT device, method, ${wire('created_at')} AS "createdAt", ${wire('last_seen_at')} AS "lastSeenAt",
         ${wire('ended_at')} AS "endedAt" FROM session WHERE member_id = $1 ORDER BY created_at, id`,
    ),
    invitations: await read(
      `SELECT address, role, ${wire('created_at')} AS at, ${wire('ended_at')} AS "endedAt" FROM invitation
       WHERE member_id = $1 OR invited_by = $1 ORDER BY created_at, id`,
    ),
    comments: await read(
      `SELECT warning_id AS warning, text, ${wire('at')} AS at FROM comment WHERE member_id = $1 ORDER BY comment.at, id`,
    ),
    answers: await read(
      `SELECT warning_id AS warning, state, note, assignee, ${wire('at')} AS at FROM answer
       WHERE member_id = $1 ORDER BY answer.at, id`,
    ),
    mails: await read(
      `SELECT kind, recipient AS address, warning_id AS warning, state, answer, ${wire('created_at')} AS at FROM delivery
       WHERE member_id = $1 ORDER BY created_at, id`,
    ),
    suppression:
      (
        await read<NonNullable<OwnData['suppression']>>(
          `SELECT reason, answer, ${wire('suppression.created_at')} AS at FROM suppression
           WHERE suppression.address = (SELECT lower(address) FROM member WHERE id = $1)`,
        )
      )[0] ?? null,
  };
}
