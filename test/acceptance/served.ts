import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Event, type EventsOptions, type TocsinClient } from '../../client-sdk/src/index.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { createDatabase } from '../support/database.ts';
import { createNetwork, type TestNetwork } from '../support/network.ts';
import { freePort } from '../support/ports.ts';
import { startTocsin, type TocsinProcess } from '../support/processes.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';

/** A network of one CSO and two platforms behind a server in a process of its own, and clients of it. */
export class Served {
  readonly store: Store;
  readonly network: TestNetwork;
  readonly url: string;
  /** Removed with all that is in it. */
  readonly folder = mkdtempSync(join(tmpdir(), 'tocsin-served-'));
  server: TocsinProcess;
  readonly #environment: Record<string, string>;
  readonly #clients: TocsinClient[] = [];
  readonly #drop: () => Promise<void>;

  private constructor(
    environment: Record<string, string>,
    server: TocsinProcess,
    { store, network, drop }: { store: Store; network: TestNetwork; drop: () => Promise<void> },
  ) {
    this.#environment = environment;
    this.#drop = drop;
    this.server = server;
    this.store = store;
    this.network = network;
    this.url = `http://127.0.0.1:${environment.PORT}`;
  }

  static async start(): Promise<Served> {
    const database = await createDatabase();
    const { url } = database;
    const store = await openStore({ databaseUrl: url, name: 'test', log: () => undefined });
    const network = await createNetwork(store, { csos: ['Ida'], platforms: ['Agora', 'Bazaar'] });
    const unlimited = { TOCSIN_RAISES_PER_HOUR: '0', TOCSIN_REQUESTS_PER_SECOND: '0' };
    const environment = { DATABASE_URL: url, PORT: String(await freePort()), ...unlimited };
    return new Served(environment, await serve(environment), { store, network, drop: () => database.drop() });
  }

  /** Ends the server and starts it again on the same port. */
  async restart(signal: NodeJS.Signals): Promise<void> {
    await this.server.stop(signal);
    this.server = await serve(this.#environment);
  }

  client(name: string, token = this.network.of(name).token): TocsinClient {
    const client = connect({ url: this.url, token, backoff: { base: 20, cap: 200 } });
    this.#clients.push(client);
    return client;
  }

  async closeClients(): Promise<void> {
    await Promise.all(this.#clients.splice(0).map((client) => client.close()));
  }

  /** The ids of the events of tests so far, in the order of the log. */
  async loggedTests(): Promise<string[]> {
    const { data } = await this.client('Ida').request('listEvents', { query: { status: ['test'], limit: 1000 } });
    return data.map(({ id }) => id);
  }

  async stop(): Promise<void> {
    await this.closeClients();
    await this.server.stop();
    await this.store.close();
    await this.#drop();
    rmSync(this.folder, { recursive: true });
  }
}

const serve = (env: Record<string, string>) => startTocsin(['serve'], { env, ready: /Tocsin serves/, timeout: 60_000 });

/** Follows in the background, from a moment on that has begun when this resolves. */
export async function follow(client: TocsinClient, options: EventsOptions = {}) {
  const heard: Event[] = [];
  const listening = client.on(options, (event) => heard.push(event));
  await until(() => client.state === 'live');
  return { heard, ...listening };
}

/** Raises tests one after the other. */
export async function raiseTests(client: TocsinClient, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) await client.raise(aRaise({ status: 'test' }));
}
