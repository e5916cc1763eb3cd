import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Event } from '../../core/contract/event.ts';
import { addSubscription, changeSubscription, removeSubscription } from '../../core/store/commands/subscription.ts';
import { addTeam, removeTeam } from '../../core/store/commands/team.ts';
import { corroborateWarning } from '../../core/store/commands/corroborate.ts';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { redactRevision } from '../../core/store/commands/redact.ts';
import { listen, type Listener } from '../../test/support/listener.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { until } from '../../test/support/until.ts';
import { aRaise } from '../../test/support/warnings.ts';

let network: TestServer;
const open: Listener[] = [];

beforeAll(async () => {
  network = await startTestServer({ csos: ['Amal', 'Bund'], platforms: ['Agora', 'Bazaar'], coordinator: 'Cora' });
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});
afterAll(() => network.close());

async function connect(token: string): Promise<Listener> {
  const listener = await listen(network.server.url, token);
  open.push(listener);
  return listener;
}

const tokenOf = (name: string): string => network.network.of(name).token;
const live = { channels: [{ type: 'live' as const }] };

/** Raises by the command itself; answers the warning's id. */
async function raise(changes: Parameters<typeof aRaise>[0] = {}): Promise<string> {
  const { caller } = network.network.of('Amal');
  return (await network.store.writer.run(raiseWarning(caller, aRaise(changes)))).snapshot.id;
}

const ids = ({ events }: Listener): string[] => events.map(({ warning }) => warning.id);

describe('a replay', () => {
  test('joins the live stream without a gap or a repeat, while others write', async () => {
    const raised: string[] = [];
    let writing = true;
    const writers = Array.from({ length: 4 }, async () => {
      while (writing) raised.push(await raise());
    });
    const witness = await connect(tokenOf('Agora'));
    await witness.follow({}, 'start');
    for (let turn = 0; turn < 40; turn += 1) {
      const listener = await connect(tokenOf('Bazaar'));
      const from = Math.floor(witness.events.length / 2);
      const after = witness.events[from]?.position ?? 'start';
      await listener.follow({}, after);
      const heard = listener.events.length;
      await until(() => listener.events.length > heard);
      const missed = witness.events.slice(witness.events.findIndex(({ position }) => position === after) + 1);
      await until(() => listener.events.length >= missed.length);
      const same = Math.min(missed.length, listener.events.length);
      expect(ids(listener).slice(0, same)).toEqual(missed.slice(0, same).map(({ warning }) => warning.id));
      listener.close();
    }
    writing = false;
    await Promise.all(writers);
    await until(() => witness.events.length >= raised.length);
    expect(ids(witness).toSorted()).toEqual(raised.toSorted());
    expect(new Set(ids(witness)).size).toBe(raised.length);
  }, 60_000);

  test('holds all that was answered before it was asked for; one from now on nothing of that', async () => {
    const agora = await connect(tokenOf('Agora'));
    for (let turn = 0; turn < 20; turn += 1) {
      const { position, subscriptionId } = await agora.follow({}, 'now');
      await agora.send('unsubscribe', { subscriptionId });
      const warning = await raise();
      const heard = agora.events.length;
      const replayed = await agora.follow({}, position);
      expect(ids(agora).slice(heard)).toEqual([warning]);
      await agora.send('unsubscribe', { subscriptionId: replayed.subscriptionId });
    }
  });

  test('starts where it was asked to, says so, and is caught up once', async () => {
    const before = await connect(tokenOf('Agora'));
    const now = await before.follow();
    await raise();
    const last = await raise();
    await until(() => before.events.length === 2);
    const [first] = before.events as [Event];
    const after = await connect(tokenOf('Agora'));
    const answer = await after.follow({}, first.position);
    expect(answer.position).toBe(first.position);
    expect(ids(after)).toEqual([last]);
    const caughtUp = after.told.filter(({ name }) => name === 'caught-up');
    expect(caughtUp).toEqual([
      { name: 'caught-up', payload: { subscriptionId: answer.subscriptionId, position: before.events[1]?.position } },
    ]);
    const whole = await connect(tokenOf('Agora'));
    await whole.follow({}, now.position);
    expect(whole.events).toEqual(before.events);
  });

  test('of another subscription goes on beside a live one of the same socket', async () => {
    const agora = await connect(tokenOf('Agora'));
    const { position } = await agora.follow({ countries: ['FR'] });
    const german = await raise();
    await agora.follow({ countries: ['DE'] }, position);
    const french = await raise({ countries: ['FR'] });
    await until(() => ids(agora).includes(french));
    expect(ids(agora)).toEqual([german, french]);
  });

  test('says of a redacted text no more than what is left of it, though the page was read before', async () => {
    const agora = await connect(tokenOf('Agora'));
    const { position } = await agora.follow();
    const id = await raise({ description: 'Ein Name, der hier nicht stehen darf.' });
    await until(() => agora.events.length === 1);
    const before = await connect(tokenOf('Agora'));
    await before.follow({}, position);
    expect(before.events[0]?.warning.description).toContain('Ein Name');
    const sent = { members: ['description'], reason: 'Persönliche Daten' };
    await network.store.writer.run(redactRevision(network.network.of('Amal').caller, id, 1, sent as never));
    await until(() => agora.events.length === 2);
    const after = await connect(tokenOf('Agora'));
    await after.follow({}, position);
    expect(after.events.map(({ type }) => type)).toEqual(['warning.raised', 'warning.redacted']);
    expect(JSON.stringify(after.events)).not.toContain('Ein Name');
  });
});

