import type { DeliveryKind, DeliveryState } from '../contract/delivery.ts';
import { erased } from './deliveries.ts';
import { pageBounds, pageOf, type PageEnd } from './page.ts';
import type { Queryable } from './unit.ts';

/** A mail and what became of it. */
export interface LedgerEntry {
  readonly id: string;
  readonly kind: DeliveryKind;
  /** null: it was erased. */
  readonly address: string | null;
  readonly memberId: string | null;
  readonly warningId: string | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Of the next attempt, while it waits. */
  readonly nextAt: string | null;
  readonly answer: string | null;
}

/** Which part of an organisation's ledger. */
export interface LedgerSelection {
  readonly organisationId: string;
  readonly state?: readonly DeliveryState[] | undefined;
  readonly kind?: readonly DeliveryKind[] | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

interface Row {
  id: string;
  kind: DeliveryKind;
  recipient: string;
  member_id: string | null;
  warning_id: string | null;
  state: DeliveryState;
  attempts: number;
  created_at: Date;
  updated_at: Date;
  next_at: Date;
  answer: string | null;
}

/** A page of the mails to an organisation's people and addresses, newest first. */
export async function pageOfDeliveries(
  sql: Queryable,
  { organisationId, state, kind, since, until }: LedgerSelection,
  limit: number,
  before?: PageEnd,
): Promise<{ data: LedgerEntry[]; more: boolean }> {
  // Spelt out, because only so an index over what went wrong is found to hold what is asked for.
  const states = state && ` AND state IN (${state.map((one) => `'${one}'`).join(', ')})`;
  const { rows } = await sql.query<Row>(
    `SELECT id, kind, recipient, member_id, warning_id, state, attempts, created_at, updated_at, next_at, answer FROM delivery
     WHERE organisation_id = $1 AND (created_at, id) < ($2::timestamptz, $3::uuid)
       AND created_at >= coalesce($5::timestamptz, '-infinity') AND created_at < coalesce($6::timestamptz, 'infinity')
       AND ($7::text[] IS NULL OR kind = ANY($7))${states ?? ''}
     ORDER BY created_at DESC, id DESC LIMIT $4`,
    [organisationId, ...pageBounds(limit, before), since ?? null, until ?? null, kind ?? null],
  );
  return pageOf(rows.map(entryOf), limit);
}

function entryOf(row: Row): LedgerEntry {
  return {
    id: row.id,
    kind: row.kind,
    address: row.recipient.startsWith(erased) ? null : row.recipient,
    memberId: row.member_id,
    warningId: row.warning_id,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    nextAt: row.state === 'pending' ? row.next_at.toISOString() : null,
    answer: row.answer,
  };
}
