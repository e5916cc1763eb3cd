import type { CommentAudience } from '../contract/comment.ts';
import type { Comment } from '../domain/comment.ts';
import type { PageEnd } from './page.ts';
import type { Queryable } from './unit.ts';

export interface CommentRow {
  id: string;
  warning_id: string;
  organisation_id: string;
  member_id: string | null;
  audience: CommentAudience;
  thread: string;
  thread_organisation_id: string;
  in_reply_to: string | null;
  revision: number;
  text: string;
  at: Date;
}

/** What decides who may read a comment. */
type Placed = Pick<Comment, 'audience' | 'threadOrganisationId' | 'revision'>;

export function commentOf(row: CommentRow): Comment {
  return {
    id: row.id,
    warningId: row.warning_id,
    organisationId: row.organisation_id,
    memberId: row.member_id,
    audience: row.audience,
    thread: row.thread,
    threadOrganisationId: row.thread_organisation_id,
    inReplyTo: row.in_reply_to,
    revision: row.revision,
    text: row.text,
    at: row.at.toISOString(),
  };
}

/**
 * The comments of a warning that somebody may read, oldest first.
 * @param mayRead the domain's `mayReadComment` for this reader: asked before any text is fetched
 * @param after the last one of the page before
 */
export async function listComments(
  sql: Queryable,
  warningId: string,
  mayRead: (comment: Placed) => boolean,
  limit: number,
  after?: PageEnd,
): Promise<{ data: Comment[]; more: boolean }> {
  const { rows } = await sql.query<Placed & { id: string }>(
    `SELECT id, audience, thread_organisation_id AS "threadOrganisationId", revision FROM comment
     WHERE warning_id = $1 AND ($2::timestamptz IS NULL OR (at, id) > ($2, $3::uuid)) ORDER BY at, id`,
    [warningId, after?.createdAt ?? null, after?.id ?? null],
  );
  const readable = rows.filter(mayRead).map(({ id }) => id);
  const { rows: shown } = await sql.query<CommentRow>(
    'SELECT * FROM comment WHERE id = ANY ($1::uuid[]) ORDER BY at, id',
    [readable.slice(0, limit)],
  );
  return { data: shown.map(commentOf), more: readable.length > limit };
}

export async function findComment(sql: Queryable, warningId: string, id: string): Promise<Comment | undefined> {
  const { rows } = await sql.query<CommentRow>('SELECT * FROM comment WHERE warning_id = $1 AND id = $2', [
    warningId,
    id,
  ]);
  return rows[0] && commentOf(rows[0]);
}

/** How many a warning has, whoever may read them. */
export async function countComments(sql: Queryable, warningId: string): Promise<number> {
  const { rows } = await sql.query<{ count: number }>('SELECT count(*) AS count FROM comment WHERE warning_id = $1', [
    warningId,
  ]);
  return rows[0]?.count ?? 0;
}
