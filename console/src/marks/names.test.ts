import { expect, test } from '@jest/globals';
import { countryName, languageName } from './names.ts';

test('countries and languages are named in the language of the reader', () => {
  expect(countryName('DE', 'en')).toBe('Germany');
  expect(countryName('DE', 'fr')).toBe('Allemagne');
  expect(languageName('pt-BR', 'en')).toBe('Portuguese (Brazil)');
});

test('what has no name, or is no code, is shown as it is', () => {
  expect(countryName('ZZZZ', 'en')).toBe('ZZZZ');
  expect(languageName('not a tag', 'en')).toBe('not a tag');
});
