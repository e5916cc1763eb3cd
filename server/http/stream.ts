import type { Request, Response } from 'express';
import type { GoodbyeReason } from '../../core/contract/sockets.ts';
import type { FollowOptions, FollowSink } from '../hub/stream-outlet.ts';
import { tokenOf } from '../credentials/credentials.ts';
import type { Call, Services } from './call.ts';
import { filterOf } from './routes/events.ts';

/** Replays the log after a place and goes on live. @throws Refusal position-invalid, log-truncated, log-restored */
export type Follow = (options: FollowOptions, sink: FollowSink) => Promise<{ close(): void }>;

export type EventStream = (call: Call<'listEvents'>, request: Request, response: Response) => Promise<void>;

const commentEvery = 15_000;
/** A reader that is further behind is dropped and resumes from its position. Bytes, milliseconds. */
const behindBytes = 1024 * 1024;
const behindTime = 10_000;

/** GET /events as server-sent events. */
export function openEventStream(follow: Follow, { authenticate, cookie }: Services): EventStream {
  return async (call, request, response) => {
    const after = request.get('Last-Event-ID') || (call.query.cursor ?? call.query.after ?? 'now');
    const writer = new StreamWriter(response, request.method === 'HEAD');
    const from = request.ip ?? 'unknown';
    const options = {
      authenticate: () => authenticate(tokenOf(request, cookie), from),
      from,
      filters: [filterOf(call.query)],
      after,
    };
    const followed = await follow(options, writer);
    writer.onClose(() => followed.close());
    writer.begin();
  };
}

class StreamWriter implements FollowSink {
  readonly #response: Response;
  readonly #headOnly: boolean;
  #comments: NodeJS.Timeout | undefined;
  /** Runs while the reader has not taken what was written. */
  #patience: NodeJS.Timeout | undefined;
  /** Looks, once what was written in this turn had its chance to leave, how much is left. */
  #judgement: NodeJS.Immediate | undefined;
  /** Shared by all events that wait for the same drain. */
  #drained: Promise<void> | undefined;
  #settleDrained: () => void = () => undefined;

  constructor(response: Response, headOnly: boolean) {
    this.#response = response;
    this.#headOnly = headOnly;
    response.on('drain', () => this.#flow());
    this.onClose(() => {
      clearInterval(this.#comments);
      clearImmediate(this.#judgement);
      this.#flow();
    });
  }

  onClose(listener: () => void): void {
    if (this.#response.closed) listener();
    else this.#response.once('close', listener);
  }

  /** Nothing is written until the log agreed to be read from there: 410 is a plain answer. */
  begin(): void {
    const response = this.#response;
    if (response.headersSent || response.closed) return;
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    if (this.#headOnly) {
      response.end();
      return;
    }
    this.#write('retry: 2000\n\n');
    this.#comments = setInterval(() => this.#write(': \n\n'), commentEvery).unref();
  }

  event(text: string, position: string): void | Promise<void> {
    if (this.#write(`id: ${position}\ndata: ${text}\n\n`)) return;
    this.#drained ??= new Promise<void>((resolve) => (this.#settleDrained = resolve));
    return this.#drained;
  }

  caughtUp(position: string): void {
    this.#named('caught-up', { position }, position);
  }

  position(position: string): void {
    this.#named('position', { position }, position);
  }

  goodbye(reason: GoodbyeReason): void {
    if (reason === 'slow-consumer') this.#drop();
    else {
      this.#named('goodbye', { reason });
      this.#response.end();
    }
  }

  #named(name: string, data: object, position?: string): void {
    const id = position === undefined ? '' : `id: ${position}\n`;
    this.#write(`event: ${name}\n${id}data: ${JSON.stringify(data)}\n\n`);
  }

  /** Whether the reader keeps up. */
  #write(text: string): boolean {
    const response = this.#response;
    this.begin();
    if (response.writableEnded || response.destroyed || response.write(text)) return true;
    this.#judgement ??= setImmediate(() => {
      this.#judgement = undefined;
      if (response.writableLength > behindBytes) this.#drop();
    });
    this.#patience ??= setTimeout(() => this.#drop(), behindTime).unref();
    return false;
  }

  #flow(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.#settleDrained();
    this.#drained = undefined;
  }

  /** Best effort: whoever does not read does not read this either. */
  #drop(): void {
    this.#response.write(`event: goodbye\ndata: ${JSON.stringify({ reason: 'slow-consumer' })}\n\n`);
    this.#response.destroy();
  }
}
