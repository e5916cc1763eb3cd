import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect, memoryPositions, type Event, type Positions, type TocsinClient } from '../../client-sdk/src/index.ts';
import { setEscalationPolicy } from '../../core/store/commands/escalation-policy.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { createDatabase } from '../support/database.ts';
import { startTestMail, type TestMail } from '../support/mail-server.ts';
import { describeWithRedis } from '../support/needs.ts';
import { createNetwork, type TestNetwork } from '../support/network.ts';
import { startTocsin, type TocsinProcess } from '../support/processes.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { ran } from '../support/shell.ts';
import { until } from '../support/until.ts';
import { aRaise } from '../support/warnings.ts';

const minute = 60_000;

/** Follows as a stranger would, and keeps what it is handed. */
interface Follower {
  client: TocsinClient;
  heard: Event[];
  /** What ended it, once something did. */
  ended: () => unknown;
}

// The processes of docker-compose.yml, without containers.
describeWithRedis('two servers and two workers on PostgreSQL and Redis', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let redis: TestRedis;
  let mail: TestMail;
  let store: Store;
  let network: TestNetwork;
  let servers: TocsinProcess[];
  let workers: TocsinProcess[];
  const followers: Follower[] = [];

  const environment = (): Record<string, string> => ({
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    SMTP_URL: mail.url,
    PORT: '0',
    TOCSIN_PUBLIC_URL: 'https://tocsin.example',
    TOCSIN_METRICS_TOKEN: 'a-token-of-sixteen-characters',
    TOCSIN_MAIL_FROM: 'tocsin@network.example',
    TOCSIN_TRUSTED_PROXIES: '172.28.84.0/24',
  });
  const serve = (): Promise<TocsinProcess> =>
    startTocsin(['serve'], { env: environment(), ready: /Tocsin serves on port (\d+)/, timeout: minute });
  const work = (): Promise<TocsinProcess> =>
    startTocsin(['work'], {
      env: { ...environment(), TOCSIN_WORKER_PORT: '0' },
      ready: /Tocsin works/,
      timeout: minute,
    });

  beforeAll(async () => {
    [database, redis, mail] = await Promise.all([createDatabase(), startRedis(), startTestMail()]);
    store = await openStore({ databaseUrl: database.url, name: 'test', log: () => undefined });
    network = await createNetwork(store, { csos: ['Wacht'], platforms: ['Agora'] });
    const { caller } = network.of('Agora');
    await store.writer.run(addSubscription(caller, { name: 'All', channels: [{ type: 'live' }] }));
    const steps = [{ after: 1, to: [{ type: 'role' as const, role: 'owner' as const }] }];
    await store.writer.run(setEscalationPolicy(caller, { steps }));
    [servers, workers] = await Promise.all([Promise.all([serve(), serve()]), Promise.all([work(), work()])]);
  }, 3 * minute);

  afterAll(async () => {
    await Promise.all(followers.map(({ client }) => client.close()));
    await Promise.all([...servers, ...workers].map((one) => one.stop()));
    await store.close();
    await Promise.all([redis.stop(), mail.close(), database.drop()]);
  }, minute);

  const urlOf = (server: number): string => `http://127.0.0.1:${servers[server]?.url}`;

  async function follow(server: number, token: string, positions: Positions = memoryPositions()): Promise<Follower> {
    const client = connect({ url: urlOf(server), token, positions, backoff: { base: 50, cap: 500 } });
    const heard: Follower['heard'] = [];
    let ended: unknown;
    client
      .on({ severity: 'minor' }, (event) => void heard.push(event))
      .closed.catch((error: unknown) => {
        ended = error;
      });
    const follower = { client, heard, ended: () => ended };
    followers.push(follower);
    await until(() => client.state === 'live', { what: 'a live connection' });
    return follower;
  }

  async function raise(server: number, headline: string): Promise<string> {
    const client = connect({ url: urlOf(server), token: network.of('Wacht').token });
    const { id } = await client.raise(aRaise({ headline, severity: 'severe' }));
    await client.close();
    return id;
  }

  const raisedOf = ({ heard }: Follower): string[] =>
    heard.filter((event) => event.type === 'warning.raised').map((event) => event.warning.id);

  const mailsAbout = (id: string): number =>
    mail.received().filter(({ text, headers }) => text.includes(id) || JSON.stringify(headers).includes(id)).length;

  test('a warning raised at one server reaches a subscriber at the other within a second', async () => {
    const follower = await follow(1, network.of('Agora').token);
    const id = await raise(0, 'Von einem Server zum anderen');
    await until(() => follower.heard.some((event) => event.warning.id === id), { timeout: 1_000 });
  });

  test(
    'its escalation is mailed, once, however many workers there are',
    async () => {
      const id = await raise(1, 'Niemand antwortet');
      await until(() => mailsAbout(id) > 0, { timeout: minute, what: 'the mail of the escalation' });
      // Whatever was begun before this one would have come before it.
      const later = await raise(0, 'Auch hier antwortet niemand');
      await until(() => mailsAbout(later) > 0, { timeout: minute, what: 'the mail of a later escalation' });
      expect([mailsAbout(id), mailsAbout(later)]).toEqual([1, 1]);
    },
    2 * minute,
  );

  test('a key revoked elsewhere closes its sockets at both servers within a second', async () => {
    const { key, token } = await network.key('Agora', { scopes: ['warnings:read'] });
    const both = await Promise.all([follow(0, token), follow(1, token)]);
    await ran(`node cli/tocsin.js key revoke ${key.prefix}`, environment());
    for (const { ended } of both) await until(ended, { timeout: 1_000, what: 'the end of a revoked key’s socket' });
    expect(both.map(({ ended }) => (ended() as { code: string }).code)).toEqual(['unauthorized', 'unauthorized']);
  });

  test(
    'with one server and one worker killed, all goes on, and nothing is missed or told twice',
    async () => {
      const positions = memoryPositions();
      const { token } = network.of('Agora');
      const before = await follow(0, token, positions);
      const first = await raise(1, 'Vor dem Ausfall');
      await until(() => raisedOf(before).includes(first));
      await servers[0]?.kill();
      await workers[0]?.kill();
      const meanwhile = await raise(1, 'Während des Ausfalls');
      await before.client.close();
      const after = await follow(1, token, positions);
      const last = await raise(1, 'Danach');
      await until(() => raisedOf(after).includes(last));
      expect(raisedOf(after)).toEqual([meanwhile, last]);
      await until(() => mailsAbout(meanwhile) > 0, { timeout: minute, what: 'a mail by the worker that is left' });

      // The other worker goes as well, once the first is back: whichever of them led, somebody leads again.
      workers.push(await work());
      await workers[1]?.kill();
      const again = await raise(1, 'Noch einmal');
      await until(() => mailsAbout(again) > 0, { timeout: minute, what: 'a mail by the worker that came back' });
      // A job that a killed worker had in hand is anybody's again after its lock ran out.
      for (const id of [first, last])
        await until(() => mailsAbout(id) > 0, { timeout: minute, what: `a mail on ${id}` });
      expect([first, meanwhile, last, again].map(mailsAbout)).toEqual([1, 1, 1, 1]);
    },
    4 * minute,
  );

  test('they end in order when they are told to', async () => {
    const left = [servers[1], workers[2]].filter((one) => one !== undefined);
    expect(await Promise.all(left.map((one) => one.stop()))).toEqual([0, 0]);
    for (const one of left) expect(one.output.at(-1)).toContain('Stopped.');
  });
});
