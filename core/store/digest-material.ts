import { digestTypes, type DigestEntry, type DigestMaterial, type DigestWarning } from '../domain/digest.ts';
import type { WarningContent } from '../domain/warning.ts';
import type { Queryable } from './unit.ts';
import { loadWarnings } from './warnings.ts';

/** Days that a digest looks ahead. */
export const aheadDays = 14;

/** A part of the log that somebody is told of. */
export interface DigestRange {
  /** Told before. */
  readonly after: number;
  readonly upTo: number;
  /** When the digest was due: what lies ahead lies ahead of this. */
  readonly until: string;
}

/** What a digest mail is composed from, when it is sent: ids and numbers. */
export interface DigestContent extends DigestRange {
  readonly subscriber: string;
  readonly since: string;
  /** It covers more than one of the rhythm's steps: one was put off, or missed. */
  readonly more: boolean;
}

/** All that digests of a part of the log are composed from, read as it stands now. */
export async function loadDigestMaterial(sql: Queryable, { after, upTo, until }: DigestRange): Promise<DigestMaterial> {
  const { rows: entries } = await sql.query<DigestEntry>(
    `SELECT sequence, type, warning_id AS "warningId", revision FROM event
     WHERE sequence > $1 AND sequence <= $2 AND type = ANY($3) AND content IS NOT NULL ORDER BY sequence`,
    [after, upTo, digestTypes],
  );
  const { rows: soon } = await sql.query<{ id: string }>(
    `SELECT id FROM warning WHERE state = 'active' AND onset > $1::timestamptz
       AND onset <= $1::timestamptz + make_interval(days => ${aheadDays}) ORDER BY onset, id`,
    [until],
  );
  const ids = [...new Set(entries.map(({ warningId }) => warningId))];
  const loaded = await loadWarnings(sql, [...new Set([...ids, ...soon.map(({ id }) => id)])]);
  const contents = await loadContents(sql, entries);
  const warnings = new Map<string, DigestWarning>();
  for (const id of ids) {
    const { snapshot, history } = loaded.get(id) ?? {};
    if (!snapshot || !history) continue;
    const retracted = snapshot.cancellation?.retracted === true;
    warnings.set(id, { history, status: snapshot.status, retracted, contents: contents.get(id) ?? new Map() });
  }
  const ahead = soon.flatMap(({ id }) => {
    const { snapshot, history } = loaded.get(id) ?? {};
    return snapshot && history ? [{ history, status: snapshot.status, content: snapshot.content }] : [];
  });
  return { entries, warnings, ahead };
}

/** The texts of the revisions that entries name, and of those right before them. */
async function loadContents(
  sql: Queryable,
  entries: readonly DigestEntry[],
): Promise<Map<string, Map<number, WarningContent>>> {
  const named = entries.flatMap(({ warningId, revision }) => [
    { warningId, revision },
    { warningId, revision: revision - 1 },
  ]);
  const { rows } = await sql.query<{ warning_id: string; revision: number; content: string }>(
    `SELECT warning_id, revision, content FROM warning_revision
     WHERE (warning_id, revision) IN (SELECT * FROM unnest($1::uuid[], $2::int[]))`,
    [named.map(({ warningId }) => warningId), named.map(({ revision }) => revision)],
  );
  const contents = new Map<string, Map<number, WarningContent>>();
  for (const row of rows) {
    const of = contents.get(row.warning_id) ?? new Map<number, WarningContent>();
    contents.set(row.warning_id, of.set(row.revision, JSON.parse(row.content) as WarningContent));
  }
  return contents;
}
