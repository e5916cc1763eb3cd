import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { operation, type OperationId } from '../../core/contract/routes.ts';
import { startNameServer, type NameServer } from '../support/name-server.ts';
import { startTestServer, type TestAnswer, type TestServer } from '../support/server.ts';
import { signIn } from '../support/session.ts';
import { aRaise } from '../support/warnings.ts';
import { anybodys, namedIds, placesOfIds, type Named } from './named-ids.ts';
import { made } from './things.ts';

let at: TestServer;
let names: NameServer;
/** A warning that all may see, and one that Amal's own people and the coordinator alone may. */
let open: string;
let closed: string;
const owners = new Map<string, Record<string, string>>();

beforeAll(async () => {
  names = await startNameServer();
  at = await startTestServer({ csos: ['Amal', 'Bridge'], platforms: ['Agora', 'Bazaar'], coordinator: 'Hub' });
  for (const name of ['Amal', 'Bridge', 'Agora', 'Bazaar']) {
    owners.set(name, (await signIn(at.store, at.network.of(name).owner)).headers);
  }
  const except = ['Agora', 'Bazaar', 'Bridge'].map((name) => at.network.of(name).organisation.id);
  open = (await at.ask('Amal', 'POST /warnings', { body: aRaise() })).body.id;
  closed = (await at.ask('Amal', 'POST /warnings', { body: aRaise({ audience: { except } }) })).body.id;
}, 60_000);
afterAll(async () => {
  await at?.close();
  names?.close();
});

/** An issuer asks about its own warning as Amal; all else is asked as Agora, but for what a CSO alone may. */
function askerOf(place: string, of: 'own' | 'another'): string {
  if (of === 'own' && namedIds[place]?.thing === 'warning' && !place.startsWith('acknowledge')) return 'Amal';
  return place.startsWith('previewWarning') ? 'Bridge' : 'Agora';
}

async function idOf(thing: Named['thing'], name: string, of: 'own' | 'another'): Promise<string> {
  const holder = { of: at.network.of(name), member: at.network.of(name).owner };
  if (thing === 'owner') return holder.member.id;
  if (thing === 'organisation') return holder.of.organisation.id;
  if (thing === 'warning') return of === 'own' ? open : closed;
  if (thing !== 'comment') return made[thing]({ store: at.store, names }, holder);
  const body = { text: 'To the issuer alone.', audience: 'issuer' };
  return (await at.ask(name, `POST /warnings/${open}/comments`, { body })).body.id;
}

async function ask(
  id: OperationId,
  asker: string,
  { body, query = '' }: ReturnType<Named['sent']>,
): Promise<TestAnswer> {
  const { method, path } = operation(id);
  const target = path.includes('{id}') ? await targetOf(path) : '';
  const headers = owners.get(asker) ?? {};
  return at.ask(null, `${method} ${path.replace('{id}', target)}${query}`, { headers, ...(body ? { body } : {}) });
}

/** What the path names is the asker's own: it is what else is named that matters here. */
async function targetOf(path: string): Promise<string> {
  if (path.startsWith('/warnings')) return open;
  return idOf(path.startsWith('/members') ? 'member' : 'subscription', 'Agora', 'own');
}

/** What an answer says, whichever id was asked for. */
function said({ status, body }: TestAnswer, id: string): string {
  const text = JSON.stringify([status, body]).replaceAll(/"instance":"[^"]*"/g, '');
  return text.replaceAll(id, 'the id');
}

test('every id that the contract lets a body or a query name stands in the table', () => {
  expect([...Object.keys(namedIds), ...anybodys].toSorted()).toEqual(placesOfIds().toSorted());
});

test.each(Object.entries(namedIds))('%s: another’s is as nobody’s, one’s own is taken', async (place, named) => {
  const id = place.split(' ')[0] as OperationId;
  const nobodys = crypto.randomUUID();
  const anothers = await idOf(named.thing, 'Bazaar', 'another');
  const asker = askerOf(place, 'another');
  const refused = said(await ask(id, asker, named.sent(nobodys, open)), nobodys);
  expect(said(await ask(id, asker, named.sent(anothers, open)), anothers)).toBe(refused);
  const owner = askerOf(place, 'own');
  const own = await idOf(named.thing, owner, 'own');
  const answer = await ask(id, owner, named.sent(own, open));
  expect([answer.status, answer.body.detail]).toEqual([named.own, named.own < 300 ? undefined : expect.any(String)]);
  if (named.own < 300) expect(said(answer, own)).not.toBe(refused);
});
