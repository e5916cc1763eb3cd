import { readableRevisions } from '../../../core/domain/audience.ts';
import { readerOf } from '../../../core/domain/organisation.ts';
import { presentCorroboration } from '../../../core/domain/presentation.ts';
import { corroborateWarning, withdrawCorroboration } from '../../../core/store/commands/corroborate.ts';
import { listCorroborations } from '../../../core/store/corroborations.ts';
import { admittedWarning } from '../../admission.ts';
import { createOnce } from '../once.ts';
import type { Handlers } from '../call.ts';
import { markOf, pageEnd, pageRequest } from '../page.ts';

export const corroborationRoutes: Handlers<'listCorroborations' | 'corroborateWarning' | 'withdrawCorroboration'> = {
  listCorroborations: async ({ caller, showing, params, query }, services) => {
    const id = params['id'] as string;
    const page = pageRequest(`corroborations ${id}`, caller, query, services);
    const { history } = await admittedWarning(services, caller, id);
    const { store } = services;
    const revisions = readableRevisions(history, readerOf(caller));
    const found = await listCorroborations(store.sql, id, revisions, page.limit, pageEnd(page.mark));
    // What is said of a TLP:RED warning says what it says.
    if (found.data.length > 0) showing.note(history, history.revisions.length, ['red']);
    const reader = { organisationId: caller.organisation.id, kind: caller.organisation.kind };
    const data = found.data.map((one) => presentCorroboration(store.directory(), one, reader));
    return { status: 200, body: { data, next: page.next(markOf(found)) } };
  },

  corroborateWarning: (call, services) =>
    createOnce(call, services, async (unit) => {
      const { caller, params, body } = call;
      const warningId = params['id'] as string;
      const { corroboration, replaced } = await corroborateWarning(caller, warningId, body)(unit);
      const reader = { organisationId: caller.organisation.id, kind: caller.organisation.kind };
      const told = presentCorroboration(unit.directory, corroboration, reader);
      return { status: replaced ? 200 : 201, body: told, warningId };
    }),

  withdrawCorroboration: async ({ caller, params }, { store }) => {
    await store.writer.run(withdrawCorroboration(caller, params['id'] as string));
    return { status: 204 };
  },
};
