import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Request, Response } from 'express';
import { apiRoot, operation, operations, type OperationId } from '../../core/contract/routes.ts';
import { mayCall } from '../../core/domain/access.ts';
import type { Caller } from '../../core/domain/organisation.ts';
import { Refusal } from '../../core/domain/refusal.ts';
import { admittedWarning, refuseAbout } from '../admission.ts';
import { tokenOf } from '../credentials/credentials.ts';
import { deviceName } from '../credentials/device.ts';
import { Showing } from '../showing.ts';
import { parseJson, readBody } from './body.ts';
import type { Browser, Call, Handler, Reply, RequestContext, Services } from './call.ts';
import { allowOrigin, preflight } from './cors.ts';
import { bodyFaults, invalidRequest } from '../faults.ts';
import { handlers } from './handlers.ts';
import { checkContentType, idempotencyKey, ifMatch, negotiated } from './headers.ts';
import { isPacked } from './packed-answers.ts';
import { sendPacked, sendProblem, sendReply } from './replies.ts';
import { queryReader } from './query.ts';
import { allow, checkParams, route, type Route } from './routing.ts';
import { streamedTypes } from './streamed.ts';
import type { AuditExport } from './audit-export.ts';
import type { EventStream } from './stream.ts';

/** Milliseconds; longer than a statement may take. */
const longestAnswer = 20_000;
const json = 'application/json';
const queryReaders = new Map(
  (Object.keys(operations) as OperationId[]).map((id) => [id, queryReader(operation(id).query)]),
);

/** Calls that are answered as a stream, too. */
interface Streams {
  readonly listEvents: EventStream;
  readonly listAudit: AuditExport;
}

interface ApiOptions {
  readonly services: Services;
  readonly streams: Streams;
  /** Turns what was thrown into the refusal that it is, and logs what is none. */
  readonly refusalOf: (error: unknown) => Refusal;
}

/**
 * Serves the contract's operations: authenticate → may it call, and know of this warning? → validate → act → present.
 * Mounted where requests' urls are below the API's root.
 */
export function openApi(options: ApiOptions): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    const context = response.locals as RequestContext;
    const [path = '', search = ''] = cut(request.url);
    allowOrigin(response);
    const timer = setTimeout(() => sendProblem(response, unanswered()), longestAnswer);
    try {
      if (request.method === 'OPTIONS') return preflight(response, allow(path));
      const found = route(request.method, path);
      context.route = found.operation.path;
      await answer(options, found, { request, response, search, context });
    } catch (error) {
      const refusal = options.refusalOf(error);
      if (refusal.problem === 'method-not-allowed') response.setHeader('Allow', allow(path) ?? '');
      sendProblem(response, refusal);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** A network that swallows packets, so that PostgreSQL neither answers nor is known to be away. */
function unanswered(): Refusal {
  const detail =
    'The database has not answered. What was asked may yet be done: ask again, under the same Idempotency-Key.';
  return new Refusal('unavailable', detail, { retryAfter: 5 });
}

interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly search: string;
  readonly context: RequestContext;
}

async function answer(options: ApiOptions, found: Route, exchange: Exchange): Promise<void> {
  const caller = found.operation.public ? undefined : await callerOf(options, exchange);
  if (!caller && found.operation.method === 'POST') {
    await options.services.limiter.signIn(exchange.request.ip ?? 'unknown');
  }
  try {
    await act(options, found, exchange, caller);
  } catch (error) {
    if (!caller || !found.operation.path.startsWith('/warnings/{id}')) throw error;
    await refuseAbout(error, async () => {
      checkParams(found);
      await admittedWarning(options.services, caller, found.params['id'] as string);
    });
  }
}

async function act(
  { services, streams }: ApiOptions,
  found: Route,
  { request, response, search, context }: Exchange,
  caller: Caller | undefined,
): Promise<void> {
  const refusal = caller && mayCall(caller, found.id);
  if (refusal) throw refusal;
  checkParams(found);
  const streamed = streamedTypes[found.id];
  const type = negotiated(request, streamed ? [json, streamed] : [json]);
  const query = queryReaders.get(found.id)?.(search);
  const { body, claim } = await bodyOf(found, request, caller);
  const showing = caller && new Showing(caller);
  const call = {
    caller,
    showing,
    params: found.params,
    query,
    body,
    claim,
    ifMatch: found.operation.ifMatch ? ifMatch(request) : '*',
    requestId: context.id,
    browser: browserOf(request, services),
  } as Call<OperationId>;
  if (type === streamed) return streams[found.id as keyof Streams](call as never, request, response);
  const handler = handlers[found.id] as Handler<OperationId>;
  const reply: Reply = await handler(call, services);
  if (showing && showing.readings.length > 0) await services.readings.written(showing.readings);
  if (isPacked(found.id)) await sendPacked(response, reply, request.acceptsEncodings('gzip') === 'gzip');
  else sendReply(response, reply);
}

/** @throws Refusal unauthorized, suspended, rate-limited */
async function callerOf({ services }: ApiOptions, { request, context }: Exchange): Promise<Caller> {
  let caller: Caller;
  try {
    caller = await services.authenticate(tokenOf(request, services.cookie), request.ip ?? 'unknown');
  } catch (error) {
    if (error instanceof Refusal && error.problem === 'unauthorized') {
      await services.limiter.stranger(request.ip ?? 'unknown');
    }
    throw error;
  }
  context.caller = caller.as.id;
  await services.limiter.request(caller.as.id);
  return caller;
}

/** The body as its schema keeps it, and the Idempotency-Key that it came under. */
async function bodyOf(
  { operation: { body: schema, bodyOptional, creates, method }, operation: wanted }: Route,
  request: Request,
  caller: Caller | undefined,
): Promise<{ body: unknown; claim: Call<OperationId>['claim'] }> {
  if (!schema) return { body: undefined, claim: undefined };
  const key = creates ? idempotencyKey(request) : undefined;
  const bytes = await readBody(request);
  if (bytes.length > 0) checkContentType(request, wanted);
  const sent = bytes.length === 0 && bodyOptional ? {} : parseJson(bytes);
  const parsed = schema.safeParse(sent, { reportInput: true });
  if (!parsed.success) throw invalidRequest(bodyFaults(parsed.error.issues));
  if (key === undefined || !caller) return { body: parsed.data, claim: undefined };
  const bodyDigest = createHash('sha256')
    .update(canonicalize(sent) ?? '')
    .digest();
  const [path = ''] = cut(request.url);
  const claim = { organisationId: caller.organisation.id, method, path: apiRoot + path.toLowerCase(), key, bodyDigest };
  return { body: parsed.data, claim };
}

function browserOf(request: Request, { cookie }: Services): Browser {
  return {
    address: request.ip ?? 'unknown',
    device: deviceName(request.headers['user-agent']),
    session: cookie.read(request),
    isOwn: cookie.isOwn(request),
  };
}

function cut(url: string): string[] {
  const mark = url.indexOf('?');
  return mark === -1 ? [url] : [url.slice(0, mark), url.slice(mark + 1)];
}
