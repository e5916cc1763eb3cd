import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { suspendOrganisation, resumeOrganisation } from '../../core/store/commands/organisation.ts';
import { listen, type Listener, type Reply } from '../../test/support/listener.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { until } from '../../test/support/until.ts';
import { aRaise } from '../../test/support/warnings.ts';

let network: TestServer;
const open: Listener[] = [];

beforeAll(async () => {
  network = await startTestServer({ csos: ['Amal'], platforms: ['Agora'] }, { TOCSIN_REQUESTS_PER_SECOND: '100' });
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});
afterAll(() => network.close());

async function connect(token?: string): Promise<Listener> {
  const listener = await listen(network.server.url, token ?? network.network.of('Agora').token);
  open.push(listener);
  return listener;
}

const problem = (name: string, status: number) => ({
  ok: false,
  problem: expect.objectContaining({ type: `/problems/${name}`, status, instance: expect.any(String) }),
});

describe('the handshake', () => {
  test.each([
    ['no token', undefined],
    ['a token that is none', 'nonsense'],
    ['an unknown token', 'tocsin_abcdefgh_0123456789012345678901234567890123456789'],
  ])('refuses %s with a problem', async (_, token) => {
    await expect(listen(network.server.url, token)).rejects.toMatchObject({
      data: { type: '/problems/unauthorized', status: 401 },
    });
  });

  test('refuses a suspended organisation, and lets it in again when it is resumed', async () => {
    const { organisation, token } = network.network.of('Amal');
    await network.store.writer.run(suspendOrganisation(organisation.id));
    await expect(listen(network.server.url, token)).rejects.toMatchObject({ data: { type: '/problems/suspended' } });
    await network.store.writer.run(resumeOrganisation(organisation.id));
    expect((await connect(token)).socket.connected).toBe(true);
  });

  test('refuses a token that is no text', async () => {
    await expect(listen(network.server.url, { $ne: '' } as never)).rejects.toMatchObject({ data: { status: 401 } });
  });
});

