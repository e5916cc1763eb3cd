import {
  connect,
  isKnown,
  problemName,
  TocsinError,
  type CallAnswer,
  type Event,
  type OperationId,
  type Problem,
  type State,
  type TocsinClient,
} from '../../client-sdk/src/index.ts';
import { fetchOnce } from './session/ahead.ts';

/** Any call of the contract by its operation id. Throws a {@link TocsinError}. */
export type Call = TocsinClient['request'];
export type Answer<Id extends OperationId> = CallAnswer<Id>;
export { problemName, TocsinError, type Event, type Problem };

/** Whether the same may succeed in a moment: the network was not reached, or broke. What it refused stays refused. */
export function isPassing(error: Error): boolean {
  if (!(error instanceof TocsinError)) return false;
  const status = error.problem?.status;
  return status === undefined || status >= 500;
}

/** The credential itself is not taken any more; nothing else ends a session. */
export type Ended = 'unauthorized' | 'suspended';

/** Why the session is over; undefined where it is not. */
export function endOf(error: Error): Ended | undefined {
  if (!(error instanceof TocsinError)) return undefined;
  return error.code === 'unauthorized' || error.code === 'suspended' ? error.code : undefined;
}

/** How live the console is. `offline` since when it last was live, or since it began to try. */
export type Connection =
  | { readonly kind: 'connecting' }
  /** So many events have come since the connection stands. */
  | { readonly kind: 'replaying'; readonly events: number }
  | { readonly kind: 'live' }
  | { readonly kind: 'offline'; readonly since: number }
  /** The network follows nothing for this credential, and says why; pages can still be read. */
  | { readonly kind: 'refused'; readonly error: TocsinError };

/** The next connection after a change of the SDK's state: dialling again is still offline, since the same moment. */
export function connectionAfter(before: Connection, state: State, now: number): Connection {
  if (state === 'live' || state === 'replaying') {
    if (before.kind === state) return before;
    return state === 'live' ? { kind: state } : { kind: state, events: 0 };
  }
  if (state === 'connecting' || before.kind === 'offline' || before.kind === 'refused') return before;
  return { kind: 'offline', since: now };
}

interface Following {
  onEvent: (event: Event) => void;
  /** What was read before may be older than what follows: the stream starts, or starts over. */
  onStart: () => void;
  /** The stream goes on where it broke off. */
  onResume: () => void;
  /** The credential is not taken any more. */
  onEnd: (why: Ended) => void;
}

export interface Network {
  readonly call: Call;
  readonly connection: () => Connection;
  readonly onConnection: (listener: () => void) => () => void;
  /** A person has this warning on the screen. */
  readonly seen: (warningId: string) => void;
  /**
   * Who asks a person for a passkey or a code when one is needed: true where they showed it. They are asked by way of a call that
   * asks nobody itself, or it would wait for its own answer. Answers how to stop.
   */
  readonly onStepUp: (ask: (call: Call) => Promise<boolean>) => () => void;
  /** Asks them now. */
  readonly stepUp: () => Promise<boolean>;
  /** Follows everything that the credential may see. Answers how to stop. */
  readonly follow: (following: Following) => () => void;
}

/** The network that served this page, with one credential: a key, or the session that the browser holds. Nothing is sent yet. */
export function openNetwork(token?: string): Network {
  const client = connect({ url: window.location.origin, token, patience: 8_000, fetch: fetchOnce });
  const listeners = new Set<() => void>();
  let connection: Connection = { kind: 'connecting' };
  const become = (next: Connection): void => {
    connection = next;
    for (const listener of listeners) listener();
  };
  client.onState((state) => become(connectionAfter(connection, state, Date.now())));
  const onRefused = (error: TocsinError, { onEnd }: Following): void => {
    const why = endOf(error);
    if (why === undefined) become({ kind: 'refused', error });
    else onEnd(why);
  };
  const { call, onStepUp, stepUp, untilShown } = steppingUp(client);
  return {
    call,
    onStepUp,
    stepUp,
    connection: () => connection,
    onConnection: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    seen: (warningId) => client.seen(warningId),
    follow: (following) => {
      const ending = new AbortController();
      const refused = async (error: TocsinError): Promise<boolean> => {
        onRefused(error, following);
        if (!needsStepUp(error)) return false;
        await untilShown(ending.signal);
        return !ending.signal.aborted;
      };
      const counting: Following = {
        ...following,
        onEvent(event) {
          if (connection.kind === 'replaying') become({ kind: 'replaying', events: connection.events + 1 });
          following.onEvent(event);
        },
      };
      void followUntil(client, counting, ending.signal, refused);
      return () => ending.abort();
    },
  };
}

