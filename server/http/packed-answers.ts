import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';
import type { OperationId } from '../../core/contract/routes.ts';

/** Lists whose items are whole warnings: the only answers that are long. What shows a token or a key is never among them. */
const packedCalls: ReadonlySet<OperationId> = new Set(['listWarnings', 'listRevisions', 'listHorizon', 'getTimeline']);

/** Bytes below which an answer fits into its first packets anyhow. */
const worthPacking = 2_048;

const deflate = promisify(deflateRaw);
/** Items are short, so that a small window serves; and each ends on a whole byte, so that the next can follow. */
const itself = { windowBits: 13, memLevel: 6, finishFlush: constants.Z_FULL_FLUSH };
const last = { ...itself, finishFlush: constants.Z_FINISH };
/** RFC 1952: deflated, no name, no time, no system. */
const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

interface List {
  readonly data: readonly unknown[];
}

/** Whether the answers to a call are packed for whoever takes that. */
export function isPacked(id: OperationId): boolean {
  return packedCalls.has(id);
}

/**
 * A list as gzip, each of its items packed by itself. Packed together, one would come out shorter beside another that says the same:
 * whoever raises warnings and sees how long answers are would learn what is in those that they may not see (BREACH).
 * @returns undefined where that is not worth it
 */
export async function packList<Answer extends List>(list: Answer): Promise<Buffer | undefined> {
  const { data, ...rest } = list;
  const end = JSON.stringify(rest);
  const pieces = data.map((item, at) => Buffer.from(`${at === 0 ? '{"data":[' : ','}${JSON.stringify(item)}`));
  if (pieces.reduce((sum, { length }) => sum + length, 0) < worthPacking) return undefined;
  pieces.push(Buffer.from(end === '{}' ? ']}' : `],${end.slice(1)}`));
  const packed = await Promise.all(pieces.map((piece, at) => deflate(piece, at === data.length ? last : itself)));
  return Buffer.concat([head, ...packed, trailer(pieces)]);
}

function trailer(pieces: readonly Buffer[]): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(pieces.reduce((sum, piece) => crc32(piece, sum), 0));
  bytes.writeUInt32LE(
    pieces.reduce((sum, { length }) => sum + length, 0),
    4,
  );
  return bytes;
}
