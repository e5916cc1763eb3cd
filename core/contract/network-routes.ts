import { z } from 'zod';
import { escalationPolicy, escalationPolicyRequest } from './escalation-policy.ts';
import { event } from './event.ts';
import { administer, page, read, settings, type Operation } from './operation.ts';
import { matches, matchesRequest } from './matches.ts';
import { me, organisation, team, teamPatch, teamRequest } from './organisation.ts';
import { eventsQuery, listQuery, policyQuery } from './queries.ts';
import { rehearsal, rehearsalRequest } from './rehearsal.ts';
import { position } from './scalars.ts';
import { subscription, subscriptionPatch, subscriptionRequest } from './subscription.ts';

/** Calls about the log, the network's members and one's own settings. */
export const networkOperations = {
  listEvents: {
    method: 'GET',
    path: '/events',
    summary: 'The log you may see; streamed as text/event-stream',
    ...read,
    query: eventsQuery,
    answers: { 200: z.object({ data: z.array(event), next: position.nullable(), position }) },
  },
  listOrganisations: {
    method: 'GET',
    path: '/organisations',
    summary: 'The members of the network',
    ...read,
    query: listQuery,
    answers: { 200: page(organisation) },
  },
  listSubscriptions: {
    method: 'GET',
    path: '/subscriptions',
    summary: 'Your organisation’s subscriptions',
    ...read,
    query: listQuery,
    answers: { 200: page(subscription) },
  },
  addSubscription: {
    method: 'POST',
    path: '/subscriptions',
    summary: 'Subscribe',
    ...settings,
    body: subscriptionRequest,
    creates: true,
    answers: { 201: subscription },
  },
  countMatches: {
    method: 'POST',
    path: '/subscriptions/matches',
    summary: 'What filters would have brought you in the last 90 days; stores nothing',
    description:
      'For whoever writes a filter: how many warnings each of them would have matched, by severity, with the newest as examples; counted as you may see them. `since` says how far back that reaches where there were more than are looked through. At most 600 calls an hour.',
    ...read,
    body: matchesRequest,
    answers: { 200: matches },
  },
  getSubscription: {
    method: 'GET',
    path: '/subscriptions/{id}',
    summary: 'One subscription',
    ...read,
    answers: { 200: subscription },
  },
  changeSubscription: {
    method: 'PATCH',
    path: '/subscriptions/{id}',
    summary: 'Change a subscription (RFC 7396)',
    ...settings,
    body: subscriptionPatch,
    answers: { 200: subscription },
  },
  removeSubscription: {
    method: 'DELETE',
    path: '/subscriptions/{id}',
    summary: 'End a subscription',
    ...settings,
    answers: { 204: null },
  },
  getEscalationPolicy: {
    method: 'GET',
    path: '/escalation-policy',
    summary: 'A team’s escalation policy',
    description:
      'Its own, or the network’s where it has none (`source`): that one waits by the severity of the warning, and is answered as a severe one is chased.',
    ...read,
    query: policyQuery,
    answers: { 200: escalationPolicy },
  },
  setEscalationPolicy: {
    method: 'PUT',
    path: '/escalation-policy',
    summary: 'Set a team’s escalation policy',
    description:
      'Whole: it takes the place of the one before. Escalations that run keep the steps that they began with; addresses that nobody has confirmed are mailed a link. Without any step nobody is ever mailed.',
    ...settings,
    kinds: ['platform'],
    query: policyQuery,
    body: escalationPolicyRequest,
    answers: { 200: escalationPolicy },
  },
  removeEscalationPolicy: {
    method: 'DELETE',
    path: '/escalation-policy',
    summary: 'Give up a team’s own escalation policy: the network’s holds again',
    description:
      'What waits from now on is chased by the network’s; escalations that run keep the steps that they began with. Where the network’s holds already, nothing happens.',
    ...settings,
    kinds: ['platform'],
    query: policyQuery,
    answers: { 204: null },
  },
  rehearseEscalation: {
    method: 'POST',
    path: '/escalation-policy/rehearsal',
    summary: 'Whom a warning that nobody answers would be mailed to, and when; mails nobody',
    description:
      'By the rules that the network goes by, with people and addresses as they are now, of a policy that stands or of one that is not saved yet. `missed` and `detour` say which steps reach nobody whom they name.',
    ...read,
    // It names people: of keys for those that may read who they are.
    scopes: ['admin'],
    kinds: ['platform'],
    body: rehearsalRequest,
    answers: { 200: rehearsal },
  },
  listTeams: {
    method: 'GET',
    path: '/teams',
    summary: 'Your organisation’s teams',
    ...read,
    // Who may change them may look at them, though `admin` implies no other scope.
    scopes: ['warnings:read', 'admin'],
    query: listQuery,
    answers: { 200: page(team) },
  },
  addTeam: {
    method: 'POST',
    path: '/teams',
    summary: 'Add a team',
    ...administer,
    body: teamRequest,
    creates: true,
    answers: { 201: team },
  },
  changeTeam: {
    method: 'PATCH',
    path: '/teams/{id}',
    summary: 'Rename a team',
    ...administer,
    body: teamPatch,
    answers: { 200: team },
  },
  removeTeam: {
    method: 'DELETE',
    path: '/teams/{id}',
    summary: 'Remove a team; the last one stays',
    ...administer,
    answers: { 204: null },
  },
  getMe: {
    method: 'GET',
    path: '/me',
    summary: 'Who this credential is and what it may do',
    strong: 'never',
    answers: { 200: me },
  },
  getOpenApi: {
    method: 'GET',
    path: '/openapi.json',
    summary: 'This document',
    public: true,
    answers: { 200: z.looseObject({}) },
  },
  getAsyncApi: {
    method: 'GET',
    path: '/asyncapi.json',
    summary: 'The same for Socket.IO and SSE',
    public: true,
    answers: { 200: z.looseObject({}) },
  },
} as const satisfies Record<string, Operation>;
