import type { Problem as ContractProblem, ProblemName } from '../../core/contract/problem.ts';

/** RFC 9457 as the network answers it, read loosely: a later version may add members and names. */
export type Problem = Pick<ContractProblem, 'type' | 'title' | 'status' | 'detail'> &
  Partial<Omit<ContractProblem, 'state'>> & { state?: string };

interface Circumstances {
  code: string;
  problem?: Problem | undefined;
  cause?: unknown;
  /** Seconds. */
  retryAfter?: number | undefined;
}

/** Every error of this package: `code` is the problem's name, `problem` what the network answered, if it did. */
export class TocsinError extends Error {
  override name = 'TocsinError';
  readonly code: string;
  readonly problem: Problem | undefined;
  /** Seconds after which asking again makes sense, where the network said so. */
  readonly retryAfter: number | undefined;
  /** What the call was sent under, where it creates: repeated under the same key it happens once. */
  idempotencyKey: string | undefined;

  constructor(message: string, { code, problem, cause, retryAfter }: Circumstances) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** 400, 405, 406, 415, 428: the request is not as the contract says; `problem.errors` names the members. */
export class InvalidRequest extends TocsinError {
  override name = 'InvalidRequest';
}
/** 401: no credential, or one that is not valid any more. */
export class Unauthorized extends TocsinError {
  override name = 'Unauthorized';
}
/** 403: this credential, role or kind of organisation does not do this. */
export class Forbidden extends TocsinError {
  override name = 'Forbidden';
}
/** 403: the organisation is suspended. */
export class Suspended extends Forbidden {
  override name = 'Suspended';
}
/** 404: absent, or not for you. */
export class NotFound extends TocsinError {
  override name = 'NotFound';
}
/** 409: the present state does not allow it; `problem.state` names it. */
export class Conflict extends TocsinError {
  override name = 'Conflict';
}
/** A second live consumer of one position store. */
export class ConsumerInUse extends Conflict {
  override name = 'ConsumerInUse';
}
/** 410: the stored position cannot be resumed from. */
export class LogLost extends TocsinError {
  override name = 'LogLost';
  /** Where to start over: `save` it in the position store, since a stored one wins over `after`, or use `onLost: 'restart'`. */
  readonly position: string | undefined;

