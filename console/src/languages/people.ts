import { people } from './en/people.ts';
import { addWords } from './i18n.ts';

// For pages that few open: the words come with them.
addWords(people);
