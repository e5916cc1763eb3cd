import { findings, type Finding, type Health, type Presence } from '../contract/health.ts';
import type { OrganisationKind } from '../contract/vocabularies.ts';

/** Seconds that the dispatcher may be behind, and entries that a node may, before anybody is to be told. */
const patience = { dispatcher: 10, node: 100 };

/** How many of each there are that a coordinator should know of, from the worst; none where all is well. */
export function findingsOf(health: Omit<Health, 'findings' | 'at'>): Health['findings'] {
  const { checks, dispatcher, nodes, mail, organisations } = health;
  const counts: Record<Finding, number> = {
    'outbound-held': mail.heldSince === null ? 0 : 1,
    'queue-away': checks.filter(({ name, problem }) => name === 'queue' && problem !== null).length,
    'dispatcher-absent': dispatcher.leads ? 0 : 1,
    'dispatcher-behind': dispatcher.leads && dispatcher.seconds > patience.dispatcher ? 1 : 0,
    'node-behind': nodes.filter(({ behind }) => behind > patience.node).length,
    'platforms-absent': organisations.filter(isMissed).length,
    'mails-late': mail.late,
    'mails-failed': mail.failed,
  };
  return findings.flatMap((code) => (counts[code] > 0 ? [{ code, count: counts[code] }] : []));
}

/** Whether warnings wait for answers of a platform that nobody of is there. */
export function isMissed({ kind, unanswered, connections }: Presence): boolean {
  return kind === 'platform' && unanswered > 0 && connections === 0;
}

interface Present {
  readonly organisationId: string;
  readonly teamId: string | null;
  readonly connections: number;
  readonly standing: number;
}

interface TeamFigures {
  readonly teamId: string;
  readonly unanswered: number;
  readonly deliveredAt: Date | null;
  readonly seenAt: Date | null;
}

export interface Membership {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly teams: readonly { readonly id: string; readonly name: string }[];
}

/** Who is there on all nodes, and what they have: those that are missed first, then by name. */
export function presenceOf(
  members: readonly Membership[],
  present: readonly Present[],
  figures: readonly TeamFigures[],
  now: Date,
): Presence[] {
  const byTeam = new Map(figures.map((one) => [one.teamId, one]));
  const standing = (fits: (one: Present) => boolean) => together(present.filter(fits), now);
  const found = members.map(({ id, name, kind, teams: own }): Presence => {
    const teams = own.map((team) => {
      const known = byTeam.get(team.id);
      return {
        id: team.id,
        name: team.name,
        ...standing(({ teamId }) => teamId === team.id),
        unanswered: known?.unanswered ?? 0,
        deliveredAt: known?.deliveredAt?.toISOString() ?? null,
        seenAt: known?.seenAt?.toISOString() ?? null,
      };
    });
    const unanswered = teams.reduce((sum, team) => sum + team.unanswered, 0);
    const whole = standing(({ organisationId, teamId }) => organisationId === id && teamId === null);
    return { id, name, kind, ...whole, unanswered, teams };
  });
  return found.toSorted(
    (one, other) => Number(isMissed(other)) - Number(isMissed(one)) || one.name.localeCompare(other.name),
  );
}

function together(present: readonly Present[], now: Date): { connections: number; since: string | null } {
  const connections = present.reduce((sum, one) => sum + one.connections, 0);
  const longest = Math.max(...present.map(({ standing }) => standing));
  return { connections, since: connections === 0 ? null : new Date(now.getTime() - longest).toISOString() };
}
