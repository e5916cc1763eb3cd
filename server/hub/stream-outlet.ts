import type { Filter } from '../../core/contract/filter.ts';
import type { GoodbyeReason } from '../../core/contract/sockets.ts';
import type { Caller } from '../../core/domain/organisation.ts';
import type { Parcel, Sent } from './message.ts';
import type { HubMetrics } from './metrics.ts';
import type { Outlet } from './outlet.ts';

/** What a reader of the log is told, in order. Texts are JSON, on one line. */
export interface FollowSink {
  /** A promise: a replay waits for it before it sends more. */
  event(text: string, position: string): void | Promise<void>;
  caughtUp(position: string): void;
  position(position: string): void;
  /** Ends the stream; of a slow consumer's nothing more is sent, also not what waits. */
  goodbye(reason: GoodbyeReason): void;
}

export interface FollowOptions {
  /** Who follows; asked again when credentials change while it begins. */
  readonly authenticate: () => Promise<Caller>;
  /** The address that it follows from. */
  readonly from: string;
  readonly filters: readonly Filter[] | 'own';
  /** A position, "start" or "now"; absent: now. */
  readonly after: string | undefined;
}

/** Hands messages on to a stream of server-sent events, which looks itself after readers that are too slow. */
export class StreamOutlet implements Outlet {
  next = 0;
  readonly #sink: FollowSink;
  readonly #counts: Pick<HubMetrics, 'eventsSent'>;
  readonly #onRead: (read: readonly Sent[]) => void;
  #drained: Promise<void> | undefined;
  /** What the events are about that are not known to be out. */
  #handed: string[] = [];
  #ended = false;

  /** @param onRead told of what was sent and stands on the log for it */
  constructor(sink: FollowSink, counts: Pick<HubMetrics, 'eventsSent'>, onRead: (read: readonly Sent[]) => void) {
    this.#sink = sink;
    this.#counts = counts;
    this.#onRead = onRead;
  }

  send({ messages, sent, read }: Parcel): void {
    this.#counts.eventsSent += sent.length;
    if (read.length > 0 && !this.#ended) this.#onRead(read);
    for (const { name, text, position, sent: about } of messages) {
      if (this.#ended) return;
      if (name === 'event') this.#await(this.#sink.event(text, position), about);
      else if (name === 'position') this.#sink.position(position);
    }
  }

  caughtUp(_subscriptionId: string, position: string): void {
    if (!this.#ended) this.#sink.caughtUp(position);
  }

  drained(): Promise<void> | undefined {
    return this.#drained;
  }

  behind(): number {
    return 0;
  }

  holds(warningId: string): boolean {
    return this.#handed.includes(warningId);
  }

  end(reason: GoodbyeReason): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#sink.goodbye(reason);
  }

  /** Nothing is handed on any more: the stream is gone. */
  release(): void {
    this.#ended = true;
  }

  #await(written: void | Promise<void>, about: Sent | null): void {
    if (!written) return;
    if (about) this.#handed.push(about.warningId);
    const drained = written.finally(() => {
      if (this.#drained !== drained) return;
      this.#drained = undefined;
      this.#handed = [];
    });
    this.#drained = drained;
  }
}
