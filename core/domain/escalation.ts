import { randomUUID } from 'node:crypto';
import {
  networkDelays,
  type EscalationPolicy,
  type EscalationPolicyRequest,
  type EscalationStep,
  type Target,
} from '../contract/escalation-policy.ts';
import type { Severity, Urgency } from '../contract/vocabularies.ts';
import { severityRank } from './filter.ts';
import { quietEnd, type Hours } from './hours.ts';

/** What a team follows that never set a policy of its own: its owners, then the coordinator. */
export function networkPolicy(severity: Severity): Pick<EscalationPolicy, 'steps' | 'hours'> {
  const after = networkDelays[severity];
  const plain = { severity: 'minor', quiet: 'wait', repeat: null } as const;
  return {
    steps: [
      { after, to: [{ type: 'role', role: 'owner' }], ...plain },
      { after, to: [{ type: 'coordinator' }], ...plain },
    ],
    hours: null,
  };
}

/** A policy with its defaults filled in. */
export function completePolicy(sent: EscalationPolicyRequest): Pick<EscalationPolicy, 'steps' | 'hours'> {
  return {
    steps: sent.steps.map((step) => ({
      ...step,
      severity: step.severity ?? 'minor',
      quiet: step.quiet ?? 'wait',
      repeat: step.repeat ?? null,
    })),
    hours: sent.hours ?? null,
  };
}

/** One firing of one step, due at a moment that is frozen when the escalation opens. */
export interface Firing {
  /** From 1, as numbered in the policy. */
  readonly step: number;
  /** 0 for the step itself, 1 … for its repeats. */
  readonly repeat: number;
  readonly targets: readonly Target[];
  readonly dueAt: Date;
  /** Later than `dueAt` when quiet hours hold it. */
  readonly firesAt: Date;
  /** When it was due, where quiet hours hold it. */
  readonly heldSince: Date | null;
  readonly token: string;
}

/**
 * The whole ladder of a policy for one wait: every firing with its moment, in the order of steps.
 * Steps whose floor lies above `severity` are passed over and their `after` is not waited for. The last that is not passed
 * over never waits for quiet hours to end.
 */
export function ladder(
  policy: { readonly steps: readonly EscalationStep[]; readonly hours: Hours | null },
  severity: Severity,
  waitingSince: Date,
  token: () => string = randomUUID,
): Firing[] {
  const climbed = policy.steps
    .map((step, index) => ({ ...step, number: index + 1 }))
    .filter((step) => applies(step, severity));
  const firings: Firing[] = [];
  let due = waitingSince.getTime();
  for (const step of climbed) {
    due += step.after * 1000;
    const free = step.quiet === 'ignore' || severity === 'extreme' || step === climbed.at(-1);
    let before = -Infinity;
    for (let repeat = 0; repeat <= (step.repeat?.times ?? 0); repeat += 1) {
      const dueAt = new Date(due + repeat * (step.repeat?.every ?? 0) * 1000);
      const end = free ? null : quietEnd(policy.hours, dueAt);
      const firesAt = end ?? dueAt;
      // What is held over the night stands for its repeats of that night: fired in one second they would say nothing more.
      if (firesAt.getTime() <= before) continue;
      before = firesAt.getTime();
      const heldSince = end ? dueAt : null;
      firings.push({ step: step.number, repeat, targets: step.to, dueAt, firesAt, heldSince, token: token() });
    }
  }
  return firings;
}

function applies(step: EscalationStep, severity: Severity): boolean {
  return severityRank(severity) >= severityRank(step.severity);
}

/** Whether a wait for this warning is chased at all. */
export function escalates(warning: { urgency: Urgency; state: string }): boolean {
  return warning.state === 'active' && warning.urgency !== 'past';
}

/** Whether a policy has a step for an active warning like this. */
export function chases(
  policy: Pick<EscalationPolicy, 'steps'>,
  { urgency, severity }: { urgency: Urgency; severity: Severity },
): boolean {
  return escalates({ state: 'active', urgency }) && policy.steps.some((step) => applies(step, severity));
}

export interface FiringSituation {
  readonly acknowledgementState: string;
  readonly warningState: string;
  readonly admitted: boolean;
  readonly suspended: boolean;
}

/** Why a running escalation ends, or null while it goes on. */
export function endReason(
  situation: FiringSituation,
): 'answered' | 'cancelled' | 'expired' | 'no-longer-admitted' | 'suspended' | null {
  if (situation.acknowledgementState !== 'pending') return 'answered';
  if (situation.warningState === 'cancelled') return 'cancelled';
  if (situation.warningState === 'expired') return 'expired';
  if (situation.suspended) return 'suspended';
  return situation.admitted ? null : 'no-longer-admitted';
}

/** Later than this after its moment, a firing says so: what is promised while all is well. Seconds. */
export const lateAfter = 1;
