import { expect, test } from '@jest/globals';
import { openGathered } from './gathered.ts';

test('what is asked for while a question is under way goes into the next, once each', async () => {
  const questions: (readonly string[])[] = [];
  const answers: (() => void)[] = [];
  const find = openGathered(async (names) => {
    questions.push(names);
    await new Promise<void>((resolve) => answers.push(resolve));
    return new Map(names.filter((name) => name !== 'nobody').map((name) => [name, `${name}!`]));
  }, 3);
  const asked = ['a', 'b', 'b', 'nobody', 'c'].map((name) => find(name));
  for (let answered = 0; answered < 3; answered += 1) {
    answers[answered]?.();
    await asked[[0, 3, 4][answered] ?? 0];
  }
  expect(await Promise.all(asked)).toEqual(['a!', 'b!', 'b!', undefined, 'c!']);
  expect(questions).toEqual([['a'], ['b', 'nobody'], ['c']]);
});

test('a question that fails fails for those that asked it, and for nobody after them', async () => {
  let fails = true;
  const find = openGathered(async (names) => {
    if (fails) throw new Error('away');
    return new Map(names.map((name) => [name, name]));
  }, 10);
  await expect(find('a')).rejects.toThrow('away');
  fails = false;
  expect(await find('a')).toBe('a');
});
