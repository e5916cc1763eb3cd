import { z } from 'zod';
import {
  acknowledgement,
  acknowledgementRequest,
  acknowledgementsRequest,
  escalationRequest,
} from './acknowledgement.ts';
import { comment, commentRequest } from './comment.ts';
import { corroboration, corroborationRequest } from './corroboration.ts';
import { escalationPolicy, escalationPolicyRequest } from './escalation-policy.ts';
import { event } from './event.ts';
import { me, organisation, team, teamPatch, teamRequest } from './organisation.ts';
import { preview, previewRequest } from './preview.ts';
import { problem } from './problem.ts';
import { eventsQuery, listQuery, policyQuery, warningsQuery } from './queries.ts';
import { position, uuid } from './scalars.ts';
import { subscription, subscriptionPatch, subscriptionRequest } from './subscription.ts';
import type { OrganisationKind, Role, Scope } from './vocabularies.ts';
import {
  cancellationRequest,
  markedWarning,
  raiseRequest,
  redactionRequest,
  revisionRequest,
  warning,
} from './warning.ts';

/** One call of the contract: what it takes, what it answers, and the least that a credential needs for it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, parameters in braces (OpenAPI). */
  readonly path: string;
  readonly summary: string;
  /** Any one of these; absent: any credential; `public`: none. */
  readonly scopes?: readonly Scope[];
  readonly public?: true;
  /** Absent: all kinds. */
  readonly kinds?: readonly OrganisationKind[];
  /** The least role a member needs. */
  readonly role?: Role;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body may be left out. */
  readonly bodyOptional?: true;
  /** Takes an Idempotency-Key. */
  readonly creates?: true;
  readonly ifMatch?: true;
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
}

const page = <T extends z.ZodType>(item: T) => z.object({ data: z.array(item), next: z.string().nullable() });
const readWarning = z.union([warning, markedWarning]);

const read = { scopes: ['warnings:read'], role: 'viewer' } as const;
const raise = { scopes: ['warnings:write'], kinds: ['cso', 'coordinator'], role: 'responder' } as const;
const answer = { scopes: ['acknowledgements:write'], kinds: ['platform'], role: 'responder' } as const;
const settings = { scopes: ['subscriptions:write'], role: 'manager' } as const;
const administer = { scopes: ['admin'], role: 'manager' } as const;

