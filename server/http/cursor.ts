import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { Refusal } from '../../core/domain/refusal.ts';

/** What a page is of; a cursor of one list fits no other. */
export interface ListName {
  readonly list: string;
  readonly organisationId: string;
  /** The filter, without cursor and limit. */
  readonly query: Readonly<Record<string, unknown>>;
}

/** Where a page ended, and what the pages after it have to know. */
export type PageMark = Readonly<Record<string, string>>;

export interface Cursors {
  encode(name: ListName, mark: PageMark): string;
  /** @throws Refusal cursor-invalid */
  decode(name: ListName, cursor: string): PageMark;
}

const cipherName = 'aes-256-gcm';
const nonceBytes = 12;
const sealBytes = 16;

/**
 * Cursors are sealed: made up, or of another list, filter or organisation, they are refused. And they are encrypted:
 * some hold a place in the log, and gaps between those would tell how much was kept from the reader.
 */
export function openCursors(secret: Buffer): Cursors {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'list cursor', 32));
  return {
    encode(name, mark) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(cipherName, key, nonce).setAAD(bound(name));
      const hidden = [cipher.update(JSON.stringify(mark)), cipher.final()];
      return Buffer.concat([nonce, cipher.getAuthTag(), ...hidden]).toString('base64url');
    },
    decode(name, cursor) {
      const bytes = /^[A-Za-z0-9_-]{40,2000}$/.test(cursor) ? Buffer.from(cursor, 'base64url') : Buffer.alloc(0);
      const text = opened(key, name, bytes);
      if (text !== undefined) return JSON.parse(text) as PageMark;
      throw new Refusal(
        'cursor-invalid',
        'This cursor is not of this list with this filter. Send `next` as it was answered, with the same parameters.',
      );
    },
  };
}

/** undefined: it was not sealed by us, or for something else. */
function opened(key: Buffer, name: ListName, bytes: Buffer): string | undefined {
  const start = nonceBytes + sealBytes;
  if (bytes.length <= start) return undefined;
  const decipher = createDecipheriv(cipherName, key, bytes.subarray(0, nonceBytes)).setAAD(bound(name));
  decipher.setAuthTag(bytes.subarray(nonceBytes, start));
  const text = decipher.update(bytes.subarray(start)).toString();
  try {
    decipher.final();
    return text;
  } catch {
    return undefined;
  }
}

/** What a cursor is good for, and nothing else. */
function bound({ list, organisationId, query }: ListName): Buffer {
  const { cursor: _, limit: __, ...filter } = query;
  return Buffer.from(JSON.stringify([list, organisationId, canonicalize(filter)]));
}
