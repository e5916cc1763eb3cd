import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Severity, Status } from '../core/contract/vocabularies.ts';
import { reasons } from '../core/contract/reasons.ts';
import { filled } from '../core/contract/sentences.ts';
import type { Organisation } from '../core/domain/organisation.ts';
import { Refusal } from '../core/domain/refusal.ts';
import type { RedisConnection } from '../core/queue/connection.ts';

/** A raise that may yet come to nothing: it counts only if `giveBack` is not called. */
export interface Reservation {
  /** Why the raise may not be stored: the organisation has had its share; null: it may. */
  readonly refusal: Refusal | null;
  giveBack(): Promise<void>;
}

/** How often somebody may do what. Limits hold for this process, or for the whole network where Redis counts. */
export interface Limiter {
  /** One call of a credential, over HTTP or a socket. @throws Refusal rate-limited */
  request(credentialId: string): Promise<void>;
  /** One call without a valid credential. @throws Refusal rate-limited */
  stranger(address: string): Promise<void>;
  /** One step of signing in from an address. @throws Refusal rate-limited */
  signIn(address: string): Promise<void>;
  /** One mail to an address that a member names as theirs-to-be. @throws Refusal rate-limited */
  namedAddress(memberId: string): Promise<void>;
  /** One reading of a calendar's address. @throws Refusal rate-limited */
  feed(calendarId: string): Promise<void>;
  /** One preview of an organisation. @throws Refusal rate-limited */
  preview(organisationId: string): Promise<void>;
  /** One counting of matches of an organisation. @throws Refusal rate-limited */
  matches(organisationId: string): Promise<void>;
  /** Takes one of an organisation's raises of this status, and where it has limits of its own of this severity, in this hour. */
  reserveRaise(
    organisation: Pick<Organisation, 'id' | 'raiseLimits'>,
    status: Status,
    severity: Severity,
  ): Promise<Reservation>;
}

const previewsPerHour = 60;
/** Each looks through thousands of warnings. */
const matchesPerHour = 600;
/** Steps of signing in, from one address, within a quarter of an hour: many share one. */
const signIns = { points: 60, seconds: 900 };
/** Addresses that a member names within an hour: others' mailboxes are not for them to fill. */
const namedPerHour = 5;
/** Readings of one calendar's address within an hour: several devices, each every few minutes. */
const feedsPerHour = 120;
const hour = 3_600;

const unlimited: Reservation = { refusal: null, giveBack: async () => undefined };

/**
 * @param requestsPerSecond for each credential, and for each address without one; 0: no limit, for signing in neither
 * @param raisesPerHour for each organisation, of status actual and of exercise; 0: no limit, for previews and countings of matches neither
 * @param redis counts for all processes; while it is away each counts for itself
 */
