import { expect, test } from '@jest/globals';
import { ConsumerInUse } from './errors.ts';
import { memoryPositions } from './positions.ts';

test('positions in memory are kept by consumer, each of which reads alone', () => {
  const positions = memoryPositions();
  void positions.acquire?.('a');
  void positions.acquire?.('b');
  void positions.save('a', 'p1');
  expect(positions.load('a')).toBe('p1');
  expect(positions.load('b')).toBeUndefined();
  expect(() => positions.acquire?.('a')).toThrow(ConsumerInUse);
  expect(() => positions.acquire?.('a')).toThrow('"a" is already reading');
  void positions.release?.('a');
  void positions.acquire?.('a');
});
