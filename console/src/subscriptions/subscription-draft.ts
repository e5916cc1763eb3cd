import type { Filter, FilterRequest } from '../../../core/contract/filter.ts';
import type { Channel, Subscription } from '../../../core/contract/subscription.ts';
import type { Status } from '../../../core/contract/vocabularies.ts';
import { matterOf, type Matter } from '../board/board-filter.ts';
import { draftOfTargets, nobody, targetsOf, type TargetDraft } from '../escalation/target-draft.ts';

/** A subscription as it is being chosen. */
export interface SubscriptionDraft {
  readonly name: string;
  readonly team: string;
  readonly matter: Matter;
  readonly statuses: readonly Status[];
  readonly live: boolean;
  readonly email: boolean;
  readonly to: TargetDraft;
}

/** What is proposed to whoever adds one: everything, live. */
export function newSubscription(team: string): SubscriptionDraft {
  return {
    name: '',
    team,
    matter: { country: [], language: [], ground: [] },
    statuses: ['actual', 'exercise'],
    live: true,
    email: false,
    to: nobody,
  };
}

/** One that is to be changed. Mails that it sends by several channels become one. */
export function draftOf({ name, team, filter, channels }: Subscription): SubscriptionDraft {
  const targets = channels.flatMap((channel) => (channel.type === 'email' ? channel.to : []));
  return {
    name,
    team,
    matter: matterOf(filter),
    statuses: filter.statuses,
    live: channels.some(({ type }) => type === 'live'),
    email: targets.length > 0,
    to: draftOfTargets(targets),
  };
}

/** What is sent, all of it: of a change too, for what was emptied has to be named. */
export function requestOf(draft: SubscriptionDraft) {
  const { name, team, live, email, to } = draft;
  const channels: Channel[] = [
    ...(live ? [{ type: 'live' as const }] : []),
    ...(email ? [{ type: 'email' as const, to: targetsOf(to) }] : []),
  ];
  return { name, team, filter: filterOf(draft), channels };
}

/** What is asked for; no floor: from minor on. */
export function filterOf({ matter, statuses }: Pick<SubscriptionDraft, 'matter' | 'statuses'>): FilterRequest {
  return {
    countries: [...matter.country],
    languages: [...matter.language],
    grounds: [...matter.ground],
    severity: matter.severity ?? 'minor',
    statuses: [...statuses],
  };
}

/** Whether a filter lets every warning through that is no test. */
export function isEverything({ countries, languages, grounds, severity }: Filter): boolean {
  return countries.length + languages.length + grounds.length === 0 && severity === 'minor';
}
