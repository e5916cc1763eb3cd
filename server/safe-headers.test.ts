import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../test/support/server.ts';

let served: TestServer;

beforeAll(async () => {
  served = await startTestServer({ csos: ['Amal'] });
});
afterAll(() => served.close());

const polling = '//socket.io/?EIO=4&transport=polling';

test.each([
  ['an answer', 'Amal', 'GET /warnings', 200],
  ['one without a body', null, 'OPTIONS /warnings', 204],
  ['a problem', null, 'GET /warnings', 401],
  ['one of an address that there is not', null, 'GET //nothing.json', 404],
  ['the operator’s', null, 'GET //healthz', 200],
  ['the handshake of a socket by polling', null, `GET ${polling}`, 200],
  ['what a socket is not let in for', null, `GET ${polling}&sid=unknown`, 400],
])(
  '%s loads nothing, is framed nowhere, is what it says it is, and tells no other site',
  async (_, as, call, status) => {
    const answer = await served.ask(as, call);
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  },
);

test('so does a stream of events', async () => {
  const aborted = new AbortController();
  const { headers } = await fetch(`${served.server.url}/api/v1/events`, {
    headers: { authorization: `Bearer ${served.network.of('Amal').token}`, accept: 'text/event-stream' },
    signal: aborted.signal,
  });
  aborted.abort();
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
});
