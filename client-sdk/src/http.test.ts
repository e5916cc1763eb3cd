import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { operations } from '../../core/contract/routes.ts';
import { calls, creating } from './calls.ts';
import { connect, type TocsinClient } from './client.ts';
import {
  ClientClosed,
  InvalidRequest,
  NotFound,
  RateLimited,
  RevisionStale,
  ServerFault,
  Unavailable,
} from './errors.ts';
import { Peer, problem } from '../test/peer.ts';

type Answer = [status: number, body?: unknown, headers?: Record<string, string>] | 'hang up';

let peer: Peer;
let client: TocsinClient;
let requests: { line: string; headers: IncomingMessage['headers']; body: string }[];
let answers: Answer[];

beforeEach(async () => {
  peer = await Peer.start();
  requests = [];
  answers = [];
  peer.answerHttp = (request, response, body) => {
    requests.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
    respond(response, answers.shift() ?? [200, { id: 'w1' }]);
  };
  client = connect({ url: peer.url, token: 'key', backoff: { base: 1, cap: 5 }, patience: 3_000 });
});

afterEach(async () => {
  await client.close();
  await peer.stop();
});

function respond(response: ServerResponse, answer: Answer): void {
  if (answer === 'hang up') return void response.destroy();
  const [status, body, headers = {}] = answer;
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type, ...headers }).end(body === undefined ? '' : JSON.stringify(body));
}

const keys = () => requests.map(({ headers }) => headers['idempotency-key']);

describe('calls', () => {
  test('the table holds every call of the contract, and which of them create', () => {
    expect(Object.keys(calls).toSorted()).toEqual(Object.keys(operations).toSorted());
    const createsInContract = Object.entries(operations).filter(([, each]) => 'creates' in each);
    expect(Object.keys(creating).toSorted()).toEqual(createsInContract.map(([id]) => id).toSorted());
  });

  test('each is sent as the contract writes it', async () => {
    const draft = { headline: 'Überfall' } as never;
    await client.raise(draft);
    await client.revise('w1', { severity: 'severe' }, { revision: 3 });
    await client.cancel('w1', { reason: 'over' });
    await client.acknowledge('w1', { state: 'working' });
    await client.escalate('w1');
    await client.preview(draft);
    await client.warning('a/b');
    await client.warnings({ country: ['DE', 'FR'], limit: 5 });
    await client.acknowledgements('w1');
    await client.comment('w1', { text: 'Hm', audience: 'everyone' });
    await client.corroborate('w1', { sighting: 'seen' });
    await client.me();
    await client.request('redactRevision', { path: { id: 'w1', n: 2 }, body: { members: ['terms'], reason: 'asked' } });
    expect(requests.map(({ line }) => line)).toEqual([
      'POST /api/v1/warnings',
      'POST /api/v1/warnings/w1/revisions',
      'POST /api/v1/warnings/w1/cancellation',
      'POST /api/v1/warnings/w1/acknowledgement',
      'POST /api/v1/warnings/w1/escalation',
      'POST /api/v1/warnings/preview',
      'GET /api/v1/warnings/a%2Fb',
      'GET /api/v1/warnings?country=DE&country=FR&limit=5',
      'GET /api/v1/warnings/w1/acknowledgements',
      'POST /api/v1/warnings/w1/comments',
      'POST /api/v1/warnings/w1/corroborations',
      'GET /api/v1/me',
      'POST /api/v1/warnings/w1/revisions/2/redaction',
    ]);
    expect(requests[0]).toMatchObject({ body: '{"headline":"Überfall"}', headers: { authorization: 'Bearer key' } });
    expect(requests[1]?.headers['if-match']).toBe('"3"');
    expect(requests[4]?.body).toBe('');
    const keyed = requests.filter(({ headers }) => headers['idempotency-key']).map(({ line }) => line.split(' ')[0]);
    expect(keyed).toEqual(Array.from({ length: 8 }, () => 'POST'));
    expect(new Set(keys()).size).toBe(9);
  });

  test('below a path, and without a token or a body to read', async () => {
    answers.push([204]);
    const below = connect({ url: `${peer.url}/network/` });
    expect(await below.request('removeTeam', { path: { id: 't1' } })).toBeUndefined();
    expect(requests[0]?.line).toBe('DELETE /network/api/v1/teams/t1');
    expect(requests[0]?.headers).not.toHaveProperty('authorization');
  });

  test('an id that would change the address is refused before anything is sent', async () => {
    await expect(client.warning('..')).rejects.toThrow(InvalidRequest);
    await expect(client.warning('')).rejects.toThrow('names nothing');
    expect(requests).toEqual([]);
  });

  test('an address that is none is refused at once', () => {
    expect(() => connect({ url: 'tocsin.example.org' })).toThrow('is no address of a network');
    expect(() => connect({ url: 'ftp://tocsin.example.org' })).toThrow('https://');
  });
});

