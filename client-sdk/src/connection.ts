import type { io, Socket } from 'socket.io-client';
import { delayBefore, type Backoff } from './backoff.ts';
import { transitions, type Happening, type State } from './connection-state.ts';
import { errorOf, ServerFault, type Problem, type TocsinError } from './errors.ts';
import type { Event, LaterEvent } from './events.ts';
import { readEvent, readPlace, readPlain, readPosition, readProblem, readSubscribed } from './wire.ts';

/** A filter as `subscribe` takes it; checked by the network. */
export type Filter = Record<string, unknown>;

/** What a connection tells, in the order in which it heard it. */
export interface Listener {
  /** Where to resume, on a new socket or on the one that it was laid down on; or where the application asked to begin. */
  after(socket: 'new' | 'same'): string | undefined;
  /** A subscription stands, and starts here. */
  started(position: string): void;
  event(event: Event | LaterEvent): void;
  /** Nothing more up to here. */
  mark(position: string): void;
  /** The position cannot be resumed from. Answers whether to subscribe anew, from `after`. */
  lost(problem: Problem): boolean;
  /** It is over; `state` is closed. */
  failed(error: TocsinError): void;
  /** `reason` says in words why it went offline. */
  stateChanged(reason?: string): void;
}

export interface ConnectionSettings {
  origin: string;
  path: string;
  token: string | undefined;
  backoff: Backoff;
  filter: Filter | undefined;
  /** Milliseconds within which the network has to answer a message. */
  answerTime: number;
}

/** Refusals of the handshake that a later attempt would meet again. */
const lasting = new Set(['unauthorized', 'suspended']);

/** One socket with one subscription, redialled until it is closed or refused. */
export class Connection {
  readonly #settings: ConnectionSettings;
  readonly #listener: Listener;
  #socket: Socket | undefined;
  #state: State = 'offline';
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts subscriptions asked for, so that an answer to an earlier one is told apart. */
  #asked = 0;
  #phase: 'none' | 'subscribing' | 'subscribed' | 'leaving' = 'none';
  #subscriptionId: string | undefined;
  /** False from the first event that was left unread, until the next subscription. */
  #reading = false;
  #wanted = true;
  #subscribedBefore = false;

  constructor(settings: ConnectionSettings, listener: Listener) {
    this.#settings = settings;
    this.#listener = listener;
  }

  get state(): State {
    return this.#state;
  }

  get connected(): boolean {
    return this.#isConnected && this.#state !== 'closed';
  }

