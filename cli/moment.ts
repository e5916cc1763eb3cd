import { InvalidArgumentError } from 'commander';

const units = { m: 60, h: 3_600, d: 86_400 };

function secondsOf(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * units[unit as keyof typeof units];
}

/** A span of time as people write one on a command line, e.g. `90m`, in seconds. @throws InvalidArgumentError */
export function span(text: string): number {
  const seconds = secondsOf(text);
  if (seconds !== undefined) return seconds;
  throw new InvalidArgumentError('Write a span of time, e.g. 90m, 24h or 7d.');
}

/**
 * A moment as people write one on a command line: a time from now (`90m`, `72h`, `7d`) or RFC 3339.
 * @throws InvalidArgumentError
 */
export function moment(text: string, now: Date = new Date()): string {
  const seconds = secondsOf(text);
  if (seconds !== undefined) return new Date(now.getTime() + seconds * 1_000).toISOString();
  if (/^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text))) return new Date(text).toISOString();
  throw new InvalidArgumentError('Write a time from now, e.g. 90m, 72h or 7d, or RFC 3339: 2026-05-09T18:30:00Z.');
}
