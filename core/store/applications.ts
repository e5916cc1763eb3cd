import type { Application, ApplicationForm, ApplicationState } from '../contract/application.ts';
import { pageBounds, pageOf, type PageEnd } from './page.ts';
import type { Queryable } from './unit.ts';

interface Row {
  id: string;
  state: ApplicationState;
  form: string;
  organisation_id: string | null;
  created_at: Date;
  updated_at: Date;
}

interface MessageRow {
  application_id: string;
  author: 'applicant' | 'coordinator';
  text: string;
  at: Date;
}

const columns = 'id, state, form, organisation_id, created_at, updated_at';

/** A page of the applications whose address was confirmed, newest first. */
export async function pageOfApplications(
  sql: Queryable,
  state: ApplicationState | undefined,
  limit: number,
  before?: PageEnd,
): Promise<{ data: Application[]; more: boolean }> {
  const { rows } = await sql.query<Row>(
    `SELECT ${columns} FROM application
     WHERE state <> 'unconfirmed' AND ($4::text IS NULL OR state = $4) AND (created_at, id) < ($1::timestamptz, $2::uuid)
     ORDER BY created_at DESC, id DESC LIMIT $3`,
    [...pageBounds(limit, before), state ?? null],
  );
  const { data, more } = pageOf(rows, limit);
  return { data: await withMessages(sql, data), more };
}

const pageSize = 200;

/** All applications whose address was confirmed, newest first. */
export async function everyApplication(sql: Queryable, state?: ApplicationState): Promise<Application[]> {
  const all: Application[] = [];
  for (let more = true; more;) {
    const page = await pageOfApplications(sql, state, pageSize, all.at(-1));
    all.push(...page.data);
    more = page.more;
  }
  return all;
}

export async function applicationOfId(sql: Queryable, id: string): Promise<Application | undefined> {
  const { rows } = await sql.query<Row>(`SELECT ${columns} FROM application WHERE id = $1`, [id]);
  return (await withMessages(sql, rows))[0];
}

/** The application that a mailed token leads to. */
export async function applicationOfToken(sql: Queryable, digest: Buffer): Promise<Application | undefined> {
  const { rows } = await sql.query<Row>(
    `SELECT ${columns} FROM application WHERE id = (SELECT application_id FROM application_token WHERE digest = $1)`,
    [digest],
  );
  return (await withMessages(sql, rows))[0];
}

async function withMessages(sql: Queryable, rows: readonly Row[]): Promise<Application[]> {
  if (rows.length === 0) return [];
  const { rows: messages } = await sql.query<MessageRow>(
    'SELECT application_id, author, text, at FROM application_message WHERE application_id = ANY($1) ORDER BY id',
    [rows.map(({ id }) => id)],
  );
  return rows.map((row) => ({
    ...(JSON.parse(row.form) as ApplicationForm),
    id: row.id,
    state: row.state,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    messages: messages
      .filter((message) => message.application_id === row.id)
      .map(({ author, text, at }) => ({ author, text, at: at.toISOString() })),
    admittedAs: row.organisation_id,
  }));
}
