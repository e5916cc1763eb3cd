import { collectDefaultMetrics, Gauge, Histogram, type Registry } from 'prom-client';
import type { LogEntry } from '../../core/domain/log.ts';
import { answerFigures, waitsBefore } from '../../core/store/figures.ts';
import { readHead } from '../../core/store/log-reader.ts';
import type { Store } from '../../core/store/store.ts';

export interface Metrics {
  readonly registry: Registry;
  /** @param seconds that the request took */
  request(labels: { method: string; route: string; status: number }, seconds: number): void;
  /** Looks at what the log says. */
  learn(entries: readonly LogEntry[]): Promise<void>;
}

/** How many jobs a queue holds, by state. */
export type QueueCounts = () => Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;

interface Sources {
  readonly registry: Registry;
  readonly store: Store;
  /** The last entry of the log that this process has read. */
  readonly tailSequence: () => number;
  readonly queueCounts?: QueueCounts | undefined;
  readonly log: (error: Error) => void;
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** What Prometheus is told. No label names an organisation, a member, a warning or a country. */
export function openMetrics(sources: Sources): Metrics {
  const { registry, store, tailSequence, queueCounts, log } = sources;
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'tocsin_http_request_duration_seconds',
    help: 'How long HTTP requests took.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const waits = new Histogram({
    name: 'tocsin_time_to_acknowledge_seconds',
    help: 'How long first answers were waited for, since the raise or the reopening. Every server counts all of the network.',
    buckets: [60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 259_200],
    registers,
  });
  gauge(registry, 'tocsin_log_tail_lag', 'Entries of the log that this process has yet to read.', async () => {
    const head = await readHead(store.sql, store.positions);
    return Math.max(0, head.sequence - tailSequence());
  });
  answerGauge(registry, store);
  if (queueCounts) queueGauge(registry, queueCounts);
  return {
    registry,
    request({ method, route, status }, seconds) {
      requests.observe({ method: methods.has(method) ? method : 'other', route, status }, seconds);
    },
    async learn(entries) {
      const first = entries.filter(
        ({ type, data }) => type === 'acknowledgement.changed' && data['from'] === 'pending',
      );
      const answers = first.map(({ data }) => data['answer']).filter((id) => typeof id === 'string');
      if (answers.length === 0) return;
      try {
        for (const seconds of await waitsBefore(store.sql, answers)) waits.observe(seconds);
      } catch (error) {
        log(error as Error);
      }
    },
  };
}

function gauge(registry: Registry, name: string, help: string, read: () => number | Promise<number>): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await known(read, Number.NaN));
    },
  });
}

function answerGauge(registry: Registry, store: Store): void {
  new Gauge({
    name: 'tocsin_acknowledgements',
    help: 'Answers that active warnings wait for; overdue: an escalation has fired for it.',
    labelNames: ['state'] as const,
    registers: [registry],
    async collect() {
      const { pending, overdue } = await known(() => answerFigures(store.sql), {
        pending: Number.NaN,
        overdue: Number.NaN,
      });
      this.set({ state: 'pending' }, pending);
      this.set({ state: 'overdue' }, overdue);
    },
  });
}

function queueGauge(registry: Registry, queueCounts: QueueCounts): void {
  new Gauge({
    name: 'tocsin_queue_jobs',
    help: 'Jobs in the queues.',
    labelNames: ['queue', 'state'] as const,
    registers: [registry],
    async collect() {
      this.reset();
      for (const [queue, states] of Object.entries(await known(queueCounts, {}))) {
        for (const [state, count] of Object.entries(states)) this.set({ queue, state }, count);
      }
    },
  });
}

/** A source that is away leaves its own figure unknown, not the whole page. */
async function known<T>(read: () => T | Promise<T>, otherwise: T): Promise<T> {
  try {
    return await read();
  } catch {
    return otherwise;
  }
}
