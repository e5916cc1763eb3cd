import type { Target } from '../contract/escalation-policy.ts';
import { accessNow, type Access, type WarningHistory } from './audience.ts';
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

/** Why a target tells nobody: nobody is left of it, its address is not confirmed, none of its people may have the warning, or a mail of it failed. */
export type MissedReason = 'nobody-left' | 'unconfirmed' | 'not-admitted' | 'failed';

/** A target of a step that tells nobody. */
export interface Missed<Reason extends MissedReason = MissedReason> {
  readonly target: Target;
  readonly reason: Reason;
}

/** Known before anything is mailed. */
export type ForeseenReason = Exclude<MissedReason, 'failed'>;

export interface Reached {
  /** Each address once. */
  readonly recipients: readonly Recipient[];
  readonly detour: Detour;
  readonly missed: readonly Missed<ForeseenReason>[];
}

/**
 * Whom a step reaches now: roles, addresses, membership and marking as they are when it fires.
 * A step with nobody left goes to the owners, then to the coordinator: never silently nobody.
 */
export function recipients(
  directory: Directory,
  history: WarningHistory,
  organisationId: string,
  targets: readonly Target[],
): Reached {
  const resolved = targets.map((target) => {
    const named = resolve(directory, organisationId, target);
    const found = named.filter((recipient) => mayHave(directory, history, recipient));
    return { target, found, reason: missedReason(target, named, found) };
  });
  const missed = resolved.flatMap(({ target, reason }) => (reason ? [{ target, reason }] : []));
  const found = eachOnce(resolved.flatMap((one) => one.found));
  if (found.length > 0) return { recipients: found, detour: null, missed };
  const owners = withRoles(directory, organisationId, ['owner']);
  const instead = [
    owners.filter((owner) => mayHave(directory, history, owner)),
    // On no TLP:RED list themselves, they are who puts somebody on it; the mail says only that something waits.
    owners.filter((owner) => organisationMayHave(directory, history, owner)),
    coordinators(directory).filter((coordinator) => mayHave(directory, history, coordinator)),
  ];
  return { recipients: eachOnce(instead.find((some) => some.length > 0) ?? []), detour: 'nobody-left', missed };
}

/** Who can mend an organisation's policies: its owners and managers. */
export function managersOf(directory: Directory, organisationId: string): Recipient[] {
  return eachOnce(withRoles(directory, organisationId, ['owner', 'manager']));
}

/** Who answers for the network: the owners and managers of its coordinator. */
export function coordinators(directory: Directory): Recipient[] {
  return [...directory.organisations.values()]
    .filter(({ kind }) => kind === 'coordinator')
    .flatMap(({ id }) => managersOf(directory, id));
}

/** Who raises and calls off for an organisation, of those who may have this warning of theirs. */
export function raisersOf(directory: Directory, history: WarningHistory): Recipient[] {
  const raisers = withRoles(directory, history.issuerId, ['owner', 'manager', 'responder']);
  return eachOnce(raisers.filter((raiser) => mayHave(directory, history, raiser)));
}

/** What a mail's recipient may have of a warning; what is marked TLP:RED, of members those on the list alone. */
export function accessOfRecipient(
  directory: Directory,
  history: WarningHistory,
  { organisationId, memberId }: Pick<Recipient, 'organisationId' | 'memberId'>,
): Access {
  const organisation = directory.organisations.get(organisationId);
  if (!organisation) return 'none';
  const red = memberId === null || directory.members.get(memberId)?.red === true;
  return accessNow(history, { ...organisationReader(organisation), red });
}

function mayHave(directory: Directory, history: WarningHistory, recipient: Recipient): boolean {
  return accessOfRecipient(directory, history, recipient) !== 'none';
}

function organisationMayHave(directory: Directory, history: WarningHistory, { organisationId }: Recipient): boolean {
  return accessOfRecipient(directory, history, { organisationId, memberId: null }) !== 'none';
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

/** Of what the organisation itself can mend. */
function missedReason(
  { type }: Target,
  named: readonly Recipient[],
  found: readonly Recipient[],
): ForeseenReason | null {
  if (found.length > 0 || type === 'webhook' || type === 'coordinator') return null;
  if (named.length > 0) return 'not-admitted';
  return type === 'email' ? 'unconfirmed' : 'nobody-left';
}

function withRoles(directory: Directory, organisationId: string, roles: readonly string[]): Recipient[] {
  const members = directory.membersByOrganisation.get(organisationId) ?? [];
  return members.filter(({ role }) => roles.includes(role)).map(asRecipient);
}

function asRecipient({ address, organisationId, id }: Member): Recipient {
  return { address, organisationId, memberId: id };
}

/** Each address once; as a member where it is one's, who may be told more than a raw address. */
function eachOnce(found: readonly Recipient[]): Recipient[] {
  const once = new Map<string, Recipient>();
  for (const recipient of found) {
    const address = recipient.address.toLowerCase();
    if ((once.get(address)?.memberId ?? null) === null) once.set(address, recipient);
  }
  return [...once.values()];
}
