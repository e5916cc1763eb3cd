import type { Logger } from 'pino';
import { problems, type Problem } from '../core/contract/problem.ts';
import { reasons } from '../core/contract/reasons.ts';
import { Refusal } from '../core/domain/refusal.ts';
import { isUnreachable } from '../core/store/pool.ts';
import { reasonOf } from '../core/store/reason.ts';

export interface ProblemAnswer {
  readonly body: Problem;
  readonly headers: Readonly<Record<string, string>>;
}

/** Seconds after which it is worth asking again when PostgreSQL was away. */
const retryUnavailable = 2;

/** More would tell nobody more. */
const mostErrors = 50;
const longestDetail = 1_000;

/** Whatever was thrown, as the refusal that it is: what is none of ours is ours to mend, and logged. */
export function refusalOf(error: unknown, log: Pick<Logger, 'error' | 'warn'>): Refusal {
  if (error instanceof Refusal) return error;
  if (isUnreachable(error)) {
    log.warn({ reason: reasonOf(error).message }, 'PostgreSQL could not be reached for a request.');
    return new Refusal('unavailable', reasons.storeAwayNow, {
      retryAfter: retryUnavailable,
    });
  }
  log.error(reasonOf(error), 'A request failed on our side.');
  return new Refusal('internal', 'Something broke on our side; the operators find it under the id in `instance`.');
}

/** The one map from refusal to problem. `instance` is the request's id. */
export function problemOf({ problem, message, details }: Refusal, instance: string): Problem {
  const { status, title } = problems[problem];
  const { retryAfter: _, errors, ...named } = details;
  return {
    type: `/problems/${problem}`,
    title,
    status,
    detail: message.length > longestDetail ? `${message.slice(0, longestDetail)}…` : message,
    instance,
    ...(errors ? { errors: errors.slice(0, mostErrors) } : {}),
    ...(named as Partial<Problem>),
  };
}

/** A refusal as it is answered over HTTP. */
export function problemAnswer(refusal: Refusal, instance: string): ProblemAnswer {
  const { retryAfter } = refusal.details;
  return {
    body: problemOf(refusal, instance),
    headers: {
      'Content-Type': 'application/problem+json',
      ...(refusal.problem === 'unauthorized' ? { 'WWW-Authenticate': 'Bearer' } : {}),
      ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
    },
  };
}
