import type { Trigger } from '../../../core/contract/vocabularies.ts';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * When a warning usually has done its work, in milliseconds since the epoch: an attack after 72 hours, a match after 48, an election
 * seven days past polling, anything else after a week (domain.md).
 * @param from its onset; one that is past counts from now
 */
export function standardExpiry(trigger: Trigger | '', from: number, now: number): number {
  const start = Math.max(from, now);
  if (trigger === 'attack') return start + 72 * hour;
  if (trigger === 'sports_event') return start + 48 * hour;
  return start + 7 * day;
}

/** A moment as an input of type datetime-local holds it: the reader's own clock, to the minute. */
export function toLocal(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The same as RFC 3339; undefined where the input holds no time. */
export function fromLocal(text: string): string | undefined {
  const at = Date.parse(text);
  return text === '' || Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
