import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import { answerCalls } from './calls.ts';
import { heldMemory } from './held-memory.ts';

/**
 * A program: what the fan-out is measured against. A `ws` server that keeps nothing and decides nothing: a post makes it
 * write one frame, built beforehand, to every connection. It says the words of Socket.IO's handshake, no more.
 */
export type RawServer = typeof handlers;

let frame: Buffer = Buffer.alloc(0);
let replay: Buffer = Buffer.alloc(0);

const server = createServer((request, response) => void broadcast(request, response));
const endpoint = new WebSocketServer({ server, perMessageDeflate: false, clientTracking: false });
const connections = new Set<Socket>();
const open = Buffer.from('0{}');
const admitted = Buffer.from('40{}');
const subscribed = Buffer.from('430[{"ok":true}]');

endpoint.on('connection', (socket, { socket: connection }) => {
  connections.add(connection);
  connection.once('close', () => connections.delete(connection));
  socket.send(open, { binary: false });
  socket.on('message', (message: Buffer) => {
    if (message[1] === 0x30) socket.send(admitted, { binary: false });
    else {
      socket.send(subscribed, { binary: false });
      connection.write(replay);
    }
  });
});

async function broadcast(request: IncomingMessage, response: ServerResponse): Promise<void> {
  await new Promise((resolve) => request.resume().once('end', resolve));
  // Frames are written as they are: `ws` would frame the same bytes anew for every connection.
  for (const connection of connections) connection.write(frame);
  response.writeHead(201, { 'Content-Length': 0 }).end();
}

/** One text frame, unmasked, as a server sends it. */
function framed(message: string): Buffer {
  const payload = Buffer.from(message);
  const { length } = payload;
  const size = length < 126 ? [length] : length < 65_536 ? [126, length >> 8, length & 255] : undefined;
  if (!size) throw new Error(`${length} bytes are more than a frame of the bench holds.`);
  return Buffer.concat([Buffer.from([0x81, ...size]), payload]);
}

const handlers = {
  /** Listens on a free port, for as many at once as the system lets wait. */
  async listen(): Promise<{ url: string }> {
    await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: 65_535 }, resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  },

  /** What a post broadcasts from now on, and what a new connection gets at once. */
  load(told: { message: string; replay: string[] }): void {
    frame = framed(told.message);
    replay = Buffer.concat([...told.replay, '42["caught-up",{}]'].map(framed));
  },

  memory: heldMemory,
};

answerCalls(handlers);
