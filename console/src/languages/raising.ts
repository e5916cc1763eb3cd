import { raising } from './en/raising.ts';
import { addWords } from './i18n.ts';

// For whoever raises, and where it is said whom a warning reaches: the words come with those pages.
addWords(raising);
