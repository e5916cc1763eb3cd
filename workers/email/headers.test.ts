import { expect, test } from '@jest/globals';
import { openMessageIds } from './headers.ts';

const network = { name: 'T', epoch: 1, secret: Buffer.alloc(32, 7) };
const delivery = { eventId: 'e', channel: 'email', recipient: 'a@example.org' };

test('a Message-ID belongs to one delivery of one network: the same for every attempt, and no other’s', () => {
  const ids = openMessageIds(network, 'alarm@tocsin.example');
  expect(ids.of(delivery)).toMatch(/^<[0-9a-f]{40}@tocsin\.example>$/);
  expect(openMessageIds(network, 'alarm@tocsin.example').of({ ...delivery })).toBe(ids.of(delivery));
  const others = [
    ids.of({ ...delivery, eventId: 'f' }),
    ids.of({ ...delivery, recipient: 'b@example.org' }),
    ids.thread('e', 'a@example.org'),
    openMessageIds({ ...network, epoch: 2 }, 'alarm@tocsin.example').of(delivery),
    openMessageIds({ ...network, secret: Buffer.alloc(32, 8) }, 'alarm@tocsin.example').of(delivery),
  ];
  expect(new Set([ids.of(delivery), ...others]).size).toBe(6);
});

test('a thread is one for a warning and a recipient', () => {
  const ids = openMessageIds(network, 'alarm@tocsin.example');
  expect(ids.thread('w', 'a@example.org')).toBe(ids.thread('w', 'a@example.org'));
  expect(ids.thread('w', 'a@example.org')).not.toBe(ids.thread('w', 'b@example.org'));
});
