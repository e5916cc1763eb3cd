import { connect } from 'node:net';
import type { OpenSocket } from './subscriber.ts';

/** All connections of this process read into it in turn: each takes what it has read before the next may. */
const landing = Buffer.allocUnsafe(256 * 1024);
const headEnd = Buffer.from('\r\n\r\n');
const [text, close] = [1, 8];
/** Nothing is masked by it; a client must say that it masks. */
const zeroMask = Buffer.alloc(4);

/** Bytes of a frame's head, and of its payload; undefined while the head is not whole. */
function sizesOf(frame: Buffer): [head: number, payload: number] | undefined {
  if (frame.length < 2) return undefined;
  const short = (frame[1] as number) & 127;
  if (short < 126) return [2, short];
  if (short === 126) return frame.length < 4 ? undefined : [4, frame.readUInt16BE(2)];
  return frame.length < 10 ? undefined : [10, Number(frame.readBigUInt64BE(2))];
}

function masked(payload: Buffer): Buffer {
  const { length } = payload;
  const size = length < 126 ? [0x80 | length] : [0x80 | 126, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([0x80 | text, ...size]), zeroMask, payload]);
}

/** Takes frames out of a stream of bytes, after the head of the answer to the upgrade. */
class FrameReader {
  readonly #onMessage: (message: Buffer) => void;
  readonly #onRefusal: (reason: string) => void;
  #rest: Buffer | undefined;
  #upgraded = false;

  constructor(onMessage: (message: Buffer) => void, onRefusal: (reason: string) => void) {
    this.#onMessage = onMessage;
    this.#onRefusal = onRefusal;
  }

  read(fresh: Buffer): void {
    const bytes = this.#rest ? Buffer.concat([this.#rest, fresh]) : fresh;
    const left = this.#upgraded ? this.#take(bytes) : this.#upgrade(bytes);
    this.#rest = left.length > 0 ? Buffer.from(left) : undefined;
  }

  /** What is left when all whole frames are taken. */
  #take(bytes: Buffer): Buffer {
    for (let at = 0; ;) {
      const frame = bytes.subarray(at);
      const sizes = sizesOf(frame);
      if (!sizes || frame.length < sizes[0] + sizes[1]) return frame;
      const [head, payload] = sizes;
      const kind = (frame[0] as number) & 15;
      if (kind === text) this.#onMessage(frame.subarray(head, head + payload));
      else if (kind === close) this.#onRefusal('The server closed.');
      at += head + payload;
    }
  }

  #upgrade(bytes: Buffer): Buffer {
    const end = bytes.indexOf(headEnd);
    if (end === -1) return bytes;
    const status = bytes.toString('latin1', 0, bytes.indexOf('\r\n'));
    if (!status.startsWith('HTTP/1.1 101')) this.#onRefusal(`The server answered ${status}.`);
    this.#upgraded = true;
    return this.#take(bytes.subarray(end + headEnd.length));
  }
}

/**
 * A WebSocket client (RFC 6455) that does as little as can be: for loopback, text, and a server that does not compress.
 * Messages are slices of a buffer that is used again right afterwards.
 */
export const openLightSocket: OpenSocket = (url, { onMessage, onEnd }) => {
  const { hostname, port, pathname, search } = new URL(url);
  const frames = new FrameReader(onMessage, (reason) => {
    onEnd(reason);
    connection.destroy();
  });
  const connection = connect({
    host: hostname,
    port: Number(port),
    noDelay: true,
    onread: {
      buffer: landing,
      callback(count, buffer) {
        frames.read((buffer as Buffer).subarray(0, count));
        return true;
      },
    },
  });
  connection.once('connect', () =>
    connection.write(
      `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    ),
  );
  connection.once('error', ({ message }) => onEnd(message));
  connection.once('close', () => onEnd('The connection was closed.'));
  return {
    send: (message) => connection.write(masked(Buffer.from(message))),
    close: () => connection.destroy(),
  };
};
