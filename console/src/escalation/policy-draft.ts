import type { EscalationPolicy, EscalationStep } from '../../../core/contract/escalation-policy.ts';
import type { Severity } from '../../../core/contract/vocabularies.ts';
import type { QuietHours } from '../account/own-mail-draft.ts';
import { draftOfTargets, nobody, targetsOf, type TargetDraft } from './target-draft.ts';

/** Seconds, by the units that people count waits in; the largest first. */
export const units = { day: 86_400, hour: 3_600, minute: 60, second: 1 } as const;
export type Unit = keyof typeof units;

/** A length of time as it is typed. */
export interface Amount {
  readonly value: string;
  readonly unit: Unit;
}

export interface StepDraft {
  /** Stays with the step when it is moved. */
  readonly key: number;
  readonly wait: Amount;
  readonly to: TargetDraft;
  readonly severity: Severity;
  readonly inQuiet: boolean;
  readonly repeats: boolean;
  readonly every: Amount;
  readonly times: string;
}

/** A policy as it is being changed. */
export interface PolicyDraft {
  readonly steps: readonly StepDraft[];
  readonly timeZone: string;
  readonly quiet: QuietHours[];
}

/** A policy to be changed. @param timeZone of this device, for whoever had no quiet hours */
export function draftOf({ steps, hours }: EscalationPolicy, timeZone: string): PolicyDraft {
  return {
    steps: steps.map(draftOfStep),
    timeZone: hours?.timeZone ?? timeZone,
    quiet: hours?.quiet ?? [],
  };
}

function draftOfStep({ after, to, severity, quiet, repeat }: EscalationStep, key: number): StepDraft {
  return {
    key,
    wait: amountOf(after),
    to: draftOfTargets(to),
    severity,
    inQuiet: quiet === 'ignore',
    repeats: repeat !== null,
    every: amountOf(repeat?.every ?? 900),
    times: String(repeat?.times ?? 3),
  };
}

/** What is sent; what is not a number yet is left out, and missed by the contract's schema. */
export function requestOf({ steps, timeZone, quiet }: PolicyDraft) {
  return {
    steps: steps.map(({ wait, to, severity, inQuiet, repeats, every, times }) => ({
      after: secondsOf(wait),
      to: targetsOf(to),
      severity,
      quiet: inQuiet ? 'ignore' : 'wait',
      repeat: repeats ? { every: secondsOf(every), times: numberOf(times) } : null,
    })),
    hours: quiet.length === 0 ? null : { timeZone, quiet },
  };
}

/** Another step at the end, which nobody is told by yet. */
export function withStep(draft: PolicyDraft): PolicyDraft {
  const key = Math.max(-1, ...draft.steps.map((step) => step.key)) + 1;
  const wait: Amount = { value: '30', unit: 'minute' };
  const every: Amount = { value: '15', unit: 'minute' };
  const step: StepDraft = {
    key,
    wait,
    to: nobody,
    severity: 'minor',
    inQuiet: false,
    repeats: false,
    every,
    times: '3',
  };
  return { ...draft, steps: [...draft.steps, step] };
}

/** A step in another one's place, which takes its own. */
export function withMoved(draft: PolicyDraft, from: number, to: number): PolicyDraft {
  const steps = [...draft.steps];
  const [step] = steps.splice(from, 1);
  if (step) steps.splice(to, 0, step);
  return { ...draft, steps };
}

/** Seconds in the largest unit that holds them without a rest. */
export function amountOf(seconds: number): Amount {
  const whole = (Object.keys(units) as Unit[]).find((unit) => seconds > 0 && seconds % units[unit] === 0);
  const unit = whole ?? 'minute';
  return { value: String(seconds / units[unit]), unit };
}

/** undefined: it is no number. */
export function secondsOf({ value, unit }: Amount): number | undefined {
  const number = numberOf(value);
  return number === undefined ? undefined : Math.round(number * units[unit]);
}

function numberOf(text: string): number | undefined {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || Number.isNaN(number) ? undefined : number;
}
