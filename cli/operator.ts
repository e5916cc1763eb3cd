import type { Directory } from '../core/domain/directory.ts';
import type { NewEvent } from '../core/domain/log.ts';
import type { Caller, Organisation } from '../core/domain/organisation.ts';
import type { Command } from '../core/store/unit.ts';

/** The operator in an organisation's place. */
export interface Operator {
  readonly actor: NewEvent['actor'];
  readonly caller: Caller;
  /** For what people alone may, owners first of all, such as making somebody one. Nobody of that id exists: sign what it does. */
  readonly owner: Caller;
  /** Lets the log name the organisation alone. */
  signed: <R>(command: Command<R>) => Command<R>;
}

/**
 * The operator of the network, who acts for an organisation on the database itself: the log names the organisation, and
 * neither a key nor a member.
 */
export function onBehalfOf(organisation: Organisation, { teams }: Directory): Operator {
  const actor = { organisationId: organisation.id, memberId: null };
  const name = 'The command line';
  const all = { organisation, scopes: [], teams: teams.get(organisation.id) ?? [], everyTeam: true };
  return {
    actor,
    caller: { ...all, as: { type: 'key', id: '', name, prefix: '', expiresAt: null } },
    owner: { ...all, as: { type: 'member', id: '', name, role: 'owner', session: '', strength: 'recent' } },
    signed: (command) => (unit) =>
      command({ ...unit, append: (event) => unit.append(isOperator(event.actor) ? { ...event, actor } : event) }),
  };
}

/** What somebody else does in the same command, such as a session that ends, stays theirs. */
const isOperator = ({ memberId, keyId }: NewEvent['actor']): boolean => memberId === '' || keyId === '';

/** The operator in the coordinator's place. @throws Error where the network has none */
export function asCoordinator(directory: Directory): Operator {
  const found = [...directory.organisations.values()].find(
    ({ kind, suspended }) => kind === 'coordinator' && !suspended,
  );
  if (found) return onBehalfOf(found, directory);
  throw new Error('This network has no coordinator to act for. `tocsin org add <name> --kind coordinator` makes one.');
}
