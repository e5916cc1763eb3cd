import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { listen, type Listener } from '../../test/support/listener.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { until } from '../../test/support/until.ts';
import { aRaise } from '../../test/support/warnings.ts';

let network: TestServer;
const open: Listener[] = [];

beforeAll(async () => {
  network = await startTestServer({
    csos: ['Amal', 'Bund'],
    platforms: ['Agora', 'Bazaar'],
    observers: ['Orla'],
    coordinator: 'Cora',
  });
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});
afterAll(() => network.close());

async function connect(name: string, options?: Parameters<typeof listen>[2]): Promise<Listener> {
  const listener = await listen(network.server.url, network.network.of(name).token, options);
  open.push(listener);
  return listener;
}

async function raise(name: string, changes: Parameters<typeof aRaise>[0] = {}): Promise<string> {
  const { status, body } = await network.ask(name, 'POST /warnings', { body: aRaise(changes) });
  expect([status, body.errors]).toEqual([201, undefined]);
  return body.id;
}

describe('a subscription', () => {
  test.each([[['websocket']], [['polling']], [['polling', 'websocket']]])('hears over %j', async (transports) => {
    const agora = await connect('Agora', { transports });
    await agora.follow();
    const raised = await raise('Amal');
    await until(() => agora.events.length === 1);
    expect(agora.events[0]).toMatchObject({
      type: 'warning.raised',
      actor: { organisation: { name: 'Amal', kind: 'cso' } },
      warning: { id: raised, headline: 'Aufrufe gegen eine Synagoge' },
      data: {},
    });
  });
});