export const operations = {
  raiseWarning: {
    method: 'POST',
    path: '/warnings',
    summary: 'Raise a warning',
    ...raise,
    body: raiseRequest,
    creates: true,
    answers: { 201: warning },
  },
  previewWarning: {
    method: 'POST',
    path: '/warnings/preview',
    summary: 'Whom a warning would reach; stores nothing',
    ...raise,
    body: previewRequest,
    answers: { 200: preview },
  },
  listWarnings: {
    method: 'GET',
    path: '/warnings',
    summary: 'The warnings you may see',
    ...read,
    query: warningsQuery,
    answers: { 200: page(readWarning).extend({ position }) },
  },
  getWarning: {
    method: 'GET',
    path: '/warnings/{id}',
    summary: 'One warning and your own acknowledgement',
    ...read,
    answers: { 200: readWarning },
  },
  listRevisions: {
    method: 'GET',
    path: '/warnings/{id}/revisions',
    summary: 'All revisions that you may see',
    ...read,
    query: listQuery,
    answers: { 200: page(readWarning) },
  },
  reviseWarning: {
    method: 'POST',
    path: '/warnings/{id}/revisions',
    summary: 'Revise a warning',
    ...raise,
    body: revisionRequest,
    creates: true,
    ifMatch: true,
    answers: { 201: warning },
  },
  redactRevision: {
    method: 'POST',
    path: '/warnings/{id}/revisions/{n}/redaction',
    summary: 'Blank members of a revision for good',
    ...raise,
    body: redactionRequest,
    creates: true,
    answers: { 200: readWarning },
  },
  cancelWarning: {
    method: 'POST',
    path: '/warnings/{id}/cancellation',
    summary: 'Call a warning off',
    ...raise,
    body: cancellationRequest,
    creates: true,
    answers: { 200: warning },
  },
  getTimeline: {
    method: 'GET',
    path: '/warnings/{id}/timeline',
    summary: 'The events of a warning, oldest first',
    ...read,
    query: listQuery,
    answers: { 200: page(event) },
  },
  acknowledgeWarning: {
    method: 'POST',
    path: '/warnings/{id}/acknowledgement',
    summary: 'Answer a warning',
    ...answer,
    body: acknowledgementRequest,
    creates: true,
    answers: { 200: acknowledgement },
  },
  acknowledgeWarnings: {
    method: 'POST',
    path: '/acknowledgements',
    summary: 'Answer many warnings, each on its own',
    ...answer,
    body: acknowledgementsRequest,
    creates: true,
    answers: {
      200: z.object({
        data: z.array(
          z.object({
            warning: uuid,
            status: z.int(),
            acknowledgement: acknowledgement.optional(),
            problem: problem.optional(),
          }),
        ),
      }),
    },
  },
  listAcknowledgements: {
    method: 'GET',
    path: '/warnings/{id}/acknowledgements',
    summary: 'Who has it, has seen it, has answered',
    ...read,
    query: listQuery,
    answers: { 200: page(acknowledgement) },
  },
  escalateWarning: {
    method: 'POST',
    path: '/warnings/{id}/escalation',
    summary: 'Fire your own team’s next step now',
    ...answer,
    body: escalationRequest,
    bodyOptional: true,
    creates: true,
    answers: { 200: acknowledgement },
  },
  listCorroborations: {
    method: 'GET',
    path: '/warnings/{id}/corroborations',
    summary: 'Who else sees it',
    ...read,
    query: listQuery,
    answers: { 200: page(corroboration) },
  },
  corroborateWarning: {
    method: 'POST',
    path: '/warnings/{id}/corroborations',
    summary: 'Say that you see it too, or do not',
    scopes: ['warnings:write'],
    kinds: ['cso'],
    role: 'responder',
    body: corroborationRequest,
    bodyOptional: true,
    creates: true,
    answers: { 201: corroboration, 200: corroboration },
  },
  withdrawCorroboration: {
    method: 'DELETE',
    path: '/warnings/{id}/corroborations',
    summary: 'Take your corroboration back',
    scopes: ['warnings:write'],
    kinds: ['cso'],
    role: 'responder',
    answers: { 204: null },
  },
  listComments: {
    method: 'GET',
    path: '/warnings/{id}/comments',
    summary: 'The comments you may read, oldest first',
    ...read,
    query: listQuery,
    answers: { 200: page(comment) },
  },
  addComment: {
    method: 'POST',
    path: '/warnings/{id}/comments',
    summary: 'Comment',
    scopes: ['warnings:write', 'acknowledgements:write'],
    kinds: ['cso', 'platform', 'coordinator'],
    role: 'responder',
    body: commentRequest,
    creates: true,
    answers: { 201: comment },
  },
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
    ...read,
    query: policyQuery,
    answers: { 200: escalationPolicy },
  },
  setEscalationPolicy: {
    method: 'PUT',
    path: '/escalation-policy',
    summary: 'Set a team’s escalation policy',
    ...settings,
    kinds: ['platform'],
    query: policyQuery,
    body: escalationPolicyRequest,
    answers: { 200: escalationPolicy },
  },
  listTeams: {
    method: 'GET',
    path: '/teams',
    summary: 'Your organisation’s teams',
    ...read,
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
  getMe: { method: 'GET', path: '/me', summary: 'Who this credential is and what it may do', answers: { 200: me } },
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

export type OperationId = keyof typeof operations;

/** Where the calls live. */
export const apiRoot = '/api/v1';

/** Seen as plain operations, so that one loop serves all of them. */
export function operation(id: OperationId): Operation {
  return operations[id];
}

/** Limits on the wire. */
export const limits = {
  /** Bytes of JSON in a body. */
  body: 256 * 1024,
  /** Revisions a warning may have. */
  revisions: 200,
  /** Comments a warning may have. */
  comments: 1000,
  /** Subscriptions an organisation may have. */
  subscriptions: 100,
  /** Subscriptions a socket may have. */
  socketSubscriptions: 16,
  /** Days ahead that a warning may expire. */
  expiresDays: 400,
  /** Days that the log is kept. */
  retentionDays: 760,
} as const;
