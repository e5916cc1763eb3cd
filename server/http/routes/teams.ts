import { addTeam, changeTeam, removeTeam } from '../../../core/store/commands/team.ts';
import type { Team } from '../../../core/domain/organisation.ts';
import { createOnce } from '../once.ts';
import type { Handlers } from '../call.ts';
import { pageIn, pageRequest } from '../page.ts';

export const teamRoutes: Handlers<'listTeams' | 'addTeam' | 'changeTeam' | 'removeTeam'> = {
  listTeams: ({ caller, query }, services) => {
    const page = pageRequest('teams', caller, query, services);
    const teams = services.store.directory().teams.get(caller.organisation.id) ?? [];
    // Ids are UUIDs of version 7: their order is that of creation.
    const newestFirst = teams.toSorted((one, other) => (one.id < other.id ? 1 : -1));
    return { status: 200, body: pageIn(page, newestFirst, ({ id }) => id, present, true) };
  },

  addTeam: (call, services) =>
    createOnce(call, services, async (unit) => ({
      status: 201,
      body: present(await addTeam(call.caller, call.body)(unit)),
    })),

  changeTeam: async ({ caller, params, body }, { store }) => ({
    status: 200,
    body: present(await store.writer.run(changeTeam(caller, params['id'] as string, body))),
  }),

  removeTeam: async ({ caller, params }, { store }) => {
    await store.writer.run(removeTeam(caller, params['id'] as string));
    return { status: 204 };
  },
};

function present({ id, name }: Team): { id: string; name: string } {
  return { id, name };
}
