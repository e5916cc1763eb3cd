import { Counter, Gauge, type Registry } from 'prom-client';

export interface HubMetrics {
  /** Counted by hand: a counter of prom-client costs more than the write that it counts. */
  eventsSent: number;
  readonly slowConsumers: Counter;
}

export function openHubMetrics(
  registry: Registry,
  consumers: ReadonlySet<{ readonly subscriptions: ReadonlyMap<string, unknown> }>,
): HubMetrics {
  const registers = [registry];
  new Gauge({
    name: 'tocsin_connections',
    help: 'Sockets and streams connected to this process.',
    registers,
    collect() {
      this.set(consumers.size);
    },
  });
  new Gauge({
    name: 'tocsin_subscriptions',
    help: 'Subscriptions of the sockets and streams that are connected to this process.',
    registers,
    collect() {
      this.set([...consumers].reduce((sum, { subscriptions }) => sum + subscriptions.size, 0));
    },
  });
  new Counter({
    name: 'tocsin_events_sent_total',
    help: 'Events sent to sockets and streams, each once per receiver.',
    registers,
    collect() {
      this.reset();
      this.inc(metrics.eventsSent);
    },
  });
  const metrics: HubMetrics = {
    eventsSent: 0,
    slowConsumers: new Counter({
      name: 'tocsin_slow_consumers_total',
      help: 'Sockets that were dropped because they did not keep up.',
      registers,
    }),
  };
  return metrics;
}
