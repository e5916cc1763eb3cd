import type { Network } from './network.ts';
import { digitsOf, idDigits, idOf, openSignature } from './signed-ids.ts';

/** What a mail that comes back is for: a report about a delivery, or the end of a subscriber's mails or of a member's own. */
const purposes = ['bounce', 'end subscriber', 'end own mail'] as const;

/** What an address that mail comes back to names: a delivery, a subscriber or a member. */
export interface Returned {
  readonly purpose: (typeof purposes)[number];
  readonly id: string;
}

/** Writes addresses that mail comes back to: each names a row to us, and nobody else can make one up. */
export type ReturnAddresses = (returned: Returned) => string;

/** Of a signature; with an id and the `+` 53 characters, so that 11 are left of the 64 that a local part may have. */
const proofDigits = 20;

const open = (network: Pick<Network, 'secret'>, purpose: Returned['purpose']) =>
  openSignature(network, `return address ${purpose}`, idDigits, proofDigits);

/** @param address that takes all of it, e.g. bounces@example.org; null: nobody does */
export function openReturnAddresses(network: Pick<Network, 'secret'>, address: string | null): ReturnAddresses | null {
  if (address === null) return null;
  const at = address.lastIndexOf('@');
  const signatures = new Map(purposes.map((purpose) => [purpose, open(network, purpose)]));
  return ({ purpose, id }) =>
    `${address.slice(0, at)}+${signatures.get(purpose)?.sign(digitsOf(id))}${address.slice(at)}`;
}

/** Reads what addresses of ours name, whichever base address they were made under; undefined where none of them is ours. */
export function openReturns(network: Pick<Network, 'secret'>): (addresses: string) => Returned | undefined {
  const signatures = purposes.map((purpose) => ({ purpose, signature: open(network, purpose) }));
  return (addresses) => {
    for (const [, token = ''] of addresses.toLowerCase().matchAll(/\+([0-9a-f]{52})@/g)) {
      for (const { purpose, signature } of signatures) {
        const digits = signature.read(token);
        if (digits !== undefined) return { purpose, id: idOf(digits) };
      }
    }
    return undefined;
  };
}
