import { expect, test } from '@jest/globals';
import { listDifference, textDifference } from './differences.ts';

test('of a text the words between what stayed are told, once gone and once new', () => {
  expect(textDifference('The march is at six in Lyon.', 'The march is at eight, in Lyon.')).toEqual([
    { kind: 'same', text: 'The march is at ' },
    { kind: 'gone', text: 'six ' },
    { kind: 'new', text: 'eight, ' },
    { kind: 'same', text: 'in Lyon.' },
  ]);
  expect(textDifference('', 'Watch it.')).toEqual([{ kind: 'new', text: 'Watch it.' }]);
  expect(textDifference('a a', 'a a a')).toEqual([
    { kind: 'same', text: 'a ' },
    { kind: 'new', text: 'a ' },
    { kind: 'same', text: 'a' },
  ]);
});

test('of a list what left it and what came to it', () => {
  expect(listDifference(['DE', 'FR'], ['FR', 'AT'])).toEqual([
    { kind: 'gone', text: 'DE' },
    { kind: 'new', text: 'AT' },
  ]);
});
