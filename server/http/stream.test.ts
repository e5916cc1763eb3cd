import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Response } from 'express';
import { openStream, type TestStream } from '../../test/support/event-stream.ts';
import { until } from '../../test/support/until.ts';
import type { FollowSink } from '../hub/stream-outlet.ts';
import type { Services } from './call.ts';
import { openEventStream } from './stream.ts';

let server: Server;
let sink: FollowSink;
let response: Response;
let stream: TestStream;

/** A stream whose events the test itself sends. */
beforeAll(async () => {
  const follow = (_options: unknown, opened: FollowSink) => {
    sink = opened;
    return Promise.resolve({ close: () => undefined });
  };
  const serve = openEventStream(follow, {} as Services);
  const http = express().get('/', (request, answer) => {
    response = answer;
    void serve({ query: {} } as never, request, answer);
  });
  server = createServer(http);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stream = await openStream(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, 'nobody');
});
afterAll(() => {
  stream.close();
  server.close();
});

const events = (): number => stream.blocks.filter(({ data }) => data !== undefined).length;

describe('a stream', () => {
  test('of who reads goes on although more than a mebibyte comes at once', async () => {
    for (let n = 0; n < 5; n += 1) void sink.event(JSON.stringify('x'.repeat(230 * 1024)), `${n}`);
    await until(() => events() === 5);
    expect(stream.ended).toBe(false);
  });

  test('holds on to nothing of a reader that has taken what was sent', async () => {
    const listeners = response.listenerCount('close');
    const before = events();
    for (let n = 1; n <= 20; n += 1) {
      await sink.event(JSON.stringify('x'.repeat(64 * 1024)), `${n}`);
      await until(() => events() === before + n);
    }
    expect(response.listenerCount('close')).toBe(listeners);
  });

  test('of a slow consumer is cut off', async () => {
    sink.goodbye('slow-consumer');
    await until(() => stream.ended);
    expect(response.destroyed).toBe(true);
  });
});
