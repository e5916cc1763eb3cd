import type { ProblemName } from '../../core/contract/problem.ts';

/** What each problem means for whoever gets it, and what to do. */
export const waysOut: Record<ProblemName, string> = {
  'invalid-json':
    'The body could not be read as JSON in UTF-8. Look at what your client sends; `detail` says where it broke.',
  'invalid-request':
    'Each entry of `errors` names one part of the request by a pointer and says what is wrong with it.',
  'position-invalid': 'Send a position exactly as it was answered, or “start”, or “now”.',
  'cursor-invalid':
    'A cursor fits only the list and the filter that it was answered for. Ask for the first page again.',
  'channel-unavailable': 'This channel is not offered yet. Leave it out; live and email are.',
  unauthorized:
    'Send a valid API key as a bearer token. It may have expired or been revoked: ask your organisation’s manager.',
  'scope-missing': 'The key is valid, and lacks a scope that this call needs. Use another key, or have one made.',
  'role-missing': 'Your role in your organisation does not allow this. Ask a manager or an owner.',
  'kind-not-allowed': 'This call is for another kind of organisation. GET /me says what yours may do.',
  'not-issuer': 'Only the organisation that raised the warning may change it.',
  suspended: 'Your organisation is suspended. Ask the network’s coordinator.',
  'step-up-required': 'Confirm who you are with your second factor, then try again.',
  'not-found': 'It does not exist, or it is not for you: both are answered alike.',
  'method-not-allowed': 'The header Allow names the methods that this address offers.',
  'not-acceptable': 'This address does not offer the media type that Accept asks for. Ask for application/json.',
  'state-conflict': 'What you ask does not fit the present state, which `state` names. Look at it anew, then decide.',
  'warning-not-active': 'The warning was cancelled or has expired. Raise a new one if the danger is back.',
  'own-warning': 'Another organisation corroborates a warning; yours raised it.',
  'in-progress': 'The first request with this Idempotency-Key is still running. Ask again in a moment.',
  'consumer-in-use': 'Another live consumer uses this position store. Give each consumer a store of its own.',
  'log-truncated': 'What followed your position is not kept any more. Start over from `position`.',
  'log-restored': 'The network’s log was restored from a backup. Start over from `position`.',
  'revision-stale':
    'Somebody revised the warning meanwhile; `revision` is the newest. Look at it, then revise that one.',
  'body-too-large': 'A body has at most `limit` bytes. Shorten texts or leave translations out.',
  'unsupported-media-type': 'Send application/json in UTF-8, not compressed.',
  'idempotency-mismatch': 'This Idempotency-Key was used with another body. Use a new key for a new request.',
  'nothing-changed': 'Everything you named has that value already.',
  'if-match-required': 'Send If-Match with the ETag of the revision that you revise, or *.',
  'rate-limited': 'Wait as many seconds as Retry-After says.',
  'raise-limit':
    'Your organisation has raised its share for this hour. Retry-After says when the next may come; cancelling is always possible.',
  internal: 'Something broke on our side. Tell the operators the id in `instance`.',
  unavailable:
    'Not available just now. Ask again after Retry-After, under the same Idempotency-Key: nothing happens twice.',
};
