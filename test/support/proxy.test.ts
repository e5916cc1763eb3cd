import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { startProxy, type Proxy } from './proxy.ts';
import { until } from './until.ts';

let echo: Server;
let proxy: Proxy;
let arrived = '';

beforeEach(async () => {
  arrived = '';
  echo = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      arrived += data.toString();
      socket.write(data);
    });
  });
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  proxy = await startProxy(`redis://:secret@127.0.0.1:${(echo.address() as AddressInfo).port}/3`);
});

afterEach(async () => {
  await proxy.close();
  await new Promise((resolve) => echo.close(resolve));
});

test('answers under the target’s address but for host and port, and passes bytes both ways', async () => {
  const { protocol, password, pathname } = new URL(proxy.url);
  expect([protocol, password, pathname]).toEqual(['redis:', 'secret', '/3']);
  const socket = connect();
  socket.write('hello');
  expect(String((await once(socket, 'data'))[0])).toBe('hello');
});

test('cutAfter() passes on so many bytes, and breaks the connection that brought more', async () => {
  proxy.cutAfter(3);
  const socket = connect();
  const broken = closed(socket);
  socket.write('hello');
  await broken;
  await until(() => arrived === 'hel');
  const after = connect();
  after.write('lo');
  expect(String((await once(after, 'data'))[0])).toBe('lo');
});

test('cut() breaks what is open and refuses what comes, heal() lets it through again', async () => {
  const before = connect();
  before.write('hello');
  await once(before, 'data');
  const broken = closed(before);
  proxy.cut();
  await broken;
  const refused = connect();
  await closed(refused);
  expect(refused.bytesRead).toBe(0);
  proxy.heal();
  const after = connect();
  after.write('again');
  expect(String((await once(after, 'data'))[0])).toBe('again');
});

test('pause() keeps connections open but silent, heal() delivers what waited', async () => {
  const socket = connect();
  socket.write('one ');
  await until(() => arrived === 'one ');
  proxy.pause();
  socket.write('two');
  const late = connect();
  await once(late, 'connect');
  late.write('');
  expect(arrived).toBe('one ');
  expect(socket.destroyed).toBe(false);
  proxy.heal();
  await until(() => arrived === 'one two');
  late.destroy();
});

function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

function connect(): Socket {
  const socket = createConnection(Number(new URL(proxy.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  return socket;
}

test('strand() silences what is open for good, also after heal(), and lets new connections through', async () => {
  const before = connect();
  before.write('one ');
  await once(before, 'data');
  proxy.strand();
  before.write('lost ');
  const after = connect();
  after.write('two');
  expect(String((await once(after, 'data'))[0])).toBe('two');
  proxy.heal();
  after.write(' three');
  await once(after, 'data');
  expect(arrived).toBe('one two three');
});
