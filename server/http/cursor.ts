import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
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

const sealBytes = 16;

/** Cursors are sealed: made up, or of another list, filter or organisation, they are refused. */
export function openCursors(secret: Buffer): Cursors {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'list cursor', 32));
  const seal = ({ list, organisationId, query }: ListName, mark: string): Buffer => {
    const { cursor: _, limit: __, ...filter } = query;
    const bound = JSON.stringify([list, organisationId, canonicalize(filter), mark]);
    return createHmac('sha256', key).update(bound).digest().subarray(0, sealBytes);
  };
  return {
    encode(name, mark) {
      const text = JSON.stringify(mark);
      return Buffer.concat([seal(name, text), Buffer.from(text)]).toString('base64url');
    },
    decode(name, cursor) {
      const bytes = /^[A-Za-z0-9_-]{24,2000}$/.test(cursor) ? Buffer.from(cursor, 'base64url') : Buffer.alloc(0);
      const text = bytes.subarray(sealBytes).toString();
      if (bytes.length > sealBytes && timingSafeEqual(bytes.subarray(0, sealBytes), seal(name, text))) {
        return JSON.parse(text) as PageMark;
      }
      throw new Refusal(
        'cursor-invalid',
        'This cursor is not of this list with this filter. Send `next` as it was answered, with the same parameters.',
      );
    },
  };
}
