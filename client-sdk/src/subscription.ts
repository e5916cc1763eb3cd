import { Connection, type ConnectionSettings } from './connection.ts';
import type { Problem, TocsinError } from './errors.ts';
import type { Event } from './events.ts';
import { Intake } from './intake.ts';
import type { Positions } from './positions.ts';
import { Receipts } from './receipts.ts';

export interface SubscriptionSettings {
  connection: ConnectionSettings;
  positions: Positions;
  consumer: string;
  after: string | undefined;
  signal: AbortSignal | undefined;
  onLost: 'throw' | 'restart';
  buffer: number;
  /** Milliseconds that receipts are gathered. */
  receiptDelay: number;
  /** Milliseconds that the connection of one that was ended may wait for the event in hand. */
  lingerTime: number;
  began: (subscription: Subscription) => void;
  stateChanged: (subscription: Subscription, reason?: string) => void;
  ended: (subscription: Subscription) => void;
}

/** An event for the application, or a position up to which there is none. */
type Item = { event: Event } | { mark: string };

/**
 * One consumer: reads ahead from its connection, hands over one event at a time, and keeps the position of what was handled.
 * SPEC.md numbers what it promises.
 */
export class Subscription implements AsyncIterableIterator<Event> {
  readonly #settings: SubscriptionSettings;
  readonly #connection: Connection;
  readonly #receipts: Receipts;
  readonly #queue: Item[] = [];
  /** Events in the queue. */
  #held = 0;
  readonly #intake: Intake;
  readonly #abort = () => void this.end();
  /** Handed over, not yet handled. */
  #inHand: string | undefined;
  /** The position of the event handled last. */
  #handled: string | undefined;
  #acquired = false;
  /** The stored position is known, so that a connection would begin in the right place. */
  #loaded = false;
  #paused = false;
  #restartedAt: string | undefined;
  #started: Promise<void> | undefined;
  #finished: Promise<void> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #wake: () => void = () => undefined;
  #stopped = false;
  #lingering: ReturnType<typeof setTimeout> | undefined;
  #failure: TocsinError | undefined;

