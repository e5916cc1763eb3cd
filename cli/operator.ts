import type { Directory } from '../core/domain/directory.ts';
import type { Caller, Organisation } from '../core/domain/organisation.ts';
import type { Command } from '../core/store/unit.ts';

/**
 * The operator of the network, who acts for an organisation on the database itself: the log names the organisation, and
 * neither a key nor a member.
 */
export function onBehalfOf(
  organisation: Organisation,
  { teams }: Directory,
): { caller: Caller; signed<R>(command: Command<R>): Command<R> } {
  const actor = { organisationId: organisation.id, memberId: null };
  return {
    caller: {
      organisation,
      as: { type: 'key', id: '', name: 'The command line', prefix: '', expiresAt: null },
      scopes: [],
      teams: teams.get(organisation.id) ?? [],
      everyTeam: true,
    },
    signed: (command) => (unit) => command({ ...unit, append: (event) => unit.append({ ...event, actor }) }),
  };
}
