import { apiRoot } from '../../../core/contract/routes.ts';
import { presentKey } from '../../../core/domain/key.ts';
import { notFound } from '../../../core/domain/refusal.ts';
import { addKey, changeKey, revokeKey, rotateKey, type MadeKey } from '../../../core/store/commands/key.ts';
import type { Answered } from '../../../core/store/idempotency.ts';
import { keyOfId, pageOfKeys } from '../../../core/store/keys.ts';
import type { Unit } from '../../../core/store/unit.ts';
import { createOnce } from '../once.ts';
import type { Handlers } from '../call.ts';
import { markOf, pageEnd, pageRequest } from '../page.ts';

export const keyRoutes: Handlers<'listKeys' | 'addKey' | 'getKey' | 'changeKey' | 'rotateKey' | 'revokeKey'> = {
  listKeys: async ({ caller, query }, services) => {
    const { store, now } = services;
    const page = pageRequest('keys', caller, query, services);
    const found = await pageOfKeys(store.sql, caller.organisation.id, page.limit, pageEnd(page.mark));
    const data = found.data.map((key) => presentKey(store.directory(), key, now()));
    return { status: 200, body: { data, next: page.next(markOf(found)) } };
  },

  addKey: (call, services) =>
    createOnce(call, services, async (unit) => {
      const sent = { organisationId: call.caller.organisation.id, ...call.body };
      return issued(unit, await addKey(sent, call.caller)(unit));
    }),

  getKey: async ({ caller, params }, { store, now }) => {
    const key = await keyOfId(store.sql, params['id'] as string);
    if (key?.organisationId !== caller.organisation.id) throw notFound('key');
    return { status: 200, body: presentKey(store.directory(), key, now()) };
  },

  changeKey: async ({ caller, params, body }, { store, now }) => {
    const changed = await store.writer.run(changeKey(params['id'] as string, body, caller));
    return { status: 200, body: presentKey(store.directory(), changed, now()) };
  },

  rotateKey: (call, services) =>
    createOnce(call, services, async (unit) =>
      issued(unit, await rotateKey(call.params['id'] as string, call.body, call.caller)(unit)),
    ),

  revokeKey: async ({ caller, params }, { store }) => {
    await store.writer.run(revokeKey(params['id'] as string, caller));
    return { status: 204 };
  },
};

/** The token is said once: what is kept for a repeat has none. */
function issued(unit: Unit, { key, token }: MadeKey): Answered {
  const shown = presentKey(unit.directory, key, unit.now);
  const body = { key: shown, token };
  return { status: 201, body, repeated: { ...body, token: null }, location: `${apiRoot}/keys/${key.id}` };
}
