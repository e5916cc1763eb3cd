import {
  connect,
  isKnown,
  TocsinError,
  type CallAnswer,
  type Event,
  type OperationId,
  type State,
  type TocsinClient,
} from '../../client-sdk/src/index.ts';

/** Any call of the contract by its operation id. Throws a {@link TocsinError}. */
export type Call = TocsinClient['request'];
export type Answer<Id extends OperationId> = CallAnswer<Id>;
export { TocsinError, type Event };

/** How live the console is. `offline` since when it last was live, or since it began to try. */
export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'replaying' }
  | { readonly kind: 'live' }
  | { readonly kind: 'offline'; readonly since: number };

/** The next connection after a change of the SDK's state: dialling again is still offline, since the same moment. */
export function connectionAfter(before: Connection, state: State, now: number): Connection {
  if (state === 'live' || state === 'replaying') return before.kind === state ? before : { kind: state };
  if (state === 'connecting' || before.kind === 'offline') return before;
  return { kind: 'offline', since: now };
}

interface Following {
  onEvent: (event: Event) => void;
  /** What was read before may be older than what follows: the stream starts, or starts over. */
  onStart: () => void;
  /** The credential is not taken any more. */
  onRefused: () => void;
}

export interface Network {
  readonly call: Call;
  readonly connection: () => Connection;
  readonly onConnection: (listener: () => void) => () => void;
  /** A person has this warning on the screen. */
  readonly seen: (warningId: string) => void;
  /** Follows everything that the credential may see. Answers how to stop. */
  readonly follow: (following: Following) => () => void;
}

/** The network that served this page, with one credential. Nothing is sent yet. */
export function openNetwork(token: string): Network {
  const client = connect({ url: window.location.origin, token, patience: 8_000 });
  const listeners = new Set<() => void>();
  let connection: Connection = { kind: 'connecting' };
  client.onState((state) => {
    connection = connectionAfter(connection, state, Date.now());
    for (const listener of listeners) listener();
  });
  return {
    call: (id, input) => client.request(id, input),
    connection: () => connection,
    onConnection: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    seen: (warningId) => client.seen(warningId),
    follow: (following) => {
      const ending = new AbortController();
      void followUntil(client, following, ending.signal);
      return () => ending.abort();
    },
  };
}

async function followUntil(client: TocsinClient, { onEvent, onStart, onRefused }: Following, signal: AbortSignal) {
  const unwatch = client.onState((state) => {
    if (state !== 'replaying' && state !== 'live') return;
    unwatch();
    onStart();
  });
  try {
    const events = client.events({ statuses: ['actual', 'exercise', 'test'], after: 'now', signal });
    for await (const event of events) if (isKnown(event)) onEvent(event);
  } catch (error) {
    unwatch();
    if (signal.aborted) return;
    if (!(error instanceof TocsinError)) throw error;
    // The place in the log is gone (a restored database, a very long sleep): everything is read anew.
    if (error.code.startsWith('log-')) await followUntil(client, { onEvent, onStart, onRefused }, signal);
    else onRefused();
  }
}