describe('repeats', () => {
  test('a raise is repeated under its own key when nothing came back, and when it was refused for now', async () => {
    answers.push(
      'hang up',
      [503, problem('unavailable', 503)],
      [429, problem('rate-limited', 429), { 'retry-after': '0' }],
    );
    answers.push([409, problem('in-progress', 409)], [502], [201, { id: 'w7' }]);
    expect(await client.raise({} as never)).toEqual({ id: 'w7' });
    expect(requests).toHaveLength(6);
    expect(new Set(keys()).size).toBe(1);
  });

  test('a key of one’s own is used', async () => {
    await client.raise({} as never, { idempotencyKey: 'mine' });
    expect(keys()).toEqual(['mine']);
  });

  test('Retry-After is waited for', async () => {
    answers.push([503, problem('unavailable', 503), { 'retry-after': '1' }]);
    const began = Date.now();
    await client.me();
    expect(Date.now() - began).toBeGreaterThanOrEqual(1_000);
  });

  test('one that is longer than the patience is told instead', async () => {
    answers.push([429, problem('raise-limit', 429), { 'retry-after': '1800' }]);
    const refused = client.raise({} as never);
    await expect(refused).rejects.toThrow(RateLimited);
    await expect(refused).rejects.toMatchObject({ code: 'raise-limit', retryAfter: 1800 });
    expect(requests).toHaveLength(1);
  });

  test('patience ends', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const impatient = connect({ url: `http://127.0.0.1:${port}`, patience: 500, backoff: { base: 5, cap: 50 } });
    const refused = impatient.raise({} as never);
    await expect(refused).rejects.toThrow(Unavailable);
    await expect(refused).rejects.toThrow(`No answer from http://127.0.0.1:${port}: connect ECONNREFUSED`);
  });

  test('an attempt without an answer ends', async () => {
    peer.answerHttp = () => undefined;
    const impatient = connect({ url: peer.url, timeout: 30, patience: 60, backoff: { base: 1, cap: 1 } });
    await expect(impatient.me()).rejects.toThrow('none within 0.03 s');
  });

  test('what was refused for good is asked once', async () => {
    const stale = problem('revision-stale', 412, { revision: 4 });
    answers.push([404, problem('not-found', 404)], [412, stale], [500, problem('internal', 500)], [200, undefined]);
    await expect(client.warning('w1')).rejects.toThrow(NotFound);
    const refused = client.revise('w1', {}, { revision: 3 });
    await expect(refused).rejects.toThrow(RevisionStale);
    await expect(refused).rejects.toMatchObject({ problem: { revision: 4 } });
    await expect(client.me()).rejects.toThrow(ServerFault);
    expect(requests).toHaveLength(3);
  });

  test('a deletion that may have happened is not repeated', async () => {
    answers.push('hang up');
    await expect(client.request('removeTeam', { path: { id: 't1' } })).rejects.toThrow(Unavailable);
    answers.push([502], [503, problem('unavailable', 503)]);
    await expect(client.request('removeTeam', { path: { id: 't1' } })).rejects.toThrow(Unavailable);
    await expect(client.request('removeTeam', { path: { id: 't1' } })).rejects.toThrow(Unavailable);
    expect(requests).toHaveLength(3);
  });

  test('what may have been stored can be repeated under its key by hand', async () => {
    const away: Answer = [503, problem('unavailable', 503), { 'retry-after': '60' }];
    answers.push(away, [400, problem('invalid-request', 400)], away);
    const undecided = client.raise({} as never);
    await expect(undecided).rejects.toThrow(Unavailable);
    await expect(undecided).rejects.toMatchObject({ idempotencyKey: keys()[0] });
    await expect(undecided).rejects.toThrow(`under the Idempotency-Key ${String(keys()[0])}.`);
    await expect(client.raise({} as never)).rejects.not.toThrow('It was sent under');
    await expect(client.me()).rejects.toMatchObject({ name: 'Unavailable', idempotencyKey: undefined });
  });

  test('closing says of each call under which key it was', async () => {
    peer.answerHttp = () => undefined;
    const raised = ['one', 'two'].map((idempotencyKey) => client.raise({} as never, { idempotencyKey }));
    const ended = Promise.allSettled(raised);
    await client.close();
    expect(await ended).toMatchObject([{ reason: { idempotencyKey: 'one' } }, { reason: { idempotencyKey: 'two' } }]);
  });

  test('an answer that comes too late for the patience ends the call', async () => {
    peer.answerHttp = () => undefined;
    const brief = connect({ url: peer.url, patience: 30, timeout: 600_000 });
    await expect(brief.me()).rejects.toThrow('none within 0.0');
  });

  test('what no header can carry is refused before anything is sent', async () => {
    await expect(client.raise({} as never, { idempotencyKey: 'schlüssel→' })).rejects.toThrow(InvalidRequest);
    await expect(connect({ url: peer.url, token: 'a\nb' }).me()).rejects.toThrow('printable ASCII');
    expect(requests).toEqual([]);
  });

  test('a redirection is not followed: what was raised would be read', async () => {
    answers.push([301, undefined, { location: `${peer.url}/api/v1/warnings` }]);
    await expect(client.raise({} as never)).rejects.toThrow('answered 301, not as a Tocsin network does');
    expect(requests).toHaveLength(1);
  });

  test.each([
    [200, undefined],
    [200, 'gladly'],
  ] as const)('an answer of %d %j is none', async (...answer) => {
    answers.push([...answer]);
    await expect(client.raise({} as never)).rejects.toThrow(ServerFault);
  });

  test('something else at the address is named', async () => {
    peer.answerHttp = (_, response) => void response.writeHead(200).end('<html>');
    await expect(client.me()).rejects.toThrow('not as a Tocsin network does');
  });

  test('the caller may give up, and closing ends what is under way', async () => {
    peer.answerHttp = () => undefined;
    const controller = new AbortController();
    const call = client.me({ signal: controller.signal });
    controller.abort(new Error('changed my mind'));
    await expect(call).rejects.toThrow('changed my mind');
    const other = client.me();
    await client.close();
    await expect(other).rejects.toThrow(ClientClosed);
  });

  test('many calls under way at once are no leak to Node.js', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error): void => void warnings.push(warning);
    process.on('warning', note);
    await Promise.all(Array.from({ length: 25 }, () => client.me()));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });
});
