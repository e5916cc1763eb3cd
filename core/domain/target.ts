import type { Target } from '../contract/escalation-policy.ts';
import { faultSentences } from '../contract/sentences.ts';
import { Refusal, invalidBody } from './refusal.ts';

/** A target and where in the request it stands. */
export interface PlacedTarget {
  readonly pointer: string;
  readonly target: Target;
  /** Stands in the last step of a policy. */
  readonly last: boolean;
}

/**
 * Refuses targets that an organisation cannot have.
 * @throws Refusal channel-unavailable for webhooks; invalid-request for others' members and a coordinator out of place
 */
export function checkTargets(placed: readonly PlacedTarget[], isOwnMember: (id: string) => boolean): void {
  refuseWebhooks(placed.filter(({ target }) => target.type === 'webhook').map(({ pointer }) => pointer));
  const faults = placed.flatMap(({ pointer, target, last }): { pointer: string; message: string }[] => {
    if (target.type === 'member' && !isOwnMember(target.id)) {
      return [{ pointer: `${pointer}/id`, message: faultSentences.noMember }];
    }
    if (target.type === 'coordinator' && !last) {
      return [{ pointer, message: faultSentences.coordinatorLast }];
    }
    return [];
  });
  if (faults.length > 0) throw invalidBody(faults);
}

/** The targets of a policy. @param under where in the request the policy stands */
export function targetsOfSteps(steps: readonly { readonly to: readonly Target[] }[], under = ''): PlacedTarget[] {
  return steps.flatMap(({ to }, step) =>
    to.map((target, place) => ({
      pointer: `${under}/steps/${step}/to/${place}`,
      target,
      last: step === steps.length - 1,
    })),
  );
}

/** @throws Refusal naming where webhooks were asked for */
export function refuseWebhooks(pointers: readonly string[]): void {
  if (pointers.length === 0) return;
  const message = 'Webhooks are not offered yet: use live delivery or mail.';
  throw new Refusal('channel-unavailable', message, {
    errors: pointers.map((pointer) => ({ in: 'body', pointer, message })),
  });
}

/** Whether a target is this raw address. */
export function isAt(target: Target, address: string): boolean {
  return target.type === 'email' && target.address.toLowerCase() === address.toLowerCase();
}

/** Targets without a raw address; where nobody is left, the owners: never silently nobody. */
export function withoutAddress(targets: readonly Target[], address: string): Target[] {
  const left = targets.filter((target) => !isAt(target, address));
  return left.length > 0 ? left : [{ type: 'role', role: 'owner' }];
}

/** A raw address and the language of its mails, where it says one. */
export interface RawAddress {
  readonly address: string;
  readonly language: string | null;
}

/** The raw addresses among targets, each once. */
export function rawAddresses(targets: readonly Target[]): RawAddress[] {
  const found = new Map<string, RawAddress>();
  for (const target of targets) {
    if (target.type !== 'email' || found.has(target.address)) continue;
    found.set(target.address, { address: target.address, language: target.language ?? null });
  }
  return [...found.values()];
}
