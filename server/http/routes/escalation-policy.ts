import type { EscalationPolicy } from '../../../core/contract/escalation-policy.ts';
import type { OwnPolicy } from '../../../core/domain/directory.ts';
import { networkPolicy } from '../../../core/domain/escalation.ts';
import type { Caller, Team } from '../../../core/domain/organisation.ts';
import { setEscalationPolicy } from '../../../core/store/commands/escalation-policy.ts';
import type { Handlers, Services } from '../call.ts';
import { invalidRequest, queryFault } from '../../faults.ts';

export const policyRoutes: Handlers<'getEscalationPolicy' | 'setEscalationPolicy'> = {
  getEscalationPolicy: ({ caller, query }, services) => {
    const team = ownTeam(services, caller, query.team);
    return { status: 200, body: presentPolicy(services.store.directory().policies.get(team.id)) };
  },

  setEscalationPolicy: async ({ caller, query, body }, { store }) => {
    const set = await store.writer.run(setEscalationPolicy(caller, body, query.team));
    return { status: 200, body: presentPolicy(set) };
  },
};

function ownTeam({ store }: Services, { organisation }: Caller, teamId: string | undefined): Team {
  const own = store.directory().teams.get(organisation.id) ?? [];
  const team = teamId === undefined ? own[0] : own.find(({ id }) => id === teamId);
  if (!team) throw invalidRequest([queryFault('team', 'Your organisation has no such team.')]);
  return team;
}

/** The network's own policy waits by severity; where no warning is at hand it is shown as a severe one is chased. */
function presentPolicy(own: OwnPolicy | undefined): EscalationPolicy {
  if (own) return { steps: [...own.steps], hours: own.hours, source: 'own', updatedAt: own.updatedAt };
  return { ...networkPolicy('severe'), source: 'network', updatedAt: null };
}
