import type { IncomingMessage } from 'node:http';
import { expect, test } from '@jest/globals';
import { isFromThisMachine } from './loopback.ts';

test.each([
  ['127.0.0.1', {}, true],
  ['127.1.2.3', {}, true],
  ['::1', {}, true],
  ['::ffff:127.0.0.1', {}, true],
  ['192.168.1.7', {}, false],
  ['::ffff:192.168.1.7', {}, false],
  ['2001:db8::127', {}, false],
  [undefined, {}, false],
  ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, false],
  ['127.0.0.1', { forwarded: 'for=203.0.113.7' }, false],
  ['::1', { via: '1.1 proxy' }, false],
])('%s with %j: %s', (remoteAddress, headers, expected) => {
  expect(isFromThisMachine({ socket: { remoteAddress }, headers } as unknown as IncomingMessage)).toBe(expected);
});
