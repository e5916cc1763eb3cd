import type { Status } from '../contract/vocabularies.ts';
import type { Reader } from '../domain/organisation.ts';
import { similarity, type Compared } from '../domain/similarity.ts';
import { admitted, fullyReadable } from './admission.ts';
import type { Queryable } from './unit.ts';
import { loadWarnings, type LoadedWarning } from './warnings.ts';

/** Warnings that are looked at closely: those with the most in common, the newest of them first. */
const candidates = 60;
/** Below this score two warnings have only the weather in common. */
const floor = 0.25;

/**
 * Active warnings that a reader may see in full and that a draft resembles, the likest first.
 * @param draft what of the warning is written so far; `status`: an exercise resembles exercises
 * @param except the warning that the draft revises
 */
export async function similarWarnings(
  sql: Queryable,
  reader: Reader,
  draft: Compared & { readonly status?: Status | undefined },
  limit: number,
  except?: string,
): Promise<(LoadedWarning & { score: number })[]> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const common = (column: string, list: readonly string[] = []): string => `(${column} && ${bind(list)}::text[])::int`;
  const overlap = [
    common('grounds', draft.grounds),
    common('languages', draft.languages),
    common('countries', draft.countries),
  ].join(' + ');
  const { rows } = await sql.query<{ id: string }>(
    `SELECT id FROM (SELECT id, created_at, ${overlap} AS overlap FROM warning
       WHERE state = 'active' AND status = ${bind(draft.status ?? 'actual')}
         AND id IS DISTINCT FROM ${bind(except ?? null)}::uuid
         AND (${admitted(reader)(bind)}) AND (${fullyReadable(reader)(bind)})) AS readable
     WHERE overlap > 0 ORDER BY overlap DESC, created_at DESC, id DESC LIMIT ${candidates}`,
    values,
  );
  const loaded = await loadWarnings(
    sql,
    rows.map(({ id }) => id),
  );
  return [...loaded.values()]
    .map((warning) => ({ ...warning, score: similarity(draft, warning.snapshot.content) }))
    .filter(({ score }) => score >= floor)
    .toSorted((one, other) => other.score - one.score || (one.snapshot.id < other.snapshot.id ? 1 : -1))
    .slice(0, limit);
}
