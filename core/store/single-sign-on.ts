import type { Queryable } from './unit.ts';

/** An organisation's identity provider as it is kept: the secret sealed. */
export interface Provider {
  readonly organisationId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: Buffer;
  readonly enforced: boolean;
  readonly updatedAt: Date;
}

export interface KeptDomain {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly token: string;
  readonly verifiedAt: Date | null;
}

/** Somebody who was sent to a provider. */
export interface AwaitedReturn {
  readonly organisationId: string;
  readonly issuer: string;
  readonly nonce: string;
  readonly verifier: string;
}

const provider = `SELECT organisation_id AS "organisationId", issuer, client_id AS "clientId", client_secret AS "clientSecret",
  enforced, single_sign_on.updated_at AS "updatedAt" FROM single_sign_on`;
const domains = `SELECT id, organisation_id AS "organisationId", name, token, verified_at AS "verifiedAt" FROM domain`;

export async function providerOf(sql: Queryable, organisationId: string): Promise<Provider | undefined> {
  return (await sql.query<Provider>(`${provider} WHERE organisation_id = $1`, [organisationId])).rows[0];
}

/** The provider that signs addresses of a domain in. */
export async function providerFor(sql: Queryable, domain: string): Promise<Provider | undefined> {
  const { rows } = await sql.query<Provider>(
    `${provider} WHERE organisation_id =
       (SELECT organisation_id FROM domain WHERE name = $1 AND verified_at IS NOT NULL)`,
    [domain],
  );
  return rows[0];
}

export async function domainsOf(sql: Queryable, organisationId: string): Promise<KeptDomain[]> {
  return (await sql.query<KeptDomain>(`${domains} WHERE organisation_id = $1 ORDER BY name`, [organisationId])).rows;
}

export async function domainOfId(sql: Queryable, id: string): Promise<KeptDomain | undefined> {
  return (await sql.query<KeptDomain>(`${domains} WHERE id = $1`, [id])).rows[0];
}

/** The domains whose addresses sign in by a provider alone, of these organisations: `organisation id` + space + `domain`. */
export async function enforcedDomains(sql: Queryable, organisationIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql.query<{ name: string }>(
    `SELECT organisation_id || ' ' || name AS name FROM domain
     WHERE verified_at IS NOT NULL AND organisation_id = ANY($1)
       AND organisation_id IN (SELECT organisation_id FROM single_sign_on WHERE enforced)`,
    [organisationIds],
  );
  return new Set(rows.map(({ name }) => name));
}

/** Awaits somebody back from a provider within ten minutes. */
export async function awaitReturn(
  sql: Queryable,
  stateDigest: Buffer,
  browserDigest: Buffer,
  awaited: AwaitedReturn,
): Promise<void> {
  await sql.query('DELETE FROM single_sign_on_request WHERE expires_at < clock_timestamp()');
  await sql.query(
    `INSERT INTO single_sign_on_request
       (state_digest, browser_digest, organisation_id, issuer, nonce, verifier, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp() + interval '10 minutes')`,
    [stateDigest, browserDigest, awaited.organisationId, awaited.issuer, awaited.nonce, awaited.verifier],
  );
}

/** Who comes back: once, and in time. `sameBrowser`: to the browser that was sent. */
export async function takeReturn(
  sql: Queryable,
  stateDigest: Buffer,
  browserDigest: Buffer,
): Promise<(AwaitedReturn & { readonly sameBrowser: boolean }) | undefined> {
  const { rows } = await sql.query<AwaitedReturn & { sameBrowser: boolean }>(
    `DELETE FROM single_sign_on_request WHERE state_digest = $1 AND expires_at > clock_timestamp()
     RETURNING organisation_id AS "organisationId", issuer, nonce, verifier, browser_digest = $2 AS "sameBrowser"`,
    [stateDigest, browserDigest],
  );
  return rows[0];
}
