import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TocsinClient } from './client.ts';
import { ClientClosed, InvalidRequest, LogRestored, LogTruncated, Suspended, Unauthorized } from './errors.ts';
import { memoryPositions } from './positions.ts';
import { until } from '../../test/support/until.ts';
import { clientOf, follow, ids } from '../test/following.ts';
import { Peer, problem } from '../test/peer.ts';

let peer: Peer;
let client: TocsinClient;

beforeEach(async () => {
  peer = await Peer.start();
  client = clientOf(peer);
});

afterEach(async () => {
  await client.close();
  await peer.stop();
});

describe('staying connected', () => {
  test('after a break it resumes where it was, and repeats are not handed over', async () => {
    const { heard } = follow(client, { after: 'start' });
    peer.publish(3);
    await until(() => heard.length === 3 && peer.messages('received').length === 1);
    peer.repeats = 2;
    peer.cut();
    await until(() => peer.messages('subscribe').length === 2);
    peer.publish(2);
    await until(() => heard.length === 5);
    expect(heard).toEqual(ids(1, 5));
    expect(peer.messages('subscribe')[1]).toEqual({ after: 'p3' });
  });

  test('receipts that a break took with it are sent on the new socket, and nothing is handed over again', async () => {
    const { heard } = follow(client, { after: 'start' });
    peer.publish(3);
    await until(() => heard.length === 3);
    peer.cut();
    await until(() => peer.messages('received').length > 0);
    expect(peer.messages('subscribe')).toEqual([{ after: 'start' }, { after: 'p0' }]);
    expect(peer.messages('received')).toEqual([{ position: 'p3' }]);
    peer.publish(1);
    await until(() => heard.length === 4);
    expect(heard).toEqual(ids(1, 4));
  });

  test.each(['shutting-down', 'slow-consumer', 'revoked'])(
    'goodbye %s is followed by a new handshake',
    async (reason) => {
      const { heard } = follow(client);
      await until(() => client.state === 'live');
      peer.goodbye(reason);
      await until(() => peer.messages('subscribe').length === 2 && client.state === 'live');
      peer.publish(1);
      await until(() => heard.length === 1);
    },
  );

  test('a refusal that passes is retried, though Socket.IO itself gives up on it', async () => {
    peer.refusal = problem('unavailable', 503);
    const { heard } = follow(client);
    await until(() => peer.tokens.length >= 3);
    peer.refusal = undefined;
    await until(() => client.state === 'live');
    peer.publish(1);
    await until(() => heard.length === 1);
  });

  test.each([
    ['unauthorized', 401, Unauthorized],
    ['suspended', 403, Suspended],
  ])('%s ends it', async (name, status, expected) => {
    const { closed } = follow(client);
    await until(() => client.state === 'live');
    peer.refusal = problem(name, status);
    peer.goodbye('revoked');
    await expect(closed).rejects.toThrow(expected);
    const handshakes = peer.tokens.length;
    expect(client.state).toBe('offline');
    await expect(client.events().next()).rejects.toThrow(expected);
    expect(peer.tokens).toHaveLength(handshakes + 1);
  });

  test('what was received before the end is handed over first', async () => {
    peer.publish(2);
    const events = client.events({ after: 'start' });
    await events.next();
    await until(() => client.state === 'live');
    peer.refusal = problem('unauthorized', 401);
    peer.cut();
    await until(() => peer.tokens.length === 2 && peer.connected === 0);
    expect((await events.next()).value?.id).toBe('e2');
    await expect(events.next()).rejects.toThrow(Unauthorized);
  });

  test('a subscription that the network refuses ends it, one that it cannot take now is repeated', async () => {
    peer.subscribeRefusals.push(
      problem('unavailable', 503),
      problem('rate-limited', 429),
      problem('invalid-request', 400),
    );
    await expect(client.events({ countries: ['Germany'] }).next()).rejects.toThrow(InvalidRequest);
    expect(peer.messages('subscribe')).toHaveLength(3);
  });

  test('a network that does not answer is dialled anew', async () => {
    const impatient = clientOf(peer, { timeout: 30 });
    peer.deaf = true;
    const { heard } = follow(impatient, { after: 'start' });
    await until(() => peer.messages('subscribe').length >= 2);
    peer.deaf = false;
    peer.publish(1);
    await until(() => heard.length === 1);
    await impatient.close();
  });

  test('the state is told, with the reason', async () => {
    const told: string[] = [];
    const stop = client.onState((state, reason) => told.push(reason ? `${state}: ${reason}` : state));
    const { stop: leave, closed } = follow(client);
    await until(() => client.state === 'live');
    peer.goodbye('shutting-down');
    await until(() => told.length >= 6);
    await until(() => client.state === 'live');
    leave();
    await closed;
    await client.close();
    stop();
    expect(told).toEqual([
      'connecting',
      'replaying',
      'live',
      'offline: The network said goodbye: shutting-down.',
      'connecting',
      'replaying',
      'live',
      'offline',
      'closed',
    ]);
  });

  test('a closed client ends its loops and follows nothing more', async () => {
    const { closed } = follow(client);
    await until(() => client.state === 'live');
    await client.close();
    await closed;
    expect(client.state).toBe('closed');
    expect(() => client.events()).toThrow(ClientClosed);
  });

  test('so does one that was closed before its loops began', async () => {
    const { closed } = follow(client);
    const events = client.events();
    await client.close();
    await closed;
    expect(await events.next()).toEqual({ done: true, value: undefined });
    expect(peer.tokens).toEqual([]);
  });
});

