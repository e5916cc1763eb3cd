import type { Connected } from '../../core/store/nodes.ts';
import type { Consumer } from './consumer.ts';

/** Who is connected to this node: counted by organisation and by team, of people nothing. @param now milliseconds */
export function attendance(
  consumers: Iterable<Pick<Consumer, 'caller' | 'teams' | 'since'>>,
  now: number,
): readonly Connected[] {
  const counted = new Map<string, Connected>();
  const count = (organisationId: string, teamId: string | null, since: number): void => {
    const key = `${organisationId} ${teamId ?? ''}`;
    const before = counted.get(key);
    const connections = (before?.connections ?? 0) + 1;
    const standing = Math.max(before?.standing ?? 0, now - since);
    counted.set(key, { organisationId, teamId, connections, standing });
  };
  for (const { caller, teams, since } of consumers) {
    count(caller.organisation.id, null, since);
    for (const team of teams) count(caller.organisation.id, team, since);
  }
  return [...counted.values()];
}
