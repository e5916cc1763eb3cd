import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { limits } from '../../core/contract/limits.ts';
import { Refusal } from '../../core/domain/refusal.ts';
import { bodyFault, invalidRequest } from '../faults.ts';

/** So much of a body that is too large is read and thrown away, so that its sender gets to read why. */
const drained = 16 * 1024 * 1024;
/** Nothing in the contract is nested deeper, or lists more. */
const deepest = 16;
const longestList = 1_000;

/**
 * The bytes of a request's body.
 * @throws Refusal body-too-large, which says the size that was sent; unsupported-media-type for compressed ones
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new Refusal('unsupported-media-type', `Send the body as it is, not encoded as ${encoding}.`);
  }
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > drained) throw tooLarge(`${announced}`);
  const { chunks, size } = await received(request);
  if (size > drained) throw tooLarge(`more than ${drained}`);
  if (size > limits.body) throw tooLarge(`${size}`);
  return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
}

/** Reads to the end, or until even the draining has its limit; keeps no more than a body may have. */
function received(request: IncomingMessage): Promise<{ chunks: Buffer[]; size: number }> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    let whole = false;
    const cut = (): void => {
      if (!whole) reject(new Refusal('invalid-json', 'The body ended before it was whole.'));
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limits.body) chunks.push(chunk);
      else if (size > drained) resolve({ chunks, size });
    });
    request.once('end', () => {
      whole = true;
      resolve({ chunks, size });
    });
    request.once('error', cut);
    request.once('close', cut);
  });
}

function tooLarge(size: string): Refusal {
  return new Refusal(
    'body-too-large',
    `The body has ${size} bytes; at most ${limits.body} are taken. Shorten its texts or leave translations out.`,
    { limit: limits.body },
  );
}

/**
 * Reads a body as JSON.
 * @throws Refusal invalid-json; invalid-request where it is nested or listed beyond anything in the contract
 */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) throw new Refusal('invalid-json', 'The body is empty; send a JSON object.');
  if (!isUtf8(bytes)) throw new Refusal('invalid-json', 'The body is not UTF-8.');
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Refusal('invalid-json', `The body is not JSON: ${(error as Error).message}.`);
  }
  check(value, []);
  return value;
}

/** Bounds what the schemas have to look at, and refuses the one name that they would pass over in silence. */
function check(value: unknown, path: readonly string[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (path.length >= deepest) throw invalidRequest([bodyFault(path, `Nothing is nested ${deepest} levels deep here.`)]);
  if (Array.isArray(value)) {
    if (value.length > longestList) {
      throw invalidRequest([bodyFault(path, `This list has ${value.length} items, more than any list may have.`)]);
    }
    value.forEach((item, index) => check(item, [...path, String(index)]));
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    if (name === '__proto__')
      throw invalidRequest([bodyFault([...path, name], 'There is no member `__proto__` here.')]);
    if (typeof member === 'object') check(member, [...path, name]);
  }
}
