import { apiRoot } from '../../../core/contract/routes.ts';
import { notFound } from '../../../core/domain/refusal.ts';
import {
  brake,
  changeOrganisation,
  release,
  resume,
  retractAll,
  suspend,
} from '../../../core/store/commands/coordination.ts';
import { invite } from '../../../core/store/commands/invitation.ts';
import { addOrganisation } from '../../../core/store/commands/organisation.ts';
import { actorOf } from '../../../core/store/commands/warning-event.ts';
import { memberOrganisation, pageOfMemberOrganisations } from '../../../core/store/organisations.ts';
import type { Command, Queryable } from '../../../core/store/unit.ts';
import type { Handlers, Reply, Services } from '../call.ts';
import { createOnce } from '../once.ts';
import { markOf, pageEnd, pageRequest } from '../page.ts';

type NetworkCalls =
  | 'listMemberOrganisations'
  | 'admitOrganisation'
  | 'changeOrganisation'
  | 'suspendOrganisation'
  | 'resumeOrganisation'
  | 'brakeOrganisation'
  | 'releaseOrganisation'
  | 'retractWarnings';

/** The coordinator over the network's organisations. */
export const networkRoutes: Handlers<NetworkCalls> = {
  listMemberOrganisations: async ({ caller, query }, services) => {
    const page = pageRequest('member organisations', caller, query, services);
    const found = await pageOfMemberOrganisations(services.store.sql, page.limit, pageEnd(page.mark));
    return { status: 200, body: { data: found.data, next: page.next(markOf(found)) } };
  },

  admitOrganisation: (call, services) =>
    createOnce(call, services, async (unit) => {
      const { owner, language, ...told } = call.body;
      const by = actorOf(call.caller);
      const { organisation } = await addOrganisation(told, by)(unit);
      await invite(unit, { organisationId: organisation.id, address: owner, role: 'owner', language }, by);
      const body = await shown(unit.sql, organisation.id);
      return { status: 201, body, location: `${apiRoot}/network/organisations/${organisation.id}` };
    }),

  changeOrganisation: ({ caller, params, body }, services) =>
    changed(services, params, (id) => changeOrganisation(caller, id, body)),

  suspendOrganisation: ({ caller, params, body }, services) =>
    changed(services, params, (id) => suspend(caller, id, body.reason)),

  resumeOrganisation: ({ caller, params }, services) => changed(services, params, (id) => resume(caller, id)),

  brakeOrganisation: ({ caller, params, body }, services) =>
    changed(services, params, (id) => brake(caller, id, body.reason)),

  releaseOrganisation: ({ caller, params }, services) => changed(services, params, (id) => release(caller, id)),

  retractWarnings: async ({ caller, params, body }, { store }) => ({
    status: 200,
    body: await retractAll((command) => store.writer.run(command), caller, params['id'] as string, body),
  }),
};

async function changed(
  { store }: Services,
  params: Readonly<Record<string, string>>,
  command: (id: string) => Command<unknown>,
): Promise<Reply> {
  const id = params['id'] as string;
  await store.writer.run(command(id));
  return { status: 200, body: await shown(store.sql, id) };
}

async function shown(sql: Queryable, id: string) {
  const found = await memberOrganisation(sql, id);
  if (!found) throw notFound('organisation');
  return found;
}
