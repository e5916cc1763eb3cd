import type { Filter } from '../contract/filter.ts';
import { faultSentences, filled } from '../contract/sentences.ts';
import type {
  Channel,
  Subscription as SubscriptionAnswer,
  SubscriptionPatch,
  SubscriptionRequest,
} from '../contract/subscription.ts';
import type { Subscription } from './directory.ts';
import { canonicalFilter, patchedFilter } from './filter.ts';
import { narrowerRange } from './languages.ts';
import { checkTargets, refuseWebhooks } from './target.ts';

type Chosen = Pick<Subscription, 'teamId' | 'name' | 'filter' | 'channels' | 'paused'>;

/** What a request asks for, with its defaults. */
export function chosenSubscription(sent: SubscriptionRequest, firstTeamId: string): Chosen {
  return {
    teamId: sent.team ?? firstTeamId,
    name: sent.name,
    filter: canonicalFilter(sent.filter),
    channels: sent.channels,
    paused: sent.paused ?? false,
  };
}

/** A merge patch applied (RFC 7396): what is left out stays, null returns a member to its default. */
export function patchedSubscription(before: Chosen, patch: SubscriptionPatch, firstTeamId: string): Chosen {
  return {
    teamId: patch.team === undefined ? before.teamId : (patch.team ?? firstTeamId),
    name: patch.name ?? before.name,
    filter: patchedFilter(before.filter, patch.filter),
    channels: patch.channels ?? before.channels,
    paused: patch.paused === undefined ? before.paused : (patch.paused ?? false),
  };
}

/** Whether two subscriptions are the same to everybody. */
export function sameSubscription(one: Chosen, other: Chosen): boolean {
  const told = ({ teamId, name, filter, channels, paused }: Chosen): string =>
    JSON.stringify([teamId, name, filter, channels, paused]);
  return told(one) === told(other);
}

/** @throws Refusal channel-unavailable, invalid-request, at the pointers */
export function checkChannels(channels: readonly Channel[], isOwnMember: (id: string) => boolean): void {
  refuseWebhooks(channels.flatMap(({ type }, index) => (type === 'webhook' ? [`/channels/${index}`] : [])));
  const placed = channels.flatMap((channel, index) =>
    channel.type === 'email'
      ? channel.to.map((target, place) => ({ pointer: `/channels/${index}/to/${place}`, target, last: false }))
      : [],
  );
  checkTargets(placed, isOwnMember);
}

/** What a filter may miss that its author did not think of. */
export function adviceOn(filter: Filter): SubscriptionAnswer['advice'] {
  return filter.languages.flatMap((range, index) => {
    const language = narrowerRange(range);
    if (language === undefined || filter.languages.includes(language)) return [];
    const message = filled(faultSentences.narrower, { narrow: range, language });
    return [{ pointer: `/filter/languages/${index}`, message }];
  });
}

/** A subscription as its organisation gets it. */
export function presentSubscription(subscription: Subscription): SubscriptionAnswer {
  const { id, teamId, name, filter, channels, paused, createdAt, updatedAt } = subscription;
  return {
    id,
    team: teamId,
    name,
    filter,
    channels: [...channels],
    paused,
    advice: adviceOn(filter),
    createdAt,
    updatedAt,
  };
}
