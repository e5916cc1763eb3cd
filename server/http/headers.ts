import type { IncomingMessage } from 'node:http';
import type { Operation } from '../../core/contract/operation.ts';
import { Refusal } from '../../core/domain/refusal.ts';
import { headerFault, invalidRequest } from '../faults.ts';

const mergePatch = 'application/merge-patch+json';

/** What a request's body may be. @throws Refusal unsupported-media-type */
export function checkContentType(request: IncomingMessage, { method }: Operation): void {
  const sent = request.headers['content-type'];
  if (sent === 'application/json') return;
  const [type = '', ...parameters] = (sent ?? '').split(';').map((part) => part.trim().toLowerCase());
  const known = type === 'application/json' || (method === 'PATCH' && type === mergePatch);
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (known && (charset === undefined || /^charset="?utf-8"?$/.test(charset))) return;
  const offered = method === 'PATCH' ? `application/json or ${mergePatch}` : 'application/json';
  throw new Refusal('unsupported-media-type', `Send ${offered} in UTF-8, and say so in Content-Type.`);
}

/** The key that makes a repeat harmless. @throws Refusal invalid-request */
export function idempotencyKey(request: IncomingMessage): string | undefined {
  const sent = request.headers['idempotency-key'];
  if (sent === undefined) return undefined;
  if (typeof sent === 'string' && /^[\x20-\x7e]{1,255}$/.test(sent)) return sent;
  throw invalidRequest([headerFault('Idempotency-Key', 'This is 1 to 255 printable ASCII characters.')]);
}

const entityTags = /^\s*(?:W\/)?"[^"\s]*"(?:[\s,]*,\s*(?:W\/)?"[^"\s]*")*[\s,]*$/;

/** The revisions that a change may build on; `*`: whichever. @throws Refusal if-match-required, invalid-request */
export function ifMatch(request: IncomingMessage): readonly number[] | '*' {
  const sent = request.headers['if-match'];
  if (sent === undefined) {
    throw new Refusal(
      'if-match-required',
      'Send If-Match with the ETag of the revision that you revise, or * for whichever is the newest.',
    );
  }
  if (sent.trim() === '*') return '*';
  if (!entityTags.test(sent)) {
    throw invalidRequest([
      headerFault('If-Match', 'This is an ETag as it was answered, e.g. "3" with its quotes, or *.'),
    ]);
  }
  // A weak one matches nothing here (RFC 9110, 13.1.1), nor does one that is none of ours.
  return [...sent.matchAll(/(W\/)?"([^"]*)"/g)]
    .filter(([, weak, tag = '']) => weak === undefined && /^[1-9]\d{0,5}$/.test(tag))
    .map(([, , tag]) => Number(tag));
}

/**
 * Which of the offered media types a request takes: of those it likes best the one that it names most exactly, then the first.
 * @throws Refusal not-acceptable
 */
export function negotiated<Type extends string>(request: IncomingMessage, offered: readonly [Type, ...Type[]]): Type {
  const { accept = '' } = request.headers;
  if (accept === '' || accept === '*/*' || accept === offered[0]) return offered[0];
  const ranges = accept.split(',').map(mediaRange);
  const ranked = offered
    .map((type) => ({ type, ...likingOf(type, ranges) }))
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality || other.exactness - one.exactness);
  const best = ranked[0];
  if (best) return best.type;
  throw new Refusal('not-acceptable', `This is offered as ${offered.join(' or ')} alone.`);
}

interface MediaRange {
  readonly range: string;
  readonly quality: number;
}

function mediaRange(text: string): MediaRange {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = q === undefined ? 1 : Number(q.slice(2));
  return { range, quality: Number.isNaN(quality) ? 1 : quality };
}

/** By the most specific range that fits (RFC 9110, 12.5.1). */
function likingOf(type: string, ranges: readonly MediaRange[]): { quality: number; exactness: number } {
  const wanted = ['*/*', `${type.split('/')[0]}/*`, type];
  const fitting = ranges.filter(({ range }) => wanted.includes(range));
  const [closest] = fitting.toSorted((one, other) => wanted.indexOf(other.range) - wanted.indexOf(one.range));
  return { quality: closest?.quality ?? 0, exactness: wanted.indexOf(closest?.range ?? '') };
}
