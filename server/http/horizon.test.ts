import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RaiseRequest } from '../../core/contract/warning.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { aRaise } from '../../test/support/warnings.ts';

let at: TestServer;
beforeAll(async () => {
  at = await startTestServer({ csos: ['Amal', 'Bridge'], platforms: ['Agora', 'Bazaar'], coordinator: 'Hub' });
  for (const name of ['Agora', 'Bazaar']) {
    const { caller } = at.network.of(name);
    await at.store.writer.run(addSubscription(caller, { name: 'All', channels: [{ type: 'live' }] }));
  }
});
afterAll(() => at.close());

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

async function raise(days: number, changes: Partial<RaiseRequest> = {}): Promise<string> {
  const body = aRaise({ onset: inDays(days), expires: inDays(days + 1), ...changes });
  return (await at.ask('Amal', 'POST /warnings', { body })).body.id;
}

const ids = (body: { data: { id: string }[] }): string[] => body.data.map(({ id }) => id);

test('what lies ahead comes by its onset, in pages, within a range and as a filter asks', async () => {
  const late = await raise(20, { countries: ['PL'] });
  const soon = await raise(5);
  const later = await raise(10, { severity: 'minor' });
  const begun = await raise(-0.5);
  const all = await at.ask('Agora', 'GET /horizon');
  expect(ids(all.body)).toEqual([soon, later, late]);
  const page = await at.ask('Agora', 'GET /horizon?limit=2');
  const rest = await at.ask('Agora', `GET /horizon?limit=2&cursor=${page.body.next}`);
  expect([ids(page.body), ids(rest.body), rest.body.next]).toEqual([[soon, later], [late], null]);
  const between = await at.ask('Agora', `GET /horizon?since=${inDays(-1)}&until=${inDays(6)}`);
  expect(ids(between.body)).toEqual([begun, soon]);
  expect(ids((await at.ask('Agora', 'GET /horizon?country=DE&severity=severe')).body)).toEqual([soon]);
  const wide = await at.ask('Agora', `GET /horizon?since=${inDays(0)}&until=${inDays(401)}`);
  expect([wide.status, wide.body.errors[0].pointer]).toEqual([400, '/until']);
});

test('what became of it is told to each as far as it is theirs to know', async () => {
  const id = await raise(30);
  await at.ask('Agora', `POST /warnings/${id}/acknowledgement`, {
    body: { state: 'declined', reason: 'not_our_service', note: 'Not ours' },
  });
  await at.ask('Bridge', `POST /warnings/${id}/corroborations`, { body: { sighting: 'not_seen' } });
  await at.ask('Amal', `POST /warnings/${id}/cancellation`, { body: { reason: 'Forbidden by the city' } });
  const found = async (name: string) =>
    (await at.ask(name, 'GET /horizon')).body.data.find((one: { id: string }) => one.id === id);
  const told = { cancellation: { reason: 'Forbidden by the city' }, corroborations: { seen: 0, notSeen: 1 } };
  const answers = expect.arrayContaining([
    { state: 'declined', teams: 1 },
    { state: 'pending', teams: 1 },
  ]);
  expect(await found('Amal')).toMatchObject({ ...told, acknowledgement: null, answers });
  expect(await found('Hub')).toMatchObject({ ...told, answers });
  const own = await found('Agora');
  expect(own).toMatchObject({ ...told, acknowledgement: { state: 'declined', reason: 'not_our_service' } });
  expect(await found('Bazaar')).toMatchObject({ acknowledgement: { state: 'pending' } });
  for (const other of [own, await found('Bridge')]) expect(other.answers).toBeUndefined();
  expect(JSON.stringify(await found('Bazaar'))).not.toContain('declined');
});

test('nobody is told what is not for them: TLP:RED is its marking to the coordinator, and nothing to others', async () => {
  const { organisation } = at.network.of('Agora');
  const id = await raise(40, { tlp: 'TLP:RED', audience: { only: [organisation.id] } });
  const withheld = await raise(41, { withholdIssuer: true });
  const marked = (await at.ask('Hub', 'GET /horizon')).body.data.find((one: { id: string }) => one.id === id);
  expect(Object.keys(marked).toSorted()).toEqual(
    [
      'audience',
      'createdAt',
      'expires',
      'id',
      'issuer',
      'onset',
      'revision',
      'state',
      'status',
      'tlp',
      'updatedAt',
    ].toSorted(),
  );
  // Nor is it found by what it says.
  expect(ids((await at.ask('Hub', 'GET /horizon?country=DE')).body)).not.toContain(id);
  const { body } = await at.ask('Bazaar', 'GET /horizon');
  expect(ids(body)).not.toContain(id);
  expect(body.data.find((one: { id: string }) => one.id === withheld).issuer).toEqual({
    name: 'A member of the network',
    kind: 'cso',
  });
  const readings = async (): Promise<number> =>
    (await at.store.sql.query('SELECT FROM warning_read WHERE warning_id = $1', [id])).rows.length;
  const before = await readings();
  expect(ids((await at.ask('Agora', 'GET /horizon')).body)).toContain(id);
  expect(await readings()).toBe(before + 1);
});
