import { v7 } from 'uuid';
import type { EscalationPolicyRequest } from '../../contract/escalation-policy.ts';
import { faultSentences } from '../../contract/sentences.ts';
import type { OwnPolicy } from '../../domain/directory.ts';
import { completePolicy } from '../../domain/escalation.ts';
import type { Caller, Team } from '../../domain/organisation.ts';
import { Refusal } from '../../domain/refusal.ts';
import { checkTargets, rawAddresses, targetsOfSteps } from '../../domain/target.ts';
import type { Command, Unit } from '../unit.ts';
import { actorOf } from './warning-event.ts';
import { inviteAddresses } from './address.ts';

/**
 * Sets a team's escalation policy; escalations that run keep the steps they were opened with.
 * @param teamId absent: the organisation's first team
 * @throws Refusal invalid-request, channel-unavailable, at the pointers
 */
export function setEscalationPolicy(
  caller: Caller,
  sent: EscalationPolicyRequest,
  teamId?: string,
): Command<OwnPolicy> {
  return async (unit) => {
    const organisationId = caller.organisation.id;
    const team = ownTeam(unit, caller, teamId);
    const policy = completePolicy(sent);
    checkTargets(
      targetsOfSteps(policy.steps),
      (id) => unit.directory.members.get(id)?.organisationId === organisationId,
    );
    await writePolicy(unit, caller, team.id, policy);
    return { ...policy, updatedAt: unit.at };
  };
}

/**
 * Gives up a team's own policy: the network's holds for what waits from now on. Without one of its own nothing happens.
 * @param teamId absent: the organisation's first team
 * @throws Refusal invalid-request
 */
export function removeEscalationPolicy(caller: Caller, teamId?: string): Command<void> {
  return async (unit) => {
    const team = ownTeam(unit, caller, teamId);
    const { rowCount } = await unit.sql.query('DELETE FROM escalation_policy WHERE team_id = $1', [team.id]);
    if (rowCount === 0) return;
    unit.append({ id: v7(), type: 'escalation-policy.removed', actor: actorOf(caller), data: { team: team.id } });
  };
}

/** Stores a policy of one of the caller's teams, says so on the log, and asks those whose addresses it names. */
export async function writePolicy(
  unit: Unit,
  caller: Caller,
  teamId: string,
  { steps, hours }: Pick<OwnPolicy, 'steps' | 'hours'>,
): Promise<void> {
  await unit.sql.query(
    `INSERT INTO escalation_policy (team_id, steps, hours, updated_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (team_id) DO UPDATE
       SET steps = excluded.steps, hours = excluded.hours, updated_at = excluded.updated_at`,
    [teamId, JSON.stringify(steps), hours && JSON.stringify(hours), unit.now],
  );
  const eventId = v7();
  unit.append({ id: eventId, type: 'escalation-policy.changed', actor: actorOf(caller), data: { team: teamId } });
  const about = { eventId, organisationId: caller.organisation.id, teamId };
  await inviteAddresses(unit, about, rawAddresses(steps.flatMap(({ to }) => to)));
}

function ownTeam(unit: Unit, caller: Caller, teamId: string | undefined): Team {
  const own = unit.directory.teams.get(caller.organisation.id) ?? [];
  const team = teamId === undefined ? own[0] : own.find(({ id }) => id === teamId);
  if (team) return team;
  const message = faultSentences.noTeam;
  throw new Refusal('invalid-request', message, { errors: [{ in: 'query', pointer: '/team', message }] });
}
