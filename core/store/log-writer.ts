import pg from 'pg';
import type { Directory } from '../domain/directory.ts';
import { Refusal } from '../domain/refusal.ts';
import { commitTogether, type Outcome, type Pending } from './commit.ts';
import { nameOf, type Answered, type Claim } from './idempotency.ts';
import { connectionSettings, isUnreachable } from './pool.ts';
import type { Command } from './unit.ts';

export interface LogWriter {
  /** Runs a command; answers after the commit that holds it is flushed to disk. @throws Refusal */
  run<Result>(command: Command<Result>): Promise<Result>;
  /** The same under an Idempotency-Key: a repeat gets the first answer again. */
  runOnce(claim: Claim | undefined, command: Command<Answered>): Promise<Answered & { replayed: boolean }>;
  /** Called after each commit that appended events, before its callers are answered. */
  onCommitted(listener: () => void): void;
  close(): Promise<void>;
}

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

const unavailable = (): Refusal =>
  new Refusal(
    'unavailable',
    'The database cannot be reached just now. Nothing was lost: ask again, under the same Idempotency-Key.',
    { retryAfter: 2 },
  );

/**
 * Appends to the log. Commands that arrive while one transaction commits are appended together by the next:
 * one lock, one NOTIFY, one flush, each command atomic by itself.
 */
export function openLogWriter(options: {
  databaseUrl: string;
  name: string;
  directory: { current(): Directory | undefined; learn(directory: Directory): void };
  log: (error: Error) => void;
}): LogWriter {
  const waiting: Waiting[] = [];
  const running = new Map<string, Promise<unknown>>();
  const listeners: (() => void)[] = [];
  let client: pg.Client | undefined;
  let busy: Promise<void> | undefined;
  let closed = false;

  async function connected(): Promise<pg.Client> {
    if (client) return client;
    const fresh = new pg.Client(connectionSettings(options.databaseUrl, `${options.name} writer`));
    const forget = (): void => {
      if (client === fresh) client = undefined;
    };
    fresh.on('error', (error) => {
      forget();
      options.log(error);
    });
    fresh.on('end', forget);
    await fresh.connect();
    client = fresh;
    return fresh;
  }

  function dropClient(): void {
    const lost = client;
    client = undefined;
    lost?.end().catch(() => undefined);
  }

  async function commit(batch: Waiting[]): Promise<void> {
    let outcomes: Outcome[];
    try {
      const connection = await connected();
      const result = await commitTogether(connection, batch, options.directory.current());
      options.directory.learn(result.directory);
      outcomes = result.outcomes;
      if (result.appended) for (const listener of listeners) listener();
    } catch (error) {
      dropClient();
      const reason = error instanceof Error ? error : new Error(String(error));
      if (!isUnreachable(reason)) options.log(reason);
      if (!isUnreachable(reason) && batch.length > 1) return commitOneByOne(batch);
      outcomes = batch.map(() => ({ error: isUnreachable(reason) ? unavailable() : reason }));
    }
    batch.forEach(({ settle }, index) => settle(outcomes[index] ?? { error: unavailable() }));
  }

  /** One command made the commit fail as a whole: each by itself, only that one fails. */
  async function commitOneByOne(batch: Waiting[]): Promise<void> {
    for (const one of batch) await commit([one]);
  }

  async function drain(): Promise<void> {
    // Let everything that is ready in this turn of the event loop join the first commit.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting.splice(0, together);
      const stale = batch.filter(({ since }) => Date.now() - since > patience);
      for (const { settle } of stale) settle({ error: unavailable() });
      const live = batch.filter((one) => !stale.includes(one));
      if (live.length > 0) await commit(live);
    }
    busy = undefined;
  }

  function enqueue<Result>(pending: Pending): Promise<Result> {
    if (closed) return Promise.reject(unavailable());
    return new Promise<Result>((resolve, reject) => {
      const settle = (outcome: Outcome): void =>
        'error' in outcome ? reject(outcome.error as Error) : resolve(outcome.value as Result);
      waiting.push({ ...pending, since: Date.now(), settle });
      busy ??= drain();
    });
  }

  async function runOnce(
    claim: Claim | undefined,
    command: Command<Answered>,
  ): Promise<Answered & { replayed: boolean }> {
    if (!claim) return { ...(await enqueue<Answered>({ command })), replayed: false };
    const name = nameOf(claim);
    const first = running.get(name);
    if (first && !(await settlesWithin(first, firstRuns))) {
      throw new Refusal(
        'in-progress',
        'The first request with this Idempotency-Key is still running; ask again in a moment.',
      );
    }
    const mine = enqueue<Answered & { replayed: boolean }>({ command, claim });
    const quiet = mine.catch(() => undefined);
    running.set(name, quiet);
    try {
      return await mine;
    } finally {
      if (running.get(name) === quiet) running.delete(name);
    }
  }

  return {
    run: (command) => enqueue({ command }),
    runOnce,
    onCommitted: (listener) => listeners.push(listener),
    async close() {
      closed = true;
      await busy;
      await client?.end().catch(() => undefined);
    },
  };
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
