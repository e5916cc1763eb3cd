import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AuditEntry } from '../../core/contract/audit-entry.ts';
import type { Role } from '../../core/contract/vocabularies.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { resumeOrganisation, suspendOrganisation } from '../../core/store/commands/organisation.ts';
import { signIn } from '../../test/support/session.ts';
import { startTestServer, type Ask, type TestServer } from '../../test/support/server.ts';
import { aRaise } from '../../test/support/warnings.ts';

let at: TestServer;

beforeAll(async () => {
  at = await startTestServer({ csos: ['Ida', 'Amal'], platforms: ['Agora', 'Plaza'], coordinator: 'Hub' });
});
afterAll(() => at.close());

type Exported = AuditEntry & { salt?: string; content?: string };

async function trail(name: string, query = '', ask: Ask = {}): Promise<AuditEntry[]> {
  const { status, body } = await at.ask(name, `GET /audit?limit=200&${query}`, ask);
  expect(status).toBe(200);
  return body.data as AuditEntry[];
}

async function exported(name: string, query = ''): Promise<Exported[]> {
  const headers = { accept: 'application/jsonl' };
  const answer = await at.ask(name, `GET /audit?${query}`, { headers });
  expect(answer.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
  const lines = (answer.body as string).split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line) as Exported);
}

async function memberAs(name: string, role: Role): Promise<Ask> {
  const { organisation } = at.network.of(name);
  const sent = {
    organisationId: organisation.id,
    name: `${role} of ${name}`,
    address: `${role}@${name}.example`,
    role,
  };
  return { headers: (await signIn(at.store, await at.store.writer.run(addMember(sent)))).headers };
}

async function raise(changes: Parameters<typeof aRaise>[0] = {}): Promise<string> {
  return (await at.ask('Ida', 'POST /warnings', { body: aRaise(changes) })).body.id as string;
}

const types = (entries: readonly AuditEntry[]): string[] => entries.map(({ type }) => type);

describe('an organisation’s trail', () => {
  test('says who did what, newest first, with names as they are now', async () => {
    const { organisation, key } = at.network.of('Agora');
    const team = await at.ask('Agora', 'POST /teams', { body: { name: 'Polish desk' } });
    await at.ask('Agora', `PATCH /teams/${team.body.id}`, { body: { name: 'Warsaw desk' } });
    const [renamed, added, ...before] = await trail('Agora');
    expect([renamed?.type, added?.type]).toEqual(['team.changed', 'team.added']);
    expect(added).toMatchObject({
      actor: { organisation: { id: organisation.id, name: 'Agora' }, key: { id: key.id, prefix: key.prefix } },
      about: { team: { id: team.body.id, name: 'Warsaw desk' } },
    });
    expect(types(before)).toEqual(expect.arrayContaining(['key.added', 'member.added', 'organisation.added']));
    expect(before.at(-1)?.actor.organisation).toEqual({ name: 'The network', kind: 'network' });
  });

  test('holds what others did about it and read of its warnings, not whose hands it was', async () => {
    const { organisation } = at.network.of('Ida');
    const id = await raise({ tlp: 'TLP:RED', audience: { only: [at.network.of('Agora').organisation.id] } });
    await at.ask('Agora', `GET /warnings/${id}`);
    await at.store.writer.run(suspendOrganisation(organisation.id));
    await at.store.writer.run(resumeOrganisation(organisation.id));
    const [resumed, suspended, read] = await trail('Ida');
    expect(types([resumed, suspended] as AuditEntry[])).toEqual(['organisation.resumed', 'organisation.suspended']);
    expect(read).toMatchObject({ type: 'warning.read', about: { warning: { id, revision: 1 } }, data: { why: 'red' } });
    expect(read?.actor).toEqual({ organisation: expect.objectContaining({ name: 'Agora' }) });
  });

  test('names a warning to those who may see it alone, though it says that it was read', async () => {
    const id = await raise({ tlp: 'TLP:RED', audience: { only: [at.network.of('Agora').organisation.id] } });
    await at.ask('Agora', `GET /warnings/${id}`);
    const { token } = await at.network.key('Agora', { scopes: ['admin'] });
    const [read] = await trail('Agora', 'type=warning.read', { token });
    expect(read).toMatchObject({ type: 'warning.read', about: {}, data: {} });
    expect(await trail('Agora', `warning=${id}`, { token })).toEqual([]);
    expect(await trail('Agora', `warning=${id}`)).toHaveLength(1);
  });

  test('has nothing of others', async () => {
    await raise({ withholdIssuer: true });
    const { organisation, key } = at.network.of('Ida');
    const text = JSON.stringify([await trail('Plaza'), await exported('Plaza')]);
    for (const secret of [organisation.id, organisation.name, key.id]) expect(text).not.toContain(secret);
    const other = await at.ask('Plaza', `GET /audit?organisation=${organisation.id}`);
    expect(other.body.type).toBe('/problems/kind-not-allowed');
    expect(await trail('Plaza', `actor=${key.id}`)).toEqual([]);
  });

  test('is for its owners; of the coordinator for managers, too; of keys for those of scope admin', async () => {
    const status = async (name: string, ask: Ask) => (await at.ask(name, 'GET /audit', { token: '', ...ask })).status;
    const asMember = async (name: string, role: Role) => {
      const response = await fetch(`${at.server.url}/api/v1/audit`, (await memberAs(name, role)) as RequestInit);
      return response.status;
    };
    expect(await asMember('Agora', 'owner')).toBe(200);
    expect(await asMember('Agora', 'manager')).toBe(403);
    expect(await asMember('Hub', 'manager')).toBe(200);
    expect(await asMember('Hub', 'responder')).toBe(403);
    const { token } = await at.network.key('Agora', { scopes: ['warnings:read'] });
    expect(await status('Agora', { token })).toBe(403);
  });
});

