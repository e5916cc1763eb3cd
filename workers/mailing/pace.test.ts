import { expect, test } from '@jest/globals';
import { Pace, type Leave } from './pace.ts';

/** Milliseconds, long before the first of which everything here has been asked. */
const soon = (): number => performance.now() + 30_000;
const wait = (leave: Leave): number | null => ('wait' in leave ? leave.wait : null);
const done = (leave: Leave, result: Parameters<Extract<Leave, { done: unknown }>['done']>[0]): void => {
  if ('wait' in leave) throw new Error(`It had no leave for ${leave.wait} ms.`);
  leave.done(result);
};

test('a domain has its rate: who would wait for long waits elsewhere, behind those before; another domain has its own', async () => {
  const pace = new Pace({ connections: 8, perSecond: 0.1 });
  done(await pace.leave('a.example', soon()), 'taken');
  const [second, third] = [await pace.leave('a.example', soon()), await pace.leave('a.example', soon())].map(wait);
  expect(second).toBeGreaterThan(0);
  expect(third).toBeGreaterThan(second ?? 0);
  done(await pace.leave('b.example', soon()), 'taken');
});

test('a domain that defers is left in peace, and others are not; a server that is away is left in peace by all', async () => {
  const pace = new Pace({ connections: 8, perSecond: 0 });
  done(await pace.leave('a.example', soon()), 'deferred');
  expect(wait(await pace.leave('a.example', soon()))).toBeGreaterThan(0);
  const other = await pace.leave('b.example', soon());
  expect(pace.peace).toBe(0);
  done(other, 'unreachable');
  expect(pace.peace).toBeGreaterThan(0);
  expect(wait(await pace.leave('c.example', soon()))).toBeGreaterThan(0);
});

test('no more than four go to a domain at once, and no more at all than there are connections', async () => {
  const pace = new Pace({ connections: 6, perSecond: 0 });
  const leaves: Leave[] = [];
  const ask = (domain: string): void => void pace.leave(domain, soon()).then((leave) => leaves.push(leave));
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  for (let count = 0; count < 5; count += 1) ask('a.example');
  await settled();
  expect(leaves).toHaveLength(4);
  for (let count = 0; count < 3; count += 1) ask('b.example');
  await settled();
  expect(leaves).toHaveLength(6);
  for (const leave of leaves) done(leave, 'taken');
  await settled();
  expect(leaves).toHaveLength(8);
});

test('after its time, and when all is over, nothing has leave', async () => {
  const pace = new Pace({ connections: 8, perSecond: 0 });
  expect(wait(await pace.leave('a.example', performance.now()))).toBe(0);
  pace.close();
  expect(wait(await pace.leave('a.example', soon()))).toBe(0);
});
