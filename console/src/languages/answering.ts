import { answering } from './en/answering.ts';
import { addWords } from './i18n.ts';

// For whoever comes by the link of a mail: the words come with that page.
addWords(answering);
