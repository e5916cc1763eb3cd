import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { v7 } from 'uuid';
import type { RaiseRequest } from '../../core/contract/warning.ts';
import type { Caller } from '../../core/domain/organisation.ts';
import type { Claim } from '../../core/store/idempotency.ts';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { answerCalls } from './calls.ts';
import { openKeepAlive } from './keep-alive.ts';

/** A program: writers that raise, or insert, one after the other each, as fast as they are answered. */
export type Writers = typeof handlers;

export interface Rate {
  perSecond: number;
  /** Of one write, in milliseconds. */
  times: number[];
}

interface Work {
  writers: number;
  milliseconds: number;
}

let store: Store | undefined;
let bare: pg.Pool | undefined;

/** Runs writers side by side for a while; each writes anew when it was answered. */
async function write({ writers, milliseconds }: Work, once: (writer: number) => Promise<void>): Promise<Rate> {
  const times: number[] = [];
  const started = performance.now();
  const until = started + milliseconds;
  const one = async (_: unknown, writer: number): Promise<void> => {
    for (let now = performance.now(); now < until; now = performance.now()) {
      await once(writer);
      times.push(performance.now() - now);
    }
  };
  await Promise.all(Array.from({ length: writers }, one));
  return { perSecond: (times.length * 1_000) / (performance.now() - started), times };
}

const handlers = {
  /** @param databaseUrl of an administrator: the bare table stands in a schema of its own */
  async open(told: { databaseUrl: string; writers: number }): Promise<void> {
    const fail = (error: Error): never => {
      throw error;
    };
    store = await openStore({ databaseUrl: told.databaseUrl, name: 'bench', log: fail });
    bare = new pg.Pool({ connectionString: told.databaseUrl, max: told.writers });
    await bare.query('CREATE SCHEMA bench; CREATE TABLE bench.bare (id uuid PRIMARY KEY, payload text NOT NULL)');
  },

  /** The measure of it all: one row with the same payload, one INSERT, one commit, a connection for each writer. */
  bare(work: Work & { body: string }): Promise<Rate> {
    return write(work, async () => {
      const values = [v7(), work.body];
      await bare?.query({ name: 'bare', text: 'INSERT INTO bench.bare (id, payload) VALUES ($1, $2)', values });
    });
  },

  /** At the store, as a server would after it has checked the request. */
  store(work: Work & { caller: Caller; sent: RaiseRequest; keyed: boolean }): Promise<Rate> {
    const { caller, sent, keyed } = work;
    const claim = (): Claim | undefined =>
      keyed
        ? {
            organisationId: caller.organisation.id,
            method: 'POST',
            path: '/api/v1/warnings',
            key: randomUUID(),
            bodyDigest: Buffer.alloc(32),
          }
        : undefined;
    return write(work, async () => {
      await store?.writer.runOnce(claim(), async (unit) => {
        const { snapshot } = await raiseWarning(caller, sent)(unit);
        return { status: 201, body: snapshot, warningId: snapshot.id };
      });
    });
  },

  /** Through the whole server, a kept connection for each writer. */
  async http(work: Work & { url: string; token: string; body: string; keyed: boolean }): Promise<Rate> {
    const ways = await Promise.all(Array.from({ length: work.writers }, () => openKeepAlive(work.url)));
    const authorization = { Authorization: `Bearer ${work.token}` };
    const rate = await write(work, async (writer) => {
      const headers = work.keyed ? { ...authorization, 'Idempotency-Key': randomUUID() } : authorization;
      const answer = await ways[writer]?.post('/api/v1/warnings', headers, work.body);
      if (answer?.status !== 201) throw new Error(`A raise was answered ${answer?.status}: ${answer?.body}`);
    });
    for (const way of ways) way.close();
    return rate;
  },

  async close(): Promise<void> {
    await store?.close();
    await bare?.end();
  },
};

answerCalls(handlers);
