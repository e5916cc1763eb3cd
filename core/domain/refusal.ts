import { problems, type FieldError, type ProblemName } from '../contract/problem.ts';

export interface RefusalDetails {
  readonly errors?: FieldError[];
  readonly position?: string;
  readonly state?: string;
  readonly revision?: number;
  readonly limit?: number;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** A command or a request that is turned down: one of the contract's problems, with the sentence that says why and what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problem: ProblemName;
  readonly details: RefusalDetails;

  constructor(problem: ProblemName, detail: string, details: RefusalDetails = {}) {
    super(detail);
    this.problem = problem;
    this.details = details;
  }

  get status(): number {
    return problems[this.problem].status;
  }
}

/** 400 naming members of the body. */
export function invalidBody(errors: readonly { pointer: string; message: string }[]): Refusal {
  const named = errors.map((error) => ({ in: 'body' as const, ...error }));
  return new Refusal('invalid-request', named.map((error) => `${error.pointer}: ${error.message}`).join(' '), {
    errors: named,
  });
}

/** One answer for what is absent, malformed, or not for the reader. */
export function notFound(what: string): Refusal {
  return new Refusal('not-found', `There is no such ${what}, or it is not for you.`);
}
