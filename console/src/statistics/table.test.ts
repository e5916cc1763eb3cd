import { expect, test } from '@jest/globals';
import { csvOf, csvOfAll, type Table } from './table.ts';

const cell = (value: string | number) => ({ text: `shown ${value}`, value });

const table: Table = {
  id: 'by-who',
  title: 'By who',
  columns: ['Who', 'Warnings', 'Median'],
  rows: [
    { name: '=HYPERLINK("https://evil.example")', cells: [cell(3), cell(1.5)] },
    { name: 'Ida, Berlin\r\n“e. V.”', cells: [cell(0), cell('')] },
    { name: '@Agora', cells: [cell(-1), cell('-1')] },
  ],
};

test('a table is RFC 4180, and no name of somebody’s is a formula', () => {
  expect(csvOf(table)).toBe(
    '\uFEFFWho,Warnings,Median\r\n' +
      '"\'=HYPERLINK(""https://evil.example"")",3,1.5\r\n' +
      '"Ida, Berlin\r\n“e. V.”",0,\r\n' +
      "'@Agora,-1,'-1\r\n",
  );
});

test('all of them are one, with a line for each figure', () => {
  const one = { ...table, rows: table.rows.slice(2) };
  const head = { table: 'Table', row: 'Row', column: 'Column', value: 'Value' };
  expect(csvOfAll([one], head).split('\r\n')).toEqual([
    '\uFEFFTable,Row,Column,Value',
    "By who,'@Agora,Warnings,-1",
    "By who,'@Agora,Median,'-1",
    '',
  ]);
});
