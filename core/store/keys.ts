import type { Key } from '../domain/key.ts';
import type { Scope } from '../contract/vocabularies.ts';
import { pageBounds, pageOf, type PageEnd } from './page.ts';
import type { Queryable } from './unit.ts';

interface KeyRow {
  id: string;
  organisation_id: string;
  name: string;
  prefix: string;
  scopes: Scope[];
  teams: string[];
  networks: string[];
  created_at: Date;
  created_by: string | null;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
  replaced_by: string | null;
}

const columns = `id, organisation_id, name, prefix, scopes, teams, networks, created_at, created_by, expires_at, revoked_at,
  last_used_at, replaced_by`;

/** The keys of tokens' digests (in base64), also those that are revoked or expired: the caller looks. */
export async function keysOfDigests(sql: Queryable, digests: readonly string[]): Promise<Map<string, Key>> {
  const { rows } = await sql.query<KeyRow & { digest: Buffer }>(
    `SELECT ${columns}, digest FROM api_key WHERE digest = ANY ($1)`,
    [digests.map((digest) => Buffer.from(digest, 'base64'))],
  );
  return new Map(rows.map((row) => [row.digest.toString('base64'), keyOf(row)]));
}

/** The key of one token's digest. */
export async function findKey(sql: Queryable, digest: Buffer): Promise<Key | undefined> {
  const name = digest.toString('base64');
  return (await keysOfDigests(sql, [name])).get(name);
}

/** One key, whoever’s. */
export async function keyOfId(sql: Queryable, id: string): Promise<Key | undefined> {
  const { rows } = await sql.query<KeyRow>(`SELECT ${columns} FROM api_key WHERE id = $1`, [id]);
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

/** A page of an organisation's keys, newest first, revoked ones too. */
export async function pageOfKeys(
  sql: Queryable,
  organisationId: string,
  limit: number,
  before?: PageEnd,
): Promise<{ data: Key[]; more: boolean }> {
  const { rows } = await sql.query<KeyRow>(
    `SELECT ${columns} FROM api_key
     WHERE organisation_id = $1 AND (created_at, id) < ($2::timestamptz, $3::uuid)
     ORDER BY created_at DESC, id DESC LIMIT $4`,
    [organisationId, ...pageBounds(limit, before)],
  );
  return pageOf(rows.map(keyOf), limit);
}

function keyOf(row: KeyRow): Key {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    teams: row.teams,
    networks: row.networks,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    expiresAt: row.expires_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    replacedBy: row.replaced_by,
  };
}