describe('the coordinator’s trail', () => {
  test('is the network’s, or one organisation’s, by type, credential and time', async () => {
    const { organisation, key } = at.network.of('Ida');
    expect(new Set((await trail('Hub', 'type=organisation')).map(({ type }) => type))).toContain('organisation.added');
    const own = await trail('Hub', `organisation=${organisation.id}&type=key&type=team.added`);
    expect(types(own)).toContain('key.added');
    expect(types(own).every((type) => /^key\.|^team\.added$/.test(type))).toBe(true);
    const raised = await trail('Hub', `actor=${key.id}&type=warning.raised`);
    expect(raised.length).toBeGreaterThan(0);
    expect(raised[0]?.actor).toMatchObject({ organisation: { name: 'Ida' }, key: { prefix: key.prefix } });
    const [newest] = raised;
    expect(await trail('Hub', `until=${newest?.at}&type=warning.raised`)).not.toContainEqual(newest);
    expect(await trail('Hub', `since=${newest?.at}&type=warning.raised`)).toContainEqual(newest);
  });

  test('that names a withheld issuer is itself a reading of it', async () => {
    const id = await raise({ withholdIssuer: true });
    const { token, key } = await at.network.key('Hub');
    await trail('Hub', `warning=${id}`, { token });
    const read = await trail('Hub', `warning=${id}&type=warning.read`);
    expect(read.map(({ actor, data }) => [actor.key?.id, data])).toContainEqual([key.id, { why: 'withheld' }]);
  });

  test('comes in pages without gap or repeat', async () => {
    // Reading it is itself on it: the second time nothing new is read.
    await trail('Hub');
    const whole = (await trail('Hub')).map(({ id }) => id);
    const paged: string[] = [];
    let cursor = '';
    do {
      const { body } = await at.ask('Hub', `GET /audit?limit=7${cursor}`);
      paged.push(...(body.data as AuditEntry[]).map(({ id }) => id));
      cursor = body.next ? `&cursor=${body.next}` : '';
    } while (cursor);
    expect(paged.slice(0, whole.length)).toEqual(whole);
    expect(new Set(paged).size).toBe(paged.length);
  });
});

describe('an export', () => {
  test('is in the order of the chain, says each digest, and ends with itself', async () => {
    const entries = await exported('Agora');
    const [newest, ...listed] = (await trail('Agora')).toReversed().slice(-3).toReversed();
    expect(newest?.type).toBe('audit.exported');
    expect(entries.at(-1)?.id).toBe(newest?.id);
    expect(entries.at(-2)?.id).toBe(listed[0]?.id);
    const told = entries.filter(({ content }) => content !== undefined);
    expect(told.length).toBeGreaterThan(3);
    for (const { salt = '', content = '', digest, id } of told) {
      const bytes = Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(content)]);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(digest);
      expect((JSON.parse(content) as { id: string }).id).toBe(id);
    }
  });

  test('gives others’ people and what may not be seen by its digest alone', async () => {
    const id = await raise({ tlp: 'TLP:RED', audience: { only: [at.network.of('Agora').organisation.id] } });
    await at.ask('Agora', `GET /warnings/${id}`);
    const read = (await exported('Ida', `type=warning.read&warning=${id}`)).filter(
      ({ actor }) => actor.organisation.name === 'Agora',
    );
    expect(read).toHaveLength(1);
    expect(read[0]).not.toHaveProperty('content');
    expect(JSON.stringify(read)).not.toContain(at.network.of('Agora').key.id);
    const marked = await exported('Hub', `warning=${id}&type=warning.raised`);
    expect(marked).toHaveLength(1);
    expect(marked[0]).not.toHaveProperty('salt');
  });

  test('is on the log before it leaves, with what was asked for; a HEAD exports nothing', async () => {
    const headers = { accept: 'application/jsonl' };
    const count = async () => (await trail('Amal', 'type=audit')).length;
    await at.ask('Amal', 'HEAD /audit', { headers });
    expect(await count()).toBe(0);
    await exported('Amal', 'type=key');
    const [entry] = await trail('Amal', 'type=audit.exported');
    expect(entry?.data).toEqual({ organisation: at.network.of('Amal').organisation.id, types: ['key'] });
  });
});
