import { expect, test } from '@jest/globals';
import { termLines, termTable } from './term-list.ts';

const terms = [
  { text: '#out', kind: 'hashtag', language: 'de', meaning: 'Drive them\nout', caution: 'Also\tsports' },
  { text: '@=1+1', kind: 'coded_term' },
] as const;

test('the terms alone stand one a line, to the letter', () => {
  expect(termLines([...terms])).toBe('#out\n@=1+1');
});

test('a table keeps its cells together, and holds nothing that a spreadsheet would run', () => {
  expect(termTable([...terms]).split('\n')).toEqual([
    'text\tkind\tlanguage\tmeaning\tcaution',
    '#out\thashtag\tde\tDrive them out\tAlso sports',
    "'@=1+1\tcoded_term\t\t\t",
  ]);
});
