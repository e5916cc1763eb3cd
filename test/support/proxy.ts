import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Proxy {
  /** The target's address with the proxy's own host and port in their place. */
  url: string;
  /** Breaks every connection and refuses new ones until `heal()`. */
  cut(): void;
  /** Lets no byte through in either direction, but keeps connections open, as a network that swallows packets, until `heal()`. */
  pause(): void;
  /** Swallows all that the connections of now carry, for good; new ones go through: a server that was replaced without a word. */
  strand(): void;
  /** Once this many more bytes came from clients it passes them on, breaks the connection that brought them, and goes on. */
  cutAfter(bytes: number): void;
  heal(): void;
  close(): Promise<void>;
}

/** A TCP proxy on loopback in front of a server, to take the network away from under a connection. */
export async function startProxy(target: string): Promise<Proxy> {
  const to = new URL(target);
  const through = new URL(target);
  const sockets = new Set<Socket>();
  const stranded = new Set<Socket>();
  let state: 'open' | 'paused' | 'cut' = 'open';
  const allowed: Allowance = { bytes: Infinity };

  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    if (state === 'paused') socket.pause();
  };
  const server = createServer((near) => {
    if (state === 'cut') {
      near.resetAndDestroy();
      return;
    }
    const far = createConnection({ host: to.hostname, port: Number(to.port) });
    join(near, far, allowed);
    track(near);
    track(far);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const cut = (): void => {
    state = 'cut';
    for (const socket of sockets) socket.resetAndDestroy();
  };
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: through.href,
    cut,
    pause: () => {
      state = 'paused';
      for (const socket of sockets) socket.pause();
    },
    strand: () => {
      for (const socket of sockets) stranded.add(socket.pause());
    },
    cutAfter: (bytes) => void (allowed.bytes = bytes),
    heal: () => {
      state = 'open';
      for (const socket of sockets) if (!stranded.has(socket)) socket.resume();
    },
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** How many bytes clients may still send before the connection that brings one more is broken. */
interface Allowance {
  bytes: number;
}

/** What one end says, the other hears; what breaks on one breaks on the other. */
function join(near: Socket, far: Socket, allowed: Allowance): void {
  near.on('data', (data) => {
    const passed = data.subarray(0, allowed.bytes);
    far.write(passed);
    allowed.bytes -= passed.length;
    if (allowed.bytes > 0) return;
    allowed.bytes = Infinity;
    far.end();
    near.resetAndDestroy();
  });
  far.on('data', (data) => near.write(data));
  for (const [from, onto] of [
    [near, far],
    [far, near],
  ] as const) {
    from.once('close', (broken) => (broken ? onto.resetAndDestroy() : onto.end()));
  }
}
