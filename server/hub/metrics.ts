import { Counter, Gauge, type Registry } from 'prom-client';

export interface HubMetrics {
  readonly eventsSent: Counter;
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
  return {
    eventsSent: new Counter({
      name: 'tocsin_events_sent_total',
      help: 'Events sent to sockets and streams, each once per receiver.',
      registers,
    }),
    slowConsumers: new Counter({
      name: 'tocsin_slow_consumers_total',
      help: 'Sockets that were dropped because they did not keep up.',
      registers,
    }),
  };
}
