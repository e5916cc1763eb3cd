import type { Filter } from '../contract/filter.ts';
import type { EscalationPolicy } from '../contract/escalation-policy.ts';
import type { Severity } from '../contract/vocabularies.ts';
import type { Channel } from '../contract/subscription.ts';
import type { Member, Organisation, Reader, Team } from './organisation.ts';
import { accessNow, accessThenAndNow, heardBy, type WarningHistory } from './audience.ts';
import { networkPolicy } from './escalation.ts';
import { matches, type Facets } from './filter.ts';
import type { OwnMail } from './own-mail.ts';

export interface Subscription {
  readonly id: string;
  readonly organisationId: string;
  readonly teamId: string;
  readonly name: string;
  readonly filter: Filter;
  readonly channels: readonly Channel[];
  readonly paused: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What a subscription brings to its team's sockets. */
export interface Followed {
  readonly team: string;
  readonly filter: Filter;
}

/** null: nothing, for it is paused or asks for no live channel. */
export function followed({ teamId, filter, channels, paused }: Subscription): Followed | null {
  return !paused && channels.some(({ type }) => type === 'live') ? { team: teamId, filter } : null;
}

export interface OwnPolicy extends Pick<EscalationPolicy, 'steps' | 'hours'> {
  readonly updatedAt: string;
}

/** Who is in the network and what they follow, as of one place in the log. */
export interface Directory {
  /** Sequence of the last event that changed it. */
  readonly sequence: number;
  readonly organisations: ReadonlyMap<string, Organisation>;
  /** Teams by organisation, the first first. */
  readonly teams: ReadonlyMap<string, readonly Team[]>;
  readonly teamById: ReadonlyMap<string, Team>;
  readonly members: ReadonlyMap<string, Member>;
  readonly membersByOrganisation: ReadonlyMap<string, readonly Member[]>;
  readonly subscriptions: readonly Subscription[];
  readonly subscriptionsByOrganisation: ReadonlyMap<string, readonly Subscription[]>;
  /** By team. */
  readonly policies: ReadonlyMap<string, OwnPolicy>;
  /** Raw addresses that their organisations have had confirmed: `organisation id` + space + `address`; with their language. */
  readonly confirmedAddresses: ReadonlyMap<string, string | null>;
  /** By member; of whoever never chose there is none. */
  readonly ownMail: ReadonlyMap<string, OwnMail>;
}

/** The most that any person or key of an organisation may read: what makes a team expected. */
export function organisationReader(organisation: Organisation): Reader {
  const { id, kind, clearance, suspended } = organisation;
  return { organisationId: id, kind, clearance, suspended, red: true };
}

/** What a member may read themselves. */
export function memberReader(organisation: Organisation, { red }: Pick<Member, 'red'>): Reader {
  return { ...organisationReader(organisation), red };
}

/** What a team's waits are chased by: its own policy, else the network's. */
export function policyOf(
  directory: Directory,
  teamId: string,
  severity: Severity,
): Pick<EscalationPolicy, 'steps' | 'hours'> {
  return directory.policies.get(teamId) ?? networkPolicy(severity);
}

/** The teams that are to answer a warning: of admitted platforms, with an unpaused subscription that has heard of it. */
export function expectedTeams(directory: Directory, history: WarningHistory): Team[] {
  const revision = history.revisions.length;
  return teamsFollowing(
    directory,
    (subscription, reader) => heardBy(history, revision, reader, subscription.filter),
    history,
  );
}

/** The expected teams whose subscriptions match what a revision added. */
export function teamsMatching(directory: Directory, history: WarningHistory, added: readonly Facets[]): Team[] {
  return teamsFollowing(
    directory,
    (subscription) => added.some((facets) => matches(subscription.filter, facets)),
    history,
  );
}

/** The organisations that a revision newly admits. */
export function newlyAdmitted(directory: Directory, history: WarningHistory): Organisation[] {
  const now = history.revisions.length;
  return [...directory.organisations.values()].filter((organisation) => {
    const reader = organisationReader(organisation);
    const before = { ...history, revisions: history.revisions.slice(0, -1) };
    return accessThenAndNow(history, now, reader) !== 'none' && accessNow(before, reader) === 'none';
  });
}

function teamsFollowing(
  directory: Directory,
  follows: (subscription: Subscription, reader: Reader) => boolean,
  history: WarningHistory,
): Team[] {
  const teams = new Map<string, Team>();
  for (const subscription of directory.subscriptions) {
    if (subscription.paused || teams.has(subscription.teamId)) continue;
    const organisation = directory.organisations.get(subscription.organisationId);
    const team = directory.teamById.get(subscription.teamId);
    if (organisation?.kind !== 'platform' || !team) continue;
    const reader = organisationReader(organisation);
    if (accessNow(history, reader) !== 'none' && follows(subscription, reader)) teams.set(team.id, team);
  }
  return [...teams.values()];
}
