import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { describeWithRedis } from '../../test/support/needs.ts';
import { listen } from '../../test/support/listener.ts';
import { startRedis, type TestRedis } from '../../test/support/redis.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { until } from '../../test/support/until.ts';
import { aRaise } from '../../test/support/warnings.ts';

describeWithRedis('with Redis', () => {
  let redis: TestRedis;
  const networks: TestServer[] = [];
  const registries = [new Registry(), new Registry()];

  beforeAll(async () => {
    redis = await startRedis();
    for (const registry of registries) {
      networks.push(
        await startTestServer({ csos: ['Amal'], platforms: ['Agora'] }, { REDIS_URL: redis.url }, { registry }),
      );
    }
  }, 60_000);
  afterAll(async () => {
    for (const network of networks) await network.close();
    await redis.stop();
  });

  const nodes = async (registry: Registry): Promise<number | undefined> =>
    (await registry.getSingleMetric('tocsin_nodes')?.get())?.values[0]?.value;

  test('nodes know of each other, and events are heard also when it is gone', async () => {
    for (const registry of registries) await until(async () => (await nodes(registry)) === 2);
    const [network] = networks as [TestServer];
    const agora = await listen(network.server.url, network.network.of('Agora').token);
    await agora.follow();
    await redis.kill();
    const { status } = await network.ask('Amal', 'POST /warnings', { body: aRaise() });
    expect(status).toBe(201);
    await until(() => agora.events.length === 1);
    await until(async () => Number.isNaN(await nodes(registries[0] as Registry)));
    agora.close();
  });
});
