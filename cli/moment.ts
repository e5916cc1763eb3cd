import { InvalidArgumentError } from 'commander';

const units = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * A moment as people write one on a command line: a time from now (`90m`, `72h`, `7d`) or RFC 3339.
 * @throws InvalidArgumentError
 */
export function moment(text: string, now: Date = new Date()): string {
  const span = /^(\d{1,6})([mhd])$/.exec(text);
  if (span) return new Date(now.getTime() + Number(span[1]) * units[span[2] as keyof typeof units]).toISOString();
  if (/^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text))) return new Date(text).toISOString();
  throw new InvalidArgumentError('Write a time from now, e.g. 90m, 72h or 7d, or RFC 3339: 2026-05-09T18:30:00Z.');
}
