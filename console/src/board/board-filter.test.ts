import { expect, test } from '@jest/globals';
import { filterCount, formatFilter, noFilter, parseFilter } from './board-filter.ts';

test('a filter survives its way through the address', () => {
  const filter = {
    country: ['DE', 'AT'],
    language: ['de', 'pt-BR'],
    ground: ['antisemitism', 'xenophobia'],
    severity: 'severe',
    state: ['active'],
    q: 'Köln & Umgebung',
  } as const;
  expect(parseFilter(new URLSearchParams(formatFilter(filter).toString()))).toEqual(filter);
  expect(filterCount(filter)).toBe(9);
});

test('what is no code is left out, what is repeated counts once', () => {
  const query = new URLSearchParams(
    'country=DE&country=DE&country=Germany&ground=toString&severity=constructor&language=%20&q=x',
  );
  expect(parseFilter(query)).toEqual({ ...noFilter, country: ['DE'] });
});
