import { pino } from 'pino';
import { readConfig } from '../../core/config/config.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { startServer, type Server, type ServerOptions } from '../../server/app.ts';
import { checkAnswer } from './contract-answers.ts';
import { createDatabase } from './database.ts';
import { createNetwork, type TestNetwork } from './network.ts';
import { startProxy, type Proxy } from './proxy.ts';

/** An answer, its body read. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects of it
  readonly body: any;
}

export interface Ask {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** Instead of the organisation's own. */
  readonly token?: string;
}

export interface TestServer {
  readonly server: Server;
  readonly store: Store;
  readonly network: TestNetwork;
  /** The network between the server and its database. */
  readonly database: Pick<Proxy, 'cut' | 'pause' | 'heal'>;
  /** What was logged, line by line, and parsed. */
  readonly logged: readonly Record<string, unknown>[];
  /** Asks as an organisation of the network: `ask('Amal', 'POST /warnings', { body })`. Nobody: without a credential. */
  ask(name: string | null, call: string, ask?: Ask): Promise<TestAnswer>;
  close(): Promise<void>;
}

const root = '/api/v1';

/** A server of the test's own on a free port, with a database and a network of its own; its limits are off unless `env` sets them. */
export async function startTestServer(
  inhabitants: Parameters<typeof createNetwork>[1],
  env: Record<string, string> = {},
  options: Partial<ServerOptions> = {},
): Promise<TestServer> {
  const database = await createDatabase();
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug' }, { write: (line) => logged.push(JSON.parse(line) as Record<string, unknown>) });
  const proxy = await startProxy(database.url);
  const store = await openStore({
    databaseUrl: proxy.url,
    name: 'test server',
    log: ({ message }) => log.warn(message),
  });
  const network = await createNetwork(store, inhabitants);
  const limits = { TOCSIN_REQUESTS_PER_SECOND: '0', TOCSIN_RAISES_PER_HOUR: '0' };
  const config = readConfig({ PORT: '0', ...limits, ...env });
  const server = await startServer({ config, store, log, ...options });
  return {
    database: proxy,
    server,
    store,
    network,
    logged,
    ask: (name, call, ask = {}) => send(server.url, name === null ? undefined : network.of(name).token, call, ask),
    async close() {
      await server.close();
      await store.close();
      await proxy.close();
      await database.drop();
    },
  };
}

async function send(
  url: string,
  own: string | undefined,
  call: string,
  { body, headers, token }: Ask,
): Promise<TestAnswer> {
  const [method = 'GET', path = ''] = call.split(' ');
  const credential = token ?? own;
  const response = await fetch(`${url}${path.startsWith('//') ? path.slice(1) : root + path}`, {
    method,
    headers: {
      ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const json = /json\b/.test(type) && text !== '';
  const answered = json ? JSON.parse(text) : text;
  const isCall = !path.startsWith('//') && !/^\/(docs|problems)/.test(path);
  if (isCall && !/event-stream|jsonl/.test(type)) {
    checkAnswer(method, path.split('?')[0] ?? '', response.status, answered);
  }
  return { status: response.status, headers: response.headers, body: answered };
}
