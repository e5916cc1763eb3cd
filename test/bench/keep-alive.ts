import { connect, type Socket } from 'node:net';

/** One HTTP connection that is kept: requests go one after the other, at the least cost to whoever asks. */
export interface KeepAlive {
  post(path: string, headers: Record<string, string>, body: string): Promise<{ status: number; body: string }>;
  close(): void;
}

/**
 * Speaks just enough HTTP/1.1 for a bench: answers must carry Content-Length.
 * @throws Error when the connection cannot be made, or is lost while an answer is awaited
 */
export async function openKeepAlive(url: string): Promise<KeepAlive> {
  const { hostname, port, host } = new URL(url);
  const socket = await connected(hostname, Number(port));
  let received: Buffer = Buffer.alloc(0);
  let settle: { resolve(answer: { status: number; body: string }): void; reject(error: Error): void } | undefined;
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = parse(received);
    if (!answer) return;
    received = received.subarray(answer.length);
    settle?.resolve(answer);
  });
  socket.on('error', (error) => settle?.reject(error));
  socket.on('close', () => settle?.reject(new Error('The connection was closed before the answer came.')));
  return {
    post: (path, headers, body) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
        const length = `Content-Length: ${Buffer.byteLength(body)}\r\n`;
        const head = `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n`;
        socket.write(`${head}${length}${lines.join('')}\r\n${body}`);
      }),
    close: () => socket.destroy(),
  };
}

function connected(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true }, () => {
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

function parse(received: Buffer): { status: number; body: string; length: number } | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = received.toString('latin1', 0, end);
  const size = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN);
  if (Number.isNaN(size)) throw new Error(`The answer names no length:\n${head}`);
  const length = end + 4 + size;
  if (received.length < length) return undefined;
  return { status: Number(head.slice(9, 12)), body: received.toString('utf8', end + 4, length), length };
}