export function openLimiter(options: {
  requestsPerSecond: number;
  raisesPerHour: number;
  redis?: RedisConnection | undefined;
}): Limiter {
  const { requestsPerSecond, raisesPerHour, redis } = options;
  const requests = bucket('request', requestsPerSecond, 1, redis);
  const strangers = bucket('stranger', requestsPerSecond, 1, redis);
  const entries = bucket('sign-in', requestsPerSecond === 0 ? 0 : signIns.points, signIns.seconds, redis);
  const raises = bucket('raise', raisesPerHour, hour, redis);
  // The coordinator's word, whatever the limit for all: each organisation has its own numbers, so nobody runs out of these.
  const severities = bucket('severity', 1_000_000, hour, redis) as RateLimiterAbstract;
  const previews = bucket('preview', raisesPerHour === 0 ? 0 : previewsPerHour, hour, redis);
  const countings = bucket('matches', raisesPerHour === 0 ? 0 : matchesPerHour, hour, redis);
  const feeds = bucket('feed', requestsPerSecond === 0 ? 0 : feedsPerHour, hour, redis);
  const namings = bucket('address', requestsPerSecond === 0 ? 0 : namedPerHour, hour, redis);
  return {
    request: (credentialId) => take(requests, credentialId, requestLimit),
    stranger: (address) => take(strangers, address, requestLimit),
    signIn: (address) => take(entries, address, requestLimit),
    namedAddress: (memberId) => take(namings, memberId, requestLimit),
    preview: (organisationId) => take(previews, organisationId, hourly('previews', previewsPerHour)),
    matches: (organisationId) => take(countings, organisationId, hourly('countings of matches', matchesPerHour)),
    feed: (calendarId) => take(feeds, calendarId, requestLimit),
    async reserveRaise({ id, raiseLimits }, status, severity) {
      if (status === 'test') return unlimited;
      const all = raises ? await reserve(raises, `${id} ${status}`, raisesPerHour, raiseLimit(status)) : unlimited;
      const most = raiseLimits?.[severity];
      if (all.refusal || most === undefined) return all;
      const few = await reserve(severities, `${id} ${status} ${severity}`, most, severityLimit(severity));
      const giveBack = async (): Promise<void> => {
        await Promise.all([all.giveBack(), few.giveBack()]);
      };
      return { refusal: few.refusal, giveBack };
    },
  };
}

/** Takes one, whether or not there was one left. @param most that there are in an hour */
async function reserve(
  limiter: RateLimiterAbstract,
  name: string,
  most: number,
  refusal: (limit: number, seconds: number) => Refusal,
): Promise<Reservation> {
  // What cannot be given back is given back by the hour's end.
  const giveBack = async (): Promise<void> => {
    await limiter.reward(name, 1).catch(() => undefined);
  };
  const taken = await limiter.consume(name, 1).catch((reason: unknown) => {
    if (reason instanceof RateLimiterRes) return reason;
    throw reason;
  });
  const seconds = Math.max(1, Math.ceil(taken.msBeforeNext / 1_000));
  return { refusal: taken.consumedPoints > most ? refusal(most, seconds) : null, giveBack };
}

function bucket(
  name: string,
  points: number,
  duration: number,
  redis: RedisConnection | undefined,
): RateLimiterAbstract | undefined {
  if (points === 0) return undefined;
  const memory = new RateLimiterMemory({ keyPrefix: name, points, duration });
  if (!redis) return memory;
  return new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: `tocsin:${name}`,
    points,
    duration,
    insuranceLimiter: memory,
    rejectIfRedisNotReady: true,
  });
}

async function take(
  limiter: RateLimiterAbstract | undefined,
  key: string,
  refusal: (seconds: number) => Refusal,
): Promise<void> {
  if (!limiter) return;
  try {
    await limiter.consume(key, 1);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    throw refusal(Math.max(1, Math.ceil(reason.msBeforeNext / 1_000)));
  }
}

function requestLimit(retryAfter: number): Refusal {
  return new Refusal('rate-limited', filled(reasons.requestsMany, { seconds: retryAfter }), { retryAfter });
}

const hourly =
  (what: string, limit: number) =>
  (retryAfter: number): Refusal =>
    new Refusal('rate-limited', `At most ${limit} ${what} an hour; the next in ${retryAfter} s.`, {
      limit,
      retryAfter,
    });

const raiseLimit =
  (status: Status) =>
  (limit: number, retryAfter: number): Refusal =>
    new Refusal(
      'raise-limit',
      `Your organisation has raised or reopened ${limit} warnings of status ${status} within an hour; the next may come in ${retryAfter} s.`,
      { limit, retryAfter },
    );

const severityLimit =
  (severity: Severity) =>
  (limit: number, retryAfter: number): Refusal =>
    new Refusal(
      'raise-limit',
      `The coordinator lets your organisation raise ${limit} warnings of severity ${severity} an hour; the next may come in ${retryAfter} s. Ask for more where they are needed.`,
      { limit, retryAfter },
    );
