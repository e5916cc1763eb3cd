import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

export interface WorkerMetrics {
  /** Seconds between a firing's moment and its place in the log. */
  readonly lateness: Histogram;
  /** Mails by kind, outcome and reason: each from a closed list. */
  readonly deliveries: Counter<'kind' | 'outcome' | 'reason'>;
  readonly runningEscalations: Gauge;
  /** Mails of which something came back, by how bad that is; and addresses that are suppressed. */
  readonly returned: Gauge<'weight'>;
  readonly suppressed: Gauge;
  /** Seconds between an event and its dispatch, as of the newest dispatched. */
  readonly dispatcherLag: Gauge;
  /** 1 while everything that would leave is held. */
  readonly held: Gauge;
  /** Unix time of the last moment that this process led. */
  readonly leaderHeartbeat: Gauge;
}

const minute = 60;
const hour = 60 * minute;

/** Registers what the workers count. No label names an organisation, a member, a warning or a country. */
export function openMetrics(registry: Registry): WorkerMetrics {
  const registers = [registry];
  return {
    lateness: new Histogram({
      name: 'tocsin_escalation_lateness_seconds',
      help: 'Time between the moment an escalation step was due and its firing.',
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, minute, 5 * minute, hour],
      registers,
    }),
    deliveries: new Counter({
      name: 'tocsin_deliveries_total',
      help: 'Attempts at mails, by kind, outcome and reason.',
      labelNames: ['kind', 'outcome', 'reason'],
      registers,
    }),
    runningEscalations: new Gauge({
      name: 'tocsin_escalations_running',
      help: 'Escalations that run, as of the last sweep; counted by the leader alone.',
      registers,
    }),
    returned: new Gauge({
      name: 'tocsin_mails_returned',
      help: 'Mails in the ledger of which something came back, by weight, as of the last sweep; counted by the leader alone.',
      labelNames: ['weight'],
      registers,
    }),
    suppressed: new Gauge({
      name: 'tocsin_addresses_suppressed',
      help: 'Addresses that are sent no more than they have to be, as of the last sweep; counted by the leader alone.',
      registers,
    }),
    dispatcherLag: new Gauge({
      name: 'tocsin_dispatcher_lag_seconds',
      help: 'Time between the last dispatched event and its dispatch.',
      registers,
    }),
    held: new Gauge({
      name: 'tocsin_outbound_held',
      help: '1 while mails and steps are held because the database was restored; told by the leader alone.',
      registers,
    }),
    leaderHeartbeat: new Gauge({
      name: 'tocsin_dispatcher_leader_heartbeat_seconds',
      help: 'Unix time at which this process was last seen to lead; 0 when it never did.',
      registers,
    }),
  };
}
