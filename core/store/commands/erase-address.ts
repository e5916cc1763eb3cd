import { v7 } from 'uuid';
import type { Caller } from '../../domain/organisation.ts';
import { managersOf } from '../../domain/recipients.ts';
import { isAt, withoutAddress } from '../../domain/target.ts';
import type { Target } from '../../contract/escalation-policy.ts';
import type { Unit } from '../unit.ts';
import { writePolicy } from './escalation-policy.ts';
import { writeMails } from './mails.ts';
import { rewriteSubscription } from './subscription.ts';
import { actorOf } from './warning-event.ts';

/**
 * Takes an address out of all that the caller's organisation wants told there: policies, subscriptions, escalations that run or
 * ran, and what is known of its confirmation. Where nobody else was named its owners stand in, and its managers are told.
 * @param memberId whose address it was: they are not told
 */
export async function eraseAddress(unit: Unit, caller: Caller, address: string, memberId: string): Promise<void> {
  const organisationId = caller.organisation.id;
  const teams = new Set([
    ...(await outOfPolicies(unit, caller, address)),
    ...(await outOfSubscriptions(unit, caller, address)),
  ]);
  await outOfEscalations(unit, organisationId, address);
  await unit.sql.query('DELETE FROM address WHERE organisation_id = $1 AND lower(address) = lower($2)', [
    organisationId,
    address,
  ]);
  if (teams.size === 0) return;
  const eventId = v7();
  const data = { organisation: organisationId, teams: [...teams] };
  unit.append({ id: eventId, type: 'address.erased', actor: actorOf(caller), data });
  const told = managersOf(unit.directory, organisationId).filter((recipient) => recipient.memberId !== memberId);
  await writeMails(
    unit,
    {
      kind: 'address-erased',
      content: { teams: [...teams] },
      eventId,
      warning: { id: null, revision: null },
      at: unit.at,
    },
    told.map((recipient) => ({ ...recipient, teamId: null })),
  );
}

/** Answers the teams whose policies named it. */
async function outOfPolicies(unit: Unit, caller: Caller, address: string): Promise<string[]> {
  const named: string[] = [];
  for (const { id } of unit.directory.teams.get(caller.organisation.id) ?? []) {
    const policy = unit.directory.policies.get(id);
    if (!policy?.steps.some(({ to }) => to.some((target) => isAt(target, address)))) continue;
    const steps = policy.steps.map((step) => ({ ...step, to: withoutAddress(step.to, address) }));
    await writePolicy(unit, caller, id, { steps, hours: policy.hours });
    named.push(id);
  }
  return named;
}

/** Answers the teams whose subscriptions named it. */
async function outOfSubscriptions(unit: Unit, caller: Caller, address: string): Promise<string[]> {
  const named: string[] = [];
  for (const before of unit.directory.subscriptionsByOrganisation.get(caller.organisation.id) ?? []) {
    const told = before.channels.flatMap((channel) => (channel.type === 'email' ? channel.to : []));
    if (!told.some((target) => isAt(target, address))) continue;
    const channels = before.channels.map((channel) =>
      channel.type === 'email' ? { ...channel, to: withoutAddress(channel.to, address) } : channel,
    );
    await rewriteSubscription(unit, caller, before, { ...before, channels, updatedAt: unit.at });
    named.push(before.teamId);
  }
  return named;
}

/** What was frozen for a step that has yet to fire goes on without it; what fired keeps whom else it told. */
async function outOfEscalations(unit: Unit, organisationId: string, address: string): Promise<void> {
  const { rows } = await unit.sql.query<{ id: string; step: number; repeat: number; state: string; targets: string }>(
    `SELECT firing.escalation_id AS id, firing.step, firing.repeat, firing.state, firing.targets FROM escalation_firing AS firing
     JOIN escalation ON escalation.id = firing.escalation_id JOIN team ON team.id = escalation.team_id
     WHERE team.organisation_id = $1 AND position(lower($2) in lower(firing.targets)) > 0`,
    [organisationId, address],
  );
  for (const { id, step, repeat, state, targets } of rows) {
    const before = JSON.parse(targets) as Target[];
    const after =
      state === 'pending' ? withoutAddress(before, address) : before.filter((target) => !isAt(target, address));
    await unit.sql.query(
      'UPDATE escalation_firing SET targets = $4 WHERE escalation_id = $1 AND step = $2 AND repeat = $3',
      [id, step, repeat, JSON.stringify(after)],
    );
  }
  // Whom a step did not reach stands in the mail that told so; one that still waits tells of nobody now.
  await unit.sql.query(
    `UPDATE delivery SET content = (content::jsonb #- '{target,address}')::text,
       state = CASE state WHEN 'pending' THEN 'superseded' ELSE state END
     WHERE kind = 'missed' AND organisation_id = $1 AND lower(content::json -> 'target' ->> 'address') = lower($2)`,
    [organisationId, address],
  );
}
