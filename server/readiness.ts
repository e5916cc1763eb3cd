import type { Queues } from '../core/queue/queue.ts';
import { readHead } from '../core/store/log-reader.ts';
import type { Store } from '../core/store/store.ts';
import type { Tail } from '../core/store/tail.ts';
import type { Check } from './http/operator.ts';

/** Milliseconds in which a tail reads what was in the log, while all is well. */
const tailPatience = 1_500;
const askedAgain = 50;

/** What must be well for this process to serve, by the name that /readyz gives it. */
export function readiness(
  store: Store,
  tail: Pick<Tail, 'sequence'>,
  queues?: Pick<Queues, 'healthy'>,
): Record<string, Check> {
  return {
    database: async () => void (await headOf(store)),
    log: async () => {
      const { sequence } = await headOf(store);
      const deadline = Date.now() + tailPatience;
      while (tail.sequence < sequence) {
        if (Date.now() > deadline) throw new Error('This process lags behind the log.');
        await new Promise((resolve) => setTimeout(resolve, askedAgain));
      }
    },
    ...(queues ? { queue: () => queues.healthy() } : {}),
  };
}

async function headOf({ sql, positions }: Store): Promise<{ sequence: number }> {
  try {
    return await readHead(sql, positions);
  } catch (error) {
    throw new Error('PostgreSQL does not answer.', { cause: error });
  }
}
