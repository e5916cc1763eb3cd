import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { me as meSchema } from '../../core/contract/organisation.ts';
import type { Preview } from '../../core/contract/preview.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { aRaise } from '../../test/support/warnings.ts';

let served: TestServer;

beforeAll(async () => {
  served = await startTestServer({
    csos: ['Amal'],
    platforms: ['Agora'],
    observers: ['Beacon'],
    coordinator: 'Office',
  });
});

afterAll(() => served.close());

describe('subscriptions', () => {
  test('live and die by the contract', async () => {
    const body = {
      name: 'DACH',
      filter: { countries: ['DE', 'AT', 'DE'], languages: ['DE-at'] },
      channels: [{ type: 'live' }],
    };
    const added = await served.ask('Agora', 'POST /subscriptions', { body });
    expect(added.status).toBe(201);
    expect(added.headers.get('location')).toBe(`/api/v1/subscriptions/${added.body.id}`);
    expect(added.body).toMatchObject({
      team: served.network.of('Agora').team.id,
      filter: { countries: ['AT', 'DE'], languages: ['de-AT'], severity: 'minor', statuses: ['actual', 'exercise'] },
      advice: [{ pointer: '/filter/languages/0' }],
    });
    const path = `/subscriptions/${added.body.id}`;
    const patched = await served.ask('Agora', `PATCH ${path}`, {
      body: { filter: { languages: null }, paused: true },
      headers: { 'content-type': 'application/merge-patch+json' },
    });
    expect(patched.body).toMatchObject({ paused: true, filter: { countries: ['AT', 'DE'], languages: [] } });
    expect((await served.ask('Agora', `GET ${path}`)).body).toEqual(patched.body);
    expect((await served.ask('Agora', 'GET /subscriptions')).body.data).toEqual([patched.body]);
    expect((await served.ask('Amal', `GET ${path}`)).status).toBe(404);
    expect((await served.ask('Agora', `DELETE ${path}`)).status).toBe(204);
    expect((await served.ask('Agora', `GET ${path}`)).status).toBe(404);
  });

  test('a webhook is not offered yet', async () => {
    const body = { name: 'Hook', channels: [{ type: 'webhook', url: 'https://example.org/hook' }] };
    const refused = await served.ask('Agora', 'POST /subscriptions', { body });
    expect([refused.status, refused.body.type]).toEqual([400, '/problems/channel-unavailable']);
  });
});

describe('escalation policy', () => {
  test('is the network’s until one is set', async () => {
    const before = await served.ask('Agora', 'GET /escalation-policy');
    expect(before.body).toMatchObject({ source: 'network', updatedAt: null });
    const steps = [{ after: 60, to: [{ type: 'role', role: 'owner' }] }];
    const set = await served.ask('Agora', 'PUT /escalation-policy', { body: { steps } });
    expect(set.body).toMatchObject({ source: 'own', steps: [{ severity: 'minor', quiet: 'wait', repeat: null }] });
    expect((await served.ask('Agora', 'GET /escalation-policy')).body).toEqual(set.body);
    const foreign = await served.ask('Agora', `GET /escalation-policy?team=${served.network.of('Amal').team.id}`);
    expect(foreign.body.errors).toMatchObject([{ in: 'query', pointer: '/team' }]);
    expect((await served.ask('Amal', 'PUT /escalation-policy', { body: { steps } })).status).toBe(403);
  });

  test('is the network’s again once the team’s own was given up, which stands on the audit trail once', async () => {
    const before = (await served.ask('Agora', 'GET /escalation-policy')).body;
    expect(before.source).toBe('own');
    const foreign = await served.ask('Agora', `DELETE /escalation-policy?team=${served.network.of('Amal').team.id}`);
    expect(foreign.body.errors).toMatchObject([{ in: 'query', pointer: '/team' }]);
    expect((await served.ask('Amal', 'DELETE /escalation-policy')).body.type).toBe('/problems/kind-not-allowed');
    const { token } = await served.network.key('Agora', { scopes: ['warnings:read'] });
    expect((await served.ask('Agora', 'DELETE /escalation-policy', { token })).body.type).toBe(
      '/problems/scope-missing',
    );
    expect((await served.ask('Agora', 'GET /escalation-policy')).body).toEqual(before);
    for (const _ of ['given up', 'already the network’s']) {
      expect((await served.ask('Agora', 'DELETE /escalation-policy')).status).toBe(204);
      expect((await served.ask('Agora', 'GET /escalation-policy')).body).toMatchObject({
        source: 'network',
        updatedAt: null,
      });
    }
    const { body } = await served.ask('Agora', 'GET /audit');
    const types = (body.data as { type: string }[]).map(({ type }) => type);
    expect(types.filter((type) => type === 'escalation-policy.removed')).toHaveLength(1);
    await served.ask('Agora', 'PUT /escalation-policy', { body: { steps: before.steps } });
  });
});

