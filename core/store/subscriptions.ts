import type { Filter } from '../contract/filter.ts';
import type { Channel } from '../contract/subscription.ts';
import type { Subscription } from '../domain/directory.ts';
import { pageBounds, pageOf, type PageEnd } from './page.ts';
import type { Queryable } from './unit.ts';

export interface SubscriptionRow {
  id: string;
  organisation_id: string;
  team_id: string;
  name: string;
  filter: string;
  channels: string;
  paused: boolean;
  created_at: Date;
  updated_at: Date;
}

export const subscriptionColumns =
  'id, organisation_id, team_id, name, filter, channels, paused, created_at, updated_at';

export function subscriptionOf(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    teamId: row.team_id,
    name: row.name,
    filter: JSON.parse(row.filter) as Filter,
    channels: JSON.parse(row.channels) as Channel[],
    paused: row.paused,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** An organisation's subscriptions, newest first. */
export async function listSubscriptions(
  sql: Queryable,
  organisationId: string,
  limit: number,
  before?: PageEnd,
): Promise<{ data: Subscription[]; more: boolean }> {
  const { rows } = await sql.query<SubscriptionRow>(
    `SELECT ${subscriptionColumns} FROM subscription
     WHERE organisation_id = $1 AND (created_at, id) < ($2::timestamptz, $3::uuid)
     ORDER BY created_at DESC, id DESC LIMIT $4`,
    [organisationId, ...pageBounds(limit, before)],
  );
  return pageOf(rows.map(subscriptionOf), limit);
}

/** One of an organisation's own subscriptions. */
export async function findSubscription(
  sql: Queryable,
  organisationId: string,
  id: string,
): Promise<Subscription | undefined> {
  const { rows } = await sql.query<SubscriptionRow>(
    `SELECT ${subscriptionColumns} FROM subscription WHERE organisation_id = $1 AND id = $2`,
    [organisationId, id],
  );
  return rows[0] && subscriptionOf(rows[0]);
}
