import type { Health } from '../core/contract/health.ts';
import { findingsOf, presenceOf, type Membership } from '../core/domain/health.ts';
import { readerOf, type Caller } from '../core/domain/organisation.ts';
import type { Queues } from '../core/queue/queue.ts';
import { leaderFigures, logFigures, mailFigures, teamFigures } from '../core/store/health.ts';
import { livingNodes, type Node as StoredNode } from '../core/store/nodes.ts';
import type { Store } from '../core/store/store.ts';
import { stateOf, type Check } from './http/operator.ts';
import type { Node } from './node.ts';

export type HealthReader = (caller: Caller) => Promise<Health>;

interface Sources {
  readonly store: Store;
  readonly node: Pick<Node, 'tell'>;
  readonly checks: Readonly<Record<string, Check>>;
  readonly queues: Pick<Queues, 'counts' | 'backend'> | undefined;
}

/** Looks at the whole network for the coordinator. What it cannot count because a store is away, the checks say. */
export function openHealth({ store, node, checks, queues }: Sources): HealthReader {
  return async (caller) => {
    await node.tell();
    const { sql } = store;
    const [states, log, nodes, dispatcher, mail, teams, queued] = await Promise.all([
      Promise.all(Object.entries(checks).map(([name, check]) => stateOf(name, check))),
      logFigures(sql),
      livingNodes(sql),
      leaderFigures(sql, 'dispatcher'),
      mailFigures(sql),
      teamFigures(sql, readerOf(caller)),
      queues?.counts().catch(() => undefined),
    ]);
    const connected = nodes.flatMap((one) => one.connected);
    const found = {
      checks: states.map(({ name, reason }) => ({ name, problem: reason ?? null })),
      newestAt: log.newestAt?.toISOString() ?? null,
      nodes: nodes.map((one) => presentNode(one, log.sequence)),
      dispatcher,
      backend: queues?.backend ?? null,
      queues: Object.entries(queued ?? {}).map(([name, counts]) => ({ name, ...counts })),
      mail: { ...mail, heldSince: mail.heldSince?.toISOString() ?? null },
      organisations: presenceOf(membersOf(store), connected, teams, log.at),
    };
    return { at: log.at.toISOString(), findings: findingsOf(found), ...found };
  };
}

function presentNode({ id, sequence, connected, toldAt }: StoredNode, newest: number): Health['nodes'][number] {
  const whole = connected.filter(({ teamId }) => teamId === null);
  return {
    id,
    connections: whole.reduce((sum, { connections }) => sum + connections, 0),
    behind: Math.max(0, newest - sequence),
    toldAt: toldAt.toISOString(),
  };
}

function membersOf(store: Store): Membership[] {
  const { organisations, teams } = store.directory();
  return [...organisations.values()]
    .filter(({ suspended }) => !suspended)
    .map(({ id, name, kind }) => ({ id, name, kind, teams: teams.get(id) ?? [] }));
}
