import type { Problem } from './errors.ts';
import { isKnown, type Event, type LaterEvent } from './events.ts';

/**
 * What the SDK itself reads of an answer; everything else is passed on as it came. Written by hand: a schema library would be
 * half of what a page loads before it shows anything. Each answers undefined to what is not of this contract.
 */

/** Members that are there or not, whatever they hold. */
type Loose = Readonly<Record<string, unknown>>;

function members(message: unknown): Loose | undefined {
  return typeof message === 'object' && message !== null ? (message as Loose) : undefined;
}

/** A problem; what a later version leaves out has a default. */
export function readProblem(message: unknown): Problem | undefined {
  const found = members(message);
  if (found === undefined || typeof found['type'] !== 'string' || typeof found['status'] !== 'number') return undefined;
  const { title, detail, position } = found;
  return {
    ...found,
    type: found['type'],
    status: found['status'],
    title: typeof title === 'string' ? title : 'The network refused',
    detail: typeof detail === 'string' ? detail : '',
    position: typeof position === 'string' ? position : undefined,
  };
}

/** An event: one of a known type has its id and that of its warning, which an application reads unasked. Of a later version's, its place in the log alone. */
export function readEvent(message: unknown): Event | LaterEvent | undefined {
  const found = members(message);
  if (found === undefined || typeof found['position'] !== 'string' || typeof found['type'] !== 'string')
    return undefined;
  const event = found as unknown as LaterEvent;
  const isWhole = typeof found['id'] === 'string' && typeof members(found['warning'])?.['id'] === 'string';
  return isWhole || !isKnown(event) ? event : undefined;
}

interface Refused {
  readonly ok: false;
  readonly problem: Problem;
}

/** The answer to `subscribe`. */
export function readSubscribed(
  message: unknown,
): { readonly ok: true; readonly subscriptionId: string; readonly position: string } | Refused | undefined {
  const place = members(message)?.['ok'] === true ? readPlace(message) : undefined;
  return place ? { ok: true, ...place } : readRefused(message);
}

/** The answer to a message that is answered with a yes alone. */
export function readPlain(message: unknown): { readonly ok: true } | Refused | undefined {
  return members(message)?.['ok'] === true ? { ok: true } : readRefused(message);
}

function readRefused(message: unknown): Refused | undefined {
  const found = members(message);
  const problem = found?.['ok'] === false ? readProblem(found['problem']) : undefined;
  return problem && { ok: false, problem };
}

/** How far a subscription has got. */
export function readPlace(
  message: unknown,
): { readonly subscriptionId: string; readonly position: string } | undefined {
  const subscriptionId = members(message)?.['subscriptionId'];
  const position = readPosition(message);
  return typeof subscriptionId === 'string' && position !== undefined ? { subscriptionId, position } : undefined;
}

/** A position up to which there is nothing more. */
export function readPosition(message: unknown): string | undefined {
  const position = members(message)?.['position'];
  return typeof position === 'string' ? position : undefined;
}
