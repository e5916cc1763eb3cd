import { v7 } from 'uuid';
import { reasons } from '../../contract/reasons.ts';
import { filled } from '../../contract/sentences.ts';
import type { Caller, Team } from '../../domain/organisation.ts';
import { Refusal, notFound } from '../../domain/refusal.ts';
import type { Command, Unit } from '../unit.ts';
import { removeSubscriptionsOf } from './subscription.ts';
import { actorOf } from './warning-event.ts';

/** Adds a team to the caller's organisation. */
export function addTeam(caller: Caller, sent: { name: string }): Command<Team> {
  return async (unit) => {
    const team: Team = { id: v7(), organisationId: caller.organisation.id, name: sent.name };
    await unit.sql.query('INSERT INTO team (id, organisation_id, name, created_at) VALUES ($1, $2, $3, $4)', [
      team.id,
      team.organisationId,
      team.name,
      unit.now,
    ]);
    unit.append({ id: v7(), type: 'team.added', actor: actorOf(caller), data: { team: team.id } });
    return team;
  };
}

/** Renames a team; a name that it has already changes nothing. */
export function changeTeam(caller: Caller, id: string, sent: { name?: string | undefined }): Command<Team> {
  return async (unit) => {
    const before = ownTeam(unit, caller, id);
    const team = { ...before, name: sent.name ?? before.name };
    if (team.name === before.name) return before;
    await unit.sql.query('UPDATE team SET name = $2 WHERE id = $1', [id, team.name]);
    unit.append({ id: v7(), type: 'team.changed', actor: actorOf(caller), data: { team: id } });
    return team;
  };
}

/**
 * Removes a team with its subscriptions and its policy; what it answered stays. It goes only when nobody waits for its
 * answer any more and no key is left without a team: both would end silently, and a key without teams would be one for all.
 * @throws Refusal state-conflict also for the last team
 */
export function removeTeam(caller: Caller, id: string): Command<void> {
  return async (unit) => {
    ownTeam(unit, caller, id);
    if ((unit.directory.teams.get(caller.organisation.id) ?? []).length < 2) {
      throw new Refusal('state-conflict', reasons.teamLast);
    }
    // A warning raised in this very commit may wait for the team.
    await unit.settle();
    await checkUnneeded(unit, id);
    await removeSubscriptionsOf(unit, caller, id);
    await unit.sql.query('DELETE FROM escalation_policy WHERE team_id = $1', [id]);
    await unit.sql.query('UPDATE team SET removed_at = $2 WHERE id = $1', [id, unit.now]);
    unit.append({ id: v7(), type: 'team.removed', actor: actorOf(caller), data: { team: id } });
  };
}

async function checkUnneeded(unit: Unit, id: string): Promise<void> {
  const { rows } = await unit.sql.query<{ waiting: number; keys: number }>(
    `SELECT
       (SELECT count(*) FROM acknowledgement JOIN warning ON warning.id = warning_id
        WHERE team_id = $1 AND expected AND acknowledgement.state = 'pending' AND warning.state = 'active') AS waiting,
       (SELECT count(*) FROM api_key
        WHERE $1 = ANY (teams) AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
          AND NOT EXISTS (SELECT FROM team WHERE id = ANY (teams) AND id <> $1 AND removed_at IS NULL)) AS keys`,
    [id, unit.now],
  );
  const { waiting = 0, keys = 0 } = rows[0] ?? {};
  if (waiting > 0) {
    const count = waiting === 1 ? 'One active warning waits' : `${waiting} active warnings wait`;
    throw new Refusal(
      'state-conflict',
      `${count} for this team’s answer. Pause its subscriptions and answer what waits; then remove it.`,
      { state: 'pending' },
    );
  }
  if (keys > 0) {
    throw new Refusal('state-conflict', filled(reasons.teamKeys, { keys }));
  }
}

function ownTeam(unit: Unit, caller: Caller, id: string): Team {
  const team = unit.directory.teamById.get(id);
  if (team?.organisationId !== caller.organisation.id) throw notFound('team');
  return team;
}

/** What is wrong with the teams that somebody or something is limited to: those that the organisation does not have. */
export function teamFaults(
  { directory }: Pick<Unit, 'directory'>,
  organisationId: string,
  teams: readonly string[],
): { pointer: string; message: string }[] {
  return teams.flatMap((id, index) =>
    directory.teamById.get(id)?.organisationId === organisationId
      ? []
      : [{ pointer: `/teams/${index}`, message: 'The organisation has no such team.' }],
  );
}
