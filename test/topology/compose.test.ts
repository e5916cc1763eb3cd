import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';

interface Service {
  image?: string;
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
  volumes?: string[];
}

interface Composition {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: { default: { ipam: { config: { subnet: string }[] } } };
}

const text = readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8');
const composition = parse(text, { merge: true }) as Composition;
const { services } = composition;
const servers = ['server-1', 'server-2'];
const workers = ['worker-1', 'worker-2'];

/** The Compose Specification's own schema; compose-spec.md says where it is from. */
function compileSchema() {
  const schema = JSON.parse(readFileSync(new URL('compose-spec.json', import.meta.url), 'utf8')) as Record<
    string,
    unknown
  >;
  // Its `$schema` names draft 07 by https, which Ajv knows by http.
  return new Ajv({ strict: false, allErrors: true }).compile({
    ...schema,
    $schema: 'http://json-schema.org/draft-07/schema#',
  });
}

describe('docker-compose.yml', () => {
  test('is what the Compose Specification says', () => {
    const validate = compileSchema();
    validate(composition);
    expect(validate.errors).toBeNull();
  });

  test.each([
    ['a misspelt key', { services: { a: { image: 'a', depend_on: ['b'] } } }],
    ['an unknown condition', { services: { a: { image: 'a', depends_on: { b: { condition: 'service_happy' } } } } }],
    ['a health check out of thin air', { services: { a: { image: 'a', healthcheck: { command: 'true' } } } }],
  ])('would be refused for %s', (_mistake, wrong) => {
    expect(compileSchema()(wrong)).toBe(false);
  });

  test('has two servers behind a proxy, two workers, and what they stand on', () => {
    expect(Object.keys(services).toSorted()).toEqual(
      ['mail', 'migrate', 'postgres', 'proxy', 'redis', ...servers, ...workers].toSorted(),
    );
    for (const name of servers) expect(services[name]?.command).toEqual(['serve']);
    for (const name of workers) expect(services[name]?.command).toEqual(['work']);
    expect(services.migrate?.command).toEqual(['migrate']);
  });

  test('every service is checked for its health, but the one that ends', () => {
    const unchecked = Object.entries(services).filter(([, { healthcheck }]) => !healthcheck?.test?.length);
    expect(unchecked.map(([name]) => name)).toEqual(['migrate']);
  });
});

describe('the start order', () => {
  const waits = Object.entries(services).flatMap(([name, { depends_on: others = {} }]) =>
    Object.entries(others).map(([other, { condition }]) => ({ name, other, condition })),
  );

  test('waits for health, and for the migration to have succeeded', () => {
    for (const { other, condition } of waits) {
      expect(services).toHaveProperty(other);
      expect(condition).toBe(other === 'migrate' ? 'service_completed_successfully' : 'service_healthy');
    }
  });

  test('is PostgreSQL, migration, servers and workers, proxy', () => {
    expect(dependencies('migrate')).toEqual(['postgres']);
    for (const name of [...servers, ...workers])
      expect(dependencies(name)).toEqual(['mail', 'migrate', 'postgres', 'redis']);
    expect(dependencies('proxy')).toEqual(servers);
    for (const name of ['postgres', 'redis', 'mail']) expect(dependencies(name)).toEqual([]);
  });

  function dependencies(name: string): string[] {
    return waits
      .filter((wait) => wait.name === name)
      .map(({ other }) => other)
      .toSorted();
  }
});

describe('the settings', () => {
  test('are the same in every process of ours, the worker port aside', () => {
    const { TOCSIN_WORKER_PORT: port, ...worker } = services['worker-1']?.environment ?? {};
    expect(port).toMatch(/^\d+$/);
    expect(services['worker-1']?.healthcheck?.test).toContain(port);
    for (const name of ['migrate', ...servers]) expect(services[name]?.environment).toEqual(worker);
  });

  test('give no secret a default, and .env.example asks for each', () => {
    const required = new Set([...text.matchAll(/\$\{(\w+):\?/g)].map(([, name = '']) => name));
    expect([...required].toSorted()).toEqual(['POSTGRES_PASSWORD', 'TOCSIN_MAIL_FROM', 'TOCSIN_METRICS_TOKEN']);
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    for (const name of required) expect(example).toMatch(new RegExp(`^${name}=$`, 'm'));
  });

  test('keep the data: volumes are declared, Redis writes its log and evicts nothing', () => {
    for (const name of ['postgres', 'redis']) {
      const [volume = ''] = services[name]?.volumes ?? [];
      expect(composition.volumes).toHaveProperty(volume.split(':')[0] ?? '');
    }
    const redis = services.redis?.command?.join(' ');
    expect(redis).toContain('--appendonly yes');
    expect(redis).toContain('--maxmemory-policy noeviction');
  });

  test('trust the proxy that is there, and the proxy knows both servers', () => {
    const subnet = composition.networks.default.ipam.config[0]?.subnet;
    expect(services['server-1']?.environment?.TOCSIN_TRUSTED_PROXIES).toBe(subnet);
    const port = services['server-1']?.environment?.PORT;
    const proxy = readFileSync(new URL('../../docs/operations/nginx.conf', import.meta.url), 'utf8');
    const upstreams = [...proxy.matchAll(/^\s*upstream (\w+) \{([^}]*)\}/gm)];
    expect(upstreams.map(([, name]) => name)).toEqual(['either', 'sticky']);
    for (const [, , upstream = ''] of upstreams) {
      // Resolved anew: else the proxy would go on asking whoever has a replaced server's address by now.
      const addresses = [...upstream.matchAll(/^\s*server ([\w-]+:\d+) resolve /gm)].map(([, address]) => address);
      expect(addresses).toEqual(servers.map((name) => `${name}:${port}`));
    }
  });
});