test('a replay withholds an organisation that withholds itself now, though the page was read before', async () => {
  const { caller, organisation } = network.network.of('Bund');
  const agora = await connect(tokenOf('Agora'));
  const { position } = await agora.follow();
  const id = await raise();
  const say = (withhold: boolean) => network.store.writer.run(corroborateWarning(caller, id, { withhold }));
  await say(false);
  await until(() => agora.events.length === 2);
  const before = await connect(tokenOf('Agora'));
  await before.follow({}, position);
  expect(before.events[1]?.actor.organisation).toMatchObject({ id: organisation.id, name: 'Bund' });
  await say(true);
  await until(() => agora.events.length === 3);
  const after = await connect(tokenOf('Agora'));
  await after.follow({}, position);
  expect(after.events.map(({ type }) => type).slice(1)).toEqual(['warning.corroborated', 'warning.corroborated']);
  expect(JSON.stringify(after.events)).not.toMatch(new RegExp(`Bund|${organisation.id}`));
});

describe('an organisation’s own subscriptions', () => {
  test('are followed as they change, each change from its own place in the log on', async () => {
    const { caller, token } = network.network.of('Bazaar');
    const { store } = network;
    const bazaar = await connect(token);
    const start = await bazaar.send('subscribe', {});
    const expected: string[] = [];
    await raise();
    // All of one commit: the places between are what counts.
    const filter = { countries: ['DE'] };
    const [, subscription, first] = await Promise.all([
      raise(),
      store.writer.run(addSubscription(caller, { name: 'Germany', filter, ...live })),
      raise(),
    ]);
    expected.push(first);
    const change = (patch: object) => store.writer.run(changeSubscription(caller, subscription.id, patch));
    const [second] = await Promise.all([raise(), change({ paused: true }), raise(), change({ paused: false })]);
    expected.push(second);
    const [third, , , , fourth] = await Promise.all([
      raise(),
      change({ filter: { countries: ['FR'] } }),
      raise(),
      change({ channels: [{ type: 'live' }], filter: { countries: null } }),
      raise({ countries: ['PL'] }),
    ]);
    expected.push(third, fourth);
    await Promise.all([raise(), store.writer.run(removeSubscription(caller, subscription.id)), raise()]).then(
      ([last]) => expected.push(last),
    );
    const witness = await connect(tokenOf('Agora'));
    await witness.follow();
    const end = await raise();
    await until(() => ids(witness).includes(end));
    expect(ids(bazaar)).toEqual(expected);
    // And who was away the whole time hears the same.
    const again = await connect(token);
    const { subscriptionId } = await again.send('subscribe', { after: start.position });
    await until(() => again.told.some(({ payload }) => payload.subscriptionId === subscriptionId));
    expect(again.events).toEqual(bazaar.events);
  });

  test('are those of the key’s teams, later ones too where it is limited to none', async () => {
    const { caller, token } = network.network.of('Agora');
    const { store } = network;
    const [first] = caller.teams;
    if (!first) throw new Error('The platform has no team.');
    const limited = await connect((await network.network.key('Agora', { teams: [first] })).token);
    const whole = await connect(token);
    await Promise.all([limited.send('subscribe', {}), whole.send('subscribe', {})]);
    const team = await store.writer.run(addTeam(caller, { name: 'Polish desk' }));
    const filter = { countries: ['PL'] };
    await store.writer.run(addSubscription(caller, { team: team.id, name: 'Poland', filter, ...live }));
    await store.writer.run(addSubscription(caller, { name: 'Germany', filter: { countries: ['DE'] }, ...live }));
    const polish = await raise({ countries: ['PL'] });
    const german = await raise();
    await until(() => [limited, whole].every((one) => ids(one).includes(german)));
    expect([ids(limited), ids(whole)]).toEqual([[german], [polish, german]]);
  });

  test('of a team that is gone are told, to who was away, up to where it was removed', async () => {
    const { caller, token } = network.network.of('Bund');
    const { store } = network;
    const away = await connect(token);
    const { position } = await away.follow();
    away.close();
    const team = await store.writer.run(addTeam(caller, { name: 'Polish desk' }));
    const filter = { countries: ['PL'] };
    await store.writer.run(addSubscription(caller, { team: team.id, name: 'Poland', filter, ...live }));
    const before = await raise({ countries: ['PL'] });
    await store.writer.run(removeTeam(caller, team.id));
    await raise({ countries: ['PL'] });
    const again = await connect(token);
    await again.send('subscribe', { after: position });
    await until(() => again.told.some(({ name }) => name === 'caught-up'));
    expect(ids(again)).toEqual([before]);
  });
});
