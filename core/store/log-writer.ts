import { reasons } from '../contract/reasons.ts';
import type { Directory } from '../domain/directory.ts';
import { Refusal } from '../domain/refusal.ts';
import { commitTogether, type Outcome, type Pending } from './commit.ts';
import { nameOf, type Answered, type Claim } from './idempotency.ts';
import { isUnreachable } from './pool.ts';
import type { Command } from './unit.ts';
import { openWriterConnection, type WriterConnection } from './writer-connection.ts';

interface Waiting extends Pending {
  readonly since: number;
  readonly settle: (outcome: Outcome) => void;
}

/** Commands that one commit takes at most. */
const together = 64;
/** Milliseconds that a command waits for PostgreSQL before it is refused, nothing stored. */
const patience = 5_000;
/** Milliseconds that a second request waits for the first under its Idempotency-Key. */
const firstRuns = 10_000;

const unavailable = (): Refusal => new Refusal('unavailable', reasons.storeAway, { retryAfter: 2 });

export interface LogWriterOptions {
  readonly databaseUrl: string;
  readonly name: string;
  readonly directory: { current(): Directory | undefined; learn(directory: Directory): void };
  readonly log: (error: Error) => void;
}

/**
 * Appends to the log. Commands that arrive while one transaction commits are appended together by the next:
 * one lock, one NOTIFY, one flush, each command atomic by itself.
 */
export class LogWriter {
  readonly #directory: LogWriterOptions['directory'];
  readonly #connection: WriterConnection;
  readonly #listeners = new Set<(sequence: number) => void>();
  readonly #running = new Map<string, Promise<unknown>>();
  #waiting: Waiting[] = [];
  #draining: Promise<void> | undefined;
  #closed = false;

  constructor(options: LogWriterOptions) {
    this.#directory = options.directory;
    this.#connection = openWriterConnection(options.databaseUrl, `${options.name} writer`, options.log);
  }

  /** Runs a command; answers after the commit that holds it is flushed to disk. @throws Refusal */
  run<Result>(command: Command<Result>): Promise<Result> {
    return this.#enqueue({ command });
  }

  /** The same under an Idempotency-Key: a repeat gets the first answer again. @throws Refusal in-progress, idempotency-mismatch */
  async runOnce(claim: Claim | undefined, command: Command<Answered>): Promise<Answered & { replayed: boolean }> {
    if (!claim) return { ...(await this.run(command)), replayed: false };
    const name = nameOf(claim);
    const first = this.#running.get(name);
    if (first && !(await settlesWithin(first, firstRuns))) {
      throw new Refusal('in-progress', 'The first request with this Idempotency-Key is still running; ask again soon.');
    }
    const mine = this.#enqueue<Answered & { replayed: boolean }>({ command, claim });
    const quiet = mine.catch(() => undefined);
    this.#running.set(name, quiet);
    try {
      return await mine;
    } finally {
      if (this.#running.get(name) === quiet) this.#running.delete(name);
    }
  }

  /**
   * Called after each commit that appended events, before its callers are answered, with the last one's sequence.
   * @returns what ends it
   */
  onCommitted(listener: (sequence: number) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Finishes what was accepted, then lets go of the connection. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#draining;
    await this.#connection.close();
  }

  #enqueue<Result>(pending: Pending): Promise<Result> {
    if (this.#closed) return Promise.reject(unavailable());
    return new Promise<Result>((resolve, reject) => {
      const settle = (outcome: Outcome): void =>
        'error' in outcome ? reject(outcome.error) : resolve(outcome.value as Result);
      this.#waiting.push({ ...pending, since: Date.now(), settle });
      this.#draining ??= this.#drain();
    });
  }

  async #drain(): Promise<void> {
    // Let everything that is ready in this turn of the event loop join the first commit.
    await new Promise((resolve) => setImmediate(resolve));
    const looking = setInterval(() => this.#refuseStale(), patience / 10);
    while (this.#waiting.length > 0) {
      await this.#commit(this.#waiting.splice(0, together));
      this.#refuseStale();
    }
    clearInterval(looking);
    this.#draining = undefined;
  }

  /** Also while a commit waits for the lock or for an answer: whoever asked is told in time, and asks another node. */
  #refuseStale(): void {
    const fresh = this.#waiting.findIndex(({ since }) => Date.now() - since <= patience);
    const stale = this.#waiting.splice(0, fresh < 0 ? this.#waiting.length : fresh);
    for (const { settle } of stale) settle({ error: unavailable() });
  }

  async #commit(batch: Waiting[]): Promise<void> {
    let outcomes: Outcome[];
    let appended: number | undefined;
    try {
      const client = await this.#connection.client();
      const result = await commitTogether(client, batch, this.#directory.current());
      if (result.directory) this.#directory.learn(result.directory);
      outcomes = result.outcomes;
      appended = result.appended;
    } catch (error) {
      this.#connection.drop();
      if (!isUnreachable(error) && batch.length > 1) return this.#commitOneByOne(batch);
      outcomes = batch.map(() => ({ error: isUnreachable(error) ? unavailable() : error }));
    }
    if (appended !== undefined) for (const listener of this.#listeners) listener(appended);
    batch.forEach(({ settle }, index) => settle(outcomes[index] ?? { error: unavailable() }));
  }

  /** One command made the commit fail as a whole: each by itself, only that one fails. */
  async #commitOneByOne(batch: Waiting[]): Promise<void> {
    for (const one of batch) await this.#commit([one]);
  }
}

async function settlesWithin(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const settled = await Promise.race([promise.then(() => true), late]);
  clearTimeout(timer);
  return settled;
}
