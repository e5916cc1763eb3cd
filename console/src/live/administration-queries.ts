import { queryOptions } from '@tanstack/react-query';
import type { FilterRequest } from '../../../core/contract/filter.ts';
import type { RehearsalRequest } from '../../../core/contract/rehearsal.ts';
import type { Call } from '../network.ts';
import { everyPage } from './queries.ts';

/** The keys under which the administration's answers are kept. */
export const administration = {
  apiKeys: ['administration', 'keys'],
  teams: ['administration', 'teams'],
  members: ['administration', 'members'],
  invitations: ['administration', 'invitations'],
  organisation: ['administration', 'organisation'],
  applications: ['administration', 'applications'],
  organisations: ['administration', 'organisations'],
  domains: ['administration', 'domains'],
  vouches: ['administration', 'vouches'],
  suppressions: ['administration', 'suppressions'],
  singleSignOn: ['administration', 'single-sign-on'],
  subscriptions: ['administration', 'subscriptions'],
  policies: ['administration', 'policies'],
} as const;

export function apiKeysQuery(call: Call) {
  return queryOptions({
    queryKey: administration.apiKeys,
    queryFn: ({ signal }) => everyPage((page) => call('listKeys', { query: page, signal })),
  });
}

export function teamsQuery(call: Call) {
  return queryOptions({
    queryKey: administration.teams,
    queryFn: ({ signal }) => everyPage((page) => call('listTeams', { query: page, signal })),
  });
}

export function subscriptionsQuery(call: Call) {
  return queryOptions({
    queryKey: administration.subscriptions,
    queryFn: ({ signal }) => everyPage((page) => call('listSubscriptions', { query: page, signal })),
  });
}

export function policyQuery(call: Call, team: string) {
  return queryOptions({
    queryKey: [...administration.policies, team],
    queryFn: ({ signal }) => call('getEscalationPolicy', { query: { team }, signal }),
  });
}

/** Whom a policy would mail; read anew when one was changed. */
export function rehearsalQuery(call: Call, body: RehearsalRequest) {
  return queryOptions({
    queryKey: [...administration.policies, 'rehearsal', JSON.stringify(body)],
    queryFn: ({ signal }) => call('rehearseEscalation', { body, signal }),
  });
}

/** What filters would have matched of late, in their order. */
export function matchesQuery(call: Call, filters: FilterRequest[]) {
  return queryOptions({
    queryKey: ['matches', JSON.stringify(filters)],
    queryFn: ({ signal }) => call('countMatches', { body: { filters }, signal }),
    // Countings are limited, and what was raised meanwhile changes little.
    staleTime: 10 * 60_000,
    refetchOnWindowFocus: false,
    refetchInterval: false,
  });
}

export function membersQuery(call: Call) {
  return queryOptions({
    queryKey: administration.members,
    queryFn: ({ signal }) => everyPage((page) => call('listMembers', { query: page, signal })),
  });
}

export function invitationsQuery(call: Call) {
  return queryOptions({
    queryKey: administration.invitations,
    queryFn: ({ signal }) => everyPage((page) => call('listInvitations', { query: page, signal })),
  });
}

export function ownOrganisationQuery(call: Call) {
  return queryOptions({
    queryKey: administration.organisation,
    queryFn: ({ signal }) => call('getOwnOrganisation', { signal }),
  });
}

export function applicationsQuery(call: Call) {
  return queryOptions({
    queryKey: administration.applications,
    queryFn: ({ signal }) => everyPage((page) => call('listApplications', { query: page, signal })),
  });
}

export function applicationQuery(call: Call, id: string) {
  return queryOptions({
    queryKey: [...administration.applications, id],
    queryFn: ({ signal }) => call('getApplication', { path: { id }, signal }),
  });
}

export function memberOrganisationsQuery(call: Call) {
  return queryOptions({
    queryKey: administration.organisations,
    queryFn: ({ signal }) => everyPage((page) => call('listMemberOrganisations', { query: page, signal })),
  });
}

export function domainsQuery(call: Call) {
  return queryOptions({
    queryKey: administration.domains,
    queryFn: ({ signal }) => call('listDomains', { signal }),
  });
}

export function singleSignOnQuery(call: Call) {
  return queryOptions({
    queryKey: administration.singleSignOn,
    queryFn: ({ signal }) => call('getSingleSignOn', { signal }),
  });
}

export function vouchesQuery(call: Call) {
  return queryOptions({
    queryKey: administration.vouches,
    queryFn: ({ signal }) => everyPage((page) => call('listVouches', { query: page, signal })),
  });
}

export function suppressionsQuery(call: Call) {
  return queryOptions({
    queryKey: administration.suppressions,
    queryFn: ({ signal }) => everyPage((page) => call('listSuppressions', { query: page, signal })),
  });
}

/** @param id of the member who is signed in */
export function ownMemberQuery(call: Call, id: string) {
  return queryOptions({
    queryKey: ['account', id],
    queryFn: ({ signal }) => call('getMember', { path: { id }, signal }),
  });
}

/** @param id of the member who is signed in */
export function ownMailQuery(call: Call, id: string) {
  return queryOptions({
    queryKey: ['account', id, 'mail'],
    queryFn: ({ signal }) => call('getOwnMail', { signal }),
  });
}

/** Read anew every ten seconds while the page is in view. */
export function healthQuery(call: Call) {
  return queryOptions({
    queryKey: ['health'],
    staleTime: 5_000,
    refetchInterval: 10_000,
    queryFn: ({ signal }) => call('getHealth', { signal }),
  });
}