  constructor(settings: SubscriptionSettings) {
    this.#settings = settings;
    this.#intake = new Intake(settings.buffer + 1000);
    this.#connection = new Connection(settings.connection, {
      after: (socket) => this.#intake.resume(socket) ?? settings.after,
      started: (position) => this.#begin(position),
      event: (event) => this.#take(event as unknown as Event),
      mark: (position) => this.#mark(position),
      lost: (problem) => this.#restart(problem),
      failed: (error) => this.#fail(error),
      stateChanged: (reason) => settings.stateChanged(this, reason),
    });
    this.#receipts = new Receipts(this.#connection, settings.receiptDelay, (position) =>
      this.#intake.receipted(position),
    );
  }

  get connection(): Connection {
    return this.#connection;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** The page is there again: the connection may be dialled without waiting on. */
  shown(): void {
    if (this.#loaded) this.#connection.dial();
  }

  /** Asking for the next event says that the one before is handled; its position is stored first. */
  next(): Promise<IteratorResult<Event, undefined>> {
    const turn = this.#turn.then(() => this.#advance());
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Ends it. The event that was handed over last counts as not handled. */
  async return(): Promise<IteratorResult<Event, undefined>> {
    this.#close();
    await this.end();
    await this.#finish();
    return { done: true, value: undefined };
  }

  /** Hears no more. The event in hand still counts as handled, once the application asks for the next and is told that it is over. */
  async end(): Promise<void> {
    this.#stopped = true;
    if (this.#inHand === undefined) this.#close();
    else this.#linger();
    this.#wake();
    await this.#turn;
  }

  async #advance(): Promise<IteratorResult<Event, undefined>> {
    if (this.#finished) return { done: true, value: undefined };
    try {
      this.#started ??= this.#start();
      await this.#started;
      const event = await this.#upcoming();
      if (event) return { done: false, value: event };
    } catch (error) {
      await this.#finish();
      throw error;
    }
    await this.#finish();
    return { done: true, value: undefined };
  }

  /** The next event, once everything before it is stored; undefined when it was ended. */
  async #upcoming(): Promise<Event | undefined> {
    for (;;) {
      await this.#storeHandled();
      if (this.#stopped) return undefined;
      const [first] = this.#queue;
      if (first === undefined) {
        if (this.#failure) throw this.#failure;
        await new Promise<void>((resolve) => (this.#wake = resolve));
      } else if ('event' in first) return this.#handOver(first.event);
    }
  }

  async #start(): Promise<void> {
    const { positions, consumer, signal, began } = this.#settings;
    began(this);
    if (signal?.aborted) this.#stopped = true;
    signal?.addEventListener('abort', this.#abort);
    if (this.#stopped) return;
    await positions.acquire?.(consumer);
    this.#acquired = true;
    const stored = await positions.load(consumer);
    if (stored) this.#intake.begin(stored);
    this.#loaded = true;
    if (!this.#stopped) this.#connection.dial();
  }

  /** Stores the position of what was handed over, and of the marks that follow it. */
  async #storeHandled(): Promise<void> {
    while (this.#inHand !== undefined || isMark(this.#queue[0])) {
      const handled = this.#inHand;
      let position = handled;
      for (let first = this.#queue[0]; isMark(first); first = this.#queue[0]) {
        position = first.mark;
        this.#queue.shift();
      }
      await this.#settings.positions.save(this.#settings.consumer, position as string);
      this.#inHand = undefined;
      if (handled === undefined) continue;
      this.#handled = handled;
      this.#receipts.add(handled);
    }
  }

  #handOver(event: Event): Event {
    this.#queue.shift();
    this.#held -= 1;
    this.#inHand = event.position;
    if (this.#paused && this.#held <= this.#settings.buffer / 2) {
      this.#paused = false;
      this.#connection.resume();
    }
    return event;
  }

  #begin(position: string): void {
    if (this.#intake.begun) return;
    this.#intake.begin(position);
    this.#mark(position);
  }

  #take(event: Event): void {
    if (this.#intake.isRepeat(event)) {
      // The socket that it was handled on is gone, and its receipt perhaps with it.
      if (event.position === this.#handled) this.#receipts.add(event.position);
      return;
    }
    if (this.#held >= this.#settings.buffer) {
      this.#paused = true;
      return this.#connection.pause();
    }
    this.#intake.take(event);
    this.#held += 1;
    this.#queue.push({ event });
    this.#wake();
  }

  #mark(position: string): void {
    if (!this.#intake.mark(position)) return;
    if (isMark(this.#queue.at(-1))) this.#queue.pop();
    this.#queue.push({ mark: position });
    this.#wake();
  }

  #restart(problem: Problem): boolean {
    const { position } = problem;
    if (this.#settings.onLost !== 'restart' || position === undefined || position === this.#restartedAt) return false;
    this.#restartedAt = position;
    this.#intake.startOver(position);
    this.#mark(position);
    return true;
  }

  /** Over, after what was received has been handed over. */
  #fail(error: TocsinError): void {
    this.#failure = error;
    this.#wake();
  }

  /** Reads no more, and closes when the receipt of the event in hand is out; or soon, since the application may never ask again. */
  #linger(): void {
    this.#connection.pause();
    this.#lingering ??= setTimeout(() => this.#close(), this.#settings.lingerTime);
  }

  #close(): void {
    this.#receipts.flush();
    this.#connection.close();
  }

  #finish(): Promise<void> {
    this.#finished ??= this.#tidy();
    return this.#finished;
  }

  async #tidy(): Promise<void> {
    this.#stopped = true;
    const { positions, consumer, signal, ended } = this.#settings;
    signal?.removeEventListener('abort', this.#abort);
    clearTimeout(this.#lingering);
    this.#close();
    if (this.#acquired) await positions.release?.(consumer);
    ended(this);
  }
}

function isMark(item: Item | undefined): item is { mark: string } {
  return item !== undefined && 'mark' in item;
}
