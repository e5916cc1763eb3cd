import { z } from 'zod';
import {
  acknowledgement,
  acknowledgementRequest,
  acknowledgementsRequest,
  escalationRequest,
} from './acknowledgement.ts';
import { comment, commentRequest } from './comment.ts';
import { corroboration, corroborationRequest } from './corroboration.ts';
import { event } from './event.ts';
import { answer, draft, page, raise, read, type Operation } from './operation.ts';
import { preview, previewRequest } from './preview.ts';
import { problem } from './problem.ts';
import { listQuery, warningsQuery } from './queries.ts';
import { position } from './scalars.ts';
import {
  cancellationRequest,
  markedWarning,
  raiseRequest,
  redactionRequest,
  revisionRequest,
  warning,
} from './warning.ts';

const readWarning = z.union([warning, markedWarning]);

/** Calls about warnings. */
export const warningOperations = {
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
    ...draft,
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
            warning: z.string(),
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
} as const satisfies Record<string, Operation>;
