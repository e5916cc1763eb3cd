import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { openCursors } from './cursor.ts';

const cursors = openCursors(randomBytes(32));
const name = { list: 'timeline', organisationId: '0198c0de-0000-7000-8000-000000000001', query: { country: ['DE'] } };

test('a cursor gives back what it was made of, and tells nobody', () => {
  const mark = { key: '48213' };
  const cursor = cursors.encode(name, mark);
  expect(cursors.decode({ ...name, query: { ...name.query, limit: 3, cursor } }, cursor)).toEqual(mark);
  expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('48213');
  const neighbours = ['48213', '48214'].map((key) => cursors.encode(name, { key }));
  const [one, other] = neighbours.map((text) => Buffer.from(text, 'base64url'));
  const alike = one?.filter((byte, index) => byte === other?.[index]).length ?? 0;
  expect(alike).toBeLessThan(12);
});

test('a cursor fits its list, filter and organisation alone, and no changed byte', () => {
  const cursor = cursors.encode(name, { key: '1' });
  const foreign = [
    { ...name, list: 'revisions' },
    { ...name, organisationId: '0198c0de-0000-7000-8000-000000000002' },
    { ...name, query: {} },
  ];
  for (const other of foreign) expect(() => cursors.decode(other, cursor)).toThrow(/not of this list/);
  const bytes = Buffer.from(cursor, 'base64url');
  for (const index of bytes.keys()) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] as number) ^ 1;
    expect(() => cursors.decode(name, changed.toString('base64url'))).toThrow(/not of this list/);
  }
  for (const text of ['', 'made-up', 'A'.repeat(40), 'A'.repeat(3_000)]) {
    expect(() => cursors.decode(name, text)).toThrow(/not of this list/);
  }
});
