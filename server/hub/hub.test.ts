import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FilterRequest } from '../../core/contract/filter.ts';
import { listen, type Listener } from '../../test/support/listener.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { until } from '../../test/support/until.ts';
import { aRaise } from '../../test/support/warnings.ts';

let network: TestServer;
const open: Listener[] = [];

beforeAll(async () => {
  network = await startTestServer({
    csos: ['Amal', 'Bund'],
    platforms: ['Agora', 'Bazaar'],
    observers: ['Orla'],
    coordinator: 'Cora',
  });
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});
afterAll(() => network.close());

async function connect(name: string, options?: Parameters<typeof listen>[2]): Promise<Listener> {
  const listener = await listen(network.server.url, network.network.of(name).token, options);
  open.push(listener);
  return listener;
}

async function raise(name: string, changes: Parameters<typeof aRaise>[0] = {}): Promise<string> {
  const { status, body } = await network.ask(name, 'POST /warnings', { body: aRaise(changes) });
  expect([status, body.errors]).toEqual([201, undefined]);
  return body.id;
}

const ids = ({ events }: Listener): string[] => events.map(({ warning }) => warning.id);
const idOf = (name: string): string => network.network.of(name).organisation.id;

/** Whoever follows everything has everything that was raised before once it has this one. */
async function settled(witness: Listener, name = 'Amal'): Promise<void> {
  const last = await raise(name);
  await until(() => ids(witness).includes(last));
}

