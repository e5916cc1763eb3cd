import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { TocsinClient } from './client.ts';
import { ConsumerInUse, ServerFault, Unauthorized } from './errors.ts';
import { isKnown, type Event } from './events.ts';
import { memoryPositions } from './positions.ts';
import { until } from '../../test/support/until.ts';
import { clientOf, follow } from '../test/following.ts';
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
  jest.restoreAllMocks();
});

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
    const { heard } = follow(client, { after: 'start' });
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

  test('so is one that is not about a warning, and bears no id', async () => {
    const positions = memoryPositions();
    const events: Event[] = [];
    client.on({ positions }, (event) => events.push(event));
    await until(() => client.state === 'live');
    const admitted = { position: 'p1', type: 'member.admitted', data: ['Xenia'], by: 'Cora' };
    peer.send('event', admitted);
    peer.send('event', admitted);
    peer.send('event', { position: 'p2', type: 'log.turned' });
    await until(() => positions.load('default') === 'p2');
    expect(events).toEqual([admitted, { position: 'p2', type: 'log.turned' }]);
    expect(events.map((event) => isKnown(event))).toEqual([false, false]);
  });

  test.each([{ id: 'e1' }, { position: 'p1', type: 'warning.raised', id: 'e1', warning: {} }])(
    'a message that is no event of this contract ends it rather than being skipped: %j',
    async (message) => {
      const { closed } = follow(client);
      await until(() => client.state === 'live');
      peer.send('event', message);
      await expect(closed).rejects.toThrow(ServerFault);
    },
  );

  test('several subscriptions are consumers of their own', async () => {
    const german = follow(client, { languages: ['de'] });
    const polish = follow(client, { languages: ['pl'] });
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

  test('a callback that fails without onError is reported, stored and followed by the next', async () => {
    const report = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const positions = memoryPositions();
    const handled: string[] = [];
    peer.publish(2);
    client.on({ after: 'start', positions }, async ({ id }) => {
      handled.push(id);
      if (id === 'e1') throw new Error('no ink');
    });
    await until(() => positions.load('default') === 'p2');
    expect(handled).toEqual(['e1', 'e2']);
    expect(report).toHaveBeenCalledWith(new Error('no ink'));
  });

  test('listeners that throw themselves break nothing', async () => {
    const report = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const fail = () => {
      throw new Error('no paper');
    };
    const unwatch = client.onState(fail);
    const { closed } = client.on({ onError: fail }, fail);
    await until(() => client.state === 'live');
    peer.publish(1);
    await until(() => peer.messages('received').length === 1);
    peer.refusal = problem('unauthorized', 401);
    peer.cut();
    await expect(closed).rejects.toThrow(Unauthorized);
    unwatch();
    expect(report).toHaveBeenCalledWith(new Error('no paper'));
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
});

describe('position stores', () => {
  test('one that answers null, as SQL and localStorage do, has nothing yet', async () => {
    const saved: string[] = [];
    const positions = { load: () => null, save: (_: string, position: string) => void saved.push(position) };
    peer.publish(2);
    follow(client, { positions });
    await until(() => saved.length > 0);
    expect(saved).toEqual(['p2']);
  });

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
    follow(client, { positions });
    await until(() => positions.load('default') === 'p2');
  });
});
