import type { Target } from '../contract/escalation-policy.ts';
import { accessNow, type WarningHistory } from './audience.ts';
import { organisationReader, type Directory } from './directory.ts';
import type { Member } from './organisation.ts';

/** Somebody that a mail goes to: a member, or a raw address that its organisation has had confirmed. */
export interface Recipient {
  readonly address: string;
  readonly organisationId: string;
  readonly memberId: string | null;
}

/** Why a step went to others than it names. */
export type Detour = 'nobody-left' | null;

/**
 * Whom a step reaches now: roles, addresses, membership and marking as they are when it fires, each address once.
 * A step with nobody left goes to the owners, then to the coordinator: never silently nobody.
 */
export function recipients(
  directory: Directory,
  history: WarningHistory,
  organisationId: string,
  targets: readonly Target[],
): { recipients: Recipient[]; detour: Detour } {
  const found = admitted(
    directory,
    history,
    targets.flatMap((target) => resolve(directory, organisationId, target)),
  );
  if (found.length > 0) return { recipients: found, detour: null };
  const owners = admitted(directory, history, withRoles(directory, organisationId, ['owner']));
  const reached = owners.length > 0 ? owners : admitted(directory, history, coordinators(directory));
  return { recipients: reached, detour: 'nobody-left' };
}

function resolve(directory: Directory, organisationId: string, target: Target): Recipient[] {
  switch (target.type) {
    case 'member': {
      const member = directory.members.get(target.id);
      return member?.organisationId === organisationId ? [asRecipient(member)] : [];
    }
    case 'role':
      return withRoles(directory, organisationId, [target.role]);
    case 'email':
      return directory.confirmedAddresses.has(`${organisationId} ${target.address}`)
        ? [{ address: target.address, organisationId, memberId: null }]
        : [];
    case 'coordinator':
      return coordinators(directory);
    default:
      // Webhooks are told by the event itself.
      return [];
  }
}

function withRoles(directory: Directory, organisationId: string, roles: readonly string[]): Recipient[] {
  return [...directory.members.values()]
    .filter((member) => member.organisationId === organisationId && roles.includes(member.role))
    .map(asRecipient);
}

/** Who answers for the network: the owners and managers of its coordinator. */
function coordinators(directory: Directory): Recipient[] {
  return [...directory.organisations.values()]
    .filter(({ kind }) => kind === 'coordinator')
    .flatMap(({ id }) => withRoles(directory, id, ['owner', 'manager']));
}

function asRecipient({ address, organisationId, id }: Member): Recipient {
  return { address, organisationId, memberId: id };
}

/** Those whose organisation may have the warning at all; how much of it a mail may say is the mail's to decide. */
function admitted(directory: Directory, history: WarningHistory, found: readonly Recipient[]): Recipient[] {
  const once = new Map(found.map((recipient) => [recipient.address.toLowerCase(), recipient]));
  return [...once.values()].filter(({ organisationId }) => {
    const organisation = directory.organisations.get(organisationId);
    return organisation !== undefined && accessNow(history, organisationReader(organisation)) !== 'none';
  });
}
