import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TocsinClient } from './client.ts';
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
});

describe('receipts', () => {
  test('go out together, for what was handled', async () => {
    peer.publish(5);
    const { heard } = follow(client, { after: 'start' });
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

  test('also for the event in hand when it is ended, once that is handled', async () => {
    peer.publish(2);
    const handled = new Promise<void>((resolve) => {
      const { stop } = client.on({ after: 'start' }, async () => {
        stop();
        await until(() => peer.messages('unsubscribe').length === 1);
        resolve();
      });
    });
    await handled;
    await until(() => peer.connected === 0);
    expect(peer.messages('received')).toEqual([{ position: 'p1' }]);
  });

  test('but a closed client does not wait for who never asks again', async () => {
    peer.publish(1);
    await client.events({ after: 'start' }).next();
    await client.close();
    expect(client.state).toBe('closed');
    await until(() => peer.connected === 0);
    expect(peer.messages('received')).toEqual([]);
  });

  test('one that was refused for now is sent again', async () => {
    follow(client);
    await until(() => client.state === 'live');
    const limited = problem('rate-limited', 429);
    peer.messageRefusals.push(limited);
    peer.publish(1);
    await until(() => peer.messages('received').length === 2);
    peer.messageRefusals.push(limited);
    client.seen('w1');
    await until(() => peer.messages('seen').length === 2);
  });

  test('what a person has seen is told, with the next connection when there is none', async () => {
    client.seen('w1');
    follow(client);
    await until(() => peer.messages('seen').length === 1);
    client.seen('w2');
    await until(() => peer.messages('seen').length === 2);
    expect(peer.messages('seen')).toEqual([{ warningId: 'w1' }, { warningId: 'w2' }]);
  });

  test('a receipt that was refused for now is sent again, one that was refused for good is not', async () => {
    follow(client);
    await until(() => client.state === 'live');
    peer.messageRefusals.push(problem('rate-limited', 429), problem('not-found', 404));
    client.seen('w1');
    client.seen('w2');
    await until(() => peer.messages('seen').length === 2);
    peer.cut();
    await until(() => peer.messages('seen').length === 3);
    expect(peer.messages('seen')[2]).toEqual({ warningId: 'w1' });
  });
});