describe('a lost log', () => {
  test.each([
    ['log-restored', LogRestored],
    ['log-truncated', LogTruncated],
  ])('%s is an error that names where to start over', async (name, expected) => {
    peer.subscribeRefusals.push(problem(name, 410, { position: 'p2' }));
    const refused = client.events({ after: 'p0' }).next();
    await expect(refused).rejects.toThrow(expected);
    await expect(refused).rejects.toMatchObject({ position: 'p2' });
  });

  test('onLost: restart starts over from there, and stores that', async () => {
    const positions = memoryPositions();
    await positions.save('default', 'p1');
    peer.publish(4);
    peer.subscribeRefusals.push(problem('log-restored', 410, { position: 'p2' }));
    const { heard } = follow(client, { positions, onLost: 'restart' });
    await until(() => heard.length === 2);
    expect(heard).toEqual(['e3', 'e4']);
    expect(peer.messages('subscribe')).toEqual([{ after: 'p1' }, { after: 'p2' }]);
    await until(() => positions.load('default') === 'p4');
  });

  test('but not for ever', async () => {
    const lost = problem('log-restored', 410, { position: 'p2' });
    peer.subscribeRefusals.push(lost, lost);
    await expect(client.events({ after: 'p0', onLost: 'restart' }).next()).rejects.toThrow(LogRestored);
  });
});

describe('a slow application', () => {
  test('gets everything, though no more than the buffer is held', async () => {
    peer.publish(40);
    const events = client.events({ after: 'start', buffer: 5 });
    const heard: (string | undefined)[] = [];
    for (let count = 0; count < 40; count += 1) {
      heard.push((await events.next()).value?.id);
      if (count === 0) await until(() => peer.messages('unsubscribe').length > 0);
    }
    expect(heard).toEqual(ids(1, 40));
    expect(peer.messages('subscribe').length).toBeGreaterThan(5);
    // Each resumes after what the one before had taken in, never further on.
    const after = peer.messages('subscribe').map((payload) => Number(String(payload.after).slice(1)) || 0);
    expect(after).toEqual(after.toSorted((a, b) => a - b));
    expect(after[1]).toBeLessThanOrEqual(6);
    await events.return?.();
  });

  test('also where laying it down is refused', async () => {
    peer.publish(10);
    peer.messageRefusals.push(problem('rate-limited', 429));
    const events = client.events({ after: 'start', buffer: 2 });
    const heard = [(await events.next()).value?.id];
    await until(() => peer.tokens.length === 2);
    while (heard.length < 10) heard.push((await events.next()).value?.id);
    expect(heard).toEqual(ids(1, 10));
    await events.return?.();
  });

  test('also across a break while it was laid down', async () => {
    peer.publish(10);
    const events = client.events({ after: 'start', buffer: 2 });
    await events.next();
    await until(() => peer.messages('unsubscribe').length > 0);
    peer.cut();
    await until(() => peer.tokens.length === 2);
    const heard: (string | undefined)[] = [];
    for (let count = 1; count < 10; count += 1) heard.push((await events.next()).value?.id);
    expect(heard).toEqual(ids(2, 10));
    await events.return?.();
  });
});
