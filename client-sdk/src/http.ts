import { address } from './address.ts';
import { delayBefore, following, pause, type Backoff } from './backoff.ts';
import { calls, creating, type CallAnswer, type CallInput, type OperationId } from './calls.ts';
import type { Ending } from './ending.ts';
import { errorOf, InvalidRequest, problemName, ServerFault, TocsinError, Unavailable } from './errors.ts';
import { readProblem } from './wire.ts';

export interface HttpSettings {
  /** Ends in a slash. */
  base: URL;
  token: string | undefined;
  fetch: typeof globalThis.fetch;
  backoff: Backoff;
  /** Milliseconds that one call may take, its repeats included. */
  patience: number;
  /** Milliseconds after which an attempt counts as unanswered. */
  attempt: number;
  /** Ends every call. */
  ending: Ending;
}

type Init = RequestInit & { method: string; headers: Record<string, string> };

class Late extends Error {}

/** Loosely: which call it is was checked where it was made. */
interface Input {
  path?: Record<string, string | number>;
  query?: Record<string, unknown>;
  body?: unknown;
  revision?: number;
  idempotencyKey?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Makes one call, repeated while that is safe and `patience` lasts. @throws TocsinError */
export async function request<Id extends OperationId>(
  settings: HttpSettings,
  id: Id,
  input: CallInput<Id>,
): Promise<CallAnswer<Id>> {
  const given: Input = input;
  const target = address(settings.base, id, given);
  const init = requestInit(settings, id, given);
  const call = following([given.signal]);
  const leave = settings.ending.add(call.abort);
  try {
    return (await persist(settings, target, init, call.signal)) as CallAnswer<Id>;
  } catch (error) {
    if (error instanceof TocsinError) tellKey(error, init.headers['idempotency-key']);
    throw error;
  } finally {
    leave();
    call.unfollow();
  }
}

async function persist(settings: HttpSettings, url: URL, init: Init, ending: AbortSignal): Promise<unknown> {
  const deadline = Date.now() + settings.patience;
  let before: TocsinError | undefined;
  for (let attempt = 0; ; attempt += 1) {
    const time = Math.max(1, Math.min(settings.attempt, deadline - Date.now()));
    const outcome = await tryOnce(settings, url, init, ending, time);
    if (!(outcome instanceof TocsinError)) return outcome;
    if (!isRepeatable(outcome, init.method)) throw outcome;
    // Those who were told the same Retry-After together do not come back together.
    const wait = (outcome.retryAfter ?? 0) * 1000 + delayBefore(attempt, settings.backoff);
    // An attempt that was cut short says less than the one before.
    if (Date.now() + wait >= deadline) throw outcome.cause instanceof Late && before ? before : outcome;
    before = outcome;
    await pause(wait, ending);
  }
}

/** What was sent and not answered may have happened, so its key has to outlive the error. */
function tellKey(error: TocsinError, key: string | undefined): void {
  error.idempotencyKey = key;
  const { problem } = error;
  const isSettled = problem !== undefined && problem.status < 500 && problemName(problem) !== 'in-progress';
  if (key !== undefined && !isSettled) error.message += ` It was sent under the Idempotency-Key ${key}.`;
}

function requestInit(settings: HttpSettings, id: OperationId, { body, revision, idempotencyKey }: Input): Init {
  const method = calls[id].slice(0, calls[id].indexOf(' '));
  const headers: Record<string, string> = { accept: 'application/json' };
  // Followed, a redirected POST would come out as the GET of something else.
  const init = { method, headers, redirect: 'manual' } as const;
  if (settings.token !== undefined) headers.authorization = `Bearer ${settings.token}`;
  if (Object.hasOwn(creating, id)) headers['idempotency-key'] = idempotencyKey ?? newKey();
  if (revision !== undefined) headers['if-match'] = `"${revision}"`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  checkHeaders(headers);
  return body === undefined ? init : { ...init, body: JSON.stringify(body) };
}

/** What no header can carry would look like a network that does not answer. */
function checkHeaders(headers: Record<string, string>): void {
  try {
    new Headers(headers);
  } catch (cause) {
    const message =
      'The token or the idempotencyKey has characters other than printable ASCII. Pass it as it was given.';
    throw new InvalidRequest(message, { code: 'invalid-request', cause });
  }
}

/** `randomUUID` is missing on pages that were not loaded over https. */
function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The answer's body, or the error of this attempt. @param time milliseconds it may take @throws the caller's own abort */
async function tryOnce(
  { fetch }: HttpSettings,
  url: URL,
  init: Init,
  ending: AbortSignal,
  time: number,
): Promise<unknown> {
  const attempt = following([ending]);
  const late = new Late(`none within ${time / 1000} s`);
  const timer = setTimeout(() => attempt.abort(late), time);
  try {
    const response = await fetch(url, { ...init, signal: attempt.signal });
    const text = await response.text();
    return response.ok ? readBody(url, response, text) : readError(url, response, text);
  } catch (cause) {
    if (ending.aborted) throw ending.reason;
    const message = `No answer from ${url.origin}: ${whyOf(cause)}. Check the address and the network, and ask again.`;
    return new Unavailable(message, { code: 'no-answer', cause });
  } finally {
    clearTimeout(timer);
    attempt.unfollow();
  }
}

/** Node.js says "fetch failed" and keeps the reason underneath. */
function whyOf(failure: unknown): string {
  const { cause, message } = failure as { cause?: { message?: string; code?: string }; message?: string };
  return cause?.message || cause?.code || message || String(failure);
}

function readBody(url: URL, response: Response, text: string): unknown {
  if (response.status === 204) return undefined;
  const body = parseJson(text);
  return typeof body === 'object' && body !== null ? body : unexpected(url, response);
}

function readError(url: URL, response: Response, text: string): TocsinError {
  const problem = readProblem(parseJson(text));
  if (problem !== undefined) return errorOf(problem, retryAfterOf(response));
  // A balancer between us and the network has no problems to tell.
  if ([502, 503, 504].includes(response.status)) {
    const message = `The network is not reachable just now (${response.status}). Ask again, under the same Idempotency-Key.`;
    return new Unavailable(message, { code: 'unavailable', retryAfter: retryAfterOf(response) });
  }
  return unexpected(url, response);
}

function unexpected(url: URL, response: Response): ServerFault {
  // A page is not told the status of a redirection.
  const answered = response.type === 'opaqueredirect' ? 'with a redirection' : response.status;
  const message = `${url.origin}${url.pathname} answered ${answered}, not as a Tocsin network does. Check the url given to connect().`;
  return new ServerFault(message, { code: 'unexpected-answer' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Seconds; a date or nonsense counts as not given. */
function retryAfterOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/** What was surely refused may be asked again; what was perhaps done, only where doing it twice is doing it once. */
function isRepeatable(error: TocsinError, method: string): boolean {
  if (error.problem?.status === 429) return true;
  if (error instanceof Unavailable) return method !== 'DELETE';
  return error.problem !== undefined && problemName(error.problem) === 'in-progress';
}
