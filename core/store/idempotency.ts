import { Refusal } from '../domain/refusal.ts';
import type { WarningSnapshot } from '../domain/warning.ts';
import type { Queryable, Unit } from './unit.ts';

/** One use of an Idempotency-Key: what it is bound to, and a digest of the body as a JSON value. */
export interface Claim {
  readonly organisationId: string;
  readonly method: string;
  readonly path: string;
  readonly key: string;
  readonly bodyDigest: Buffer;
}

/** An answer as it goes on the wire, kept for a repeat. Only 2xx answers are. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
  /** What a repeat gets instead, where the body says something that is said once and kept nowhere. */
  readonly repeated?: unknown;
  readonly location?: string;
  readonly etag?: string;
  /** The warning that one must be able to see to be answered again. */
  readonly warningId?: string;
}

interface KeptAnswer {
  body_digest: Buffer;
  status: number;
  body: string;
  location: string | null;
  etag: string | null;
  warning_id: string | null;
}

/** The answers that were given under these claims before, by key; idempotency-mismatch where the body was another. */
export async function recallAnswers(
  sql: Queryable,
  claims: readonly Claim[],
): Promise<Map<string, Answered | Refusal>> {
  const recalled = new Map<string, Answered | Refusal>();
  if (claims.length === 0) return recalled;
  const { rows } = await sql.query<KeptAnswer & { claim: number }>(
    `SELECT claim.number AS claim, body_digest, status, body, location, etag, warning_id
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[]) AS claim (organisation_id, method, path, key, number)
     JOIN idempotency USING (organisation_id, method, path, key)`,
    [
      claims.map((claim) => claim.organisationId),
      claims.map((claim) => claim.method),
      claims.map((claim) => claim.path),
      claims.map((claim) => claim.key),
      claims.map((_, index) => index),
    ],
  );
  for (const row of rows) {
    const claim = claims[row.claim] as Claim;
    recalled.set(nameOf(claim), row.body_digest.equals(claim.bodyDigest) ? answeredBefore(row) : mismatch());
  }
  return recalled;
}

/** One name for one use of a key. */
export function nameOf({ organisationId, method, path, key }: Claim): string {
  return JSON.stringify([organisationId, method, path, key]);
}

function mismatch(): Refusal {
  return new Refusal(
    'idempotency-mismatch',
    'This Idempotency-Key came with another body before; use a new key for a new request.',
  );
}

function answeredBefore(kept: KeptAnswer): Answered {
  return {
    status: kept.status,
    body: JSON.parse(kept.body),
    ...(kept.location === null ? {} : { location: kept.location }),
    ...(kept.etag === null ? {} : { etag: kept.etag }),
    ...(kept.warning_id === null ? {} : { warningId: kept.warning_id }),
  };
}

/** Keeps the answer in the command's own commit. */
export function keepAnswer(unit: Unit, claim: Claim, answered: Answered): void {
  unit.insert('idempotency', {
    organisation_id: claim.organisationId,
    method: claim.method,
    path: claim.path,
    key: claim.key,
    body_digest: `\\x${claim.bodyDigest.toString('hex')}`,
    status: answered.status,
    body: JSON.stringify(answered.repeated ?? answered.body ?? null),
    location: answered.location ?? null,
    etag: answered.etag ?? null,
    warning_id: answered.warningId ?? null,
    at: unit.at,
  });
}

/**
 * Blanks members of one revision in the answers that hold it. They are kept all the same: a repeat of what was answered with the
 * text would else raise it again.
 */
export async function blankAnswers(
  sql: Queryable,
  { warningId, revision }: { warningId: string; revision: number },
  blanked: object,
  redaction: WarningSnapshot['redactions'][number],
): Promise<void> {
  await sql.query(
    `UPDATE idempotency SET body = (body::jsonb || $3::jsonb
       || jsonb_build_object('redactions', coalesce(body::jsonb -> 'redactions', '[]') || $4::jsonb))::text
     WHERE warning_id = $1::uuid AND body::json ->> 'id' = $1::text AND body::json ->> 'revision' = $2`,
    [warningId, String(revision), JSON.stringify(blanked), JSON.stringify(redaction)],
  );
}

/** Forgets answers older than a day and a bit; says how many. */
export async function forgetAnswers(sql: Queryable): Promise<number> {
  const { rowCount } = await sql.query(`DELETE FROM idempotency WHERE at < now() - interval '25 hours'`);
  return rowCount ?? 0;
}
