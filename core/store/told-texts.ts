import type { Target } from '../contract/escalation-policy.ts';
import type { LogEntry } from '../domain/log.ts';
import type { Comment } from '../domain/comment.ts';
import { commentOf, type CommentRow } from './comments.ts';
import type { Queryable } from './unit.ts';

interface CorroborationNote {
  readonly note: string;
  /** By the newest that its organisation said of the warning, it withholds itself: then and now, as an issuer. */
  readonly withheldNow: boolean;
}

/** The texts that events name by id: they live in rows that can be blanked, never in the log. */
export interface ToldTexts {
  /** By `corroboration id` + space + `version`. */
  readonly notes: ReadonlyMap<string, CorroborationNote>;
  readonly comments: ReadonlyMap<string, Comment>;
  readonly answers: ReadonlyMap<string, { note: string | null; assignee: string | null }>;
  /** By `escalation id` + space + `step` + space + `repeat`. */
  readonly targets: ReadonlyMap<string, Target[]>;
}

export async function loadToldTexts(sql: Queryable, entries: readonly LogEntry[]): Promise<ToldTexts> {
  return {
    notes: await corroborationNotes(
      sql,
      idsIn(entries, 'warning.corroborated', (data) => (data.corroboration as { id: string }).id),
    ),
    comments: await loadComments(
      sql,
      idsIn(entries, 'comment.added', (data) => data.comment as string),
    ),
    answers: await answerTexts(
      sql,
      idsIn(entries, 'acknowledgement.changed', (data) => data.answer as string),
    ),
    targets: await firingTargets(
      sql,
      idsIn(entries, 'escalation.fired', (data) => data.escalation as string),
    ),
  };
}

function idsIn(entries: readonly LogEntry[], type: string, id: (data: LogEntry['data']) => string): string[] {
  return [...new Set(entries.filter((entry) => entry.type === type).map((entry) => id(entry.data)))];
}

async function corroborationNotes(sql: Queryable, ids: string[]): Promise<Map<string, CorroborationNote>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql.query<{ id: string; version: number } & CorroborationNote>(
    `SELECT said.id, version_note.version, version_note.note, newest.withhold AS "withheldNow"
     FROM corroboration said
     JOIN corroboration_note version_note ON version_note.corroboration_id = said.id
     CROSS JOIN LATERAL (
       SELECT withhold FROM corroboration
       WHERE warning_id = said.warning_id AND organisation_id = said.organisation_id
       ORDER BY created_at DESC, id DESC LIMIT 1) newest
     WHERE said.id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, version, ...told }) => [`${id} ${version}`, told]));
}

async function loadComments(sql: Queryable, ids: string[]): Promise<Map<string, Comment>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql.query<CommentRow>('SELECT * FROM comment WHERE id = ANY($1)', [ids]);
  return new Map(rows.map((row) => [row.id, commentOf(row)]));
}

async function answerTexts(
  sql: Queryable,
  ids: string[],
): Promise<Map<string, { note: string | null; assignee: string | null }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql.query<{ id: string; note: string | null; assignee: string | null }>(
    'SELECT id, note, assignee FROM answer WHERE id = ANY($1)',
    [ids],
  );
  return new Map(rows.map(({ id, ...texts }) => [id, texts]));
}

async function firingTargets(sql: Queryable, ids: string[]): Promise<Map<string, Target[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql.query<{ escalation_id: string; step: number; repeat: number; targets: string }>(
    'SELECT escalation_id, step, repeat, targets FROM escalation_firing WHERE escalation_id = ANY($1)',
    [ids],
  );
  return new Map(
    rows.map((row) => [`${row.escalation_id} ${row.step} ${row.repeat}`, JSON.parse(row.targets) as Target[]]),
  );
}
