import { z } from 'zod';
import { codesOf, warningStates, acknowledgementStates } from './vocabularies.ts';

/** Every refusal of the contract: RFC 9457 `type` is `/problems/<name>`. */
export const problems = {
  'invalid-json': { status: 400, title: 'The body is not JSON' },
  'invalid-request': { status: 400, title: 'The request is not as the contract says' },
  'position-invalid': { status: 400, title: 'This is not a position' },
  'cursor-invalid': { status: 400, title: 'This is not a cursor of this list' },
  'channel-unavailable': { status: 400, title: 'This channel is not offered yet' },
  unauthorized: { status: 401, title: 'A valid credential is needed' },
  'scope-missing': { status: 403, title: 'The key lacks a scope' },
  'role-missing': { status: 403, title: 'Your role does not allow this' },
  'kind-not-allowed': { status: 403, title: 'Your kind of organisation does not do this' },
  'not-issuer': { status: 403, title: 'Only the issuer may do this' },
  suspended: { status: 403, title: 'Your organisation is suspended' },
  'step-up-required': { status: 403, title: 'A strong factor is needed' },
  'not-found': { status: 404, title: 'There is nothing here for you' },
  'method-not-allowed': { status: 405, title: 'This method is not offered here' },
  'not-acceptable': { status: 406, title: 'Not offered in that media type' },
  'state-conflict': { status: 409, title: 'The present state does not allow this' },
  'warning-not-active': { status: 409, title: 'The warning is not active any more' },
  'own-warning': { status: 409, title: 'This is your own warning' },
  'in-progress': { status: 409, title: 'The first request with this key is still running' },
  'consumer-in-use': { status: 409, title: 'Another consumer uses this position store' },
  'log-truncated': { status: 410, title: 'The position is older than what is kept' },
  'log-restored': { status: 410, title: 'The position is not of this log any more' },
  'revision-stale': { status: 412, title: 'There is a newer revision' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'Send JSON' },
  'idempotency-mismatch': { status: 422, title: 'This Idempotency-Key came with another body' },
  'nothing-changed': { status: 422, title: 'Nothing would change' },
  'if-match-required': { status: 428, title: 'Say which revision you revise' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'raise-limit': { status: 429, title: 'Too many warnings in an hour' },
  internal: { status: 500, title: 'Something broke on our side' },
  unavailable: { status: 503, title: 'Not available just now' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemName = keyof typeof problems;

/** Which part of the request is wrong, and how. */
export const fieldError = z
  .object({ in: z.enum(['body', 'query', 'path', 'header']), pointer: z.string(), message: z.string() })
  .meta({ id: 'FieldError' });

/** RFC 9457, `application/problem+json`. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(fieldError).optional(),
    position: z.string().optional(),
    state: z.enum([...codesOf(acknowledgementStates), ...codesOf(warningStates), 'revoked']).optional(),
    revision: z.int().optional(),
    limit: z.int().optional(),
  })
  .meta({ id: 'Problem' });

export type FieldError = z.infer<typeof fieldError>;
export type Problem = z.infer<typeof problem>;
