import type { EscalationPolicy, EscalationPolicyRequest } from '../../../core/contract/escalation-policy.ts';
import { faultSentences } from '../../../core/contract/sentences.ts';
import { callable } from '../../../core/domain/access.ts';
import { policyOf, type Directory, type OwnPolicy } from '../../../core/domain/directory.ts';
import { completePolicy, networkPolicy } from '../../../core/domain/escalation.ts';
import { momentOf } from '../../../core/domain/local-time.ts';
import type { Caller, Team } from '../../../core/domain/organisation.ts';
import { invalidBody } from '../../../core/domain/refusal.ts';
import { presentRehearsal, rehearse, type Performance } from '../../../core/domain/rehearsal.ts';
import { checkTargets, targetsOfSteps } from '../../../core/domain/target.ts';
import { removeEscalationPolicy, setEscalationPolicy } from '../../../core/store/commands/escalation-policy.ts';
import { suppressionReasons } from '../../../core/store/suppressions.ts';
import type { Handlers, Services } from '../call.ts';
import { invalidRequest, queryFault } from '../../faults.ts';

export const policyRoutes: Handlers<
  'getEscalationPolicy' | 'setEscalationPolicy' | 'removeEscalationPolicy' | 'rehearseEscalation'
> = {
  getEscalationPolicy: ({ caller, query }, services) => {
    const team = ownTeam(services, caller, query.team);
    if (!team) throw invalidRequest([queryFault('team', faultSentences.noTeam)]);
    return { status: 200, body: presentPolicy(services.store.directory().policies.get(team.id)) };
  },

  setEscalationPolicy: async ({ caller, query, body }, { store }) => {
    const set = await store.writer.run(setEscalationPolicy(caller, body, query.team));
    return { status: 200, body: presentPolicy(set) };
  },

  removeEscalationPolicy: async ({ caller, query }, { store }) => {
    await store.writer.run(removeEscalationPolicy(caller, query.team));
    return { status: 204 };
  },

  rehearseEscalation: async ({ caller, body }, services) => {
    const directory = services.store.directory();
    const { organisation } = caller;
    const team = ownTeam(services, caller, body.team);
    if (!team) throw invalidBody([{ pointer: '/team', message: faultSentences.noTeam }]);
    const policy = body.policy
      ? writtenPolicy(directory, organisation.id, body.policy)
      : policyOf(directory, team.id, body.severity);
    const at = momentOf(body.at, body.timeZone);
    const { severity, tlp = 'TLP:CLEAR' } = body;
    const performance = rehearse(directory, organisation, policy, { at, severity, tlp });
    const suppressed = await suppressedOf(services, caller, performance);
    return { status: 200, body: presentRehearsal(directory, organisation.id, performance, at, suppressed) };
  },
};

function ownTeam({ store }: Services, { organisation }: Caller, teamId: string | undefined): Team | undefined {
  const own = store.directory().teams.get(organisation.id) ?? [];
  return teamId === undefined ? own[0] : own.find(({ id }) => id === teamId);
}

/** A policy that is not saved yet, checked as if it were to be. */
function writtenPolicy(
  { members }: Directory,
  organisationId: string,
  sent: EscalationPolicyRequest,
): Pick<EscalationPolicy, 'steps' | 'hours'> {
  const policy = completePolicy(sent);
  const isOwnMember = (id: string): boolean => members.get(id)?.organisationId === organisationId;
  checkTargets(targetsOfSteps(policy.steps, '/policy'), isOwnMember);
  return policy;
}

/** Those addresses of a rehearsal that mail comes back from; undefined where that is not the caller's to know. */
async function suppressedOf(
  { store }: Services,
  caller: Caller,
  { reached }: Performance,
): Promise<Set<string> | undefined> {
  if (!callable(caller).includes('listSuppressions')) return undefined;
  const addresses = [...reached.values()].flatMap(({ recipients }) => recipients.map(({ address }) => address));
  const found = await suppressionReasons(store.sql, [...new Set(addresses)]);
  return new Set([...found.keys()].map((address) => address.toLowerCase()));
}

/** The network's own policy waits by severity; where no warning is at hand it is shown as a severe one is chased. */
function presentPolicy(own: OwnPolicy | undefined): EscalationPolicy {
  if (own) return { steps: [...own.steps], hours: own.hours, source: 'own', updatedAt: own.updatedAt };
  return { ...networkPolicy('severe'), source: 'network', updatedAt: null };
}