describe('a rehearsal', () => {
  const night = { at: '2026-11-28T03:00', timeZone: 'Europe/Berlin', severity: 'severe' };
  const rehearse = (body: object) =>
    served.ask('Agora', 'POST /escalation-policy/rehearsal', { body: { ...night, ...body } });

  test('says whom the policy that stands would mail, and whom one that is not saved', async () => {
    const { owner } = served.network.of('Agora');
    const stands = await rehearse({});
    expect(stands.body).toMatchObject({
      at: '2026-11-28T02:00:00.000Z',
      firings: [{ step: 1, firesAt: '2026-11-28T02:01:00.000Z', heldSince: null }],
      steps: [{ step: 1, to: [{ type: 'member', member: { id: owner.id }, comesBack: false }], missed: [] }],
    });
    const steps = [{ after: 600, to: [{ type: 'coordinator' }] }];
    const written = await rehearse({ policy: { steps } });
    expect(written.body.steps).toEqual([{ step: 1, to: [{ type: 'coordinator' }], detour: null, missed: [] }]);
    expect(JSON.stringify(written.body)).not.toContain(served.network.of('Office').owner.id);
    expect((await rehearse({})).body).toEqual(stands.body);
  });

  test('refuses what could not be saved, and times that no clock shows', async () => {
    const { owner } = served.network.of('Amal');
    const foreign = await rehearse({ policy: { steps: [{ after: 0, to: [{ type: 'member', id: owner.id }] }] } });
    expect(foreign.body.errors).toMatchObject([{ pointer: '/policy/steps/0/to/0/id' }]);
    for (const at of ['2026-02-30T03:00', '2026-11-28T24:00', '2026-11-28 03:00', '1969-01-01T00:00']) {
      expect((await rehearse({ at })).body.errors).toMatchObject([{ pointer: '/at' }]);
    }
  });
});

test('teams come, are renamed and go; the last one stays', async () => {
  const { team } = served.network.of('Agora');
  const added = await served.ask('Agora', 'POST /teams', { body: { name: 'Polish desk' } });
  expect(added.status).toBe(201);
  const renamed = await served.ask('Agora', `PATCH /teams/${added.body.id}`, { body: { name: 'Warsaw' } });
  expect(renamed.body).toEqual({ id: added.body.id, name: 'Warsaw' });
  const listed = await served.ask('Agora', 'GET /teams');
  expect(listed.body).toEqual({ data: [renamed.body, { id: team.id, name: 'Agora' }], next: null });
  const { token } = await served.network.key('Agora', { scopes: ['admin'] });
  expect((await served.ask(null, 'GET /teams', { token })).body).toEqual(listed.body);
  expect((await served.ask('Agora', `DELETE /teams/${added.body.id}`)).status).toBe(204);
  const last = await served.ask('Agora', `DELETE /teams/${team.id}`);
  expect([last.status, last.body.type]).toEqual([409, '/problems/state-conflict']);
});

