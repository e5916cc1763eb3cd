import { describe, expect, test } from '@jest/globals';
import { addressRange, openRanges } from './address-range.ts';

describe('a range of addresses', () => {
  test.each([
    ['192.0.2.0/24', '192.0.2.0/24'],
    ['192.0.2.7', '192.0.2.7/32'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['10.32.0.0/11', '10.32.0.0/11'],
    ['2001:DB8:0:0::/32', '2001:db8::/32'],
    ['2001:db8::1', '2001:db8::1/128'],
    ['::/0', '::/0'],
    ['::ffff:10.0.0.0/104', '10.0.0.0/8'],
    ['::ffff:10.0.0.1', '10.0.0.1/32'],
  ])('%s is kept as %s', (sent, kept) => {
    expect(addressRange.parse(sent)).toBe(kept);
  });

  test.each([
    '',
    '10.0.0.0/33',
    '2001:db8::/129',
    '10.0.0/8',
    '010.0.0.1',
    '0x0a000001',
    '167772161',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    'fe80::1%eth0',
    'example.org',
    ' 10.0.0.0/8',
    '10.0.0.0/255.0.0.0',
  ])('"%s" is none', (sent) => {
    expect(addressRange.safeParse(sent).error?.issues[0]?.message).toMatch(/^Write a range of addresses/);
  });

  test.each([
    ['10.1.2.3/8', '10.0.0.0/8'],
    ['192.0.2.129/25', '192.0.2.128/25'],
    ['2001:db8:ffff::/33', '2001:db8:8000::/33'],
  ])('%s has an address of its own: the range is named', (sent, range) => {
    expect(addressRange.safeParse(sent).error?.issues[0]?.message).toContain(range);
  });
});

describe('addresses within ranges', () => {
  const isWithin = openRanges(['192.0.2.0/25', '2001:db8::/32', '198.51.100.7/32']);
  test.each([
    ['192.0.2.127', true],
    ['192.0.2.128', false],
    ['::ffff:192.0.2.1', true],
    ['::ffff:c000:201', true],
    ['2001:db8:ffff::1', true],
    ['2001:db9::', false],
    ['198.51.100.7', true],
    ['198.51.100.8', false],
    ['unknown', false],
    ['192.0.2.1:443', false],
    ['', false],
  ])('%s: %s', (address, expected) => {
    expect(isWithin(address)).toBe(expected);
  });

  test('the whole of IPv4 holds no IPv6, and the other way round', () => {
    expect([openRanges(['0.0.0.0/0'])('2001:db8::1'), openRanges(['::/0'])('192.0.2.1')]).toEqual([false, false]);
  });
});
