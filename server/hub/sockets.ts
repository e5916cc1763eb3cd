import type { Server as HttpServer, ServerResponse } from 'node:http';
import { Server as Engine } from 'engine.io';
import { Server, type Socket } from 'socket.io';
import { v7 } from 'uuid';
import type { Caller } from '../../core/domain/organisation.ts';
import { Refusal } from '../../core/domain/refusal.ts';
import { problemOf } from '../problem.ts';
import type { Addresses } from '../addresses.ts';
import type { Authenticate } from '../credentials/credentials.ts';
import { isSessionToken } from '../../core/store/token.ts';
import type { SessionCookie } from '../credentials/session-cookie.ts';
import { setSafeHeaders } from '../safe-headers.ts';
import { openTurnstile } from './turnstile.ts';

/** Bytes of a packet; a larger one closes the transport. */
const largestPacket = 256 * 1024;
/** Milliseconds that a transport may stay without having said who it is. */
const connectTimeout = 10_000;

export interface Sockets {
  readonly io: Server;
  /** Takes no new connection; those refused try again by themselves. */
  refuse(): void;
  close(): Promise<void>;
}

interface Door {
  readonly httpServer: HttpServer;
  readonly authenticate: Authenticate;
  readonly addresses: Pick<Addresses, 'of'>;
  readonly cookie: SessionCookie;
  /** Moves when a credential may have changed. */
  readonly credentials: () => number;
  readonly refusalOf: (error: unknown) => Refusal;
  /** Notes that somebody was not let in, and why. */
  readonly refused: (refusal: Refusal) => void;
  readonly welcome: (socket: Socket, caller: Caller, from: string) => void;
}

/** Socket.IO on an HTTP server: lets in who has a valid key, from whatever origin, and from ours who is signed in. */
export function openSockets(options: Door): Sockets {
  const door = { ...options, authenticate: openTurnstile(options.authenticate) };
  let refusing = false;
  const engine = new Engine({
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: largestPacket,
    // A key is sent by a page on purpose, never by the browser by itself, so every origin may use one.
    cors: { origin: '*' },
    allowRequest: (_request, answer) => answer(null, !refusing),
  });
  engine.use((_request: unknown, response: ServerResponse, next: () => void) => {
    setSafeHeaders(response);
    next();
  });
  const io = new Server({ serveClient: false, connectTimeout });
  io.bind(engine);
  io.use((socket, next) => {
    const knock = async (): Promise<void> => next(await admit(door, socket));
    void knock();
  });
  io.on('connection', (socket) => {
    const { caller, from, credentials } = socket.data as Admitted & { from: string };
    forgetHandshake(socket);
    // Something changed in the moment between, or it says who it is twice: dialling again asks anew.
    if (refusing || credentials !== door.credentials() || repeats(socket)) socket.conn.close();
    else door.welcome(socket, caller, from);
  });
  whenListening(door.httpServer, () => engine.attach(door.httpServer, { path: '/socket.io' }));
  return {
    io,
    refuse() {
      refusing = true;
    },
    close: () => io.close(),
  };
}

interface Admitted {
  readonly caller: Caller;
  readonly credentials: number;
}

/** Who somebody is, asked again when credentials changed meanwhile: as long as they do not move, it still holds. */
export async function admittedNow(authenticate: () => Promise<Caller>, credentials: () => number): Promise<Admitted> {
  for (;;) {
    const before = credentials();
    const caller = await authenticate();
    if (before === credentials()) return { caller, credentials: before };
  }
}

/** An API key, or without one the session of our own pages. @throws Refusal unauthorized */
function tokenIn({ cookie }: Door, { handshake, request }: Socket): string {
  const { token } = handshake.auth as { token?: unknown };
  const found = token === undefined || token === null ? cookie.read(request) : token;
  if (typeof found === 'string' && (found !== token || !isSessionToken(found))) return found;
  throw new Refusal('unauthorized', 'Send an API key as `auth: { token }`, or sign in.');
}

/** Answers why not: a connect_error whose data is the problem. */
async function admit(door: Door, socket: Socket): Promise<Error | undefined> {
  try {
    const token = tokenIn(door, socket);
    const from = door.addresses.of(socket.request);
    socket.data = { ...(await admittedNow(() => door.authenticate(token, from), door.credentials)), from };
    return undefined;
  } catch (error) {
    const refusal = door.refusalOf(error);
    door.refused(refusal);
    return Object.assign(new Error(refusal.message), { data: problemOf(refusal, v7()) });
  }
}

/** Headers and token are of no use any more, and ten thousand of them are felt. */
function forgetHandshake(socket: Socket): void {
  const { handshake, conn } = socket as unknown as { handshake: object | null; conn: { request: object | null } };
  if (handshake) Object.assign(handshake, { headers: {}, auth: {}, query: {} });
  conn.request = null;
}

/** Whether its connection has a socket already. */
function repeats({ client }: Socket): boolean {
  return (client as unknown as { sockets: ReadonlyMap<string, Socket> }).sockets.size > 1;
}

/** engine.io takes its path from those who listen for requests already: all have to be there before it. */
function whenListening(server: HttpServer, then: () => void): void {
  if (server.listening) then();
  else server.once('listening', then);
}
