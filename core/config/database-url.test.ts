import { expect, test } from '@jest/globals';
import { withSession } from './database-url.ts';

test.each([
  ['', '?options=-c%20role%3Da'],
  ['?sslmode=require', '?sslmode=require&options=-c%20role%3Da'],
  ['?options=-c%20role%3Db&sslmode=require', '?options=-c%20role%3Db%20-c%20role%3Da&sslmode=require'],
  ['?sslmode=require&options=-c+role%3Db', '?sslmode=require&options=-c+role%3Db%20-c%20role%3Da'],
])('the settings of an address that ends in "%s" are kept, and ours come last', (query, expected) => {
  const url = 'postgres://tocsin@db/tocsin';
  expect(withSession(`${url}${query}`, '-c role=a')).toBe(`${url}${expected}`);
});
