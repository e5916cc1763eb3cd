import { expect, test } from '@jest/globals';
import { localeOf } from './locale.ts';

test('the browser’s own form of the catalogue’s language, else a European one', () => {
  expect(localeOf('en', ['de-AT', 'en-IE', 'en-US'])).toBe('en-IE');
  expect(localeOf('en', ['de-AT', 'en'])).toBe('en-GB');
  expect(localeOf('fr', ['de-AT'])).toBe('fr');
});
