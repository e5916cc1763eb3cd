import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { connect, type TocsinClient } from './client.ts';
import {
  ClientClosed,
  ConsumerInUse,
  InvalidRequest,
  LogRestored,
  LogTruncated,
  ServerFault,
  Suspended,
  Unauthorized,
} from './errors.ts';
import type { Event, EventsOptions } from './events.ts';
import { memoryPositions, type Positions } from './positions.ts';
import { until } from '../../test/support/until.ts';
import { Peer, problem } from '../test/peer.ts';

let peer: Peer;
let client: TocsinClient;

beforeEach(async () => {
  peer = await Peer.start();
  client = connectTo({});
});

afterEach(async () => {
  await client.close();
  await peer.stop();
});

function connectTo(more: { positions?: Positions }) {
  return connect({ url: peer.url, token: 'key', backoff: { base: 1, cap: 20 }, ...more });
}

/** Follows in the background. */
function follow(options: EventsOptions = {}, from = client) {
  const heard: string[] = [];
  const listening = from.on(options, (event) => heard.push(event.id));
  return { heard, ...listening };
}

const ids = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `e${from + index}`);

describe('following', () => {
  test('a loop gets what is raised from now on, with the filter that it asked for', async () => {
    peer.publish(3);
    const heard: Event[] = [];
    const loop = (async () => {
      for await (const event of client.events({ countries: ['DE'], severity: 'severe' })) {
        heard.push(event);
        if (heard.length === 2) break;
      }
    })();
    await until(() => peer.subscribed === 1);
    peer.publish(2);
    await loop;
    expect(heard.map(({ id, type, warning }) => [id, type, warning.id])).toEqual([
      ['e4', 'warning.raised', 'w4'],
      ['e5', 'warning.raised', 'w5'],
    ]);
    expect(peer.messages('subscribe')).toEqual([{ filter: { countries: ['DE'], severity: 'severe' } }]);
    expect(peer.tokens).toEqual(['key']);
    await until(() => peer.connected === 0);
  });

  test('without a filter the organisation’s own subscriptions are followed, from the start when asked', async () => {
    peer.publish(3);
    const { heard } = follow({ after: 'start' });
    await until(() => heard.length === 3);
    expect(peer.messages('subscribe')).toEqual([{ after: 'start' }]);
  });

  test('an unknown type is handed on as it came, and the cursor moves past it', async () => {
    const positions = memoryPositions();
    const events: Event[] = [];
    client.on({ positions, after: 'start' }, (event) => events.push(event));
    await until(() => client.state === 'live');
    peer.publish(1, 'warning.sung');
    await until(() => positions.load('default') === 'p1');
    expect(events).toMatchObject([{ type: 'warning.sung', data: {}, position: 'p1' }]);
  });

  test('a message that is no event of this contract ends it rather than being skipped', async () => {
    const { closed } = follow();
    await until(() => client.state === 'live');
    peer.send('event', { id: 'e1' });
    await expect(closed).rejects.toThrow(ServerFault);
  });

  test('several subscriptions are consumers of their own', async () => {
    const german = follow({ languages: ['de'] });
    const polish = follow({ languages: ['pl'] });
    await until(() => peer.subscribed === 2);
    peer.publish(2);
    await until(() => german.heard.length === 2 && polish.heard.length === 2);
    german.stop();
    await german.closed;
    await until(() => peer.subscribed === 1);
    peer.publish(1);
    await until(() => polish.heard.length === 3);
    expect(german.heard).toEqual(['e1', 'e2']);
  });
});

