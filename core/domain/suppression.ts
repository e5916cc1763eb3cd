import type { DeliveryKind, SuppressionReason } from '../contract/delivery.ts';
import type { Directory } from './directory.ts';

/**
 * Mails that a suppressed address does without: those that a subscription brings, and news of one's own warnings. What a policy
 * names stays named, whatever comes back, and what somebody asks for is tried: a link to sign in, a confirmation.
 */
const dispensable: ReadonlySet<DeliveryKind> = new Set(['warning', 'first-answer', 'outcomes', 'digest']);

/** Whether an address that is suppressed for a reason is not sent mails of this kind. */
export function canDoWithout(kind: DeliveryKind, reason: SuppressionReason): boolean {
  // Anybody may enter anybody's address: whoever reported what came of that is not asked again.
  return dispensable.has(kind) || (kind === 'subscriber-confirmation' && reason === 'complaint');
}

type Addresses = Pick<Directory, 'members' | 'confirmedAddresses'>;

/** The organisations whose own an address is: a member's, or one that they have had confirmed. */
export function organisationsAt(directory: Addresses, address: string): string[] {
  const own = owned(directory).filter((one) => one.address === address.toLowerCase());
  return [...new Set(own.map(({ organisationId }) => organisationId))];
}

/** Addresses of an organisation's people, and those that it has had confirmed; lower case. */
export function addressesOf(directory: Addresses, organisationId: string): string[] {
  return owned(directory)
    .filter((one) => one.organisationId === organisationId)
    .map(({ address }) => address);
}

function owned({ members, confirmedAddresses }: Addresses): { organisationId: string; address: string }[] {
  const people = [...members.values()].map(({ organisationId, address }) => ({ organisationId, address }));
  const confirmed = [...confirmedAddresses.keys()].map((key) => {
    const [organisationId = '', address = ''] = key.split(' ');
    return { organisationId, address };
  });
  return [...people, ...confirmed].map((one) => ({ ...one, address: one.address.toLowerCase() }));
}