  constructor(message: string, circumstances: Circumstances) {
    super(message, circumstances);
    this.position = circumstances.problem?.position;
  }
}
/** 410: the position is older than what is kept. */
export class LogTruncated extends LogLost {
  override name = 'LogTruncated';
}
/** 410: the network was restored from a backup, the position is not of this log any more. */
export class LogRestored extends LogLost {
  override name = 'LogRestored';
}
/** 412: somebody else revised first; `problem.revision` is the present one. */
export class RevisionStale extends TocsinError {
  override name = 'RevisionStale';
}
/** 413: more than the network takes in one body. */
export class TooLarge extends TocsinError {
  override name = 'TooLarge';
}
/** 422: understood, and refused as it is. */
export class Unprocessable extends TocsinError {
  override name = 'Unprocessable';
}
/** 429; `retryAfter` in seconds. */
export class RateLimited extends TocsinError {
  override name = 'RateLimited';
}
/** 503, or no answer at all (`cause`): it may have been stored; repeat it under its Idempotency-Key. */
export class Unavailable extends TocsinError {
  override name = 'Unavailable';
}
/** 500, or an answer that is not of this contract. */
export class ServerFault extends TocsinError {
  override name = 'ServerFault';
}
/** The client was closed meanwhile. */
export class ClientClosed extends TocsinError {
  override name = 'ClientClosed';
}

type ErrorClass = new (message: string, circumstances: Circumstances) => TocsinError;

const mendRequest = 'Mend the request; repeating it as it is changes nothing.';
const askAdmin = 'Ask an owner of your organisation, or use another key.';
const startOver = "Save `position` in the position store and follow again, or pass `onLost: 'restart'`.";

/** What each problem is here, and what to do about it. */
const known: Record<ProblemName, readonly [ErrorClass, string]> = {
  'invalid-json': [InvalidRequest, mendRequest],
  'invalid-request': [InvalidRequest, 'Mend the members that `problem.errors` names.'],
  'position-invalid': [
    InvalidRequest,
    'Pass a position as it was answered; a stored one that is none has to be cleared.',
  ],
  'cursor-invalid': [InvalidRequest, 'Begin the list again without `cursor`.'],
  'channel-unavailable': [InvalidRequest, 'Choose another channel.'],
  unauthorized: [Unauthorized, 'Check the token; a revoked or expired key needs a new one.'],
  'scope-missing': [Forbidden, askAdmin],
  'role-missing': [Forbidden, askAdmin],
  'kind-not-allowed': [Forbidden, 'Another kind of organisation does this.'],
  'not-issuer': [Forbidden, 'Ask the issuer of the warning.'],
  suspended: [Suspended, 'Ask the coordinator of the network.'],
  'step-up-required': [Forbidden, 'Sign in with a second factor and repeat it.'],
  'not-found': [NotFound, 'Check the id; what you may not see is answered the same.'],
  'method-not-allowed': [InvalidRequest, mendRequest],
  'not-acceptable': [InvalidRequest, mendRequest],
  'state-conflict': [Conflict, 'Read it again and decide anew; `problem.state` names the present state.'],
  'warning-not-active': [Conflict, 'Raise a new warning if it is needed.'],
  'own-warning': [Conflict, 'Others corroborate it; you may revise it.'],
  'in-progress': [Conflict, 'Repeat it under the same Idempotency-Key.'],
  'consumer-in-use': [ConsumerInUse, 'End the other one, or give this one another `consumer` name.'],
  'log-truncated': [LogTruncated, startOver],
  'log-restored': [LogRestored, startOver],
  'revision-stale': [RevisionStale, 'Read the warning again and revise its present revision.'],
  'body-too-large': [TooLarge, 'Shorten it to what `problem.limit` allows.'],
  'unsupported-media-type': [InvalidRequest, mendRequest],
  'idempotency-mismatch': [Unprocessable, 'Use a new Idempotency-Key for another body.'],
  'nothing-changed': [Unprocessable, 'Send what differs.'],
  'if-match-required': [InvalidRequest, 'Say which revision you revise: `{ revision }`.'],
  'rate-limited': [RateLimited, 'Ask again after `retryAfter` seconds.'],
  'raise-limit': [RateLimited, 'Raise again after `retryAfter` seconds; cancelling stays possible.'],
  internal: [ServerFault, 'Tell the operator of the network; `problem.instance` finds it in the logs.'],
  unavailable: [Unavailable, 'Nothing is lost: ask again, under the same Idempotency-Key.'],
};

const byStatus: Record<number, ErrorClass> = {
  401: Unauthorized,
  403: Forbidden,
  404: NotFound,
  409: Conflict,
  410: LogLost,
  412: RevisionStale,
  413: TooLarge,
  422: Unprocessable,
  429: RateLimited,
  502: Unavailable,
  503: Unavailable,
  504: Unavailable,
};

/** The name at the end of a problem's `type`. */
export function problemName(problem: Pick<Problem, 'type'>): string {
  return problem.type.slice(problem.type.lastIndexOf('/') + 1);
}

/** The error that a problem is thrown as. `retryAfter` in seconds. */
export function errorOf(problem: Problem, retryAfter?: number): TocsinError {
  const code = problemName(problem);
  const circumstances = { code, problem, retryAfter };
  const why = problem.detail && problem.detail !== problem.title ? `: ${problem.detail}` : '';
  const what = `${problem.title}${why}${/[.!?]$/.test(why) ? '' : '.'}`;
  if (Object.hasOwn(known, code)) {
    const [Class, remedy] = known[code as ProblemName];
    return new Class(`${what} ${remedy}`, circumstances);
  }
  const Class = byStatus[problem.status] ?? (problem.status < 500 ? InvalidRequest : ServerFault);
  return new Class(what, circumstances);
}
