import type { Scope } from '../contract/vocabularies.ts';
import type { Queryable } from './unit.ts';

/** An API key as it is kept: never the token, which only its holder has. */
export interface Key {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  /** What people recognise it by: the second part of its token. */
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  /** The teams that it is limited to; empty: all of the organisation's, later ones too. */
  readonly teams: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
}

interface KeyRow {
  id: string;
  organisation_id: string;
  name: string;
  prefix: string;
  scopes: Scope[];
  teams: string[];
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

const columns = 'id, organisation_id, name, prefix, scopes, teams, created_at, expires_at, revoked_at, last_used_at';

/** The key of a token's digest, also when it is revoked or expired: the caller looks. */
export async function findKey(sql: Queryable, digest: Buffer): Promise<Key | undefined> {
  const { rows } = await sql.query<KeyRow>(`SELECT ${columns} FROM api_key WHERE digest = $1`, [digest]);
  return rows[0] && keyOf(rows[0]);
}

/** The keys of this id or this prefix, which several may share. */
export async function findKeys(sql: Queryable, idOrPrefix: string): Promise<Key[]> {
  const { rows } = await sql.query<KeyRow>(`SELECT ${columns} FROM api_key WHERE id::text = $1 OR prefix = $1`, [
    idOrPrefix,
  ]);
  return rows.map(keyOf);
}

/** An organisation's keys, oldest first, revoked ones too. */
export async function listKeys(sql: Queryable, organisationId: string): Promise<Key[]> {
  const { rows } = await sql.query<KeyRow>(
    `SELECT ${columns} FROM api_key WHERE organisation_id = $1 ORDER BY created_at, id`,
    [organisationId],
  );
  return rows.map(keyOf);
}

/** Notes that keys were used; earlier than noted already changes nothing. */
export async function touchKeys(sql: Queryable, ids: readonly string[], at: Date): Promise<void> {
  await sql.query(
    `UPDATE api_key SET last_used_at = $2 WHERE id = ANY ($1::uuid[]) AND (last_used_at IS NULL OR last_used_at < $2)`,
    [ids, at],
  );
}

function keyOf(row: KeyRow): Key {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    teams: row.teams,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}