test('a connection that says who it is twice is closed', async () => {
  const { token } = network.network.of('Agora');
  const socket = new WebSocket(`${network.server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  let closed = false;
  socket.on('close', () => (closed = true));
  socket.on('message', (message: Buffer) => {
    if (!message.toString().startsWith('0')) return;
    socket.send(`40${JSON.stringify({ token })}`);
    socket.send(`40${JSON.stringify({ token })}`);
  });
  await until(() => closed);
});

describe('a message that is not of the contract', () => {
  const malformed: [string, unknown[], Reply][] = [
    ['of another name', ['nonsense', {}], problem('not-found', 404)],
    ['named like a member of Object', ['constructor', {}], problem('not-found', 404)],
    ['with null', ['subscribe', null], problem('invalid-request', 400)],
    ['with a text', ['subscribe', 'DE'], problem('invalid-request', 400)],
    ['with a list', ['subscribe', []], problem('invalid-request', 400)],
    ['with two payloads', ['subscribe', {}, {}], problem('invalid-request', 400)],
    ['with an unknown member', ['subscribe', { filters: {} }], problem('invalid-request', 400)],
    ['with an unknown country', ['subscribe', { filter: { countries: ['UK'] } }], problem('invalid-request', 400)],
    ['with a binary', ['subscribe', Buffer.from('x')], problem('invalid-request', 400)],
    ['after no position', ['subscribe', { after: 'yesterday' }], problem('position-invalid', 400)],
    ['after another log’s position', ['subscribe', { after: 'A'.repeat(22) }], problem('log-restored', 410)],
    ['that received nothing', ['received', {}], problem('invalid-request', 400)],
    ['that received what is no position', ['received', { position: 'x' }], problem('position-invalid', 400)],
    [
      'that received what is far too long',
      ['received', { position: 'x'.repeat(500) }],
      problem('position-invalid', 400),
    ],
    ['that received another log’s position', ['received', { position: 'A'.repeat(22) }], problem('log-restored', 410)],
    ['that has seen what is no text', ['seen', { warningId: 5 }], problem('invalid-request', 400)],
    ['that has seen what is no id', ['seen', { warningId: 'x' }], problem('not-found', 404)],
    [
      'that acknowledges what is no id',
      ['acknowledge', { warningId: 'x', state: 'working' }],
      problem('not-found', 404),
    ],
    ['that has seen nothing of ours', ['seen', { warningId: crypto.randomUUID() }], problem('not-found', 404)],
    [
      'that acknowledges nothing of ours',
      ['acknowledge', { warningId: crypto.randomUUID(), state: 'working' }],
      problem('not-found', 404),
    ],
    [
      'that acknowledges as pending',
      ['acknowledge', { warningId: crypto.randomUUID(), state: 'pending' }],
      problem('invalid-request', 400),
    ],
  ];

  test.each(malformed)('%s is answered with a problem, and the socket stays', async (_, message, answer) => {
    const agora = await connect();
    const [name, ...payload] = message;
    expect(await agora.send(name as string, ...payload)).toEqual(answer);
    agora.socket.emit(name as string, ...payload);
    expect(await agora.send('unsubscribe', { subscriptionId: 'x' })).toEqual({ ok: true });
  });

  test('is answered with what is wrong with it, and the way out', async () => {
    const agora = await connect();
    const messages = async (name: string, payload?: unknown): Promise<[string, string][]> => {
      const { problem: told } = await agora.send(name, payload);
      return told.errors.map(({ pointer, message }: { pointer: string; message: string }) => [pointer, message]);
    };
    expect(await messages('subscribe', { filter: { countries: ['EL'] } })).toEqual([
      ['/filter/countries/0', expect.stringContaining('GR')],
    ]);
    expect(await messages('received', {})).toEqual([['/position', 'This is required.']]);
    const wrong: [string, unknown][] = [
      ['subscribe', 'DE'],
      ['subscribe', { after: 5 }],
      ['seen', { warningId: 5 }],
      ['acknowledge', { warningId: crypto.randomUUID(), state: 'pending' }],
    ];
    for (const [name, payload] of wrong) {
      expect(await messages(name, payload)).not.toContainEqual([expect.anything(), 'This is required.']);
    }
  });

  test('names the member', async () => {
    const agora = await connect();
    const { problem: told } = await agora.send('subscribe', { filter: { countries: ['DE', 'UK'] }, afetr: 'now' });
    expect(told.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
      '/afetr',
      '/filter/countries/1',
    ]);
  });

  test('a packet over 256 KiB closes the transport', async () => {
    const agora = await connect();
    agora.socket.emit('subscribe', { filter: 'x'.repeat(256 * 1024) });
    await until(() => agora.losses.length === 1);
    expect(agora.losses).toEqual(['transport close']);
  });
});

describe('a message', () => {
  test('needs its scope, and its kind of organisation', async () => {
    const { token } = await network.network.key('Agora', { scopes: ['subscriptions:write'] });
    const agora = await connect(token);
    expect(await agora.send('subscribe', {})).toEqual(problem('scope-missing', 403));
    const amal = await connect(network.network.of('Amal').token);
    const { body } = await network.ask('Amal', 'POST /warnings', { body: aRaise({ status: 'test' }) });
    const answer = { warningId: body.id, state: 'working' };
    expect(await amal.send('acknowledge', answer)).toEqual(problem('kind-not-allowed', 403));
    const nobodys = { ...answer, warningId: crypto.randomUUID() };
    expect(await amal.send('acknowledge', nobodys)).toEqual(problem('not-found', 404));
  });

  test('counts among the requests of its key', async () => {
    const { token } = await network.network.key('Agora');
    const agora = await connect(token);
    const sent = Array.from({ length: 120 }, () => agora.send('unsubscribe', { subscriptionId: 'x' }));
    const answers = await Promise.all(sent);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(100);
    expect(answers.at(-1)).toEqual(problem('rate-limited', 429));
  });
});
