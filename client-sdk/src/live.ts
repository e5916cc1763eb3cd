import { worstOf, type State } from './connection-state.ts';
import type { ConnectionSettings } from './connection.ts';
import { ClientClosed } from './errors.ts';
import { filterOf, type Event, type EventsOptions } from './events.ts';
import { watchPage } from './page.ts';
import { memoryPositions, type Positions } from './positions.ts';
import { Subscription } from './subscription.ts';

export type ChangeHandler = (state: State, reason: string | undefined) => void;
export type Handler = (event: Event) => unknown;

export interface ListenOptions extends EventsOptions {
  /** Told of a handler that failed (with its event), which is else reported to the console, and of what ends the subscription (without one). */
  onError?: ((error: unknown, event?: Event) => void) | undefined;
}

export interface Listening {
  /** Resolves when it was stopped and the handler is through; rejects with what ended it. */
  closed: Promise<void>;
  stop: () => void;
}

interface LiveSettings {
  connection: Omit<ConnectionSettings, 'filter'>;
  positions: Positions | undefined;
  consumer: string;
}

const receiptDelay = 250;
const lingerTime = 1_000;
/** Milliseconds before `seen` is told again that was refused for now. */
const retryDelay = 1_000;

/** The subscriptions of one client. Each has a socket of its own: an event does not say which subscription it is for. */
export class LiveEvents {
  readonly #settings: LiveSettings;
  readonly #subscriptions = new Set<Subscription>();
  readonly #changeHandlers = new Set<ChangeHandler>();
  readonly #unseen = new Set<string>();
  readonly #unwatch: () => void;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #state: State = 'offline';

  constructor(settings: LiveSettings) {
    this.#settings = settings;
    this.#unwatch = watchPage({
      hidden: () => this.#subscriptions.forEach(({ connection }) => connection.hide()),
      shown: () => this.#subscriptions.forEach((subscription) => subscription.shown()),
    });
  }

  get state(): State {
    return this.#state;
  }

  onState(handler: ChangeHandler): () => void {
    this.#changeHandlers.add(handler);
    return () => void this.#changeHandlers.delete(handler);
  }

  subscribe(options: EventsOptions): Subscription {
    if (this.#closed) {
      throw new ClientClosed('This client was closed. Connect anew to follow events.', { code: 'client-closed' });
    }
    const { connection, positions, consumer } = this.#settings;
    return new Subscription({
      connection: { ...connection, filter: filterOf(options) },
      positions: options.positions ?? positions ?? memoryPositions(),
      consumer: options.consumer ?? consumer,
      after: options.after,
      signal: options.signal,
      onLost: options.onLost ?? 'throw',
      buffer: Math.max(1, options.buffer ?? 500),
      receiptDelay,
      lingerTime,
      began: (subscription) => {
        if (this.#closed) void subscription.end();
        else this.#subscriptions.add(subscription);
      },
      stateChanged: (subscription, reason) => this.#changed(subscription, reason),
      ended: (subscription) => {
        this.#subscriptions.delete(subscription);
        this.#announce();
      },
    });
  }

  listen({ onError, ...options }: ListenOptions, handler: Handler): Listening {
    const subscription = this.subscribe(options);
    const closed = pump(subscription, handler, (error, event) => {
      if (onError) shielded(() => onError(error, event));
      else report(error);
    });
    if (onError) closed.catch((error: unknown) => shielded(() => onError(error)));
    return { closed, stop: () => void subscription.end() };
  }

  seen(warningId: string): void {
    this.#unseen.add(warningId);
    this.#tellSeen();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#unwatch();
    clearTimeout(this.#retry);
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.end()));
    this.#announce();
  }

  #changed(subscription: Subscription, reason: string | undefined): void {
    const { state } = subscription.connection;
    if (state === 'replaying' || state === 'live') this.#tellSeen();
    this.#announce(reason);
  }

  #announce(reason?: string): void {
    // One that is over only waits for its application to ask.
    const states = [...this.#subscriptions]
      .map(({ connection }) => connection.state)
      .filter((each) => each !== 'closed');
    const state = this.#closed ? 'closed' : worstOf(states);
    if (state === this.#state) return;
    this.#state = state;
    for (const handler of this.#changeHandlers) shielded(() => handler(state, reason));
  }

  #tellSeen(): void {
    const connection = [...this.#subscriptions].find((each) => each.connection.connected)?.connection;
    if (connection === undefined) return;
    for (const warningId of this.#unseen) {
      this.#unseen.delete(warningId);
      connection.tell('seen', { warningId }, (isDone) => isDone || this.#tellAgain(warningId));
    }
  }

  #tellAgain(warningId: string): void {
    this.#unseen.add(warningId);
    clearTimeout(this.#retry);
    if (!this.#closed) this.#retry = setTimeout(() => this.#tellSeen(), retryDelay);
  }
}

/** Hands over one event after the other; a handler that failed has handled its event. */
async function pump(
  subscription: Subscription,
  handler: Handler,
  onError: (error: unknown, event: Event) => void,
): Promise<void> {
  for await (const event of subscription) {
    try {
      await handler(event);
    } catch (error) {
      onError(error, event);
    }
  }
}

/** Calls the application; what that throws breaks nothing of ours. */
function shielded(call: () => void): void {
  try {
    call();
  } catch (error) {
    report(error);
  }
}

/** A page hears of it as of a listener that throws. A process goes on too: ended here it would meet the same event again and again. */
function report(error: unknown): void {
  if (typeof reportError === 'function') return reportError(error);
  // oxlint-disable-next-line no-console -- whoever gave no `onError` reads this
  console.error(error);
}
