import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { LogEntry, NewEvent } from '../domain/log.ts';

/** One event as it is written: chained on the one before. */
export interface ChainedEvent {
  readonly sequence: number;
  readonly type: string;
  readonly warningId: string | null;
  readonly revision: number | null;
  readonly organisationId: string | null;
  readonly actorId: string | null;
  readonly content: string;
  readonly at: string;
  readonly salt: Buffer;
  readonly digest: Buffer;
  readonly hash: Buffer;
}

/** The inner digest: given to everyone in an export, while salt and content go to those who may read the event. */
export function innerDigest(salt: Buffer, content: string): Buffer {
  return createHash('sha256').update(salt).update(content, 'utf8').digest();
}

/** hash = H(previous ‖ sequence ‖ H(salt ‖ content)), sequence as 8 bytes, big-endian. */
export function chainHash(previous: Buffer, sequence: number, inner: Buffer): Buffer {
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(sequence));
  return createHash('sha256').update(previous).update(number).update(inner).digest();
}

/** The canonical JSON (RFC 8785) that is hashed and stored. */
export function contentOf(event: NewEvent, at: string): string {
  const { id, type, warningId, revision, actor, data } = event;
  return canonicalize({
    id,
    type,
    at,
    ...(warningId === undefined ? {} : { warning: warningId }),
    ...(revision === undefined ? {} : { revision }),
    actor,
    data,
  }) as string;
}

const saltBytes = 16;

/** Chains events onto the head, in order. */
export function chain(
  head: { sequence: number; hash: Buffer },
  events: readonly NewEvent[],
  at: string,
): ChainedEvent[] {
  let { sequence, hash } = head;
  const salts = randomBytes(saltBytes * events.length);
  return events.map((event, index) => {
    sequence += 1;
    const content = contentOf(event, at);
    const salt = salts.subarray(index * saltBytes, (index + 1) * saltBytes);
    const digest = innerDigest(salt, content);
    hash = chainHash(hash, sequence, digest);
    return {
      sequence,
      type: event.type,
      warningId: event.warningId ?? null,
      revision: event.revision ?? null,
      organisationId: event.actor.organisationId,
      actorId: event.actor.memberId ?? event.actor.keyId ?? null,
      content,
      at,
      salt,
      digest,
      hash,
    };
  });
}

/** Reads stored content back into an entry. */
export function entryOf(row: { sequence: number; content: string }, position: string): LogEntry {
  const content = JSON.parse(row.content) as {
    id: string;
    type: LogEntry['type'];
    at: string;
    warning?: string;
    revision?: number;
    actor: { organisationId: string | null; memberId: string | null };
    data: Record<string, unknown>;
  };
  return {
    sequence: row.sequence,
    position,
    id: content.id,
    type: content.type,
    at: content.at,
    actor: content.actor,
    warningId: content.warning ?? null,
    revision: content.revision ?? null,
    data: content.data,
  };
}
