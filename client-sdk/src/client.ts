import type { Backoff } from './backoff.ts';
import { LiveEvents, type ChangeHandler, type Handler, type Listening, type ListenOptions } from './live.ts';
import { request, type HttpSettings } from './http.ts';
import { ClientClosed, TocsinError } from './errors.ts';
import { Ending } from './ending.ts';
import type { Event, EventsOptions } from './events.ts';
import type { CallAnswer, CallInput, CallOptions, OperationId } from './calls.ts';
import type { State } from './connection-state.ts';
import type { Positions } from './positions.ts';
import type { Acknowledgement } from '../../core/contract/acknowledgement.ts';
import type { Comment } from '../../core/contract/comment.ts';
import type { Corroboration } from '../../core/contract/corroboration.ts';
import type { Me } from '../../core/contract/organisation.ts';
import type { Preview } from '../../core/contract/preview.ts';
import type { Warning } from '../../core/contract/warning.ts';

type Body<Id extends OperationId> = CallInput<Id> extends { body?: infer B } ? NonNullable<B> : never;
type Query<Id extends OperationId> = CallInput<Id> extends { query?: infer Q } ? NonNullable<Q> : never;

export interface ConnectOptions {
  /** Where the network is, e.g. `https://tocsin.example.org`. */
  url: string | URL;
  /** An API key. Without one a browser's session cookie counts, on the network's own pages. */
  token?: string | undefined;
  /** The name of this consumer in the position store; default "default". */
  consumer?: string | undefined;
  /** Where positions are kept; default: in memory, anew for each subscription, and forgotten with it. */
  positions?: Positions | undefined;
  fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds that a call may take, its repeats included; default 30 000. */
  patience?: number | undefined;
  /** Milliseconds that one attempt, or the answer to one message, may take; default 15 000. */
  timeout?: number | undefined;
  /** Bounds of the waits between attempts, in milliseconds; default 500 and 30 000. */
  backoff?: Partial<Backoff> | undefined;
}

/** A client of one network with one credential. Calls go out at once; the first subscription opens the live connection. */
export class TocsinClient {
  readonly #http: HttpSettings;
  readonly #live: LiveEvents;
  readonly #ending = new Ending();

