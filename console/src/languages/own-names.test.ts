import { expect, test } from '@jest/globals';
import { languageName } from '../marks/names.ts';
import { offered } from './catalogues.ts';
import { ownNames } from './own-names.ts';

test.each(offered)('%s is called what Intl calls it', (language) => {
  expect(ownNames[language]).toBe(languageName(language, language));
});
