import type { Socket as NetSocket } from 'node:net';
import type { Socket } from 'socket.io';
import type { GoodbyeReason } from '../../core/contract/sockets.ts';
import { cut, holdsPackets, tcpOf } from './direct-write.ts';
import { encode, packetOf, parcelOf, type Parcel, type Sent } from './message.ts';
import type { HubMetrics } from './metrics.ts';
import type { Outlet } from './outlet.ts';

/** Bytes that may wait for a consumer before it is dropped. */
export const mostBytes = 1024 * 1024;
/** Bytes that leave the queue in one write. */
const writeBytes = 256 * 1024;
/** Milliseconds that a closing connection gets to close in order. */
const closeTime = 2_000;

interface Waiting {
  readonly parcel: Parcel;
  readonly at: number;
}

/** Writes to one socket in order: directly while nothing waits, else from a queue as fast as the other end reads. */
export class SocketOutlet implements Outlet {
  next = 0;
  readonly #socket: Socket;
  readonly #connection: Socket['conn'];
  readonly #counts: Pick<HubMetrics, 'eventsSent'>;
  readonly #overflow: () => void;
  readonly #onRead: (read: readonly Sent[]) => void;
  /** The transport that `#tcp` belongs to: an upgrade changes it. */
  #transport: Socket['conn']['transport'] | undefined;
  #tcp: NetSocket | undefined;
  #queue: Waiting[] = [];
  /** What left the queue last and may still lie in the buffers of TCP or engine.io. */
  #handed: readonly Sent[] = [];
  #bytes = 0;
  /** When the oldest message was sent that is not out yet; 0: all are out. */
  #since = 0;
  /** The TCP socket has not taken what was written last. */
  #stalled = false;
  #listening = false;
  #ended = false;
  #waiters: (() => void)[] = [];

  /**
   * @param overflow called when more than `mostBytes` wait
   * @param onRead told of what was sent and stands on the log for it
   */
  constructor(
    socket: Socket,
    counts: Pick<HubMetrics, 'eventsSent'>,
    overflow: () => void,
    onRead: (read: readonly Sent[]) => void,
  ) {
    this.#socket = socket;
    this.#connection = socket.conn;
    this.#counts = counts;
    this.#overflow = overflow;
    this.#onRead = onRead;
  }

  send(parcel: Parcel): void {
    if (this.#ended) return;
    this.#counts.eventsSent += parcel.sent.length;
    if (parcel.read.length > 0) this.#onRead(parcel.read);
    if (this.#bytes === 0 && this.#writeDirectly(parcel, 0)) return;
    const at = Date.now();
    this.#queue.push({ parcel, at });
    this.#bytes += parcel.frames.length;
    if (this.#since === 0) this.#since = at;
    this.#pump();
    // What the other end takes at once did not wait.
    if (this.#bytes > mostBytes) this.#overflow();
  }

  caughtUp(subscriptionId: string, position: string): void {
    this.send(parcelOf([encode('caught-up', JSON.stringify({ subscriptionId, position }), position)]));
  }

  drained(): Promise<void> | undefined {
    if (this.#since === 0 || this.#ended) return undefined;
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  behind(now: number): number {
    return this.#since === 0 ? 0 : now - this.#since;
  }

  holds(warningId: string): boolean {
    const about = (sent: readonly Sent[]): boolean => sent.some((one) => one.warningId === warningId);
    return this.#queue.some(({ parcel }) => about(parcel.sent)) || (this.#isBuffered() && about(this.#handed));
  }

  end(reason: GoodbyeReason): void {
    if (this.#ended) return;
    const buffered = this.#isBuffered();
    this.release();
    this.#socket.emit('goodbye', { reason });
    if (reason === 'revoked') this.#socket.disconnect();
    // What lies in buffers may be what must not be sent any more.
    else if (reason === 'slow-consumer' && buffered) cut(this.#connection);
    else this.#connection.close();
    // Who stays, or does not read, is not waited for.
    setTimeout(() => cut(this.#connection), closeTime).unref();
  }

  /** Forgets what waits: the socket is gone. */
  release(): void {
    this.#ended = true;
    this.#queue = [];
    this.#bytes = 0;
    this.#settle();
  }

  #isBuffered(): boolean {
    return this.#stalled || holdsPackets(this.#connection);
  }

  /** Answers false where the frames have to wait. @param at when they were sent; 0: now */
  #writeDirectly({ frames, sent }: Pick<Parcel, 'frames' | 'sent'>, at: number): boolean {
    const socket = this.#direct();
    if (!socket || this.#isBuffered()) return false;
    socket.write(frames);
    if (socket.writableLength > 0) {
      this.#stalled = true;
      this.#handed = sent;
      this.#since = at || Date.now();
      // Calls back when all before it is out; a callback for every write would cost a tenth of it.
      socket.write('', this.#flowing);
    }
    return true;
  }

  #direct(): NetSocket | undefined {
    const { transport, readyState } = this.#connection;
    if (transport !== this.#transport) {
      this.#transport = transport;
      this.#tcp = tcpOf(transport);
    }
    return readyState === 'open' ? this.#tcp : undefined;
  }

  readonly #flowing = (): void => {
    this.#stalled = false;
    this.#pump();
  };

  /** Moves on what waits, as far as the other end reads. */
  #pump(): void {
    if (this.#stalled) return;
    while (this.#queue.length > 0) {
      const next = this.#next();
      if (!this.#write(next)) return;
      this.#queue.splice(0, next.length);
      for (const { parcel } of next) this.#bytes -= parcel.frames.length;
    }
    if (!this.#stalled) this.#settle();
  }

  #next(): Waiting[] {
    let bytes = 0;
    const end = this.#queue.findIndex(({ parcel }, index) => {
      bytes += parcel.frames.length;
      return index > 0 && bytes > writeBytes;
    });
    return this.#queue.slice(0, end === -1 ? this.#queue.length : end);
  }

  #write(next: readonly Waiting[]): boolean {
    const conn = this.#connection;
    const oldest = next[0]?.at ?? 0;
    this.#since = oldest;
    if (holdsPackets(conn)) {
      this.#awaitEngine();
      return false;
    }
    const sent = next.flatMap(({ parcel }) => parcel.sent);
    if (this.#direct()) {
      return this.#writeDirectly({ frames: Buffer.concat(next.map(({ parcel }) => parcel.frames)), sent }, oldest);
    }
    this.#handed = sent;
    for (const { parcel } of next) for (const message of parcel.messages) conn.write(packetOf(message));
    return true;
  }

  #awaitEngine(): void {
    if (this.#listening) return;
    this.#listening = true;
    this.#connection.once('drain', () => {
      this.#listening = false;
      this.#pump();
    });
  }

  #settle(): void {
    this.#since = 0;
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const resolve of waiters) resolve();
  }
}