  get #isConnected(): boolean {
    return this.#socket?.connected === true;
  }

  dial(): void {
    this.#happen('dial');
  }

  hide(): void {
    this.#happen('hidden');
  }

  close(): void {
    this.#happen('closed');
  }

  /** Stops reading: what comes from now on is dropped and asked for again by `resume`. */
  pause(): void {
    this.#wanted = false;
    this.#reading = false;
    this.#happen('behind');
    this.#settle();
  }

  resume(): void {
    this.#wanted = true;
    this.#settle();
  }

  /** Sends a receipt; `told` hears whether the network has dealt with it, or has to be told again. */
  tell(message: 'received' | 'seen', payload: object, told: (isDone: boolean) => void): void {
    if (!this.connected) return told(false);
    this.#emit(message, payload, (failure, answer) => {
      const read = readPlain(answer);
      told(failure === null && read !== undefined && (read.ok || !isForNow(read.problem)));
    });
  }

  #emit(message: string, payload: object, answered: (failure: Error | null, answer: unknown) => void): void {
    this.#socket?.timeout(this.#settings.answerTime).emit(message, payload, answered);
  }

  #listen(socket: Socket): void {
    socket.on('connect', () => this.#happen('connected'));
    socket.on('connect_error', (error: Error & { data?: unknown }) => this.#refused(error));
    socket.on('disconnect', (reason) => {
      if (reason !== 'io client disconnect') this.#happen('lost', `The connection broke: ${reason}.`);
    });
    // Revoked too: the next handshake says why, or lets us in where merely the scope has changed.
    socket.on('goodbye', (message: unknown) => this.#redial(`The network said goodbye: ${reasonIn(message)}.`));
    socket.on('event', (message: unknown) => this.#read(readEvent, message, (event) => this.#listener.event(event)));
    socket.on('position', (message: unknown) =>
      this.#read(readPosition, message, (position) => this.#listener.mark(position)),
    );
    socket.on('caught-up', (message: unknown) =>
      this.#read(readPlace, message, ({ subscriptionId, position }) => {
        if (subscriptionId !== this.#subscriptionId) return;
        this.#listener.mark(position);
        // Not earlier: a network that drops us in each replay is to be asked less and less.
        this.#attempt = 0;
        this.#happen('caught-up');
      }),
    );
  }

  #read<T>(reader: (message: unknown) => T | undefined, message: unknown, take: (read: T) => void): void {
    if (!this.#reading) return;
    const read = reader(message);
    if (read !== undefined) return take(read);
    const text = `${this.#settings.origin} sent a message that is not of this contract.`;
    this.#fail(new ServerFault(`${text} Install the newest @tocsin/client.`, { code: 'unexpected-answer' }));
  }

  #happen(happening: Happening, reason?: string): void {
    const { to, effect } = transitions[this.#state][happening];
    const changed = to !== this.#state;
    this.#state = to;
    if (effect === 'dial') void this.#open();
    if (effect === 'subscribe') this.#begin();
    if (effect === 'wait') this.#wait();
    if (effect === 'hang-up') this.#hangUp();
    if (changed) this.#listener.stateChanged(reason);
  }

  /** Socket.IO is loaded when something is followed: whoever only calls does without. */
  async #open(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      const library = await import('socket.io-client');
      this.#socket ??= this.#make(library.io);
    } catch (error) {
      return this.#refused(error as Error);
    }
    // It may have been closed meanwhile.
    if (this.#state === 'connecting') this.#socket.connect();
  }

  #make(open: typeof io): Socket {
    const { origin, path, token, answerTime } = this.#settings;
    const socket = open(origin, {
      path,
      transports: ['websocket'],
      // Socket.IO gives up for good when the server's middleware refuses, so the redialling is ours.
      reconnection: false,
      autoConnect: false,
      forceNew: true,
      timeout: answerTime,
      auth: token === undefined ? {} : { token },
    });
    this.#listen(socket);
    return socket;
  }

  #begin(): void {
    this.#phase = 'none';
    this.#subscribedBefore = false;
    this.#settle();
  }

  #wait(): void {
    this.#reading = false;
    this.#timer = setTimeout(() => this.dial(), delayBefore(this.#attempt, this.#settings.backoff));
    this.#attempt += 1;
  }

  #hangUp(): void {
    clearTimeout(this.#timer);
    this.#reading = false;
    this.#socket?.disconnect();
  }

  #redial(reason: string): void {
    this.#reading = false;
    this.#socket?.disconnect();
    this.#happen('lost', reason);
  }

  #fail(error: TocsinError): void {
    if (this.#state === 'closed') return;
    this.#happen('refused');
    this.#listener.failed(error);
  }

  /** A handshake that failed without a problem failed on the way. */
  #refused(failure: Error & { data?: unknown }): void {
    const problem = readProblem(failure.data);
    if (problem === undefined) return this.#redial(`${this.#settings.origin} is not reachable: ${failure.message}.`);
    const refusal = errorOf(problem);
    if (lasting.has(refusal.code)) this.#fail(refusal);
    else this.#redial(refusal.message);
  }

  /** Brings the subscription to where it is wanted, one message at a time. */
  #settle(): void {
    if (!this.#isConnected) return;
    if (this.#phase === 'none' && this.#wanted) this.#subscribe();
    if (this.#phase === 'subscribed' && !this.#reading) this.#unsubscribe();
  }

  #subscribe(): void {
    this.#phase = 'subscribing';
    this.#reading = true;
    this.#subscriptionId = undefined;
    const after = this.#listener.after(this.#subscribedBefore ? 'same' : 'new');
    const payload = { ...(this.#settings.filter && { filter: this.#settings.filter }), ...(after && { after }) };
    this.#ask('subscribe', payload, readSubscribed, (answer) => {
      if (!answer.ok) return this.#notSubscribed(answer.problem);
      this.#phase = 'subscribed';
      this.#subscribedBefore = true;
      this.#subscriptionId = answer.subscriptionId;
      if (this.#reading) this.#listener.started(answer.position);
      this.#settle();
    });
  }

  #unsubscribe(): void {
    this.#phase = 'leaving';
    this.#ask('unsubscribe', { subscriptionId: this.#subscriptionId }, readPlain, (answer) => {
      // Two at once would come in any order.
      if (!answer.ok) return this.#redial(errorOf(answer.problem).message);
      this.#phase = 'none';
      this.#settle();
    });
  }

  #notSubscribed(problem: Problem): void {
    this.#phase = 'none';
    if (problem.status === 410 && this.#listener.lost(problem)) return this.#settle();
    if (isForNow(problem)) return this.#redial(errorOf(problem).message);
    this.#fail(errorOf(problem));
  }

  /** Sends and waits for a well-formed answer; without one the connection is no good and is dialled anew. */
  #ask<T>(
    message: string,
    payload: object,
    reader: (answer: unknown) => T | undefined,
    take: (answer: T) => void,
  ): void {
    const asked = (this.#asked += 1);
    this.#emit(message, payload, (failure, answer) => {
      if (asked !== this.#asked || !this.#isConnected) return;
      const read = failure === null ? reader(answer) : undefined;
      if (read !== undefined) take(read);
      else this.#redial(`The network did not answer ${message} in time.`);
    });
  }
}

function reasonIn(goodbye: unknown): string {
  return String((goodbye as { reason?: unknown } | null)?.reason);
}

/** Another time the answer may be another one. */
function isForNow({ status }: Problem): boolean {
  return status >= 500 || status === 429;
}
