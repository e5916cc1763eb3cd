import type { Target } from '../../../core/contract/escalation-policy.ts';
import type { Role } from '../../../core/contract/vocabularies.ts';

/** Whom a step or a mail tells, as it is being chosen. */
export interface TargetDraft {
  /** `role owner`, `member` and an id, `coordinator`. */
  readonly chosen: readonly string[];
  readonly addresses: readonly AddressDraft[];
}

export interface AddressDraft {
  readonly address: string;
  /** Empty: none said. */
  readonly language: string;
}

export const nobody: TargetDraft = { chosen: [], addresses: [] };
export const noAddress: AddressDraft = { address: '', language: '' };

export function draftOfTargets(targets: readonly Target[]): TargetDraft {
  return {
    chosen: targets.flatMap((target) => (target.type === 'email' ? [] : [choiceOf(target)])),
    addresses: targets.flatMap((target) =>
      target.type === 'email' ? [{ address: target.address, language: target.language ?? '' }] : [],
    ),
  };
}

/** What is sent; addresses come last, so that a fault is found by its place. */
export function targetsOf({ chosen, addresses }: TargetDraft): Target[] {
  return [
    ...chosen.map(targetOf),
    ...addresses.map(({ address, language }): Target => ({
      type: 'email',
      address: address.trim(),
      ...(language !== '' && { language }),
    })),
  ];
}

/** A target that is no address, as one of a list's values. */
export function choiceOf(target: Exclude<Target, { type: 'email' }>): string {
  switch (target.type) {
    case 'role':
      return `role ${target.role}`;
    case 'member':
      return `member ${target.id}`;
    case 'webhook':
      return `webhook ${target.subscription}`;
    default:
      return target.type;
  }
}

function targetOf(choice: string): Target {
  const [type, value = ''] = choice.split(' ');
  if (type === 'role') return { type, role: value as Role };
  if (type === 'member') return { type, id: value };
  return type === 'webhook' ? { type, subscription: value } : { type: 'coordinator' };
}
