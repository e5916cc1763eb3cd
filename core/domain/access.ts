import { type Operation } from '../contract/operation.ts';
import { operations, operation, type OperationId } from '../contract/routes.ts';
import { roles, type Role } from '../contract/vocabularies.ts';
import { reasons } from '../contract/reasons.ts';
import type { Key } from './key.ts';
import type { Caller, Organisation, Strength } from './organisation.ts';
import { Refusal } from './refusal.ts';

/** From the most to the least that a member may do. */
const falling = Object.keys(roles) as Role[];

/**
 * Whether a credential may make a call at all, whatever it is about: by the organisation's kind, the key's scopes or the member's role.
 * null: it may.
 */
export function mayCall(caller: Caller, id: OperationId): Refusal | null {
  const wanted = operation(id);
  if (wanted.public) return null;
  return suspended(caller) ?? wrongKind(caller, wanted) ?? lacking(caller, wanted) ?? tooWeak(caller, wanted);
}

/** The operation ids that a credential may call, for GET /me; also those that will ask a member for a strong factor first. */
export function callable(caller: Caller): OperationId[] {
  return (Object.keys(operations) as OperationId[]).filter((id) => {
    const refusal = mayCall(caller, id);
    return refusal === null || refusal.problem === 'step-up-required';
  });
}

function suspended({ organisation }: Caller): Refusal | null {
  return organisation.suspended
    ? new Refusal('suspended', `${organisation.name} is suspended; ask the network’s coordinator.`)
    : null;
}

function wrongKind({ organisation }: Caller, { kinds }: Operation): Refusal | null {
  if (!kinds || kinds.includes(organisation.kind)) return null;
  return new Refusal(
    'kind-not-allowed',
    `This call is for organisations of the kind ${kinds.join(' or ')}; yours is of the kind ${organisation.kind}.`,
  );
}

function lacking({ organisation, as, scopes }: Caller, wanted: Operation): Refusal | null {
  if (as.type === 'member') {
    const role = wanted.roleIn?.[organisation.kind] ?? wanted.role;
    return role && !reaches(as.role, role)
      ? new Refusal('role-missing', `This call needs the role ${role}; yours is ${as.role}.`)
      : null;
  }
  if (wanted.people) {
    return new Refusal('role-missing', 'This call is for people who are signed in; an API key cannot make it.');
  }
  if (!wanted.scopes || wanted.scopes.some((scope) => scopes.includes(scope))) return null;
  return new Refusal('scope-missing', `This call needs a key with the scope ${wanted.scopes.join(' or ')}.`);
}

/** Whether a role is as much as another, or more. */
export function reaches(role: Role, least: Role): boolean {
  return falling.indexOf(role) <= falling.indexOf(least);
}

const rising: readonly Strength[] = ['none', 'session', 'recent'];

function tooWeak({ organisation, as }: Caller, { strong }: Operation): Refusal | null {
  if (as.type === 'key' || strong === 'never') return null;
  const wanted = strong ?? (organisation.kind === 'coordinator' ? 'session' : 'none');
  if (rising.indexOf(as.strength) >= rising.indexOf(wanted)) return null;
  const when = wanted === 'recent' ? 'within the last minutes' : 'in this session';
  return new Refusal('step-up-required', `This call needs a passkey or a code ${when}: show one at POST /step-up.`);
}

/**
 * Whether a caller who may administer keys may hand out one like this, be it new or in place of another: nobody limited to teams
 * one that reaches further, and only owners, in person, one that reads TLP:RED. null: they may.
 */
export function mayHandOut(caller: Caller, key: Pick<Key, 'scopes' | 'teams'>): Refusal | null {
  if (key.scopes.includes('warnings:red') && !(caller.as.type === 'member' && caller.as.role === 'owner')) {
    return denied(caller, 'Only an owner who is signed in hands out keys that read TLP:RED (`warnings:red`).');
  }
  return mayKeep(caller, key);
}

