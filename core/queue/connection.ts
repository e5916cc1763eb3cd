import { Redis } from 'ioredis';
import { errorReporter, type QueueLog } from './backend.ts';

export type RedisConnection = Redis;

/**
 * A connection to Redis for counting and presence. Opens also while Redis is away; a command is then refused at once
 * instead of waiting, so that nobody's request hangs on it.
 * @param url redis:// or rediss://
 */
export function connectRedis(url: string, log: QueueLog): RedisConnection {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 1_000,
    connectTimeout: 5_000,
    disconnectTimeout: 500,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 6), 1_000),
  });
  redis.on('error', errorReporter(log, 'redis'));
  return redis;
}
