import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from './config.ts';

test('an empty environment is the whole network, embedded', () => {
  expect(readConfig({})).toEqual({
    databaseUrl: null,
    redisUrl: null,
    smtpUrl: null,
    port: 8480,
    dnsServers: [],
    dataDir: path.resolve('data'),
    publicUrl: null,
    metricsToken: null,
    requestsPerSecond: 100,
    raisesPerHour: 60,
    digestsPerSecond: 50,
    retentionDays: 760,
    retention: {
      deliveries: 90,
      sessions: 90,
      signInLinks: 7,
      invitations: 90,
      applications: 180,
      calendars: 90,
      suppressions: 90,
      readings: 760,
      mailSubscribers: 7,
    },
    mailFrom: 'tocsin@localhost',
    bounceAddress: null,
    dkim: null,
    trustedProxies: [],
    workerPort: null,
    logLevel: 'info',
  });
});

test('each variable moves its member; an empty one counts as absent', () => {
  const config = readConfig({
    DATABASE_URL: 'postgres://tocsin:secret@db:5432/tocsin',
    REDIS_URL: '',
    PORT: '0',
    TOCSIN_PUBLIC_URL: 'https://tocsin.example.org/',
    TOCSIN_RAISES_PER_HOUR: '0',
    TOCSIN_TRUSTED_PROXIES: '172.28.84.0/24, ::1',
    TOCSIN_WORKER_PORT: '8481',
    TOCSIN_BOUNCE_ADDRESS: 'bounces@tocsin.example',
    TOCSIN_DKIM_SELECTOR: 'tocsin2027',
    TOCSIN_DKIM_KEY_FILE: 'dkim.pem',
  });
  expect(config).toMatchObject({
    databaseUrl: 'postgres://tocsin:secret@db:5432/tocsin',
    redisUrl: null,
    port: 0,
    publicUrl: 'https://tocsin.example.org',
    raisesPerHour: 0,
    trustedProxies: ['172.28.84.0/24', '::1'],
    workerPort: 8481,
    bounceAddress: 'bounces@tocsin.example',
    dkim: { selector: 'tocsin2027', keyFile: path.resolve('dkim.pem') },
  });
});

describe('what is wrong is named, and its value, which may be a secret, is not', () => {
  test.each([
    ['DATABASE_URL', 'mysql://tocsin:secret@db', 'postgres://'],
    ['REDIS_URL', 'localhost:6379', 'redis://'],
    ['SMTP_URL', 'http://secret@mail', 'smtp://'],
    ['PORT', '70000', '0 to 65535'],
    ['PORT', '80a', 'whole number'],
    ['TOCSIN_PUBLIC_URL', 'tocsin.example.org', 'https://'],
    ['TOCSIN_METRICS_TOKEN', 'a secret', 'without spaces'],
    ['TOCSIN_REQUESTS_PER_SECOND', '-1', 'whole number'],
    ['TOCSIN_RAISES_PER_HOUR', '1.5', 'whole number'],
    ['TOCSIN_RETENTION_DELIVERIES', '7', '8 to 36500'],
    ['TOCSIN_MAIL_FROM', 'Tocsin <a@b>', 'one mail address'],
    ['TOCSIN_BOUNCE_ADDRESS', 'comes-back-here@tocsin.example', 'at most 11 characters'],
    ['TOCSIN_BOUNCE_ADDRESS', 'a+b@tocsin.example', 'without a +'],
    ['TOCSIN_DKIM_SELECTOR', 'a b', '._domainkey'],
    ['TOCSIN_TRUSTED_PROXIES', 'everybody', 'ranges'],
    ['TOCSIN_TRUSTED_PROXIES', '::1, 999.1.1.1', 'ranges'],
    ['TOCSIN_TRUSTED_PROXIES', '10.0.0.0/99', 'ranges'],
    ['TOCSIN_LOG_LEVEL', 'loud', 'one of trace'],
  ])('%s=%s', (name, value, reason) => {
    const refusal = (() => {
      try {
        readConfig({ [name]: value });
      } catch (error) {
        return (error as Error).message;
      }
      return '';
    })();
    expect(refusal).toContain(`The environment variable ${name} must be`);
    expect(refusal).toContain(reason);
    expect(refusal).not.toContain('secret');
  });

  test.each([
    ['TOCSIN_DKIM_SELECTOR', 'TOCSIN_DKIM_KEY_FILE'],
    ['TOCSIN_DKIM_KEY_FILE', 'TOCSIN_DKIM_SELECTOR'],
  ])('%s without %s', (set, missing) => {
    expect(() => readConfig({ [set]: 'a' })).toThrow(
      `The environment variable ${missing} must be set where ${set} is.`,
    );
  });

  test('all of them at once', () => {
    expect(() => readConfig({ PORT: 'x', TOCSIN_LOG_LEVEL: 'y' })).toThrow(/PORT .*\n.*TOCSIN_LOG_LEVEL/);
  });
});
