import type { SuppressionReason } from '../contract/delivery.ts';
import type { Directory } from '../domain/directory.ts';
import type { Weight } from '../domain/returned-mail.ts';
import { addressesOf } from '../domain/suppression.ts';
import { pageBounds, pageOf, type PageEnd } from './page.ts';
import type { Queryable } from './unit.ts';

/** An address that is sent nothing that can do without. */
export interface Suppression {
  readonly id: string;
  /** Lower case. */
  readonly address: string;
  readonly reason: SuppressionReason;
  readonly answer: string;
  readonly createdAt: string;
}

type Row = Omit<Suppression, 'createdAt'> & { created_at: Date };

const columns = 'id, address, reason, answer, created_at';

const suppressionOf = ({ created_at: createdAt, ...row }: Row): Suppression => ({
  ...row,
  createdAt: createdAt.toISOString(),
});

export async function suppressionOfId(sql: Queryable, id: string): Promise<Suppression | undefined> {
  const { rows } = await sql.query<Row>(`SELECT ${columns} FROM suppression WHERE id = $1`, [id]);
  return rows[0] && suppressionOf(rows[0]);
}

export async function suppressionOfAddress(sql: Queryable, address: string): Promise<Suppression | undefined> {
  const { rows } = await sql.query<Row>(`SELECT ${columns} FROM suppression WHERE address = lower($1)`, [address]);
  return rows[0] && suppressionOf(rows[0]);
}

/** Why addresses are suppressed, of those that are, by address as it was given. */
export async function suppressionReasons(
  sql: Queryable,
  addresses: readonly string[],
): Promise<Map<string, SuppressionReason>> {
  const { rows } = await sql.query<{ given: string; reason: SuppressionReason }>(
    'SELECT given, reason FROM unnest($1::text[]) AS given JOIN suppression ON address = lower(given)',
    [addresses],
  );
  return new Map(rows.map(({ given, reason }) => [given, reason]));
}

/** Those that an organisation may see and lift: of its people and its confirmed addresses; the coordinator, of mail subscribers too. */
function ofOrganisation(directory: Directory, organisationId: string): { condition: string; own: string[] } {
  const coordinates = directory.organisations.get(organisationId)?.kind === 'coordinator';
  const subscribers = ' OR EXISTS (SELECT FROM mail_subscriber WHERE mail_subscriber.address = suppression.address)';
  return {
    condition: `(address = ANY($1)${coordinates ? subscribers : ''})`,
    own: addressesOf(directory, organisationId),
  };
}

/** One of an organisation's own; undefined: it has none of this id. */
export async function ownSuppression(
  sql: Queryable,
  directory: Directory,
  organisationId: string,
  id: string,
): Promise<Suppression | undefined> {
  const { condition, own } = ofOrganisation(directory, organisationId);
  const { rows } = await sql.query<Row>(`SELECT ${columns} FROM suppression WHERE ${condition} AND id = $2`, [own, id]);
  return rows[0] && suppressionOf(rows[0]);
}

/** A page of an organisation's own, newest first. */
export async function pageOfSuppressions(
  sql: Queryable,
  directory: Directory,
  organisationId: string,
  limit: number,
  before?: PageEnd,
): Promise<{ data: Suppression[]; more: boolean }> {
  const { condition, own } = ofOrganisation(directory, organisationId);
  const { rows } = await sql.query<Row>(
    `SELECT ${columns} FROM suppression WHERE ${condition} AND (created_at, id) < ($2::timestamptz, $3::uuid)
     ORDER BY created_at DESC, id DESC LIMIT $4`,
    [own, ...pageBounds(limit, before)],
  );
  return pageOf(rows.map(suppressionOf), limit);
}

/** How many addresses are suppressed, and of how many mails in the ledger something came back, by its weight. */
export async function countReturns(
  sql: Queryable,
): Promise<{ suppressed: number; returned: Readonly<Record<Weight, number>> }> {
  const { rows } = await sql.query<{ suppressed: number } & Record<Weight, number>>(
    `SELECT (SELECT count(*) FROM suppression) AS suppressed,
       count(*) FILTER (WHERE returned = 'delayed') AS delayed, count(*) FILTER (WHERE returned = 'soft') AS soft,
       count(*) FILTER (WHERE returned = 'hard') AS hard, count(*) FILTER (WHERE returned = 'complaint') AS complaint
     FROM delivery WHERE returned IS NOT NULL`,
  );
  const { suppressed = 0, delayed = 0, soft = 0, hard = 0, complaint = 0 } = rows[0] ?? {};
  return { suppressed, returned: { delayed, soft, hard, complaint } };
}
