import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { createNetwork, settle, type TestNetwork } from '../../../test/support/network.ts';
import { openTestStore, type TestStore } from '../../../test/support/store.ts';
import { findKey, listKeys } from '../keys.ts';
import { noteUse } from '../last-use.ts';
import { listOrganisations } from '../organisations.ts';
import type { Store } from '../store.ts';
import { addKey, revokeKey } from './key.ts';
import { addMember } from './member.ts';
import { addOrganisation, resumeOrganisation, suspendOrganisation } from './organisation.ts';

let opened: TestStore;
let store: Store;
let network: TestNetwork;

beforeAll(async () => {
  opened = await openTestStore();
  store = opened.store;
  network = await createNetwork(store, {
    csos: ['Zara'],
    platforms: ['Chirper'],
    observers: ['Watch'],
    coordinator: 'Hub',
  });
});

afterAll(() => opened?.close());

describe('organisations', () => {
  test('are in the directory at once, with a team that bears their name and the clearance of their kind', () => {
    const { organisation, team, owner } = network.of('Watch');
    const directory = store.directory();
    expect(directory.organisations.get(organisation.id)).toEqual(organisation);
    expect(organisation).toMatchObject({ clearance: 'TLP:GREEN', suspended: false, listed: true });
    expect(network.of('Zara').organisation.clearance).toBe('TLP:RED');
    expect(directory.teams.get(organisation.id)).toEqual([
      { id: team.id, organisationId: organisation.id, name: 'Watch' },
    ]);
    expect(directory.members.get(owner.id)).toEqual(owner);
  });

  test('are suspended and resumed once each, and logged by ids alone', async () => {
    const { organisation } = network.of('Watch');
    const entries = await opened.logged(async () => {
      await store.writer.run(suspendOrganisation(organisation.id));
      await store.writer.run(suspendOrganisation(organisation.id));
      expect(store.directory().organisations.get(organisation.id)?.suspended).toBe(true);
      await store.writer.run(resumeOrganisation(organisation.id));
      await store.writer.run(resumeOrganisation(organisation.id));
    });
    expect(store.directory().organisations.get(organisation.id)?.suspended).toBe(false);
    expect(entries.map(({ type, data }) => [type, data])).toEqual([
      ['organisation.suspended', { organisation: organisation.id }],
      ['organisation.resumed', { organisation: organisation.id }],
    ]);
    await expect(store.writer.run(suspendOrganisation(network.of('Zara').team.id))).rejects.toMatchObject({
      problem: 'not-found',
    });
  });

  test('are refused with the pointer at what is wrong', async () => {
    const sent = { name: 'Two\nlines', kind: 'cso' as const, countries: ['DE', 'UK'] };
    await expect(store.writer.run(addOrganisation(sent))).rejects.toMatchObject({
      problem: 'invalid-request',
      details: { errors: [{ pointer: '/name' }, { pointer: '/countries/1', message: expect.stringContaining('GB') }] },
    });
  });

  test('are listed newest first, page by page, without the suspended and the unlisted', async () => {
    await settle(store, { name: 'At risk', kind: 'cso', listed: false });
    const { organisation: out } = await settle(store, { name: 'Out', kind: 'cso' });
    await store.writer.run(suspendOrganisation(out.id));
    const first = await listOrganisations(store.sql, 3);
    expect(first.data.map(({ name }) => name)).toEqual(['Hub', 'Watch', 'Chirper']);
    expect(first.more).toBe(true);
    const rest = await listOrganisations(store.sql, 3, first.data.at(-1));
    expect(rest.data.map(({ name }) => name)).toEqual(['Zara']);
    expect(rest.more).toBe(false);
  });

  test('have members only where they exist', async () => {
    const sent = {
      organisationId: network.of('Zara').team.id,
      name: 'A',
      address: 'a@zara.example',
      role: 'viewer' as const,
    };
    await expect(store.writer.run(addMember(sent))).rejects.toMatchObject({ problem: 'not-found' });
  });
});

describe('keys', () => {
  test('are found by the digest of a token that is kept nowhere', async () => {
    const { key, token } = network.of('Zara');
    expect(token).toMatch(new RegExp(`^tocsin_${key.prefix}_[0-9a-f]{40}$`));
    const digest = createHash('sha256').update(token).digest();
    expect(await findKey(store.sql, digest)).toEqual(key);
    const { rows } = await store.sql.query<{ row: string }>('SELECT api_key::text AS row FROM api_key');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ row }) => row.includes(token.slice(16)))).toEqual([]);
  });

  test('are revoked once, and logged', async () => {
    const { organisation } = network.of('Chirper');
    const { key } = await network.key('Chirper', { scopes: ['warnings:read'] });
    const entries = await opened.logged(async () => {
      await store.writer.run(revokeKey(key.id));
      await store.writer.run(revokeKey(key.id));
    });
    expect(entries.map(({ type, data }) => [type, data])).toEqual([
      ['key.revoked', { organisation: organisation.id, key: key.id }],
    ]);
    const kept = (await listKeys(store.sql, organisation.id)).find(({ id }) => id === key.id);
    expect(kept?.revokedAt).toBe(entries[0]?.at);
    await expect(store.writer.run(revokeKey(organisation.id))).rejects.toMatchObject({ problem: 'not-found' });
  });

  test('are limited to teams of their own organisation and to a time to come', async () => {
    const { organisation } = network.of('Chirper');
    const sent = {
      organisationId: organisation.id,
      name: 'Wrong',
      scopes: ['warnings:read' as const],
      teams: [network.of('Zara').team.id],
      expiresAt: '2020-01-01T00:00:00Z',
    };
    await expect(store.writer.run(addKey(sent))).rejects.toMatchObject({
      details: { errors: [{ pointer: '/teams/0' }, { pointer: '/expiresAt' }] },
    });
  });

  test('remember the latest use', async () => {
    const { key, organisation } = network.of('Chirper');
    const later = new Date('2030-01-02T00:00:00Z');
    await noteUse(store.sql, 'api_key', [key.id], later);
    await noteUse(store.sql, 'api_key', [key.id], new Date('2030-01-01T00:00:00Z'));
    const kept = (await listKeys(store.sql, organisation.id)).find(({ id }) => id === key.id);
    expect(kept?.lastUsedAt).toBe(later.toISOString());
  });
});
