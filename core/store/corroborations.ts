import type { Corroboration } from '../domain/corroboration.ts';
import { pageBounds, pageOf, type PageEnd } from './page.ts';
import type { Queryable } from './unit.ts';

interface CorroborationRow {
  id: string;
  warning_id: string;
  organisation_id: string;
  sighting: Corroboration['sighting'];
  countries: string[];
  languages: string[];
  note: string;
  withhold: boolean;
  version: number;
  created_at: Date;
  updated_at: Date;
}

const standing = `SELECT id, warning_id, organisation_id, sighting, countries, languages, note, withhold, version, created_at, updated_at
  FROM corroboration JOIN corroboration_note USING (version)
  WHERE corroboration_id = id AND withdrawn_at IS NULL AND warning_id = $1`;

/** What organisations say of a warning today, newest first. @param revisions those that may be read about */
export async function listCorroborations(
  sql: Queryable,
  warningId: string,
  revisions: readonly number[],
  limit: number,
  before?: PageEnd,
): Promise<{ data: Corroboration[]; more: boolean }> {
  const { rows } = await sql.query<CorroborationRow>(
    `${standing} AND (created_at, id) < ($2::timestamptz, $3::uuid) AND revision = ANY($5)
     ORDER BY created_at DESC, id DESC LIMIT $4`,
    [warningId, ...pageBounds(limit, before), revisions],
  );
  return pageOf(rows.map(corroborationOf), limit);
}

/** What one organisation says of a warning today. */
export async function findCorroboration(
  sql: Queryable,
  warningId: string,
  organisationId: string,
): Promise<Corroboration | undefined> {
  const { rows } = await sql.query<CorroborationRow>(`${standing} AND organisation_id = $2`, [
    warningId,
    organisationId,
  ]);
  return rows[0] && corroborationOf(rows[0]);
}

function corroborationOf(row: CorroborationRow): Corroboration {
  return {
    id: row.id,
    warningId: row.warning_id,
    organisationId: row.organisation_id,
    sighting: row.sighting,
    countries: row.countries,
    languages: row.languages,
    note: row.note,
    withhold: row.withhold,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