test('organisations are listed page by page', async () => {
  const first = await served.ask('Amal', 'GET /organisations?limit=3');
  const second = await served.ask('Amal', `GET /organisations?limit=3&cursor=${first.body.next}`);
  const names = [...first.body.data, ...second.body.data].map(({ name }: { name: string }) => name);
  expect(names.toSorted()).toEqual(['Agora', 'Amal', 'Beacon', 'Office']);
  expect(Object.keys(first.body.data[0]).toSorted()).toEqual(['countries', 'id', 'kind', 'languages', 'name']);
});

test('GET /me says who asks and what they may', async () => {
  const { body } = await served.ask('Agora', 'GET /me');
  const { key } = served.network.of('Agora');
  expect(meSchema.parse(body)).toMatchObject({
    organisation: { name: 'Agora', kind: 'platform' },
    as: { type: 'key', id: key.id, prefix: key.prefix, expiresAt: null },
    teams: [{ name: 'Agora' }],
    clearance: 'TLP:RED',
  });
  expect(body.may).toContain('acknowledgeWarning');
  expect(body.may).not.toContain('raiseWarning');
  const { token } = await served.network.key('Amal', { scopes: ['admin'] });
  const admin = await served.ask('Amal', 'GET /me', { token });
  expect(admin.body.may).toEqual(
    expect.arrayContaining(['listTeams', 'addTeam', 'changeTeam', 'removeTeam', 'getMe', 'listAudit']),
  );
  // It implies no other scope, and people's own calls are no key's.
  for (const other of ['listWarnings', 'raiseWarning', 'addSubscription', 'getOwnData']) {
    expect(admin.body.may).not.toContain(other);
  }
});

describe('a preview', () => {
  const draft = {
    headline: 'Demonstration',
    languages: ['de'],
    countries: ['DE'],
    grounds: ['antisemitism'],
    tlp: 'TLP:GREEN',
  };

  test('says whom a draft reaches, who follows and what is missing, and stores nothing', async () => {
    const body = { name: 'German', filter: { languages: ['de'] }, channels: [{ type: 'live' }] };
    await served.ask('Agora', 'POST /subscriptions', { body });
    const before = await served.ask('Amal', 'GET /events?after=now');
    const { status, body: preview } = await served.ask('Amal', 'POST /warnings/preview', { body: draft });
    expect(status).toBe(200);
    expect(preview).toMatchObject({
      reach: {
        organisations: 3,
        byKind: { cso: 0, platform: 1, coordinator: 1, observer: 1 },
        platforms: [{ name: 'Agora', follows: true }],
        subscribers: '1-9',
      },
      leftOut: [],
      reads: { tlp: 'TLP:GREEN', issuerNamed: true, alreadyOut: [] },
      similar: [],
    });
    expect(preview.missing.toSorted()).toEqual([
      '/certainty',
      '/description',
      '/expires',
      '/language',
      '/severity',
      '/trigger',
      '/urgency',
    ]);
    expect(preview).not.toHaveProperty('reopens');
    const after = await served.ask('Amal', 'GET /events?after=now');
    expect(after.body.position).toBe(before.body.position);
  });

  test('points at what a raise would refuse this caller', async () => {
    const only = [served.network.of('Agora').organisation.id];
    const { token } = await served.network.key('Amal', { scopes: ['warnings:write'] });
    const red = await served.ask(null, 'POST /warnings/preview', {
      token,
      body: { ...draft, tlp: 'TLP:RED', audience: { only } },
    });
    expect(red.body.missing).toContain('/tlp');
    const missing = async (body: object) =>
      (await served.ask('Office', 'POST /warnings/preview', { body })).body.missing as string[];
    expect(await missing(draft)).toContain('/status');
    expect(await missing({ ...draft, status: 'exercise' })).not.toContain('/status');
  });

  test('of a tightened revision names those who have it already', async () => {
    const expires = new Date(Date.now() + 3_600_000).toISOString();
    const rest = {
      language: 'de',
      description: 'Text',
      trigger: 'protest',
      severity: 'minor',
      urgency: 'expected',
      certainty: 'likely',
    };
    const raised = await served.ask('Amal', 'POST /warnings', { body: { ...draft, ...rest, expires } });
    const { body: answered } = await served.ask('Agora', `POST /warnings/${raised.body.id}/acknowledgement`, {
      body: { state: 'working' },
    });
    expect(answered.state).toBe('working');
    const { body: preview } = await served.ask('Amal', 'POST /warnings/preview', {
      body: { revisionOf: raised.body.id, tlp: 'TLP:AMBER', severity: 'severe' },
    });
    expect(preview).toMatchObject({
      reopens: 1,
      missing: [],
      leftOut: [{ name: 'Beacon' }],
      reads: { tlp: 'TLP:AMBER' },
    });
    const hasOut = ({ body }: { body: Preview }) =>
      Object.fromEntries(body.reads.alreadyOut.map(({ name, has }) => [name, has]));
    expect(hasOut({ body: preview })).toMatchObject({ Beacon: ['text', 'marking'], Agora: ['marking'] });
    const unnamed = await served.ask('Amal', 'POST /warnings/preview', {
      body: { revisionOf: raised.body.id, withholdIssuer: true },
    });
    expect(hasOut(unnamed)).toMatchObject({ Beacon: ['issuer'], Agora: ['issuer'] });
    const elsewhere = await served.ask('Amal', 'POST /warnings/preview', {
      body: { revisionOf: raised.body.id, languages: ['pl'], countries: ['PL'] },
    });
    // Who heard of it hears how it goes on.
    expect(elsewhere.body.reach).toMatchObject({ platforms: [{ name: 'Agora', follows: true }], subscribers: '1-9' });
    const similar = await served.ask('Amal', 'POST /warnings/preview', { body: draft });
    expect(similar.body.similar).toMatchObject([{ id: raised.body.id, issuer: { name: 'Amal' } }]);
  });
});

