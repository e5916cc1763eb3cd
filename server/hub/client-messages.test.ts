import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { answerMessage, type Desk } from './client-messages.ts';
import type { Consumer } from './consumer.ts';

test('an unsubscription is answered when nothing of it is on its way any more', async () => {
  let drain: () => void = () => undefined;
  const drained = new Promise<void>((resolve) => (drain = resolve));
  const removed: string[] = [];
  const consumer = {
    caller: { as: { id: 'key' } },
    remove: (id: string) => removed.push(id),
    outlet: { drained: () => drained },
  };
  const desk = { limiter: { request: () => undefined }, used: () => undefined };
  const answers: object[] = [];
  const sent = ['unsubscribe', { subscriptionId: 's1' }, (answer: object) => answers.push(answer)];
  const answering = answerMessage(desk as unknown as Desk, consumer as unknown as Consumer, sent);
  await nextTurn();
  expect([removed, answers]).toEqual([['s1'], []]);
  drain();
  await answering;
  expect(answers).toEqual([{ ok: true }]);
});
