import type { Colleague, Invitation as InvitationAnswer } from '../../../core/contract/member.ts';
import { apiRoot } from '../../../core/contract/routes.ts';
import { managesPeople } from '../../../core/domain/access.ts';
import type { Caller, Member, Organisation } from '../../../core/domain/organisation.ts';
import { memberNamed } from '../../../core/domain/presentation.ts';
import { notFound } from '../../../core/domain/refusal.ts';
import { changeOrganisation } from '../../../core/store/commands/coordination.ts';
import { eraseMember } from '../../../core/store/commands/erase-member.ts';
import {
  acceptInvitation,
  inviteColleague,
  standing,
  withdrawInvitation,
} from '../../../core/store/commands/invitation.ts';
import { changeMe, changeMember, leaveOrganisation, removeMember } from '../../../core/store/commands/member.ts';
import { askForAddress, takeAddress } from '../../../core/store/commands/own-address.ts';
import { leaveNetwork } from '../../../core/store/commands/own-organisation.ts';
import { findInvitation, pageOfInvitations, type Invitation } from '../../../core/store/invitations.ts';
import { memberAtWork, pageOfMembers, type MemberAtWork } from '../../../core/store/members.ts';
import { tokenDigest } from '../../../core/store/token.ts';
import type { Handlers, Services } from '../call.ts';
import { createOnce } from '../once.ts';
import { markOf, pageEnd, pageRequest } from '../page.ts';
import { deviceOf, signedIn } from './sign-in.ts';

export const memberRoutes: Handlers<
  | 'listMembers'
  | 'getMember'
  | 'changeMember'
  | 'removeMember'
  | 'eraseMember'
  | 'changeMe'
  | 'askForAddress'
  | 'takeAddress'
  | 'leave'
> = {
  listMembers: async ({ caller, query }, services) => {
    const page = pageRequest('members', caller, query, services);
    const { sql } = services.store;
    const found = await pageOfMembers(sql, caller.organisation.id, page.limit, pageEnd(page.mark));
    const data = found.data.flatMap((one) => colleague(services, caller, one) ?? []);
    return { status: 200, body: { data, next: page.next(markOf(found)) } };
  },

  getMember: async ({ caller, params }, services) => ({
    status: 200,
    body: await shown(services, caller, params['id'] as string),
  }),

  changeMember: async ({ caller, params, body }, services) => {
    const { id } = await services.store.writer.run(changeMember(caller, params['id'] as string, body));
    return { status: 200, body: await shown(services, caller, id) };
  },

  removeMember: async ({ caller, params }, { store }) => {
    await store.writer.run(removeMember(caller, params['id'] as string));
    return { status: 204 };
  },

  eraseMember: async ({ caller, params }, { store }) => {
    await store.writer.run(eraseMember(caller, params['id'] as string));
    return { status: 204 };
  },

  changeMe: async ({ caller, body }, services) => {
    const { id } = await services.store.writer.run(changeMe(caller, body));
    return { status: 200, body: await shown(services, caller, id) };
  },

  askForAddress: async ({ caller, body }, { store, limiter, addressSeal }) => {
    await limiter.namedAddress(caller.as.id);
    await store.writer.run(askForAddress(caller, body.address, addressSeal));
    return { status: 202, body: {} };
  },

  takeAddress: async ({ caller, body }, services) => {
    await services.store.writer.run(takeAddress(caller, body.token, services.addressSeal));
    return { status: 200, body: await shown(services, caller, caller.as.id) };
  },

  leave: async ({ caller }, { store, cookie }) => {
    await store.writer.run(leaveOrganisation(caller));
    return { status: 204, cookie: cookie.drop() };
  },
};

export const invitationRoutes: Handlers<
  'listInvitations' | 'invite' | 'withdrawInvitation' | 'viewInvitation' | 'acceptInvitation'
> = {
  listInvitations: async ({ caller, query }, services) => {
    const page = pageRequest('invitations', caller, query, services);
    const { store } = services;
    const found = await pageOfInvitations(store.sql, caller.organisation.id, page.limit, pageEnd(page.mark));
    const data = found.data.map((one) => presentInvitation(store.directory().members, one));
    return { status: 200, body: { data, next: page.next(markOf(found)) } };
  },

  invite: (call, services) =>
    createOnce(call, services, async (unit) => {
      const invitation = await inviteColleague(call.caller, call.body)(unit);
      const body = presentInvitation(unit.directory.members, invitation);
      return { status: 201, body, location: `${apiRoot}/invitations/${invitation.id}` };
    }),

  withdrawInvitation: async ({ caller, params }, { store }) => {
    await store.writer.run(withdrawInvitation(caller, params['id'] as string));
    return { status: 204 };
  },

  viewInvitation: async ({ body }, { store, now }) => {
    const directory = store.directory();
    const found = await findInvitation(store.sql, tokenDigest(body.token));
    const { organisationId, role, address, invitedBy, expiresAt } = standing(found, {
      directory,
      at: now().toISOString(),
    });
    const { name = '', kind = 'observer' } = directory.organisations.get(organisationId) ?? {};
    const by = invitedBy === null ? null : memberNamed(directory, invitedBy).name;
    return { status: 200, body: { organisation: { name, kind }, role, address, invitedBy: by, expiresAt } };
  },

  acceptInvitation: async ({ body, browser }, services) => {
    const session = await services.store.writer.run(acceptInvitation(body, deviceOf(browser)));
    return signedIn(session, browser, services);
  },
};

export const ownOrganisationRoutes: Handlers<'getOwnOrganisation' | 'changeOwnOrganisation' | 'leaveNetwork'> = {
  getOwnOrganisation: ({ caller }) => ({ status: 200, body: presentOwn(caller.organisation) }),

  changeOwnOrganisation: async ({ caller, body }, { store }) => ({
    status: 200,
    body: presentOwn(await store.writer.run(changeOrganisation(caller, caller.organisation.id, body))),
  }),

  leaveNetwork: async ({ caller, body }, { store, cookie }) => {
    await store.writer.run(leaveNetwork(caller, body));
    return { status: 204, cookie: cookie.drop() };
  },
};

async function shown(services: Services, caller: Caller, id: string): Promise<Colleague> {
  const found = await memberAtWork(services.store.sql, id);
  const answer = found && colleague(services, caller, found);
  if (!answer) throw notFound('member');
  return answer;
}

function colleague({ store }: Services, caller: Caller, atWork: MemberAtWork): Colleague | undefined {
  const member: Member | undefined = store.directory().members.get(atWork.id);
  if (member?.organisationId !== caller.organisation.id) return undefined;
  const { name, address, role, teams, language, red } = member;
  const mayKnow = managesPeople(caller) || caller.as.id === atWork.id;
  return { ...atWork, name, ...(mayKnow ? { address } : {}), role, teams: [...teams], language, red };
}

function presentInvitation(members: ReadonlyMap<string, Member>, invitation: Invitation): InvitationAnswer {
  const { id, address, role, teams, language, invitedBy, createdAt, expiresAt } = invitation;
  const by = invitedBy === null ? null : memberNamed({ members }, invitedBy);
  return { id, address, role, teams: [...teams], language, invitedBy: by, createdAt, expiresAt };
}

function presentOwn({ id, name, kind, countries, languages, clearance, listed }: Organisation) {
  return { id, name, kind, countries: [...countries], languages: [...languages], clearance, listed };
}