  constructor(options: ConnectOptions) {
    const base = baseOf(options.url);
    const timeout = options.timeout ?? 15_000;
    const backoff = { base: 500, cap: 30_000, ...options.backoff };
    const { token, positions, consumer = 'default' } = options;
    this.#http = {
      base,
      token,
      backoff,
      fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
      patience: options.patience ?? 30_000,
      attempt: timeout,
      ending: this.#ending,
    };
    const connection = { origin: base.origin, path: `${base.pathname}socket.io`, token, backoff, answerTime: timeout };
    this.#live = new LiveEvents({ connection, positions, consumer });
  }

  /** Any call of the contract, by its operation id. @throws TocsinError */
  request<Id extends OperationId>(id: Id, input: CallInput<Id>): Promise<CallAnswer<Id>> {
    return request(this.#http, id, input);
  }

  /** Raises a warning. Resolves when it is on the network's disk. */
  raise(warning: Body<'raiseWarning'>, options?: CallOptions): Promise<Warning> {
    return this.request('raiseWarning', { body: warning, ...options });
  }

  /** Revises `revision` of a warning; members left out are kept. @throws RevisionStale when there is a newer one */
  revise(
    id: string,
    changes: Body<'reviseWarning'>,
    { revision, ...options }: { revision: number } & CallOptions,
  ): Promise<Warning> {
    return this.request('reviseWarning', { path: { id }, body: changes, revision, ...options });
  }

  /** The all-clear. */
  cancel(id: string, { reason }: Body<'cancelWarning'>, options?: CallOptions): Promise<Warning> {
    return this.request('cancelWarning', { path: { id }, body: { reason }, ...options });
  }

  /** Answers a warning for one's team. */
  acknowledge(id: string, answer: Body<'acknowledgeWarning'>, options?: CallOptions): Promise<Acknowledgement> {
    return this.request('acknowledgeWarning', { path: { id }, body: answer, ...options });
  }

  /** Fires the next step of one's own team's escalation policy now. */
  escalate(id: string, body?: Body<'escalateWarning'>, options?: CallOptions): Promise<Acknowledgement> {
    return this.request('escalateWarning', { path: { id }, ...(body && { body }), ...options });
  }

  /** Whom a warning would reach; stores nothing. */
  preview(warning: Body<'previewWarning'>, options?: CallOptions): Promise<Preview> {
    return this.request('previewWarning', { body: warning, ...options });
  }

  /** One warning, with the own team's acknowledgement. A coordinator outside a TLP:RED audience gets the marking alone. */
  warning(id: string, options?: CallOptions): Promise<Warning> {
    return this.request('getWarning', { path: { id }, ...options }) as Promise<Warning>;
  }

  /** A page of warnings, newest first; `next` is the `cursor` of the next one, `position` where live events go on. */
  warnings(query: Query<'listWarnings'> = {}, options?: CallOptions): Promise<WarningsPage> {
    return this.request('listWarnings', { query, ...options }) as Promise<WarningsPage>;
  }

  /** Who has it, has seen it, has answered: a page. */
  acknowledgements(
    id: string,
    query: Query<'listAcknowledgements'> = {},
    options?: CallOptions,
  ): Promise<CallAnswer<'listAcknowledgements'>> {
    return this.request('listAcknowledgements', { path: { id }, query, ...options });
  }

  /** Comments on a warning. */
  comment(id: string, comment: Body<'addComment'>, options?: CallOptions): Promise<Comment> {
    return this.request('addComment', { path: { id }, body: comment, ...options });
  }

  /** Says that one's organisation sees it too, or looked and does not. */
  corroborate(id: string, body?: Body<'corroborateWarning'>, options?: CallOptions): Promise<Corroboration> {
    return this.request('corroborateWarning', { path: { id }, ...(body && { body }), ...options });
  }

  /** Who this credential is and what it may do. */
  me(options?: CallOptions): Promise<Me> {
    return this.request('getMe', { ...options });
  }

  /** Live events, each once. Without a filter: what the organisation's own live subscriptions match. */
  events(options: EventsOptions = {}): AsyncIterableIterator<Event, undefined> {
    return this.#live.subscribe(options);
  }

  /** The same by callback: one event at a time; an event is handled when the handler's promise settles. */
  on(options: ListenOptions, handler: Handler): Listening {
    return this.#live.listen(options, handler);
  }

  /** A person has this warning on the screen. Sent with the next connection when there is none. */
  seen(warningId: string): void {
    this.#live.seen(warningId);
  }

  /** Of several subscriptions the one that is worst off. */
  get state(): State {
    return this.#live.state;
  }

  /** Calls back at each change of `state`, with the reason where there is one. Answers how to stop. */
  onState(handler: ChangeHandler): () => void {
    return this.#live.onState(handler);
  }

  /** Ends subscriptions and pending calls. */
  async close(): Promise<void> {
    const message = 'The client was closed while this was under way. Connect anew to go on.';
    this.#ending.end(() => new ClientClosed(message, { code: 'client-closed' }));
    await this.#live.close();
  }
}

export type WarningsPage = Omit<CallAnswer<'listWarnings'>, 'data'> & { data: Warning[] };

/** A client of the network at `url`. Nothing is sent yet. */
export function connect(options: ConnectOptions): TocsinClient {
  return new TocsinClient(options);
}

/** The address with a slash at its end. */
function baseOf(address: string | URL): URL {
  const text = String(address);
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    const message = `"${text}" is no address of a network. Pass one like https://tocsin.example.org as \`url\`.`;
    throw new TocsinError(message, { code: 'address-invalid' });
  }
  const url = new URL(text);
  return new URL(`${url.pathname.replace(/\/*$/, '')}/`, url.origin);
}
