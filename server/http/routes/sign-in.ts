import { setTimeout } from 'node:timers/promises';
import type { Membership } from '../../../core/contract/session.ts';
import { reasons } from '../../../core/contract/reasons.ts';
import type { Directory } from '../../../core/domain/directory.ts';
import type { Caller, Member } from '../../../core/domain/organisation.ts';
import { Refusal } from '../../../core/domain/refusal.ts';
import { endOtherSessions, endSession, type BegunSession, type Device } from '../../../core/store/commands/session.ts';
import { askForLink, mailLink, useLink } from '../../../core/store/commands/sign-in.ts';
import { sessionsOf } from '../../../core/store/sessions.ts';
import { tokenDigest } from '../../../core/store/token.ts';
import type { Browser, Handlers, Reply, Services } from '../call.ts';
import { presentMe } from './organisations.ts';

/** Milliseconds that asking for a link takes at least, so that the mail of the one before is not felt in it. */
const leastAnswer = 150;

export const signInRoutes: Handlers<
  'requestSignInLink' | 'useSignInLink' | 'listSessions' | 'endOtherSessions' | 'signOut' | 'endSession'
> = {
  requestSignInLink: async ({ body }, { store, afterwards }) => {
    const asked = store.writer.run(askForLink(body.address)).then((link) => {
      // Only here is looked whose address it is, and nothing waits for it: neither the answer nor its time can tell.
      if (link) afterwards.begin(() => store.writer.run(mailLink(link)));
    });
    await Promise.all([asked, setTimeout(leastAnswer)]);
    return { status: 202, body: {} };
  },

  useSignInLink: async ({ body, browser }, services) => {
    const { store } = services;
    const used = await store.writer.run(useLink(body.token, body.member, deviceOf(browser)));
    if ('refused' in used) throw new Refusal('unauthorized', linkRefusals[used.refused]);
    if ('choose' in used) {
      const { organisations } = store.directory();
      return { status: 200, body: { choose: used.choose.map((member) => membership(organisations, member)) } };
    }
    return signedIn(used.session, browser, services);
  },

  listSessions: async ({ caller }, { store, now }) => {
    const { id, session: current } = asMember(caller);
    const sessions = await sessionsOf(store.sql, id, now());
    const data = sessions.map((one) => ({
      id: one.id,
      device: one.device,
      method: one.method,
      createdAt: one.createdAt.toISOString(),
      lastSeenAt: one.lastSeenAt.toISOString(),
      expiresAt: one.expiresAt.toISOString(),
      strongAt: one.strongAt?.toISOString() ?? null,
      current: one.id === current,
    }));
    return { status: 200, body: { data } };
  },

  endOtherSessions: async ({ caller }, { store }) => {
    const { id, session } = asMember(caller);
    await store.writer.run(endOtherSessions(id, session));
    return { status: 204 };
  },

  signOut: async ({ caller }, { store, cookie }) => {
    const { id, session } = asMember(caller);
    await store.writer.run(endSession(id, session, 'signed-out'));
    return { status: 204, cookie: cookie.drop() };
  },

  endSession: async ({ caller, params }, { store }) => {
    await store.writer.run(endSession(asMember(caller).id, params['id'] as string, 'revoked'));
    return { status: 204 };
  },
};

const linkRefusals = {
  unknown: reasons.linkUnknown,
  spent: reasons.linkSpent,
  expired: reasons.linkExpired,
  'provider-alone': reasons.providerAlone,
} as const;

/** The browser that is to be signed in. @throws Refusal unauthorized for a page of somebody else's */
export function deviceOf({ device, session, isOwn }: Browser): Device {
  if (!isOwn) throw new Refusal('unauthorized', 'People sign in from the network’s own pages alone.');
  return { name: device, before: session === undefined ? null : tokenDigest(session) };
}

/** Answers who has signed in, with the cookie of the session. */
export async function signedIn(session: BegunSession, { address }: Browser, services: Services): Promise<Reply> {
  const caller = await services.authenticate(session.token, address);
  return {
    status: 200,
    body: { signedIn: presentMe(caller, services) },
    cookie: services.cookie.set(session.token),
  };
}

/** The member that calls; calls for people alone let nobody else through. */
export function asMember({ as }: Caller): Extract<Caller['as'], { type: 'member' }> {
  if (as.type !== 'member') throw new Error('This call is for members alone.');
  return as;
}

function membership(organisations: Directory['organisations'], member: Member): Membership {
  const organisation = organisations.get(member.organisationId);
  if (!organisation) throw new Error(`The member ${member.id} is of no organisation.`);
  const { id, name, kind } = organisation;
  return { member: member.id, name: member.name, role: member.role, organisation: { id, name, kind } };
}
