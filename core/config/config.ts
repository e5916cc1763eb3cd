import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { retention, type RetentionDays, type RetentionKind } from '../domain/retention.ts';

/** The environment, validated once and handed on as a value. null: the embedded part, or nothing, takes its place. */
export interface Config {
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly smtpUrl: string | null;
  /** 0: any free port. */
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  /** Where people and clients reach the network from outside, without a trailing slash. */
  readonly publicUrl: string | null;
  readonly metricsToken: string | null;
  /** For each credential; 0: no limit. */
  readonly requestsPerSecond: number;
  /** For each organisation and status; 0: no limit. */
  readonly raisesPerHour: number;
  /** To each recipient domain, from each process that sends mails; 0: no limit. */
  readonly digestsPerSecond: number;
  /** Days that the log is kept. */
  readonly retentionDays: number;
  /** Days that all else is kept which is deleted in the end. */
  readonly retention: RetentionDays;
  readonly mailFrom: string;
  /** Where mails come back to, each under a local part of its own after a `+`; null: to `mailFrom`, and nobody counts them. */
  readonly bounceAddress: string | null;
  /** What mails are signed with: the selector, and the file of the key, absolute. */
  readonly dkim: { readonly selector: string; readonly keyFile: string } | null;
  /** Addresses and ranges (CIDR) whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** That are asked for the records that prove domains; none: this machine's. */
  readonly dnsServers: readonly string[];
  readonly workerPort: number | null;
  readonly logLevel: (typeof logLevels)[number];
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    })
    .transform(Number);

const address = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

const proxies = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine((list) => list.every(isProxy), {
    error: 'must be addresses or ranges with commas between them, e.g. 10.0.0.0/8, 127.0.0.1',
  });

const dnsServers = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine((list) => list.every((one) => /^(?:\d+(?:\.\d+){3}|\[[0-9a-f:]+\])(?::\d{1,5})?$/i.test(one)), {
    error:
      'must be addresses with commas between them, with a port where it is not 53, e.g. 192.0.2.53, [2001:db8::53]:5353',
  });

function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [, ip = '', bits = '0'] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(ip);
  return version !== 0 && Number(bits) <= (version === 4 ? 32 : 128);
}

const kinds = Object.entries(retention) as [RetentionKind, (typeof retention)[RetentionKind]][];

const retentionSettings = Object.fromEntries(
  kinds.map(([, { setting, least, days }]) => [setting, wholeNumber(least, 36_500).default(days)]),
);

function retentionOf(data: Readonly<Record<string, unknown>>): RetentionDays {
  return Object.fromEntries(kinds.map(([kind, { setting }]) => [kind, data[setting]])) as unknown as RetentionDays;
}

const environment = z
  .object({
    ...retentionSettings,
    DATABASE_URL: address(['postgres:', 'postgresql:']).optional(),
    REDIS_URL: address(['redis:', 'rediss:']).optional(),
    SMTP_URL: address(['smtp:', 'smtps:']).optional(),
    PORT: wholeNumber(0, 65_535).default(8480),
    TOCSIN_DATA_DIR: z.string().default('./data'),
    TOCSIN_PUBLIC_URL: address(['http:', 'https:']).optional(),
    TOCSIN_METRICS_TOKEN: z
      .string()
      .refine((text) => /^[\x21-\x7e]+$/.test(text), {
        error: 'must be printable ASCII characters without spaces, e.g. from openssl rand -hex 32',
      })
      .optional(),
    TOCSIN_REQUESTS_PER_SECOND: wholeNumber(0, 1_000_000).default(100),
    TOCSIN_RAISES_PER_HOUR: wholeNumber(0, 1_000_000).default(60),
    TOCSIN_DIGESTS_PER_SECOND: wholeNumber(0, 1_000_000).default(50),
    TOCSIN_RETENTION_DAYS: wholeNumber(31, 36_500).default(760),
    TOCSIN_MAIL_FROM: z
      .string()
      .regex(/^[^\s<>@,;:"]+@[^\s<>@,;:"]+$/, 'must be one mail address, e.g. tocsin@example.org')
      .default('tocsin@localhost'),
    TOCSIN_BOUNCE_ADDRESS: z
      .string()
      .regex(
        /^[^\s<>@,;:"+]{1,11}@[^\s<>@,;:"]+$/,
        'must be one mail address without a + whose part before the @ has at most 11 characters, e.g. bounces@example.org: 53 are added, of the 64 that mail servers take',
      )
      .optional(),
    TOCSIN_DKIM_SELECTOR: z
      .string()
      .regex(/^[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?$/i, 'must be the name before ._domainkey, e.g. tocsin2027')
      .optional(),
    TOCSIN_DKIM_KEY_FILE: z.string().optional(),
    TOCSIN_TRUSTED_PROXIES: proxies.default([]),
    TOCSIN_DNS_SERVERS: dnsServers.default([]),
    TOCSIN_WORKER_PORT: wholeNumber(0, 65_535).optional(),
    TOCSIN_LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
  })
  .superRefine(({ TOCSIN_DKIM_SELECTOR: selector, TOCSIN_DKIM_KEY_FILE: keyFile }, context) => {
    if ((selector === undefined) === (keyFile === undefined)) return;
    const [missing, set] =
      selector === undefined
        ? ['TOCSIN_DKIM_SELECTOR', 'TOCSIN_DKIM_KEY_FILE']
        : ['TOCSIN_DKIM_KEY_FILE', 'TOCSIN_DKIM_SELECTOR'];
    context.addIssue({ code: 'custom', path: [missing], message: `must be set where ${set} is` });
  });

/**
 * The configuration that an environment describes; an empty variable counts as absent.
 * @throws Error with one sentence for each variable that is wrong
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = environment.safeParse(set);
  if (!read.success) {
    throw new Error(
      read.error.issues
        .map(({ path: [name], message }) => `The environment variable ${String(name)} ${message}.`)
        .join('\n'),
    );
  }
  const { data } = read;
  return {
    databaseUrl: data.DATABASE_URL ?? null,
    redisUrl: data.REDIS_URL ?? null,
    smtpUrl: data.SMTP_URL ?? null,
    port: data.PORT,
    dataDir: path.resolve(data.TOCSIN_DATA_DIR),
    publicUrl: data.TOCSIN_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    metricsToken: data.TOCSIN_METRICS_TOKEN ?? null,
    requestsPerSecond: data.TOCSIN_REQUESTS_PER_SECOND,
    raisesPerHour: data.TOCSIN_RAISES_PER_HOUR,
    digestsPerSecond: data.TOCSIN_DIGESTS_PER_SECOND,
    retentionDays: data.TOCSIN_RETENTION_DAYS,
    retention: retentionOf(data),
    mailFrom: data.TOCSIN_MAIL_FROM,
    bounceAddress: data.TOCSIN_BOUNCE_ADDRESS ?? null,
    dkim: dkimOf(data.TOCSIN_DKIM_SELECTOR, data.TOCSIN_DKIM_KEY_FILE),
    trustedProxies: data.TOCSIN_TRUSTED_PROXIES,
    dnsServers: data.TOCSIN_DNS_SERVERS,
    workerPort: data.TOCSIN_WORKER_PORT ?? null,
    logLevel: data.TOCSIN_LOG_LEVEL,
  };
}

function dkimOf(selector: string | undefined, keyFile: string | undefined): Config['dkim'] {
  return selector === undefined || keyFile === undefined ? null : { selector, keyFile: path.resolve(keyFile) };
}
