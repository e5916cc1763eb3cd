import { describe } from '@jest/globals';
import { findPrograms, type Program } from './programs.ts';

const programs = findPrograms(process.env);

/** The path of redis-server, or undefined where the machine has none. */
export const redisServer = programs.redis.path;

/** The path of Chromium, or undefined where the machine has none. */
export const chromium = programs.chromium.path;

/** `describe` where redis-server is there; else the block is skipped. In CI importing this file fails instead. */
export const describeWithRedis = describeWith(programs.redis);

/** `describe` where Chromium is there; else the block is skipped. In CI importing this file fails instead. */
export const describeWithChromium = describeWith(programs.chromium);

/** `describe` where Postfix is there and may start; else the block is skipped. In CI importing this file fails instead. */
export const describeWithPostfix = describeWith(programs.postfix);

function describeWith({ name, path, remedy }: Program): typeof describe | typeof describe.skip {
  if (path !== undefined) return describe;
  if (process.env.CI) throw new Error(`${name} is missing, and in CI nothing may be left out. ${remedy}`);
  return describe.skip;
}
