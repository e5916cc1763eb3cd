import { presentMailSubscriber, type MailSubscriber } from '../../../core/domain/mail-subscriber.ts';
import { coordinatorOf } from '../../../core/store/commands/coordinator.ts';
import {
  changeMailSubscriber,
  confirmMailSubscriber,
  endMailSubscriber,
  subscribeByMail,
  unknownSubscriber,
} from '../../../core/store/commands/mail-subscriber.ts';
import { addVouch, withdrawVouch } from '../../../core/store/commands/vouch.ts';
import { subscriberOfId } from '../../../core/store/mail-subscribers.ts';
import { pageOfVouches } from '../../../core/store/vouches.ts';
import type { Handlers, Services } from '../call.ts';
import { createOnce } from '../once.ts';
import { markOf, pageEnd, pageRequest } from '../page.ts';

type MailSubscriberCalls =
  | 'subscribeByMail'
  | 'confirmMailSubscriber'
  | 'viewMailSubscriber'
  | 'changeMailSubscriber'
  | 'endMailSubscriber'
  | 'listVouches'
  | 'addVouch'
  | 'withdrawVouch';

export const mailSubscriberRoutes: Handlers<MailSubscriberCalls> = {
  subscribeByMail: async ({ body, browser }, { store, limiter, afterwards }) => {
    await limiter.signIn(browser.address);
    coordinatorOf(store.directory());
    // Neither the answer nor its time tells whether the address is known: nothing waits for it.
    afterwards.begin(() => store.writer.run(subscribeByMail(body)));
    return { status: 202, body: {} };
  },

  confirmMailSubscriber: async ({ body, browser }, services) => {
    const { store, limiter, subscriberLinks, now } = services;
    await limiter.signIn(browser.address);
    const confirmed = await store.writer.run(confirmMailSubscriber(body.token));
    const token = subscriberLinks.preferences(confirmed.id, now());
    return { status: 200, body: { subscriber: shown(confirmed, services), token } };
  },

  viewMailSubscriber: async ({ body, browser }, services) => {
    await services.limiter.signIn(browser.address);
    const found = await subscriberOfId(services.store.sql, idIn(body.token, services));
    if (!found) throw unknownSubscriber();
    return { status: 200, body: shown(found, services) };
  },

  changeMailSubscriber: async ({ body, browser }, services) => {
    await services.limiter.signIn(browser.address);
    const { token, ...sent } = body;
    const changed = await services.store.writer.run(changeMailSubscriber(idIn(token, services), sent));
    return { status: 200, body: shown(changed, services) };
  },

  endMailSubscriber: async ({ body, browser }, services) => {
    await services.limiter.signIn(browser.address);
    await services.store.writer.run(endMailSubscriber(idIn(body.token, services)));
    return { status: 204 };
  },

  listVouches: async ({ caller, query }, services) => {
    const page = pageRequest('vouches', caller, query, services);
    const found = await pageOfVouches(services.store.sql, caller.organisation.id, page.limit, pageEnd(page.mark));
    return { status: 200, body: { data: found.data, next: page.next(markOf(found)) } };
  },

  addVouch: (call, services) =>
    createOnce(call, services, async (unit) => ({
      status: 201,
      body: await addVouch(call.caller, call.body)(unit),
    })),

  withdrawVouch: async ({ caller, params }, { store }) => {
    await store.writer.run(withdrawVouch(caller, params['id'] as string));
    return { status: 204 };
  },
};

/** @throws Refusal not-found */
function idIn(token: string, { subscriberLinks, now }: Services): string {
  const id = subscriberLinks.readPreferences(token, now());
  if (id === undefined) throw unknownSubscriber();
  return id;
}

function shown(subscriber: MailSubscriber, { store, now }: Services) {
  return presentMailSubscriber(store.directory(), subscriber, now());
}
