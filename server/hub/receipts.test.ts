import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Acknowledgement } from '../../core/contract/acknowledgement.ts';
import { acknowledgementsOf } from '../../core/store/acknowledgements.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import { addTeam } from '../../core/store/commands/team.ts';
import { listen, type Listener } from '../../test/support/listener.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { until } from '../../test/support/until.ts';
import { aRaise } from '../../test/support/warnings.ts';

let network: TestServer;
const open: Listener[] = [];

beforeAll(async () => {
  network = await startTestServer({ csos: ['Amal'], platforms: ['Agora', 'Bazaar'] });
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});
afterAll(() => network.close());

async function connect(name: string): Promise<Listener> {
  const listener = await listen(network.server.url, network.network.of(name).token);
  open.push(listener);
  return listener;
}

async function raise(): Promise<string> {
  return (await network.ask('Amal', 'POST /warnings', { body: aRaise() })).body.id;
}

/** How a platform's teams stand to a warning, as its issuer sees it. */
async function standing(warning: string, name: string): Promise<Acknowledgement[]> {
  const { body } = await network.ask('Amal', `GET /warnings/${warning}/acknowledgements`);
  const all = body.data as Acknowledgement[];
  return all.filter(({ organisation }) => organisation.name === name);
}

describe('receipts', () => {
  test('say, once answered, what a team was sent and has handled, up to a position, and what a person has seen', async () => {
    const agora = await connect('Agora');
    await agora.follow();
    const [first, second] = [await raise(), await raise()];
    await until(() => agora.events.length === 2);
    expect(await agora.send('received', { position: agora.events[0]?.position })).toEqual({ ok: true });
    expect(await standing(first, 'Agora')).toMatchObject([
      { state: 'pending', deliveredRevision: 1, seenAt: null, seenRevision: null },
    ]);
    expect(await standing(second, 'Agora')).toMatchObject([{ deliveredAt: null }]);
    const [{ deliveredAt } = { deliveredAt: null }] = await standing(first, 'Agora');
    expect(await agora.send('seen', { warningId: first })).toEqual({ ok: true });
    expect(await standing(first, 'Agora')).toMatchObject([{ deliveredAt, seenRevision: 1 }]);
    expect(await standing(first, 'Bazaar')).toMatchObject([{ deliveredAt: null, seenAt: null }]);
  });

  test('are of the teams that are expected, not of the others of the organisation', async () => {
    const { caller } = network.network.of('Bazaar');
    const { store } = network;
    const team = await store.writer.run(addTeam(caller, { name: 'German desk' }));
    const filter = { countries: ['DE'] };
    const channels = [{ type: 'live' as const }];
    await store.writer.run(addSubscription(caller, { team: team.id, name: 'Germany', filter, channels }));
    const bazaar = await connect('Bazaar');
    await bazaar.send('subscribe', {});
    const warning = await raise();
    await until(() => bazaar.events.length === 1);
    await bazaar.send('received', { position: bazaar.events[0]?.position });
    await until(async () => (await standing(warning, 'Bazaar'))[0]?.deliveredAt);
    const all = await acknowledgementsOf(store.sql, [warning]);
    const delivered = all.filter(({ acknowledgement }) => acknowledgement.deliveredAt !== null);
    expect(delivered.map(({ acknowledgement }) => [acknowledgement.teamId, acknowledgement.expected])).toEqual([
      [team.id, true],
    ]);
  });

  test('say nothing of a revision that was withdrawn before it came', async () => {
    const { id } = network.network.of('Agora').organisation;
    const agora = await connect('Agora');
    await agora.follow();
    const warning = await raise();
    for (const audience of [{ except: [id] }, {}]) {
      const revision = { body: { audience }, headers: { 'if-match': '*' } };
      expect((await network.ask('Amal', `POST /warnings/${warning}/revisions`, revision)).status).toBe(201);
    }
    await until(() => agora.events.length === 3);
    const [, withdrawn] = agora.events;
    expect(withdrawn?.type).toBe('warning.withdrawn');
    await agora.send('received', { position: withdrawn?.position });
    await until(async () => (await standing(warning, 'Agora'))[0]?.deliveredAt);
    expect(await standing(warning, 'Agora')).toMatchObject([{ deliveredRevision: 1 }]);
  });

  test('of an issuer are none', async () => {
    const amal = await connect('Amal');
    await amal.follow();
    const warning = await raise();
    await until(() => amal.events.length === 1);
    expect(await amal.send('received', { position: amal.events[0]?.position })).toEqual({ ok: true });
    expect(await amal.send('seen', { warningId: warning })).toEqual({ ok: true });
    const agora = await connect('Agora');
    expect(await agora.send('seen', { warningId: warning })).toEqual({ ok: true });
    await until(async () => (await standing(warning, 'Agora'))[0]?.seenAt);
    const all = await acknowledgementsOf(network.store.sql, [warning]);
    expect(all.map(({ acknowledgement }) => acknowledgement.organisationId).toSorted()).toEqual(
      ['Agora', 'Bazaar'].map((name) => network.network.of(name).organisation.id).toSorted(),
    );
  });

  test('that were gathered are written down before the server ends', async () => {
    const agora = await connect('Agora');
    await agora.follow();
    const warning = await raise();
    await until(() => agora.events.length === 1);
    agora.socket.emit('received', { position: agora.events[0]?.position });
    // Answers come in the order of what is asked: it is gathered when this one is there.
    await agora.send('unsubscribe', { subscriptionId: 'x' });
    await network.server.close();
    const { id } = network.network.of('Agora').team;
    const [one] = await acknowledgementsOf(network.store.sql, [warning], [id]);
    expect(one?.acknowledgement.deliveredRevision).toBe(1);
  });
});