describe('handling', () => {
  test('an event is handled when the next is asked for, and stored before that is handed over', async () => {
    const positions = memoryPositions();
    peer.publish(2);
    const events = client.events({ after: 'start', positions });
    expect((await events.next()).value?.id).toBe('e1');
    expect(positions.load('default')).toBe('p0');
    expect((await events.next()).value?.id).toBe('e2');
    expect(positions.load('default')).toBe('p1');
    await events.return?.();
    expect(positions.load('default')).toBe('p1');
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  test('with callbacks: one at a time, handled when it settles, also when it failed', async () => {
    const positions = memoryPositions();
    const failures: unknown[] = [];
    let running = 0;
    const handled: string[] = [];
    const options = {
      after: 'start',
      positions,
      onError: (error: unknown, event?: Event) => failures.push([error, event?.id]),
    };
    peer.publish(3);
    client.on(options, async (event) => {
      expect((running += 1)).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      handled.push(event.id);
      if (event.id === 'e2') throw new Error('no ink');
    });
    await until(() => positions.load('default') === 'p3');
    expect(handled).toEqual(['e1', 'e2', 'e3']);
    expect(failures).toEqual([[new Error('no ink'), 'e2']]);
  });

  test('a failed save ends the loop before the next event', async () => {
    const positions = {
      load: () => undefined,
      save: (_: string, position: string) => (position === 'p1' ? Promise.reject(new Error('disk full')) : undefined),
    };
    peer.publish(2);
    const events = client.events({ after: 'start', positions });
    await events.next();
    await expect(events.next()).rejects.toThrow('disk full');
    await until(() => peer.connected === 0);
  });

  test('positions without an event are stored, once everything before them is handled', async () => {
    const positions = memoryPositions();
    const events = client.events({ after: 'start', positions });
    const first = events.next();
    await until(() => peer.subscribed === 1);
    peer.publish(1);
    peer.mark('p7');
    await first;
    peer.mark('p8');
    await until(() => client.state === 'live');
    expect(positions.load('default')).toBe('p0');
    const second = events.next();
    await until(() => positions.load('default') === 'p8');
    peer.mark('p9');
    await until(() => positions.load('default') === 'p9');
    await events.return?.();
    expect((await second).done).toBe(true);
  });

  test('a signal ends the loop quietly; what was handled is stored', async () => {
    const positions = memoryPositions();
    const controller = new AbortController();
    const heard: string[] = [];
    peer.publish(2);
    for await (const event of client.events({ after: 'start', positions, signal: controller.signal })) {
      heard.push(event.id);
      if (event.id === 'e1') controller.abort();
    }
    expect(heard).toEqual(['e1']);
    expect(positions.load('default')).toBe('p1');
    await expect(client.events({ signal: controller.signal }).next()).resolves.toEqual({
      done: true,
      value: undefined,
    });
  });

  test('receipts go out together, for what was handled', async () => {
    peer.publish(5);
    const { heard } = follow({ after: 'start' });
    await until(() => heard.length === 5);
    await until(() => peer.messages('received').length > 0);
    expect(peer.messages('received')).toEqual([{ position: 'p5' }]);
  });

  test('and before the connection is closed', async () => {
    peer.publish(2);
    const events = client.events({ after: 'start' });
    await events.next();
    await events.next();
    await events.return?.();
    await until(() => peer.connected === 0);
    expect(peer.messages('received')).toEqual([{ position: 'p1' }]);
  });

  test('what a person has seen is told, with the next connection when there is none', async () => {
    client.seen('w1');
    follow();
    await until(() => peer.messages('seen').length === 1);
    client.seen('w2');
    await until(() => peer.messages('seen').length === 2);
    expect(peer.messages('seen')).toEqual([{ warningId: 'w1' }, { warningId: 'w2' }]);
  });
});

describe('staying connected', () => {
  test('after a break it resumes where it was, and repeats are not handed over', async () => {
    const { heard } = follow({ after: 'start' });
    peer.publish(3);
    await until(() => heard.length === 3);
    peer.repeats = 2;
    peer.cut();
    await until(() => peer.messages('subscribe').length === 2);
    peer.publish(2);
    await until(() => heard.length === 5);
    expect(heard).toEqual(ids(1, 5));
    expect(peer.messages('subscribe')[1]).toEqual({ after: 'p3' });
  });

  test.each(['shutting-down', 'slow-consumer', 'revoked'])(
    'goodbye %s is followed by a new handshake',
    async (reason) => {
      const { heard } = follow();
      await until(() => client.state === 'live');
      peer.goodbye(reason);
      await until(() => peer.messages('subscribe').length === 2 && client.state === 'live');
      peer.publish(1);
      await until(() => heard.length === 1);
    },
  );

  test('a refusal that passes is retried, though Socket.IO itself gives up on it', async () => {
    peer.refusal = problem('unavailable', 503);
    const { heard } = follow();
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
    const { closed } = follow();
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
    const impatient = connect({ url: peer.url, timeout: 30, backoff: { base: 1, cap: 5 } });
    peer.deaf = true;
    const { heard } = follow({ after: 'start' }, impatient);
    await until(() => peer.messages('subscribe').length >= 2);
    peer.deaf = false;
    peer.publish(1);
    await until(() => heard.length === 1);
    await impatient.close();
  });

  test('the state is told, with the reason', async () => {
    const told: string[] = [];
    const stop = client.onState((state, reason) => told.push(reason ? `${state}: ${reason}` : state));
    const { stop: leave, closed } = follow();
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
    const { closed } = follow();
    await until(() => client.state === 'live');
    await client.close();
    await closed;
    expect(client.state).toBe('closed');
    expect(() => client.events()).toThrow(ClientClosed);
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
    const { heard } = follow({ positions, onLost: 'restart' });
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

describe('position stores', () => {
  test('the stored position wins over after; the store is given back at the end', async () => {
    const positions = memoryPositions();
    await positions.save('desk', 'p2');
    peer.publish(3);
    const options = { positions, consumer: 'desk', after: 'start' };
    const events = client.events(options);
    expect((await events.next()).value?.id).toBe('e3');
    await expect(client.events(options).next()).rejects.toThrow(ConsumerInUse);
    await events.return?.();
    const again = client.events(options);
    expect((await again.next()).value?.id).toBe('e3');
    await again.return?.();
  });

  test('where it begins is stored at once: nothing after the first subscription is missed by a restart', async () => {
    const positions = memoryPositions();
    peer.publish(2);
    follow({ positions });
    await until(() => positions.load('default') === 'p2');
  });
});
