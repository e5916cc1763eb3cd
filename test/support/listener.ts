import { io, type Socket } from 'socket.io-client';
import type { FilterRequest } from '../../core/contract/filter.ts';
import type { Event } from '../../core/contract/event.ts';
import { until } from './until.ts';

/** An answer to a message, good or bad. */
// oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects of it
export type Reply = any;

/** A plain Socket.IO client, as a stranger would write one, and all that it heard. */
export interface Listener {
  readonly socket: Socket;
  readonly events: Event[];
  /** Everything but events, in order. */
  readonly told: { name: string; payload: Record<string, unknown> }[];
  /** Why it was disconnected, each time. */
  readonly losses: string[];
  send(name: string, ...payload: unknown[]): Promise<Reply>;
  /** Subscribes and waits until it has caught up. */
  follow(filter?: FilterRequest, after?: string): Promise<{ subscriptionId: string; position: string }>;
  close(): void;
}

/** Connects; resolves once connected. @throws the connect_error */
export async function listen(
  url: string,
  token: string | undefined,
  options: { transports?: string[]; reconnection?: boolean; extraHeaders?: Record<string, string> } = {},
): Promise<Listener> {
  const { transports = ['websocket'], reconnection = false, extraHeaders = {} } = options;
  const auth = token === undefined ? {} : { token };
  const socket = io(url, { transports, reconnection, reconnectionDelay: 20, auth, extraHeaders, forceNew: true });
  const listener = hear(socket);
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
  } catch (error) {
    socket.close();
    throw error;
  }
  return listener;
}

function hear(socket: Socket): Listener {
  const events: Event[] = [];
  const told: Listener['told'] = [];
  const losses: string[] = [];
  socket.on('event', (event: Event) => events.push(event));
  socket.onAny((name: string, payload: Record<string, unknown>) => {
    if (name !== 'event') told.push({ name, payload });
  });
  socket.on('disconnect', (reason) => losses.push(reason));
  const send: Listener['send'] = (name, ...payload) => socket.timeout(10_000).emitWithAck(name, ...payload);
  return {
    socket,
    events,
    told,
    losses,
    send,
    async follow(filter = {}, after) {
      const answer = await send('subscribe', { filter, ...(after === undefined ? {} : { after }) });
      if (!answer.ok) throw new Error(answer.problem.detail);
      await until(() =>
        told.some(({ name, payload }) => name === 'caught-up' && payload.subscriptionId === answer.subscriptionId),
      );
      return answer;
    },
    close: () => void socket.close(),
  };
}