/** Whether a caller who may administer keys may change or end this one. null: they may. */
export function mayKeep(caller: Caller, { teams }: Pick<Key, 'teams'>): Refusal | null {
  const own = caller.teams.map(({ id }) => id);
  if (caller.everyTeam || (teams.length > 0 && teams.every((id) => own.includes(id)))) return null;
  return denied(caller, 'You are limited to teams: keys that reach further are not yours to make or to change.');
}

/**
 * Whose audit trail a caller gets who may read one: their organisation's; the coordinator the network's (null) or the one it names.
 * @throws Refusal kind-not-allowed
 */
export function trailOf({ organisation }: Caller, wanted?: string): string | null {
  if (organisation.kind === 'coordinator') return wanted ?? null;
  if (wanted === undefined || wanted === organisation.id) return organisation.id;
  throw new Refusal('kind-not-allowed', 'Only the coordinator reads the audit trail of another organisation.');
}

function denied({ as }: Caller, detail: string): Refusal {
  return new Refusal(as.type === 'key' ? 'scope-missing' : 'role-missing', detail);
}

/**
 * Whether a member may add a factor: the first one on the strength of how they signed in, another one beside one shown just now,
 * so that whoever finds a page open adds none of their own.
 */
export function mayAddFactor({ as }: Caller, hasFactor: boolean): Refusal | null {
  if (!hasFactor || (as.type === 'member' && as.strength === 'recent')) return null;
  return new Refusal('step-up-required', 'To add a factor, show one that you have: at POST /step-up.');
}

/** Whether somebody may take away a member's factors: a manager, but an owner's an owner alone, and nobody their own. */
export function mayResetFactors(caller: Caller, member: { readonly id: string; readonly role: Role }): Refusal | null {
  if (caller.as.id === member.id)
    return new Refusal('state-conflict', 'Change your own factors on the page of your account.');
  return member.role === 'owner' && !isOwner(caller)
    ? new Refusal('role-missing', 'Only an owner may take away an owner’s factors.')
    : null;
}

/** Whether an organisation may raise, or revise so that more is asked of others: not while the coordinator’s brake is on. */
export function mayRaise({ braked, name }: Pick<Organisation, 'braked' | 'name'>): Refusal | null {
  if (!braked) return null;
  return new Refusal(
    'state-conflict',
    `The coordinator put a brake on ${name}: it raises nothing, and widens nothing, until released. Calling off is possible; so is writing to the coordinator.`,
  );
}

const isOwner = ({ as }: Caller): boolean => as.type === 'member' && as.role === 'owner';

/** Whether somebody may hand out a role: an owner makes owners, in person. */
export function mayGrant(caller: Caller, role: Role): Refusal | null {
  if (role !== 'owner' || isOwner(caller)) return null;
  return new Refusal('role-missing', reasons.ownerMakes);
}

/** Whether somebody may change a colleague so: owners and the TLP:RED list are an owner’s, and nobody’s role is their own to change. */
export function mayChangeMember(
  caller: Caller,
  member: { readonly id: string; readonly role: Role },
  sent: { readonly role?: Role | undefined; readonly red?: boolean | undefined },
): Refusal | null {
  if (sent.role !== undefined && caller.as.id === member.id) {
    return new Refusal('role-missing', reasons.ownRole);
  }
  if (member.role === 'owner' && caller.as.id !== member.id && !isOwner(caller)) {
    return new Refusal('role-missing', reasons.ownerChanges);
  }
  if (sent.red !== undefined && !isOwner(caller)) {
    return new Refusal('role-missing', reasons.ownerRed);
  }
  return sent.role === undefined ? null : mayGrant(caller, sent.role);
}

/** Whether somebody may remove a colleague. */
export function mayRemoveMember(caller: Caller, member: { readonly role: Role }): Refusal | null {
  if (member.role !== 'owner' || isOwner(caller)) return null;
  return new Refusal('role-missing', reasons.ownerRemoves);
}

/** Whether somebody sees how colleagues are reached. */
export function managesPeople(caller: Caller): boolean {
  return mayCall(caller, 'listInvitations') === null;
}

/** Whether a member may sign in past their organisation’s own provider where it is enforced: owners, so that nobody is locked out. */
export function mayEnter({ role }: { readonly role: Role }, enforced: boolean): boolean {
  return !enforced || role === 'owner';
}