describe('what filters would have matched', () => {
  const count = async (token: string, ...filters: object[]) =>
    (await served.ask(null, 'POST /subscriptions/matches', { token, body: { filters } })).body;

  test('is counted as the caller may see it, with the newest as examples', async () => {
    const { token } = served.network.of('Agora');
    const { token: plain } = await served.network.key('Agora', { scopes: ['warnings:read'] });
    const greek = { languages: ['el'] };
    const only = [served.network.of('Agora').organisation.id];
    const raised = [];
    for (const changes of [{}, { severity: 'extreme' as const }, { tlp: 'TLP:RED' as const, audience: { only } }]) {
      const body = aRaise({ ...greek, withholdIssuer: true, ...changes });
      raised.push((await served.ask('Amal', 'POST /warnings', { body })).body);
    }
    const { since, matches } = await count(plain, greek, { ...greek, severity: 'extreme' }, { languages: ['mt'] });
    expect(Math.round((Date.now() - Date.parse(since)) / 86_400_000)).toBe(90);
    expect(matches).toMatchObject([
      {
        count: 2,
        bySeverity: { extreme: 1, severe: 1, moderate: 0, minor: 0 },
        newest: [{ id: raised[1].id, severity: 'extreme' }, { id: raised[0].id }],
      },
      { count: 1 },
      { count: 0, newest: [] },
    ]);
    // Neither the TLP:RED one nor whose they are.
    expect(JSON.stringify(matches)).not.toContain(raised[2].id);
    expect(JSON.stringify(matches)).not.toContain(served.network.of('Amal').organisation.id);
    expect((await count(token, greek)).matches).toMatchObject([{ count: 3, newest: [{ id: raised[2].id }, {}, {}] }]);
    const { rows } = await served.store.sql.query(
      `SELECT DISTINCT warning_id FROM event WHERE type = 'warning.read' AND warning_id = ANY($1)`,
      [raised.map(({ id }) => id)],
    );
    expect(rows).toEqual([{ warning_id: raised[2].id }]);
  });
});
