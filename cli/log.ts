import { existsSync, renameSync, statSync } from 'node:fs';
import pino, { type Logger } from 'pino';
import type { Config } from '../core/config/config.ts';

const largest = 20_000_000;

/** A log of JSON lines on standard output, as production collects them. */
export function openLog({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  const destination = pino.destination({ dest: 1, sync: true });
  // A terminal that was closed: the process ends because it is told to, not because it cannot say so.
  destination.on('error', () => undefined);
  return pino({ level: logLevel, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}

/**
 * The same in a file, for a network whose terminal belongs to its user; one that has grown large is put aside first.
 * Written at once and never closed: whatever ends last may still have something to say.
 */
export function openFileLog({ logLevel }: Pick<Config, 'logLevel'>, file: string): Logger {
  if (existsSync(file) && statSync(file).size > largest) renameSync(file, `${file}.1`);
  const destination = pino.destination({ dest: file, mkdir: true, mode: 0o600, sync: true });
  return pino({ level: logLevel, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
