import type { EscalationPolicy } from '../contract/escalation-policy.ts';
import type { Rehearsal } from '../contract/rehearsal.ts';
import type { Severity, Tlp } from '../contract/vocabularies.ts';
import { accessNow, type WarningHistory } from './audience.ts';
import { organisationReader, type Directory } from './directory.ts';
import { ladder, type Firing } from './escalation.ts';
import type { Organisation } from './organisation.ts';
import { memberNamed } from './presentation.ts';
import { recipients, type Reached, type Recipient } from './recipients.ts';
import { invalidBody } from './refusal.ts';

/** The warning that a rehearsal is about. */
export interface Rehearsed {
  readonly at: Date;
  readonly severity: Severity;
  readonly tlp: Tlp;
}

/** Each firing with its moment, in the order of these, and whom each step that fires tells. */
export interface Performance {
  readonly firings: readonly Firing[];
  readonly reached: ReadonlyMap<number, Reached>;
}

/**
 * What the workers would do about a warning that nobody of a team answers, with people and addresses as they are now.
 * @throws Refusal invalid-request where the organisation may not have such a warning
 */
export function rehearse(
  directory: Directory,
  organisation: Organisation,
  policy: Pick<EscalationPolicy, 'steps' | 'hours'>,
  { at, severity, tlp }: Rehearsed,
): Performance {
  const history = warningLike(organisation, severity, tlp);
  if (accessNow(history, organisationReader(organisation)) === 'none') {
    throw invalidBody([{ pointer: '/tlp', message: `Your organisation is told of nothing that is marked ${tlp}.` }]);
  }
  const firings = ladder(policy, severity, at).toSorted(
    (one, other) => one.firesAt.getTime() - other.firesAt.getTime() || one.step - other.step,
  );
  const reached = new Map<number, Reached>();
  for (const { step, targets } of firings) {
    if (!reached.has(step)) reached.set(step, recipients(directory, history, organisation.id, targets));
  }
  return { firings, reached };
}

/** A warning that somebody else raised; what is marked TLP:RED is for the organisation that rehearses. */
function warningLike({ id }: Organisation, severity: Severity, tlp: Tlp): WarningHistory {
  const only = tlp === 'TLP:RED' ? [id] : null;
  const marking = { tlp, withholdIssuer: false, only, except: null };
  const facets = { countries: [], languages: [], grounds: [], severity, status: 'exercise' } as const;
  const nobody = '00000000-0000-0000-0000-000000000000';
  return { id: nobody, issuerId: nobody, revisions: [{ revision: 1, marking, facets }] };
}

/**
 * A rehearsal as its organisation gets it: its people by name, others' not at all.
 * @param suppressed addresses, lower case, that mail comes back from; undefined: not to be told
 */
export function presentRehearsal(
  directory: Directory,
  organisationId: string,
  { firings, reached }: Performance,
  at: Date,
  suppressed?: ReadonlySet<string>,
): Rehearsal {
  type Told = Rehearsal['steps'][number]['to'][number];
  const told = ({ address, memberId }: Recipient): Told => {
    const comesBack = suppressed && { comesBack: suppressed.has(address.toLowerCase()) };
    if (memberId === null) return { type: 'email', address, ...comesBack };
    return { type: 'member', member: memberNamed(directory, memberId), ...comesBack };
  };
  const steps = [...reached].toSorted(([one], [other]) => one - other);
  return {
    at: at.toISOString(),
    firings: firings.map(({ step, repeat, dueAt, firesAt, heldSince }) => ({
      step,
      repeat,
      dueAt: dueAt.toISOString(),
      firesAt: firesAt.toISOString(),
      heldSince: heldSince?.toISOString() ?? null,
    })),
    steps: steps.map(([step, { recipients: found, detour, missed }]) => {
      const own = found.filter((one) => one.organisationId === organisationId);
      const coordinator: Told[] = own.length < found.length ? [{ type: 'coordinator' }] : [];
      return { step, to: [...own.map(told), ...coordinator], detour, missed: missed.map((one) => ({ ...one })) };
    }),
  };
}