describe('a subscription', () => {
  test.each([[['websocket']], [['polling']], [['polling', 'websocket']]])('hears over %j', async (transports) => {
    const agora = await connect('Agora', { transports });
    await agora.follow();
    const raised = await raise('Amal');
    await until(() => agora.events.length === 1);
    expect(agora.events[0]).toMatchObject({
      type: 'warning.raised',
      actor: { organisation: { name: 'Amal', kind: 'cso' } },
      warning: { id: raised, headline: 'Aufrufe gegen eine Synagoge' },
      data: {},
    });
  });

  test.each([[['websocket']], [['polling']], [['polling', 'websocket']]])(
    'hears every event in order over %j, from before the upgrade on',
    async (transports) => {
      const witness = await connect('Bazaar');
      const { position } = await witness.follow();
      const raised = Array.from({ length: 60 }, async (_, turn) => {
        await until(() => witness.events.length >= turn / 2);
        return raise('Amal');
      });
      const agora = await connect('Agora', { transports });
      await agora.follow({}, position);
      await Promise.all(raised);
      await until(() => witness.events.length === 60 && agora.events.length >= 60);
      expect(agora.events.map(({ id }) => id)).toEqual(witness.events.map(({ id }) => id));
    },
  );

  test.each<[string, FilterRequest, boolean]>([
    ['its country', { countries: ['DE', 'FR'] }, true],
    ['another country', { countries: ['FR'] }, false],
    ['its language', { languages: ['de'] }, true],
    ['a narrower language', { languages: ['de-AT'] }, false],
    ['its ground', { grounds: ['antisemitism'] }, true],
    ['another ground', { grounds: ['anti_muslim_hatred'] }, false],
    ['a lower floor', { severity: 'moderate' }, true],
    ['a higher floor', { severity: 'extreme' }, false],
    ['another status', { statuses: ['test'] }, false],
    ['its country and another language', { countries: ['DE'], languages: ['pl'] }, false],
  ])('by %s', async (_, filter, heard) => {
    const [agora, witness] = [await connect('Agora'), await connect('Bazaar')];
    await agora.follow(filter);
    await witness.follow();
    const raised = await raise('Amal');
    await until(() => ids(witness).includes(raised));
    if (heard) await until(() => ids(agora).includes(raised));
    await settled(witness);
    expect(ids(agora).includes(raised)).toBe(heard);
  });

  test('hears a transnational warning whatever its countries, and the all-clear of what it heard', async () => {
    const agora = await connect('Agora');
    await agora.follow({ countries: ['MT'] });
    const raised = await raise('Amal', { countries: [] });
    await until(() => agora.events.length === 1);
    await network.ask('Amal', `POST /warnings/${raised}/revisions`, {
      body: { countries: ['DE'] },
      headers: { 'if-match': '*' },
    });
    await network.ask('Amal', `POST /warnings/${raised}/cancellation`, { body: { reason: 'Abgesagt.' } });
    await until(() => agora.events.length === 3);
    expect(agora.events.map(({ type, warning }) => [type, warning.id])).toEqual([
      ['warning.raised', raised],
      ['warning.revised', raised],
      ['warning.cancelled', raised],
    ]);
    expect(agora.events[2]?.data).toEqual({ reason: 'Abgesagt.' });
  });

  test('overlaps another one, and the socket hears each event once and in order', async () => {
    const agora = await connect('Agora');
    await agora.follow();
    await agora.follow({ countries: ['DE'] });
    const last = await agora.follow({ languages: ['de'] });
    const raised = await Promise.all(Array.from({ length: 20 }, () => raise('Amal')));
    await agora.send('unsubscribe', { subscriptionId: last.subscriptionId });
    raised.push(await raise('Amal'));
    await until(() => agora.events.length >= raised.length);
    await settled(agora);
    expect(ids(agora).slice(0, -1).toSorted()).toEqual(raised.toSorted());
    expect(new Set(agora.events.map(({ position }) => position)).size).toBe(raised.length + 1);
    const times = agora.events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
  });

  test('is at most the sixteenth', async () => {
    const agora = await connect('Agora');
    const answers = await Promise.all(Array.from({ length: 17 }, () => agora.send('subscribe', { filter: {} })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(16);
    const { problem } = answers.find(({ ok }) => !ok);
    expect(problem).toMatchObject({ type: '/problems/state-conflict', status: 409, limit: 16 });
    const [first] = answers;
    expect(await agora.send('unsubscribe', { subscriptionId: first.subscriptionId })).toEqual({ ok: true });
    expect(await agora.send('unsubscribe', { subscriptionId: first.subscriptionId })).toEqual({ ok: true });
    expect(await agora.send('subscribe', { filter: {} })).toMatchObject({ ok: true });
  });

  test('ends: nothing more is heard, and an unsubscribed socket stays', async () => {
    const [agora, witness] = [await connect('Agora'), await connect('Bazaar')];
    const { subscriptionId } = await agora.follow();
    await witness.follow();
    await agora.send('unsubscribe', { subscriptionId });
    await settled(witness);
    expect([agora.events, agora.socket.connected]).toEqual([[], true]);
  });
});

describe('what a subscription is told', () => {
  test('depends on who asks: the issuer, others, the coordinator, a withheld issuer', async () => {
    const [amal, agora, cora] = [await connect('Amal'), await connect('Agora'), await connect('Cora')];
    await Promise.all([amal.follow(), agora.follow(), cora.follow()]);
    await raise('Amal', { withholdIssuer: true, audience: { except: [idOf('Bazaar')] } });
    await until(() => [amal, agora, cora].every(({ events }) => events.length === 1));
    const issuer = { id: idOf('Amal'), name: 'Amal', kind: 'cso' };
    const withheld = { name: 'A member of the network', kind: 'cso' };
    const seen = ({ events: [event] }: Listener) => [event?.actor.organisation, event?.warning.issuer];
    expect(seen(amal)).toEqual([issuer, issuer]);
    expect(seen(cora)).toEqual([issuer, issuer]);
    expect(seen(agora)).toEqual([withheld, withheld]);
    expect(amal.events[0]?.warning.audience).toEqual({ except: [idOf('Bazaar')] });
    expect(agora.events[0]?.warning).not.toHaveProperty('audience');
  });

  test('is nothing for who is not in the audience or not cleared', async () => {
    const [bazaar, orla, witness] = [await connect('Bazaar'), await connect('Orla'), await connect('Agora')];
    await Promise.all([bazaar.follow(), orla.follow(), witness.follow()]);
    await raise('Amal', { audience: { except: [idOf('Bazaar')] }, tlp: 'TLP:AMBER' });
    const last = await raise('Amal');
    await until(() => [bazaar, orla, witness].every((one) => ids(one).includes(last)));
    expect([bazaar, orla, witness].map(({ events }) => events.length)).toEqual([1, 1, 2]);
  });

  test('is nothing of TLP:RED for who is named and not cleared for it', async () => {
    const [agora, orla] = [await connect('Agora'), await connect('Orla')];
    await Promise.all([agora.follow(), orla.follow()]);
    const red = await raise('Amal', { tlp: 'TLP:RED', audience: { only: [idOf('Agora'), idOf('Orla')] } });
    const last = await raise('Amal');
    await until(() => [agora, orla].every((one) => ids(one).includes(last)));
    expect([ids(agora), ids(orla)]).toEqual([[red, last], [last]]);
    expect((await network.ask('Orla', `GET /warnings/${red}`)).status).toBe(404);
  });

  test('is of TLP:RED the marking alone for a coordinator, and nothing for a key that is not on the list', async () => {
    const { token } = await network.network.key('Agora', { scopes: ['warnings:read'] });
    const plain = await listen(network.server.url, token);
    open.push(plain);
    const [agora, cora] = [await connect('Agora'), await connect('Cora')];
    await Promise.all([plain.follow(), agora.follow(), cora.follow()]);
    await raise('Amal', { tlp: 'TLP:RED', audience: { only: [idOf('Agora')] } });
    const last = await raise('Amal');
    await until(() => [plain, agora, cora].every((one) => ids(one).includes(last)));
    expect([plain, agora, cora].map(({ events }) => events.length)).toEqual([1, 2, 2]);
    expect(agora.events[0]?.warning.headline).toBe('Aufrufe gegen eine Synagoge');
    expect(Object.keys(cora.events[0]?.warning ?? {}).toSorted()).toEqual([
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
    ]);
  });

  test('is of TLP:RED nothing by what it says to a coordinator, neither by a filter nor by what changed', async () => {
    const [cora, german, witness] = [await connect('Cora'), await connect('Cora'), await connect('Agora')];
    await Promise.all([cora.follow(), german.follow({ countries: ['DE'] }), witness.follow()]);
    const red = await raise('Amal', { tlp: 'TLP:RED', audience: { only: [idOf('Agora')] } });
    const expires = new Date(Date.now() + 3_600_000).toISOString();
    const body = { headline: 'Anders', countries: ['DE', 'AT'], expires };
    await network.ask('Amal', `POST /warnings/${red}/revisions`, { body, headers: { 'if-match': '*' } });
    const last = await raise('Amal');
    await until(() => [cora, german, witness].every((one) => ids(one).includes(last)));
    expect([ids(cora), ids(german)]).toEqual([[red, red, last], [last]]);
    expect(cora.events[1]?.data).toEqual({ changed: ['expires'], reopened: false, correction: false });
    const listed = async (query: string): Promise<string[]> =>
      (await network.ask('Cora', `GET /warnings${query}`)).body.data.map(({ id }: { id: string }) => id);
    expect(await listed('')).toContain(red);
    expect(await listed('?country=DE')).not.toContain(red);
  });

  test('is no redaction of a revision that was not for it', async () => {
    const [agora, bazaar] = [await connect('Agora'), await connect('Bazaar')];
    await Promise.all([agora.follow(), bazaar.follow()]);
    const raised = await raise('Amal', { audience: { only: [idOf('Agora')] } });
    await network.ask('Amal', `POST /warnings/${raised}/revisions`, {
      body: { audience: null, description: 'Ohne Namen.' },
      headers: { 'if-match': '*' },
    });
    const redaction = { members: ['description'], reason: 'Ein Name' };
    await network.ask('Amal', `POST /warnings/${raised}/revisions/1/redaction`, { body: redaction });
    const last = await raise('Amal');
    await until(() => [agora, bazaar].every((one) => ids(one).includes(last)));
    const types = ({ events }: Listener): string[] => events.map(({ type }) => type);
    expect(types(agora)).toEqual(['warning.raised', 'warning.revised', 'warning.redacted', 'warning.raised']);
    expect(types(bazaar)).toEqual(['warning.revised', 'warning.raised']);
  });

  test('is that it is withdrawn, and then nothing more, for who is no longer admitted', async () => {
    const [agora, bazaar] = [await connect('Agora'), await connect('Bazaar')];
    const { position } = await bazaar.follow();
    await agora.follow();
    const raised = await raise('Amal');
    await until(() => bazaar.events.length === 1);
    await network.ask('Amal', `POST /warnings/${raised}/revisions`, {
      body: { audience: { only: [idOf('Agora')] }, headline: 'Nur für eine' },
      headers: { 'if-match': '"1"' },
    });
    await network.ask('Amal', `POST /warnings/${raised}/cancellation`, { body: { reason: 'Vorbei.' } });
    await settled(bazaar);
    await until(() => agora.events.length === 4);
    expect(bazaar.events.map(({ type }) => type)).toEqual(['warning.raised', 'warning.withdrawn', 'warning.raised']);
    expect(bazaar.events[1]).toMatchObject({ warning: { id: raised }, data: {} });
    expect(Object.keys(bazaar.events[1]?.warning ?? {})).toEqual(['id']);
    // A replay says no more than that either: what was open then is closed now.
    const again = await connect('Bazaar');
    await again.follow({}, position);
    expect(again.events.map(({ type }) => type)).toEqual(['warning.withdrawn', 'warning.raised']);
  });

  test('is an answer to the issuer and the organisation that gave it, not to others', async () => {
    const [amal, agora, bazaar] = [await connect('Amal'), await connect('Agora'), await connect('Bazaar')];
    await Promise.all([amal.follow(), agora.follow(), bazaar.follow()]);
    const warningId = await raise('Amal');
    const reply = await agora.send('acknowledge', { warningId, state: 'working', note: 'Wir sehen nach.' });
    expect(reply).toMatchObject({
      ok: true,
      acknowledgement: { state: 'working', note: 'Wir sehen nach.', history: [{ state: 'working' }] },
    });
    await until(() => [amal, agora].every(({ events }) => events.length === 2));
    await settled(bazaar);
    expect(bazaar.events.map(({ type }) => type)).toEqual(['warning.raised', 'warning.raised']);
    expect(amal.events[1]).toMatchObject({
      type: 'acknowledgement.changed',
      data: { from: 'pending', acknowledgement: { state: 'working', note: 'Wir sehen nach.' } },
    });
    expect(await agora.send('acknowledge', { warningId, state: 'acknowledged' })).toMatchObject({
      ok: false,
      problem: { type: '/problems/state-conflict', state: 'working' },
    });
  });
});
