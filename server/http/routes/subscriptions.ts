import { apiRoot } from '../../../core/contract/routes.ts';
import { notFound } from '../../../core/domain/refusal.ts';
import { presentSubscription } from '../../../core/domain/subscription.ts';
import { addSubscription, changeSubscription, removeSubscription } from '../../../core/store/commands/subscription.ts';
import { findSubscription, listSubscriptions } from '../../../core/store/subscriptions.ts';
import { createOnce } from '../once.ts';
import type { Handlers } from '../call.ts';
import { markOf, pageEnd, pageRequest } from '../page.ts';

type SubscriptionCalls =
  | 'listSubscriptions'
  | 'addSubscription'
  | 'getSubscription'
  | 'changeSubscription'
  | 'removeSubscription';

export const subscriptionRoutes: Handlers<SubscriptionCalls> = {
  listSubscriptions: async ({ caller, query }, services) => {
    const page = pageRequest('subscriptions', caller, query, services);
    const { sql } = services.store;
    const found = await listSubscriptions(sql, caller.organisation.id, page.limit, pageEnd(page.mark));
    return { status: 200, body: { data: found.data.map(presentSubscription), next: page.next(markOf(found)) } };
  },

  addSubscription: (call, services) =>
    createOnce(call, services, async (unit) => {
      const added = await addSubscription(call.caller, call.body)(unit);
      return { status: 201, body: presentSubscription(added), location: `${apiRoot}/subscriptions/${added.id}` };
    }),

  getSubscription: async ({ caller, params }, { store }) => {
    const found = await findSubscription(store.sql, caller.organisation.id, params['id'] as string);
    if (!found) throw notFound('subscription');
    return { status: 200, body: presentSubscription(found) };
  },

  changeSubscription: async ({ caller, params, body }, { store }) => {
    const changed = await store.writer.run(changeSubscription(caller, params['id'] as string, body));
    return { status: 200, body: presentSubscription(changed) };
  },

  removeSubscription: async ({ caller, params }, { store }) => {
    await store.writer.run(removeSubscription(caller, params['id'] as string));
    return { status: 204 };
  },
};
