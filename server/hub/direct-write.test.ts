import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { io, type Socket as ClientSocket } from 'socket.io-client';
import { until } from '../../test/support/until.ts';
import { cut, holdsPackets, tcpOf } from './direct-write.ts';
import { encode } from './message.ts';

let http: HttpServer;
let server: Server;
let client: ClientSocket | undefined;

beforeEach(async () => {
  http = createServer();
  server = new Server(http);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  client?.close();
  client = undefined;
  await server.close();
});

async function connect(transports: string[]): Promise<Socket> {
  const connected = new Promise<Socket>((resolve) => server.once('connection', resolve));
  client = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, { transports, reconnection: false });
  return connected;
}

const position = (text: string) => encode('position', JSON.stringify({ position: text }), text);

// Green here means: what we write past engine.io arrives, in order with what goes through it.
describe('the direct write', () => {
  test('is held to the releases that it was tried with', () => {
    const { dependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const [engine, socket] = ['engine.io', 'socket.io'].map((name) => dependencies[name]);
    expect([engine, socket]).toEqual([expect.stringMatching(/^6\.6\.\d+$/), expect.stringMatching(/^4\.8\.\d+$/)]);
  });

  test.each([5, 200, 70_000, 300_000])('carries %d characters, between packets of engine.io’s own', async (length) => {
    const socket = await connect(['websocket']);
    const heard: unknown[] = [];
    client?.onAny((_, { position: told }: { position: string }) => heard.push(told));
    const text = 'ž'.repeat(length);
    socket.emit('position', { position: 'before' });
    const tcp = tcpOf(socket.conn.transport);
    expect(holdsPackets(socket.conn)).toBe(false);
    tcp?.write(position(text).frame);
    socket.emit('position', { position: 'after' });
    await until(() => heard.length === 3);
    expect(heard).toEqual(['before', text, 'after']);
  });

  test('sees packets that wait inside engine.io', async () => {
    const socket = await connect(['websocket']);
    await until(() => client?.connected);
    for (let packet = 0; packet < 2; packet += 1) socket.emit('position', { position: 'x' });
    expect(holdsPackets(socket.conn)).toBe(true);
    await until(() => !holdsPackets(socket.conn));
  });

  test('is not offered while polling, and is after the upgrade', async () => {
    const socket = await connect(['polling', 'websocket']);
    expect(socket.conn.transport.name).toBe('polling');
    expect(tcpOf(socket.conn.transport)).toBeUndefined();
    await until(() => tcpOf(socket.conn.transport));
    expect(socket.conn.transport.name).toBe('websocket');
  });

  test.each([[['websocket']], [['polling']]])('cuts a connection over %j at once', async (transports) => {
    const socket = await connect(transports);
    await until(() => client?.connected);
    cut(socket.conn);
    await until(() => client?.disconnected && socket.disconnected);
    expect(server.of('/').sockets.size).toBe(0);
  });
});