/** Whether the network wants to see a passkey or a code first. */
export function needsStepUp(error: unknown): boolean {
  return error instanceof TocsinError && error.code === 'step-up-required';
}

interface SteppingUp extends Pick<Network, 'call' | 'onStepUp' | 'stepUp'> {
  /** Asks, and waits until a factor is shown, now or whenever a call asks again; or until the signal. */
  readonly untilShown: (signal: AbortSignal) => Promise<void>;
}

/** Calls that are made again, with all that was typed, once a person has shown the strong factor that they need. */
function steppingUp(client: TocsinClient): SteppingUp {
  let asker: ((call: Call) => Promise<boolean>) | undefined;
  let asking: Promise<boolean> | undefined;
  const waiting = new Set<() => void>();
  const plain: Call = (id, input) => client.request(id, input);
  const ask = async (): Promise<boolean> => {
    const shown = (await asker?.(plain)) ?? false;
    if (shown) for (const go of waiting) go();
    return shown;
  };
  // Calls that are refused together ask once.
  const stepUp = (): Promise<boolean> => (asking ??= ask().finally(() => (asking = undefined)));
  const call: Call = async (id, input) => {
    try {
      return await client.request(id, input);
    } catch (error) {
      if (!needsStepUp(error) || !(await stepUp())) throw error;
      const { idempotencyKey } = error as TocsinError;
      return client.request(id, idempotencyKey === undefined ? input : { ...input, idempotencyKey });
    }
  };
  return {
    call,
    stepUp,
    onStepUp(found) {
      asker = found;
      // Something may have been refused before there was anybody to ask.
      if (waiting.size > 0) void stepUp();
      return () => {
        if (asker === found) asker = undefined;
      };
    },
    untilShown: (signal) =>
      new Promise((resolve) => {
        const go = (): void => {
          waiting.delete(go);
          signal.removeEventListener('abort', go);
          resolve();
        };
        waiting.add(go);
        signal.addEventListener('abort', go);
        void stepUp();
      }),
  };
}

/** @param onRefused tells why it is not to be followed; whether it may be by now */
async function followUntil(
  client: TocsinClient,
  following: Following,
  signal: AbortSignal,
  onRefused: (error: TocsinError) => Promise<boolean>,
): Promise<void> {
  for (;;) {
    const unwatch = watchStream(client, following);
    try {
      const events = client.events({ statuses: ['actual', 'exercise', 'test'], after: 'now', signal });
      for await (const event of events) if (isKnown(event)) following.onEvent(event);
      return;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof TocsinError)) throw error;
      // The place in the log is gone (a restored database, a very long sleep): everything is read anew.
      if (!error.code.startsWith('log-') && !(await onRefused(error))) return;
    } finally {
      unwatch();
    }
  }
}

/** Tells when the stream starts, and each time that it goes on after it broke. */
function watchStream(client: TocsinClient, { onStart, onResume }: Following): () => void {
  let started = false;
  let flowing = false;
  return client.onState((state) => {
    const flowed = flowing;
    flowing = state === 'replaying' || state === 'live';
    if (!flowing || flowed) return;
    if (started) onResume();
    else onStart();
    started = true;
  });
}
