import { createServer, type IncomingMessage, type Server as HttpServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';

/** An event as the far end keeps it. */
export interface PeerEvent {
  position: string;
  id: string;
  type: string;
  at: string;
  actor: object;
  warning: { id: string };
  data: object;
}

type Answer = (answer: object) => void;
type Refusal = { type: string; title: string; status: number; detail: string; position?: string };

export function problem(name: string, status: number, more: object = {}): Refusal {
  return {
    type: `/problems/${name}`,
    title: `The ${name} of a test`,
    status,
    detail: 'Because the test says so.',
    ...more,
  };
}

/** A far end on a real wire: a log, a replay from any position, and the misbehaviour that a test asks for. */
export class Peer {
  readonly log: PeerEvent[] = [];
  /** Every message that clients sent, in order. */
  readonly heard: { message: string; payload: Record<string, unknown> }[] = [];
  readonly tokens: unknown[] = [];
  /** The handshake is refused with this. */
  refusal: Refusal | undefined;
  /** The next subscriptions are refused with these. */
  readonly subscribeRefusals: Refusal[] = [];
  /** The next other messages are refused with these. */
  readonly messageRefusals: Refusal[] = [];
  /** How many events up to the resume position each replay repeats, of those that this token was sent, and of the one it began after. */
  repeats = 0;
  /** Subscriptions are not answered. */
  deaf = false;
  answerHttp: (request: IncomingMessage, response: ServerResponse, body: string) => void = (_, response) => {
    response.writeHead(404).end();
  };
  readonly #http: HttpServer;
  readonly #io: Server;
  readonly #subscribed = new Map<Socket, string>();
  readonly #floors = new Map<unknown, number>();
  #subscriptions = 0;

  private constructor() {
    this.#http = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => this.answerHttp(request, response, body));
    });
    this.#io = new Server(this.#http, { transports: ['websocket'] });
    this.#io.use((socket, next) => {
      this.tokens.push(socket.handshake.auth.token);
      if (this.refusal) next(Object.assign(new Error('refused'), { data: this.refusal }));
      else next();
    });
    this.#io.on('connection', (socket) => this.#serve(socket));
  }

  static async start(): Promise<Peer> {
    const peer = new Peer();
    await new Promise<void>((resolve) => peer.#http.listen(0, '127.0.0.1', resolve));
    return peer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  get connected(): number {
    return this.#io.sockets.sockets.size;
  }

  get subscribed(): number {
    return this.#subscribed.size;
  }

  publish(count = 1, type = 'warning.raised'): PeerEvent[] {
    const events = Array.from({ length: count }, () => this.#append(type));
    for (const socket of this.#subscribed.keys()) events.forEach((event) => socket.emit('event', event));
    return events;
  }

  /** Says to all that there is nothing for them up to `position`. */
  mark(position: string): void {
    for (const socket of this.#subscribed.keys()) socket.emit('position', { position });
  }

  goodbye(reason: string): void {
    for (const socket of this.#io.sockets.sockets.values()) {
      socket.emit('goodbye', { reason });
      if (reason === 'revoked') socket.disconnect();
      else socket.conn.close();
    }
  }

  /** Breaks every transport without a word. */
  cut(): void {
    for (const socket of this.#io.sockets.sockets.values()) socket.conn.close();
  }

  /** Sends anything. */
  send(message: string, payload: unknown): void {
    for (const socket of this.#io.sockets.sockets.values()) socket.emit(message, payload);
  }

  messages(name: string): Record<string, unknown>[] {
    return this.heard.filter(({ message }) => message === name).map(({ payload }) => payload);
  }

  async stop(): Promise<void> {
    await this.#io.close();
  }

  #append(type: string): PeerEvent {
    const number = this.log.length + 1;
    const event = {
      position: `p${number}`,
      id: `e${number}`,
      type,
      at: new Date(number * 1000).toISOString(),
      actor: { organisation: { name: 'A member of the network', kind: 'cso' } },
      warning: { id: `w${number}` },
      data: {},
    };
    this.log.push(event);
    return event;
  }

  #serve(socket: Socket): void {
    socket.on('disconnect', () => this.#subscribed.delete(socket));
    socket.onAny((message: string, payload: Record<string, unknown>) => this.heard.push({ message, payload }));
    socket.on('subscribe', (payload: { after?: string }, answer: Answer) => this.#subscribe(socket, payload, answer));
    for (const message of ['unsubscribe', 'received', 'seen']) {
      socket.on(message, (_, answer: Answer) => {
        const refusal = this.messageRefusals.shift();
        if (message === 'unsubscribe' && !refusal) this.#subscribed.delete(socket);
        answer(refusal ? { ok: false, problem: refusal } : { ok: true });
      });
    }
  }

  #subscribe(socket: Socket, { after = 'now' }: { after?: string }, answer: Answer): void {
    if (this.deaf) return;
    const refusal = this.subscribeRefusals.shift();
    if (refusal) return answer({ ok: false, problem: refusal });
    const end = this.log.length;
    const start = after === 'now' ? end : after === 'start' ? 0 : Number(after.slice(1));
    const subscriptionId = `s${(this.#subscriptions += 1)}`;
    answer({ ok: true, subscriptionId, position: `p${start}` });
    for (const event of this.log.slice(this.#repeatFrom(socket, start))) socket.emit('event', event);
    this.#subscribed.set(socket, subscriptionId);
    socket.emit('caught-up', { subscriptionId, position: `p${end}` });
  }

  #repeatFrom(socket: Socket, start: number): number {
    const { token } = socket.handshake.auth;
    const floor = this.#floors.get(token) ?? Math.max(0, start - 1);
    this.#floors.set(token, floor);
    return Math.max(floor, start - this.repeats);
  }
}
