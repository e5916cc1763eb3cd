import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { ifMatch, negotiated } from './headers.ts';

const request = (headers: IncomingMessage['headers']) => ({ headers }) as IncomingMessage;

describe('Accept', () => {
  const offered = ['application/json', 'text/event-stream'] as const;

  test.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['text/event-stream', 'text/event-stream'],
    ['text/event-stream, */*', 'text/event-stream'],
    ['*/*, text/event-stream', 'text/event-stream'],
    ['text/event-stream;q=0.5, */*', 'application/json'],
    ['text/event-stream, application/json', 'application/json'],
    ['text/*, application/json;q=0.9', 'text/event-stream'],
    ['text/event-stream;q=0, */*;q=0.1', 'application/json'],
  ] as const)('%j: %s', (accept, type) => {
    expect(negotiated(request(accept === undefined ? {} : { accept }), offered)).toBe(type);
  });

  test.each(['text/html', 'application/json;q=0, text/event-stream;q=0'])('%s is not offered', (accept) => {
    expect(() => negotiated(request({ accept }), offered)).toThrow(/alone/);
  });
});

describe('If-Match', () => {
  test.each<[string, readonly number[] | '*']>([
    ['*', '*'],
    ['"3"', [3]],
    [' "2", "3" ', [2, 3]],
    ['"2",, W/"3"', [2]],
    ['W/"3"', []],
    ['"", "abc", "a,b", "03"', []],
  ])('%s', (sent, revisions) => {
    expect(ifMatch(request({ 'if-match': sent }))).toEqual(revisions);
  });

  test.each(['3', '', '"3', '"2" "3"', '*, "3"', 'w/"3"'])('%s is none', (sent) => {
    expect(() => ifMatch(request({ 'if-match': sent }))).toThrow(/ETag/);
  });
});
