import { v7 } from 'uuid';
import { addDomain } from '../../core/store/commands/single-sign-on.ts';
import { addKey } from '../../core/store/commands/key.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { addOrganisation } from '../../core/store/commands/organisation.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { addTeam } from '../../core/store/commands/team.ts';
import { addVouch } from '../../core/store/commands/vouch.ts';
import { suppress } from '../../core/store/commands/suppression.ts';
import { invite } from '../../core/store/commands/invitation.ts';
import { suppressionOfAddress } from '../../core/store/suppressions.ts';
import type { Member } from '../../core/domain/organisation.ts';
import type { Store } from '../../core/store/store.ts';
import type { NameServer } from '../support/name-server.ts';
import type { Inhabitant } from '../support/network.ts';
import { signIn } from '../support/session.ts';
import { applicationBodies } from '../acceptance/bad-input/application-bodies.ts';
import type { Thing } from './access-table.ts';

interface Ground {
  readonly store: Store;
  readonly names: NameServer;
}

/** Whose a thing is: an organisation's, or a person's of it. */
export interface Holder {
  readonly of: Inhabitant;
  readonly member: Member;
}

/** Makes a fresh thing of each sort, and answers its id; warnings are raised over HTTP, where a test asks for them. */
export const made: {
  readonly [One in Exclude<Thing, 'warning'>]: (ground: Ground, holder: Holder) => Promise<string>;
} = {
  key: async ({ store }, { of }) => {
    const sent = { organisationId: of.organisation.id, name: 'Fresh', scopes: ['warnings:read' as const] };
    return (await store.writer.run(addKey(sent))).key.id;
  },
  member: async ({ store }, { of }) => {
    const address = `${v7()}@fresh.example`;
    const sent = { organisationId: of.organisation.id, name: 'Fresh', address, role: 'viewer' as const };
    return (await store.writer.run(addMember(sent))).id;
  },
  invitation: async ({ store }, { of }) => {
    const sent = { organisationId: of.organisation.id, address: `${v7()}@fresh.example`, role: 'viewer' as const };
    return (await store.writer.run((unit) => invite(unit, sent))).id;
  },
  subscription: async ({ store }, { of }) =>
    (await store.writer.run(addSubscription(of.caller, { name: 'Fresh', channels: [{ type: 'live' }] }))).id,
  team: async ({ store }, { of }) => (await store.writer.run(addTeam(of.caller, { name: 'Fresh' }))).id,
  domain: async ({ store, names }, { of }) => {
    const name = `${v7()}.example`;
    const { id, token } = await store.writer.run(addDomain(of.caller, name));
    names.txt.set(`_tocsin-challenge.${name}`, `tocsin-verification=${token}`);
    return id;
  },
  vouch: async ({ store }, { of }) =>
    (await store.writer.run(addVouch(of.caller, { address: `${v7()}@fresh.example` }))).id,
  suppression: async ({ store }, { of }) => {
    const address = `${v7()}@fresh.example`;
    const sent = { organisationId: of.organisation.id, name: 'Fresh', address, role: 'viewer' as const };
    await store.writer.run(addMember(sent));
    await store.writer.run((unit) => suppress(unit, address, { reason: 'no-mailbox', answer: '550 5.1.1' }));
    return (await suppressionOfAddress(store.sql, address))?.id ?? '';
  },
  session: async ({ store }, { member }) => (await signIn(store, member)).id,
  passkey: async ({ store }, { member }) => {
    const id = v7();
    await store.sql.query(
      `INSERT INTO passkey (id, member_id, credential, public_key, counter, transports, name, created_at)
       VALUES ($1, $2, $3, '\\x00', 0, '{}', 'Fresh', now())`,
      [id, member.id, id],
    );
    return id;
  },
  calendar: async ({ store }, { member }) => {
    const id = v7();
    await store.sql.query(
      `INSERT INTO calendar (id, member_id, name, digest, filter, created_at, expires_at)
       VALUES ($1, $2, 'Fresh', $3, '{"countries":[],"languages":[],"grounds":[],"severity":"minor","statuses":["actual"]}',
         now(), now() + interval '1 day')`,
      [id, member.id, Buffer.from(id)],
    );
    return id;
  },
  application: async ({ store }) => {
    const id = v7();
    const form = applicationBodies().apply;
    await store.sql.query(
      `INSERT INTO application (id, state, form, address, created_at, updated_at) VALUES ($1, 'open', $2, $3, now(), now())`,
      [
        id,
        JSON.stringify({ ...form, contact: { name: 'Ida', address: `${id}@fresh.example` } }),
        `${id}@fresh.example`,
      ],
    );
    return id;
  },
  organisation: async ({ store }) =>
    (await store.writer.run(addOrganisation({ name: `Fresh ${v7()}`, kind: 'cso' }))).organisation.id,
};
