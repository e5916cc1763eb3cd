import { expect, test } from '@jest/globals';
import { Cleanups } from './cleanups.ts';

test('undoes the last first, once, and waits for each', async () => {
  const undone: string[] = [];
  const cleanups = new Cleanups(() => undefined);
  cleanups.push('first', 1_000, () => undone.push('first'));
  cleanups.push('second', 1_000, async () => {
    await Promise.resolve();
    undone.push('second');
  });
  await cleanups.run();
  await cleanups.run();
  expect(undone).toEqual(['second', 'first']);
});

test('goes on past one that fails and one that never ends, and says so', async () => {
  const undone: string[] = [];
  const said: string[] = [];
  const cleanups = new Cleanups((line) => said.push(line));
  cleanups.push('The ground', 1_000, () => undone.push('ground'));
  cleanups.push('The wall', 10, () => new Promise(() => undefined));
  cleanups.push('The roof', 1_000, () => Promise.reject(new Error('it is stuck')));
  await cleanups.run();
  expect(undone).toEqual(['ground']);
  expect(said).toEqual([
    'The roof did not end as it should: it is stuck',
    'The wall did not end within 10 ms: going on without.',
  ]);
});
