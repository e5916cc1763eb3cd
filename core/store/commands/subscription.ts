import { v7 } from 'uuid';
import { limits } from '../../contract/limits.ts';
import { faultSentences, filled } from '../../contract/sentences.ts';
import type { SubscriptionPatch, SubscriptionRequest } from '../../contract/subscription.ts';
import { reasons } from '../../contract/reasons.ts';
import { followed, type Subscription } from '../../domain/directory.ts';
import type { Caller } from '../../domain/organisation.ts';
import { Refusal, invalidBody, notFound } from '../../domain/refusal.ts';
import { checkChannels, chosenSubscription, patchedSubscription, sameSubscription } from '../../domain/subscription.ts';
import { rawAddresses } from '../../domain/target.ts';
import type { Command, Unit } from '../unit.ts';
import { actorOf } from './warning-event.ts';
import { inviteAddresses } from './address.ts';

type SubscriptionEvent = 'subscription.added' | 'subscription.changed' | 'subscription.removed';

/** Adds a subscription of the caller's organisation. @throws Refusal invalid-request, channel-unavailable, state-conflict */
export function addSubscription(caller: Caller, sent: SubscriptionRequest): Command<Subscription> {
  return async (unit) => {
    const organisationId = caller.organisation.id;
    const chosen = chosenSubscription(sent, firstTeam(unit, caller));
    check(unit, caller, chosen);
    if ((unit.directory.subscriptionsByOrganisation.get(organisationId) ?? []).length >= limits.subscriptions) {
      throw new Refusal('state-conflict', filled(reasons.subscriptionsMost, { most: limits.subscriptions }), {
        limit: limits.subscriptions,
      });
    }
    const times = { createdAt: unit.at, updatedAt: unit.at };
    const subscription: Subscription = { id: v7(), organisationId, ...chosen, ...times };
    await unit.sql.query(
      `INSERT INTO subscription (id, organisation_id, team_id, name, filter, channels, paused, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
      [subscription.id, organisationId, ...columnsOf(subscription), unit.now],
    );
    await tell(unit, caller, 'subscription.added', null, subscription);
    return subscription;
  };
}

/** Changes a subscription by a merge patch; where nothing changes, nothing is logged. */
export function changeSubscription(caller: Caller, id: string, patch: SubscriptionPatch): Command<Subscription> {
  return async (unit) => {
    const before = ownSubscription(unit, caller, id);
    const chosen = patchedSubscription(before, patch, firstTeam(unit, caller));
    check(unit, caller, chosen);
    if (sameSubscription(before, chosen)) return before;
    const subscription: Subscription = { ...before, ...chosen, updatedAt: unit.at };
    await rewriteSubscription(unit, caller, before, subscription);
    return subscription;
  };
}

/** Stores a subscription that was changed, and says so on the log. */
export async function rewriteSubscription(
  unit: Unit,
  caller: Caller,
  before: Subscription,
  after: Subscription,
): Promise<void> {
  await unit.sql.query(
    `UPDATE subscription SET team_id = $2, name = $3, filter = $4, channels = $5, paused = $6, updated_at = $7
     WHERE id = $1`,
    [before.id, ...columnsOf(after), unit.now],
  );
  await tell(unit, caller, 'subscription.changed', before, after);
}

/** Ends a subscription; escalations that run go on. */
export function removeSubscription(caller: Caller, id: string): Command<void> {
  return async (unit) => {
    await end(unit, caller, ownSubscription(unit, caller, id));
  };
}

/** Ends all that a team of the caller's organisation is subscribed to. */
export async function removeSubscriptionsOf(unit: Unit, caller: Caller, teamId: string): Promise<void> {
  for (const one of unit.directory.subscriptionsByOrganisation.get(caller.organisation.id) ?? []) {
    if (one.teamId === teamId) await end(unit, caller, one);
  }
}

async function end(unit: Unit, caller: Caller, subscription: Subscription): Promise<void> {
  await unit.sql.query('DELETE FROM subscription WHERE id = $1', [subscription.id]);
  await tell(unit, caller, 'subscription.removed', subscription, null);
}

/** What was followed before and after stands in the log, so that a replay keeps to what was followed at each place. */
async function tell(
  unit: Unit,
  caller: Caller,
  type: SubscriptionEvent,
  before: Subscription | null,
  after: Subscription | null,
): Promise<void> {
  const { id = '', teamId = '' } = after ?? before ?? {};
  const organisationId = caller.organisation.id;
  const eventId = v7();
  const told = { before: before && followed(before), after: after && followed(after) };
  const data = { organisation: organisationId, subscription: id, team: teamId, ...told };
  unit.append({ id: eventId, type, actor: actorOf(caller), data });
  const targets = (after?.channels ?? []).flatMap((channel) => (channel.type === 'email' ? channel.to : []));
  await inviteAddresses(unit, { eventId, organisationId, teamId }, rawAddresses(targets));
}

function check(unit: Unit, caller: Caller, { teamId, channels }: Pick<Subscription, 'teamId' | 'channels'>): void {
  const organisationId = caller.organisation.id;
  if (unit.directory.teamById.get(teamId)?.organisationId !== organisationId) {
    throw invalidBody([{ pointer: '/team', message: faultSentences.noTeam }]);
  }
  checkChannels(channels, (id) => unit.directory.members.get(id)?.organisationId === organisationId);
}

function columnsOf({ teamId, name, filter, channels, paused }: Subscription): unknown[] {
  return [teamId, name, JSON.stringify(filter), JSON.stringify(channels), paused];
}

function firstTeam(unit: Unit, caller: Caller): string {
  const [team] = unit.directory.teams.get(caller.organisation.id) ?? [];
  if (!team) throw new Error(`The organisation ${caller.organisation.id} has no team.`);
  return team.id;
}

function ownSubscription(unit: Unit, caller: Caller, id: string): Subscription {
  const own = unit.directory.subscriptionsByOrganisation.get(caller.organisation.id) ?? [];
  const subscription = own.find((one) => one.id === id);
  if (!subscription) throw notFound('subscription');
  return subscription;
}
